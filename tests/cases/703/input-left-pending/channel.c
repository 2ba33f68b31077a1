/* Readers that are called when a channel tells of input. */
#include <stddef.h>
#include <string.h>
#include <sys/types.h>

struct channel;

/* Size of the next message, which may be 0; -1 when there is none. */
[[stoa::peeks(c), stoa::error_if(result < 0), stoa::ensures(result >= -1)]] ssize_t channel_next_size(struct channel *c);
[[stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::consumes(c), stoa::error_if(result < 0)]]
[[stoa::ensures(result >= -1 && result <= size)]] ssize_t channel_read(struct channel *c, void *buffer, size_t size);
void handle(const char *data, size_t n);

/* An empty message stays where it is. */
void on_input(struct channel *c)
{
    char data[256];
    ssize_t size = channel_next_size(c); // expect: CWE-754
    if (size <= 0)
        return;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n > 0)
        handle(data, (size_t)n);
}

void on_input_checked(struct channel *c)
{
    char data[256];
    ssize_t size = channel_next_size(c);
    if (size < 0)
        return;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n > 0)
        handle(data, (size_t)n);
}

/* Messages that are too long stay too. */
int on_message(struct channel *c)
{
    char data[256];
    ssize_t size = channel_next_size(c); // expect: CWE-754
    if (size < 0)
        return -1;
    if ((size_t)size > sizeof(data))
        return -1;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n < 0)
        return -1;
    handle(data, (size_t)n);
    return 0;
}

int on_message_checked(struct channel *c)
{
    char data[256];
    ssize_t size = channel_next_size(c);
    if (size < 0)
        return -1;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n < 0 || size > n)
        return -1;
    handle(data, (size_t)n);
    return 0;
}

/* Paused: the message is left for later, and nothing will tell of it again. */
int on_event(struct channel *c, int paused)
{
    char data[64];
    if (channel_next_size(c) < 0) // expect: CWE-754
        return -1;
    if (paused)
        return 0;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n > 0)
        handle(data, (size_t)n);
    return 1;
}

int on_event_checked(struct channel *c, int paused)
{
    char data[64];
    if (channel_next_size(c) < 0)
        return -1;
    ssize_t n = channel_read(c, data, sizeof(data));
    if (n > 0 && !paused)
        handle(data, (size_t)n);
    return 1;
}

/* Only asks: somebody else reads. */
int has_input(struct channel *c)
{
    return channel_next_size(c) >= 0;
}
