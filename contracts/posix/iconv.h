/* Contract: conversion of encodings. */
typedef void *iconv_t;
[[stoa::opens(result, iconv), stoa::string(to), stoa::string(from), stoa::error_if(result == -1)]] iconv_t iconv_open(const char *to, const char *from);
[[stoa::uses(converter, iconv), stoa::nullable(from, from_left, to, to_left), stoa::propagates(*to, *from), stoa::error_if(result == -1)]] size_t iconv(iconv_t converter, char **from, size_t *from_left, char **to, size_t *to_left);
[[stoa::closes(converter, iconv), stoa::error_if(result != 0)]] int iconv_close(iconv_t converter);
