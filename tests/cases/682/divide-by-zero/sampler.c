/* Averages and scales of a measuring device that is configured from outside. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int scaled(FILE *config, int value)
{
    int scale = 1;
    if (fscanf(config, "%d", &scale) != 1)
        return value;
    return value / scale; // expect: CWE-369
}

int scaled_checked(FILE *config, int value)
{
    int scale = 1;
    if (fscanf(config, "%d", &scale) != 1 || scale <= 0)
        return value;
    return value / scale;
}

int slot_of(int s, int key)
{
    unsigned char slots = 0;
    if (recv(s, &slots, 1, 0) != 1)
        return -1;
    return key % slots; // expect: CWE-369
}

int slot_checked(int s, int key)
{
    unsigned char slots = 0;
    if (recv(s, &slots, 1, 0) != 1)
        return -1;
    return slots ? key % slots : 0;
}

int mean(const int *samples, int n)
{
    int sum = 0, used = 0;
    for (int i = 0; i < n; i++)
        sum += samples[i];
    if (sum == 0)
        return sum / used; // expect: CWE-369
    return sum;
}

int mean_checked(const int *samples, int n)
{
    int sum = 0, used = 0;
    for (int i = 0; i < n; i++) {
        sum += samples[i];
        used++;
    }
    return used > 0 ? sum / used : 0;
}
