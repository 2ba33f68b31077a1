/* Contract: bswap_16 and its relatives are declared in endian.h; this file makes the header's name known. */
