/* Contract: character classes. The argument must be EOF or fit an unsigned char. */
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isalnum(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isalpha(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isblank(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int iscntrl(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isdigit(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isgraph(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int islower(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isprint(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int ispunct(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isspace(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isupper(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255)]] int isxdigit(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255), stoa::ensures(result >= -1 && result <= 255), stoa::propagates(result, c)]] int tolower(int c);
[[stoa::constant, stoa::requires(c >= -1 && c <= 255), stoa::ensures(result >= -1 && result <= 255), stoa::propagates(result, c)]] int toupper(int c);
[[stoa::constant, stoa::ensures(result >= 0)]] int isascii(int c);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 127)]] int toascii(int c);
