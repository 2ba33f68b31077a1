/* What a peer chose, as numbers and as text. */
#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>

struct report {
    uint16_t kind, size;
    char text[60];
};

void log_report(int fd)
{
    struct report r;
    ssize_t n = recv(fd, &r, sizeof r, 0);
    if (n != sizeof r)
        return;
    unsigned size = ntohs(r.size);
    if (size >= sizeof r.text)
        return;
    r.text[size] = '\0';
    syslog(LOG_INFO, "kind %u, %u octets", ntohs(r.kind), size);
    syslog(LOG_INFO, "%s", r.text); // expect: CWE-117
}

void log_letter(int fd)
{
    char letter;
    if (recv(fd, &letter, 1, 0) == 1)
        syslog(LOG_INFO, "order %d", letter == 'a');
}
