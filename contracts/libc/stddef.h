/* Contract: common types and macros of the C library. */
typedef unsigned long size_t;
typedef long ptrdiff_t;
typedef long double max_align_t;
#define NULL ((void *)0)
/* Words of C++ and C23; a macro whose name is a keyword of the unit's language does not count there. */
#define wchar_t int
#define char8_t unsigned char
#define char16_t unsigned short
#define char32_t unsigned int
