#include "missing.h"
Server::Server(int port) : Parent(port), limit(10), table() { start(); }
Server::~Server() { stop(); }
bool Server::listen(const Address &address)
{
    if (address != socket.local() || !ready)
        ready = socket.bind(address, port);
    emitMessage(tr("listening"));
    Buffer data(size, Unseen::Raw);
    data.resize(read(data.data(), data.size()));
    return ready;
}
