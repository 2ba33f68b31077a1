/* Contract: characters of UTF-16 and UTF-32. The types are macros of stddef.h. */
[[stoa::nullable(wide, s, state), stoa::propagates(wide, s)]] size_t mbrtoc16(char16_t *wide, const char *s, size_t n, mbstate_t *state);
[[stoa::nullable(s, state), stoa::propagates(s, c)]] size_t c16rtomb(char *s, char16_t c, mbstate_t *state);
[[stoa::nullable(wide, s, state), stoa::propagates(wide, s)]] size_t mbrtoc32(char32_t *wide, const char *s, size_t n, mbstate_t *state);
[[stoa::nullable(s, state), stoa::propagates(s, c)]] size_t c32rtomb(char *s, char32_t c, mbstate_t *state);
