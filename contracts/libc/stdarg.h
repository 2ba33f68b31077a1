/* Contract: variable arguments. va_arg is a word of the parser. */
typedef __builtin_va_list va_list;
[[stoa::opens(list, va_list)]] void va_start(va_list list, ...);
[[stoa::closes(list, va_list)]] void va_end(va_list list);
[[stoa::opens(to, va_list), stoa::uses(from, va_list)]] void va_copy(va_list to, va_list from);
