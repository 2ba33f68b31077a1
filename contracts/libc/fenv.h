/* Contract: floating-point environment. */
typedef struct { unsigned int words[8]; } fenv_t;
typedef unsigned short fexcept_t;
enum {
    FE_INVALID = 1, FE_DIVBYZERO = 4, FE_OVERFLOW = 8, FE_UNDERFLOW = 16, FE_INEXACT = 32, FE_ALL_EXCEPT = 61,
    FE_TONEAREST = 0, FE_DOWNWARD = 0x400, FE_UPWARD = 0x800, FE_TOWARDZERO = 0xc00
};
int feclearexcept(int exceptions);
int feraiseexcept(int exceptions);
int fetestexcept(int exceptions);
int fegetround(void);
[[stoa::error_if(result != 0)]] int fesetround(int mode);
int fegetenv(fenv_t *env);
int fesetenv(const fenv_t *env);
