/*
 * Reading and writing the application's messages, and the window of sequences. May be called by anybody; no state but
 * the caller's.
 */
#include "message.h"

#include <string.h>

enum { WINDOW_BITS = 64 };

/* What a type may carry. */
static bool length_fits(unsigned type, unsigned length)
{
    switch (type) {
    case MESSAGE_TEXT: return length >= 1 && length <= MESSAGE_TEXT_MAX;
    case MESSAGE_ACK: return length == 0;
    default: return false;
    }
}

bool message_read(Message *out, const uint8_t *bytes, size_t size)
{
    if (size < MESSAGE_HEADER_SIZE || size > MESSAGE_SIZE_MAX || bytes[0] != MESSAGE_VERSION)
        return false;
    unsigned length = (unsigned)bytes[2] << 8 | bytes[3];
    uint32_t sequence =
        (uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 | (uint32_t)bytes[6] << 8 | bytes[7];
    if (!length_fits(bytes[1], length) || length != size - MESSAGE_HEADER_SIZE || sequence == 0)
        return false;
    *out = (Message){bytes[1], (uint16_t)length, sequence, bytes + MESSAGE_HEADER_SIZE};
    return true;
}

size_t message_write(uint8_t *out, size_t room, const Message *m)
{
    size_t size = MESSAGE_HEADER_SIZE + (size_t)m->length;
    if (!length_fits(m->type, m->length) || m->sequence == 0 || room < size)
        return 0;
    out[0] = MESSAGE_VERSION;
    out[1] = m->type;
    out[2] = (uint8_t)(m->length >> 8);
    out[3] = (uint8_t)m->length;
    for (int i = 0; i < 4; i++)
        out[4 + i] = (uint8_t)(m->sequence >> (24 - 8 * i));
    if (m->length > 0)
        memcpy(out + MESSAGE_HEADER_SIZE, m->payload, m->length);
    return size;
}

MessageAge message_window_see(MessageWindow *w, uint32_t sequence)
{
    if (sequence > w->newest) {
        uint32_t ahead = sequence - w->newest;
        w->seen = ahead < WINDOW_BITS ? w->seen << ahead | 1 : 1;
        w->newest = sequence;
        return MESSAGE_NEW;
    }
    uint32_t behind = w->newest - sequence;
    if (behind >= WINDOW_BITS)
        return MESSAGE_TOO_OLD;
    uint64_t bit = (uint64_t)1 << behind;
    if (w->seen & bit)
        return MESSAGE_SEEN;
    w->seen |= bit;
    return MESSAGE_NEW;
}
