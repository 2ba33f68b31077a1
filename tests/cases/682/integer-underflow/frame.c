/* Frames of a serial protocol: a header of four bytes, the payload, a checksum of two. */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

int balance_after_fee(FILE *ledger)
{
    int balance = 0;
    if (fscanf(ledger, "%d", &balance) != 1)
        return 0;
    return balance - 100; // expect: CWE-191
}

int balance_after_fee_checked(FILE *ledger)
{
    int balance = 0;
    if (fscanf(ledger, "%d", &balance) != 1)
        return 0;
    if (balance < 100)
        return 0;
    return balance - 100;
}

unsigned payload_of(int s)
{
    unsigned char header[4];
    if (recv(s, header, sizeof header, MSG_WAITALL) != (ssize_t)sizeof header)
        return 0;
    unsigned length = (unsigned)header[2] << 8 | header[3];
    return length - 6; // expect: CWE-191
}

unsigned payload_checked(int s)
{
    unsigned char header[4];
    if (recv(s, header, sizeof header, MSG_WAITALL) != (ssize_t)sizeof header)
        return 0;
    unsigned length = (unsigned)header[2] << 8 | header[3];
    if (length < 6)
        return 0;
    return length - 6;
}

int lowest(void)
{
    int least = INT_MIN;
    least--; // expect: CWE-191
    return least;
}

unsigned count_down(unsigned n)
{
    unsigned sum = 0;
    while (n-- > 0)
        sum += n;
    return sum;
}
