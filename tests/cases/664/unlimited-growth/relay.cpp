// A relay: whoever sends a datagram gets an entry in a table.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <vector>

struct Peer {
    sockaddr_in address;
    int packets;
};

class Relay {
public:
    void receive(int fd);
    void receiveLimited(int fd);
    void connected(int listener);
    void connectedLimited(int listener);
    void note(int fd);
    void noteBounded(int fd);

private:
    std::vector<Peer> peers;
    std::vector<Peer> bounded;
    std::vector<int> sockets;
    std::vector<int> fewSockets;
    std::vector<int> seen;
    std::vector<int> recent;
};

enum { PEERS_MAX = 256 };

void Relay::receive(int fd)
{
    char data[64];
    Peer peer = {};
    socklen_t size = sizeof(peer.address);
    if (recvfrom(fd, data, sizeof(data), 0, reinterpret_cast<sockaddr *>(&peer.address), &size) < 0)
        return;
    peers.push_back(peer); // expect: CWE-770
}

void Relay::receiveLimited(int fd)
{
    char data[64];
    Peer peer = {};
    socklen_t size = sizeof(peer.address);
    if (recvfrom(fd, data, sizeof(data), 0, reinterpret_cast<sockaddr *>(&peer.address), &size) < 0)
        return;
    if (bounded.size() >= PEERS_MAX)
        return;
    bounded.push_back(peer);
}

void Relay::connected(int listener)
{
    int fd = accept(listener, nullptr, nullptr);
    if (fd < 0)
        return;
    sockets.push_back(fd); // expect: CWE-770
}

void Relay::connectedLimited(int listener)
{
    if (fewSockets.size() >= PEERS_MAX)
        return;
    int fd = accept(listener, nullptr, nullptr);
    if (fd < 0)
        return;
    fewSockets.push_back(fd);
}

void Relay::note(int fd)
{
    int id = 0;
    sockaddr_in from = {};
    socklen_t size = sizeof(from);
    if (recvfrom(fd, &id, sizeof(id), 0, reinterpret_cast<sockaddr *>(&from), &size) != (ssize_t)sizeof(id))
        return;
    seen.push_back(id); // expect: CWE-770
}

void Relay::noteBounded(int fd)
{
    int id = 0;
    sockaddr_in from = {};
    socklen_t size = sizeof(from);
    if (recvfrom(fd, &id, sizeof(id), 0, reinterpret_cast<sockaddr *>(&from), &size) != (ssize_t)sizeof(id))
        return;
    if (recent.size() < PEERS_MAX)
        recent.push_back(id);
}
