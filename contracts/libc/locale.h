/* Contract: locales. */
enum {
    LC_CTYPE = 0, LC_NUMERIC = 1, LC_TIME = 2, LC_COLLATE = 3, LC_MONETARY = 4, LC_MESSAGES = 5, LC_ALL = 6
};
struct lconv {
    char *decimal_point, *thousands_sep, *grouping, *int_curr_symbol, *currency_symbol, *mon_decimal_point;
    char *mon_thousands_sep, *mon_grouping, *positive_sign, *negative_sign;
    char int_frac_digits, frac_digits, p_cs_precedes, p_sep_by_space, n_cs_precedes, n_sep_by_space, p_sign_posn, n_sign_posn;
    char int_p_cs_precedes, int_p_sep_by_space, int_n_cs_precedes, int_n_sep_by_space, int_p_sign_posn, int_n_sign_posn;
};
typedef struct __locale_struct *locale_t;
[[stoa::string(locale), stoa::nullable(locale), stoa::may_return_null("the locale is not known"), stoa::returns_static, stoa::sink(locale, setting), stoa::not_reentrant]] char *setlocale(int category, const char *locale);
[[stoa::returns_nonnull, stoa::returns_static]] struct lconv *localeconv(void);
[[stoa::allocates(result, locale), stoa::error_if(result == NULL), stoa::string(name)]] locale_t newlocale(int mask, const char *name, locale_t base);
[[stoa::frees(locale, locale)]] void freelocale(locale_t locale);
locale_t uselocale(locale_t locale);
