/* Contract: order of bytes. */
[[stoa::constant, stoa::propagates(result, value)]] unsigned short htobe16(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short htole16(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short be16toh(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short le16toh(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short bswap_16(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int htobe32(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int htole32(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int be32toh(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int le32toh(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int bswap_32(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned long htobe64(unsigned long value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned long htole64(unsigned long value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned long be64toh(unsigned long value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned long le64toh(unsigned long value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned long bswap_64(unsigned long value);
