/*
 * The application's messages: one in each DTLS record, a fixed header and a payload of exactly the announced length.
 * Used by the server and by its client; knows nothing of either.
 *
 *     octet 0      version, 1
 *     octet 1      type: 1 text, 2 acknowledgement
 *     octets 2-3   length of the payload, big endian
 *     octets 4-7   sequence, big endian, from 1
 */
#ifndef SUS_MESSAGE_H
#define SUS_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    MESSAGE_VERSION = 1,
    MESSAGE_TEXT = 1,
    MESSAGE_ACK = 2,
    MESSAGE_HEADER_SIZE = 8,
    MESSAGE_TEXT_MAX = 1024, /* fits an IPv6 packet of minimum size with DTLS around it */
    MESSAGE_SIZE_MAX = MESSAGE_HEADER_SIZE + MESSAGE_TEXT_MAX
};

typedef struct Message {
    uint8_t type;
    uint16_t length; /* octets of payload */
    uint32_t sequence;
    const uint8_t *payload; /* lent: inside of the bytes that were read, or the caller's */
} Message;

/*
 * Reads the `size` octets at `bytes` as one message. Returns false, with `*out` untouched, unless version, type, length
 * and sequence are what the format allows and nothing follows the payload.
 */
bool message_read(Message *out, const uint8_t *bytes, size_t size);

/*
 * Writes `m` to `out` of `room` octets. Returns the octets written, 0 if the message breaks the format or has no room.
 */
size_t message_write(uint8_t *out, size_t room, const Message *m);

/*
 * Which sequences of a peer were seen: the newest and the 63 before it (the window of RFC 6347, 4.1.2.6). All zero is
 * the state before the first message.
 */
typedef struct MessageWindow {
    uint32_t newest;
    uint64_t seen; /* bit i: newest - i */
} MessageWindow;

typedef enum MessageAge { MESSAGE_NEW, MESSAGE_SEEN, MESSAGE_TOO_OLD } MessageAge;

/* What `sequence` (not 0) is to the window, which then counts it as seen. */
MessageAge message_window_see(MessageWindow *w, uint32_t sequence);

#endif
