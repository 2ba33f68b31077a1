// A listener with Qt whose headers are not at hand.
#include <QSslConfiguration>
#include <QSslSocket>

class Listener {
public:
    Listener();
    void repaired();

private:
    QSslConfiguration configuration;
};

Listener::Listener()
{
    configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // expect: CWE-295
}

void Listener::repaired()
{
    configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
}

void connectQuietly(QSslSocket *socket)
{
    socket->ignoreSslErrors(); // expect: CWE-295
}

void connectWithKnownErrors(QSslSocket *socket, const QList<QSslError> &known)
{
    socket->ignoreSslErrors(known);
}
