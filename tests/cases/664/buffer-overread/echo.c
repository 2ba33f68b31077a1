/* Answers of an echo service, and look-ups in tables of constants. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const int month_days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* The peer says how much it wants back, whatever it sent. */
int echo(int fd)
{
    unsigned char packet[64] = {0};
    ssize_t got = recv(fd, packet, sizeof(packet), 0);
    if (got < 2)
        return -1;
    size_t wanted = packet[0];
    if (send(fd, packet, wanted, 0) < 0) // expect: CWE-126
        return -1;
    return 0;
}

int echo_checked(int fd)
{
    unsigned char packet[64] = {0};
    ssize_t got = recv(fd, packet, sizeof(packet), 0);
    if (got < 2)
        return -1;
    size_t wanted = packet[0];
    if (wanted > (size_t)got)
        wanted = (size_t)got;
    if (send(fd, packet, wanted, 0) < 0)
        return -1;
    return 0;
}

/* Months come as a byte. */
int days(int fd)
{
    unsigned char month = 0;
    if (read(fd, &month, 1) != 1 || month < 1 || month > 31)
        return -1;
    return month_days[month - 1]; // expect: CWE-126
}

int days_checked(int fd)
{
    unsigned char month = 0;
    if (read(fd, &month, 1) != 1 || month < 1 || month > 12)
        return -1;
    return month_days[month - 1];
}

/* The tag is shorter than the field it is copied to. */
void set_tag(char field[16])
{
    char tag[4] = {'T', 'A', 'G', '1'};
    memcpy(field, tag, 16); // expect: CWE-126
}

void set_tag_checked(char field[16])
{
    char tag[4] = {'T', 'A', 'G', '1'};
    memset(field, 0, 16);
    memcpy(field, tag, sizeof(tag));
}

/* Four weights, eight rounds. */
int score(void)
{
    int weights[4] = {3, 5, 7, 11};
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum += weights[i] & 15; // expect: CWE-126
    return sum;
}

int score_checked(void)
{
    int weights[4] = {3, 5, 7, 11};
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum += weights[i % 4] & 15;
    return sum;
}
