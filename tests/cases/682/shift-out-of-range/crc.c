/* Checksums of frames, most significant bit first. */
#include <stddef.h>
#include <stdint.h>

uint16_t crc16(const uint8_t *data, size_t n)
{
    uint16_t crc = 0xffff;
    for (size_t i = 0; i < n; i++) {
        crc ^= (uint16_t)(data[i] << 8);
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 0x8000 ? (uint16_t)((crc << 1) ^ 0x1021) : (uint16_t)(crc << 1);
    }
    return crc;
}

uint32_t rotate_left(uint32_t value, unsigned by)
{
    return (value << (by & 31)) | (value >> (-by & 31));
}

int64_t sign_extend(int64_t value)
{
    if (sizeof(void *) == 8)
        return value << 16 >> 16;
    return value << 48 >> 48;
}

uint32_t top_bits(uint32_t word)
{
    uint32_t high = word >> -4; // expect: CWE-1335
    return high;
}
