// Connections that are entered in a table before their handshake.
#include <openssl/ssl.h>
#include <vector>

enum { SESSIONS_MAX = 64 };

class Server {
public:
    bool start(SSL *ssl);
    bool startChecked(SSL *ssl);
    bool startLate(SSL *ssl);
    bool resume(SSL *ssl);
    bool resumeChecked(SSL *ssl);
    void greet(SSL *ssl);

private:
    std::vector<SSL *> sessions;
};

bool Server::start(SSL *ssl)
{
    sessions.push_back(ssl); // expect: CWE-459
    if (SSL_accept(ssl) != 1)
        return false;
    return true;
}

bool Server::startChecked(SSL *ssl)
{
    sessions.push_back(ssl);
    if (SSL_accept(ssl) != 1) {
        sessions.pop_back();
        return false;
    }
    return true;
}

bool Server::startLate(SSL *ssl)
{
    if (sessions.size() >= SESSIONS_MAX || SSL_accept(ssl) != 1)
        return false;
    sessions.push_back(ssl);
    return true;
}

bool Server::resume(SSL *ssl)
{
    sessions.push_back(ssl); // expect: CWE-459
    if (SSL_do_handshake(ssl) != 1)
        return false;
    return true;
}

bool Server::resumeChecked(SSL *ssl)
{
    sessions.push_back(ssl);
    if (SSL_do_handshake(ssl) != 1) {
        sessions.pop_back();
        return false;
    }
    return true;
}

/* What fails here does not make the connection worthless. */
void Server::greet(SSL *ssl)
{
    sessions.push_back(ssl);
    SSL_set_mode(ssl, SSL_MODE_AUTO_RETRY);
}
