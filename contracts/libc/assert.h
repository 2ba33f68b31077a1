/* Contract: assertions. Calls may be compiled out (NDEBUG). */
[[stoa::asserts(condition)]] void assert(_Bool condition);
[[stoa::noreturn]] void __assert_fail(const char *text, const char *file, unsigned int line, const char *function);
