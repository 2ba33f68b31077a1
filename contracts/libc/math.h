/* Contract: mathematics. All without effect but errno. */
typedef float float_t;
typedef double double_t;
#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
[[stoa::constant]] double acos(double x);
[[stoa::constant]] double asin(double x);
[[stoa::constant]] double atan(double x);
[[stoa::constant]] double cos(double x);
[[stoa::constant]] double sin(double x);
[[stoa::constant]] double tan(double x);
[[stoa::constant]] double cosh(double x);
[[stoa::constant]] double sinh(double x);
[[stoa::constant]] double tanh(double x);
[[stoa::constant]] double acosh(double x);
[[stoa::constant]] double asinh(double x);
[[stoa::constant]] double atanh(double x);
[[stoa::constant]] double exp(double x);
[[stoa::constant]] double exp2(double x);
[[stoa::constant]] double expm1(double x);
[[stoa::constant, stoa::requires(x > 0)]] double log10(double x);
[[stoa::constant]] double log1p(double x);
[[stoa::constant, stoa::requires(x > 0)]] double log2(double x);
[[stoa::constant]] double logb(double x);
[[stoa::constant, stoa::requires(x > 0)]] double log(double x);
[[stoa::constant]] double cbrt(double x);
[[stoa::constant]] double fabs(double x);
[[stoa::constant]] double erf(double x);
[[stoa::constant]] double erfc(double x);
[[stoa::constant]] double lgamma(double x);
[[stoa::constant]] double tgamma(double x);
[[stoa::constant]] double ceil(double x);
[[stoa::constant]] double floor(double x);
[[stoa::constant]] double nearbyint(double x);
[[stoa::constant]] double rint(double x);
[[stoa::constant]] double round(double x);
[[stoa::constant]] double trunc(double x);
[[stoa::constant, stoa::requires(x >= 0)]] double sqrt(double x);
[[stoa::constant]] double atan2(double x, double y);
[[stoa::constant]] double pow(double x, double y);
[[stoa::constant]] double hypot(double x, double y);
[[stoa::constant, stoa::requires(y != 0)]] double fmod(double x, double y);
[[stoa::constant, stoa::requires(y != 0)]] double remainder(double x, double y);
[[stoa::constant]] double copysign(double x, double y);
[[stoa::constant]] double nextafter(double x, double y);
[[stoa::constant]] double fdim(double x, double y);
[[stoa::constant]] double fmax(double x, double y);
[[stoa::constant]] double fmin(double x, double y);
[[stoa::constant]] double fma(double x, double y, double z);
[[stoa::writes(exponent, 4)]] double frexp(double x, int *exponent);
[[stoa::constant]] double ldexp(double x, int exponent);
[[stoa::constant]] double scalbn(double x, int exponent);
[[stoa::writes(whole, sizeof(*whole))]] double modf(double x, double *whole);
[[stoa::constant]] long lrint(double x);
[[stoa::constant]] long long llrint(double x);
[[stoa::constant]] long lround(double x);
[[stoa::constant]] long long llround(double x);
[[stoa::constant]] int ilogb(double x);
[[stoa::constant]] float acosf(float x);
[[stoa::constant]] float asinf(float x);
[[stoa::constant]] float atanf(float x);
[[stoa::constant]] float cosf(float x);
[[stoa::constant]] float sinf(float x);
[[stoa::constant]] float tanf(float x);
[[stoa::constant]] float coshf(float x);
[[stoa::constant]] float sinhf(float x);
[[stoa::constant]] float tanhf(float x);
[[stoa::constant]] float acoshf(float x);
[[stoa::constant]] float asinhf(float x);
[[stoa::constant]] float atanhf(float x);
[[stoa::constant]] float expf(float x);
[[stoa::constant]] float exp2f(float x);
[[stoa::constant]] float expm1f(float x);
[[stoa::constant, stoa::requires(x > 0)]] float log10f(float x);
[[stoa::constant]] float log1pf(float x);
[[stoa::constant, stoa::requires(x > 0)]] float log2f(float x);
[[stoa::constant]] float logbf(float x);
[[stoa::constant, stoa::requires(x > 0)]] float logf(float x);
[[stoa::constant]] float cbrtf(float x);
[[stoa::constant]] float fabsf(float x);
[[stoa::constant]] float erff(float x);
[[stoa::constant]] float erfcf(float x);
[[stoa::constant]] float lgammaf(float x);
[[stoa::constant]] float tgammaf(float x);
[[stoa::constant]] float ceilf(float x);
[[stoa::constant]] float floorf(float x);
[[stoa::constant]] float nearbyintf(float x);
[[stoa::constant]] float rintf(float x);
[[stoa::constant]] float roundf(float x);
[[stoa::constant]] float truncf(float x);
[[stoa::constant, stoa::requires(x >= 0)]] float sqrtf(float x);
[[stoa::constant]] float atan2f(float x, float y);
[[stoa::constant]] float powf(float x, float y);
[[stoa::constant]] float hypotf(float x, float y);
[[stoa::constant, stoa::requires(y != 0)]] float fmodf(float x, float y);
[[stoa::constant, stoa::requires(y != 0)]] float remainderf(float x, float y);
[[stoa::constant]] float copysignf(float x, float y);
[[stoa::constant]] float nextafterf(float x, float y);
[[stoa::constant]] float fdimf(float x, float y);
[[stoa::constant]] float fmaxf(float x, float y);
[[stoa::constant]] float fminf(float x, float y);
[[stoa::constant]] float fmaf(float x, float y, float z);
[[stoa::writes(exponent, 4)]] float frexpf(float x, int *exponent);
[[stoa::constant]] float ldexpf(float x, int exponent);
[[stoa::constant]] float scalbnf(float x, int exponent);
[[stoa::writes(whole, sizeof(*whole))]] float modff(float x, float *whole);
[[stoa::constant]] long lrintf(float x);
[[stoa::constant]] long long llrintf(float x);
[[stoa::constant]] long lroundf(float x);
[[stoa::constant]] long long llroundf(float x);
[[stoa::constant]] int ilogbf(float x);
[[stoa::constant]] long double acosl(long double x);
[[stoa::constant]] long double asinl(long double x);
[[stoa::constant]] long double atanl(long double x);
[[stoa::constant]] long double cosl(long double x);
[[stoa::constant]] long double sinl(long double x);
[[stoa::constant]] long double tanl(long double x);
[[stoa::constant]] long double coshl(long double x);
[[stoa::constant]] long double sinhl(long double x);
[[stoa::constant]] long double tanhl(long double x);
[[stoa::constant]] long double acoshl(long double x);
[[stoa::constant]] long double asinhl(long double x);
[[stoa::constant]] long double atanhl(long double x);
[[stoa::constant]] long double expl(long double x);
[[stoa::constant]] long double exp2l(long double x);
[[stoa::constant]] long double expm1l(long double x);
[[stoa::constant, stoa::requires(x > 0)]] long double log10l(long double x);
[[stoa::constant]] long double log1pl(long double x);
[[stoa::constant, stoa::requires(x > 0)]] long double log2l(long double x);
[[stoa::constant]] long double logbl(long double x);
[[stoa::constant, stoa::requires(x > 0)]] long double logl(long double x);
[[stoa::constant]] long double cbrtl(long double x);
[[stoa::constant]] long double fabsl(long double x);
[[stoa::constant]] long double erfl(long double x);
[[stoa::constant]] long double erfcl(long double x);
[[stoa::constant]] long double lgammal(long double x);
[[stoa::constant]] long double tgammal(long double x);
[[stoa::constant]] long double ceill(long double x);
[[stoa::constant]] long double floorl(long double x);
[[stoa::constant]] long double nearbyintl(long double x);
[[stoa::constant]] long double rintl(long double x);
[[stoa::constant]] long double roundl(long double x);
[[stoa::constant]] long double truncl(long double x);
[[stoa::constant, stoa::requires(x >= 0)]] long double sqrtl(long double x);
[[stoa::constant]] long double atan2l(long double x, long double y);
[[stoa::constant]] long double powl(long double x, long double y);
[[stoa::constant]] long double hypotl(long double x, long double y);
[[stoa::constant, stoa::requires(y != 0)]] long double fmodl(long double x, long double y);
[[stoa::constant, stoa::requires(y != 0)]] long double remainderl(long double x, long double y);
[[stoa::constant]] long double copysignl(long double x, long double y);
[[stoa::constant]] long double nextafterl(long double x, long double y);
[[stoa::constant]] long double fdiml(long double x, long double y);
[[stoa::constant]] long double fmaxl(long double x, long double y);
[[stoa::constant]] long double fminl(long double x, long double y);
[[stoa::constant]] long double fmal(long double x, long double y, long double z);
[[stoa::writes(exponent, 4)]] long double frexpl(long double x, int *exponent);
[[stoa::constant]] long double ldexpl(long double x, int exponent);
[[stoa::constant]] long double scalbnl(long double x, int exponent);
[[stoa::writes(whole, sizeof(*whole))]] long double modfl(long double x, long double *whole);
[[stoa::constant]] long lrintl(long double x);
[[stoa::constant]] long long llrintl(long double x);
[[stoa::constant]] long lroundl(long double x);
[[stoa::constant]] long long llroundl(long double x);
[[stoa::constant]] int ilogbl(long double x);
[[stoa::constant]] int isnan(double x);
[[stoa::constant]] int isinf(double x);
[[stoa::constant]] int isfinite(double x);
[[stoa::constant]] int isnormal(double x);
[[stoa::constant]] int signbit(double x);
[[stoa::constant]] int fpclassify(double x);
[[stoa::constant]] int isgreater(double x, double y);
[[stoa::constant]] int isgreaterequal(double x, double y);
[[stoa::constant]] int isless(double x, double y);
[[stoa::constant]] int islessequal(double x, double y);
[[stoa::constant]] int islessgreater(double x, double y);
[[stoa::constant]] int isunordered(double x, double y);
