/* Contract: jumps out of functions. */
struct __jmp_buf_tag { long saved_registers[8]; int mask_was_saved; unsigned long saved_mask[16]; };
typedef struct __jmp_buf_tag jmp_buf[1];
typedef struct __jmp_buf_tag sigjmp_buf[1];
[[stoa::returns_twice]] int setjmp(jmp_buf env);
[[stoa::returns_twice]] int _setjmp(jmp_buf env);
[[stoa::returns_twice]] int sigsetjmp(sigjmp_buf env, int save_mask);
[[stoa::noreturn, stoa::signal_safe]] void longjmp(jmp_buf env, int value);
[[stoa::noreturn, stoa::signal_safe]] void _longjmp(jmp_buf env, int value);
[[stoa::noreturn, stoa::signal_safe]] void siglongjmp(sigjmp_buf env, int value);
