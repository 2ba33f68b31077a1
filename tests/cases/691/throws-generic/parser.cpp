// Numbers of a configuration.
#include <exception>
#include <stdexcept>
#include <string>

int parsePort(const std::string &text)
{
    int port = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            throw std::exception(); // expect: CWE-397
        port = port * 10 + (c - '0');
        if (port > 65535)
            throw "port out of range"; // expect: CWE-397
    }
    return port;
}

int parsePortRepaired(const std::string &text)
{
    int port = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            throw std::invalid_argument("a port is a number");
        port = port * 10 + (c - '0');
        if (port > 65535)
            throw std::out_of_range("port out of range");
    }
    return port;
}
