/* Contract: regular expressions. */
typedef struct re_pattern_buffer { void *buffer; unsigned long allocated, used, syntax; char *fastmap; unsigned char *translate; size_t re_nsub; unsigned int flags; } regex_t;
typedef int regoff_t;
typedef struct { regoff_t rm_so; regoff_t rm_eo; } regmatch_t;
enum {
    REG_EXTENDED = 1, REG_ICASE = 2, REG_NEWLINE = 4, REG_NOSUB = 8, REG_NOTBOL = 1, REG_NOTEOL = 2, REG_NOMATCH = 1,
    REG_ESPACE = 12
};
[[stoa::opens(*regex, regex), stoa::string(pattern), stoa::sink(pattern, regex), stoa::must_check("the expression is not compiled"), stoa::error_if(result != 0)]] int regcomp(regex_t *regex, const char *pattern, int flags);
[[stoa::uses(regex, regex), stoa::string(text), stoa::compares(regex, text), stoa::writes_up_to(matches, 8 * count), stoa::nullable(matches), stoa::error_if(result != 0)]] int regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags);
[[stoa::writes_string_up_to(buffer, size), stoa::nullable(regex, buffer)]] size_t regerror(int number, const regex_t *regex, char *buffer, size_t size);
[[stoa::closes(regex, regex), stoa::nonnull(regex)]] void regfree(regex_t *regex);
