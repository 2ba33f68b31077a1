/* Decides what a peer may do. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int is_admin(const struct sockaddr_in *peer)
{
    return strcmp(inet_ntoa(peer->sin_addr), "10.20.30.40") == 0; // expect: CWE-510, CWE-477
}

int is_local(const struct sockaddr_in *peer)
{
    return strcmp(inet_ntoa(peer->sin_addr), "127.0.0.1") == 0; // expect: CWE-477
}

int is_admin_of(const struct sockaddr_in *peer, const char *configured)
{
    return strcmp(inet_ntoa(peer->sin_addr), configured) == 0; // expect: CWE-477
}

int is_trusted(const struct sockaddr_in *peer)
{
    char text[INET_ADDRSTRLEN];
    if (!inet_ntop(AF_INET, &peer->sin_addr, text, sizeof text))
        return 0;
    if (strcmp("192.168.30.123", text) == 0) // expect: CWE-510
        return 1;
    return 0;
}

/* What was typed is no peer. */
int is_example(const char *typed)
{
    return strcmp(typed, "192.168.30.123") == 0;
}

int report_home(int s)
{
    struct sockaddr_in home;
    memset(&home, 0, sizeof home);
    home.sin_family = AF_INET;
    home.sin_port = htons(80);
    home.sin_addr.s_addr = inet_addr("93.184.216.34"); // expect: CWE-477
    return connect(s, (struct sockaddr *)&home, sizeof home); // expect: CWE-510
}

int report(int s, const char *server)
{
    struct sockaddr_in home;
    memset(&home, 0, sizeof home);
    home.sin_family = AF_INET;
    home.sin_port = htons(80);
    if (inet_pton(AF_INET, server, &home.sin_addr) != 1)
        return -1;
    return connect(s, (struct sockaddr *)&home, sizeof home);
}

int report_to_self(int s)
{
    struct sockaddr_in home;
    memset(&home, 0, sizeof home);
    home.sin_family = AF_INET;
    home.sin_port = htons(8080);
    home.sin_addr.s_addr = inet_addr("127.0.0.1"); // expect: CWE-477
    return connect(s, (struct sockaddr *)&home, sizeof home);
}

/* Connecting a datagram socket sends nothing; it only finds out which of the own addresses would be used. */
int own_address(void)
{
    struct sockaddr_in far;
    memset(&far, 0, sizeof far);
    far.sin_family = AF_INET;
    far.sin_port = htons(53);
    if (inet_pton(AF_INET, "8.8.8.8", &far.sin_addr) != 1)
        return -1;
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    if (s < 0)
        return -1;
    int ok = connect(s, (struct sockaddr *)&far, sizeof far);
    close(s);
    return ok;
}

int is_ours(const void *address, unsigned size)
{
    const struct hostent *host = gethostbyaddr(address, size, AF_INET); // expect: CWE-477
    return host && strcmp(host->h_name, "admin.example.com") == 0; // expect: CWE-510
}

int is_local_name(const void *address, unsigned size)
{
    const struct hostent *host = gethostbyaddr(address, size, AF_INET); // expect: CWE-477
    return host && strcmp(host->h_name, "localhost") == 0;
}
