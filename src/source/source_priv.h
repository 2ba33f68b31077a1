/*
 * What the files of source/ share about bytes: encodings, the test for binaries, reading a descriptor. Private to source/.
 */
#ifndef SOURCE_SOURCE_PRIV_H
#define SOURCE_SOURCE_PRIV_H

#include "base/base.h"

typedef enum Utf16 { UTF16_NO, UTF16_LITTLE, UTF16_BIG } Utf16;

/* Byte order mark of UTF-16 at the start of a text. */
Utf16 src_utf16_mark(const char *p, size_t n);

/* A NUL among the first LIMIT_BINARY_PROBE bytes, unless the text is marked as UTF-16. */
bool src_looks_binary(const char *p, size_t n);

/* Everything that can still be read from `fd`, as heap memory with 16 NULs behind it; NULL with errno. Reads at most
 * limit + 1 bytes, so that *size > limit says "too large". */
char *src_read_fd(int fd, size_t expected, size_t limit, size_t *size);

/* Length of a path of n bytes without the ending that makes it a template: "x.h" of "x.h.in"; n when it is none. */
size_t src_template_len(const char *path, size_t n);

#endif
