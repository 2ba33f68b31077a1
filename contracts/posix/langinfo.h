/* Contract: facts of the locale, and messages in the user's language. */
enum { CODESET = 14 };
[[stoa::returns_static, stoa::returns_nonnull]] char *nl_langinfo(int item);
[[stoa::string(text), stoa::returns_nonnull, stoa::propagates(result, text)]] char *gettext(const char *text);
[[stoa::string(text), stoa::returns_nonnull, stoa::propagates(result, text)]] char *dgettext(const char *domain, const char *text);
[[stoa::string(one), stoa::returns_nonnull]] char *ngettext(const char *one, const char *many, unsigned long n);
[[stoa::string(domain)]] char *textdomain(const char *domain);
[[stoa::string(domain)]] char *bindtextdomain(const char *domain, const char *folder);
