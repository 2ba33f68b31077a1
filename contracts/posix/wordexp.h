/* Contract: expansion of words as a shell does it. */
typedef struct { size_t we_wordc; char **we_wordv; size_t we_offs; } wordexp_t;
enum { WRDE_NOCMD = 4 };
[[stoa::string(words), stoa::sink(words, command), stoa::opens(*expansion, wordexp), stoa::error_if(result != 0)]] int wordexp(const char *words, wordexp_t *expansion, int flags);
[[stoa::closes(expansion, wordexp)]] void wordfree(wordexp_t *expansion);
