/* #if arithmetic, compared with gcc -E by scripts/pp_gcc.sh. */
#define ONE 1
#define TWO (ONE + ONE)
#define IS(x) (x == 1)
#if ONE + TWO * 2 == 5
int a1;
#endif
#if (-1 > 0u) && (1 ? -1 : 0u) > 0
int a2;
#endif
#if - 7 / 2 == -3 && -7 % 3 == -1 && (7 >> 1) == 3 && ~0 == -1 && !0
int a3;
#endif
#if defined ONE && defined(TWO) && !defined THREE && IS(ONE)
int a4;
#endif
#if THREE || (0 && 1 / 0) || (1 || 1 / 0)
int a5;
#endif
#if 0xFFFFFFFFFFFFFFFF == -1 && 9223372036854775807 + 0 > 0 && 0b101 == 5 && 010 == 8
int a6;
#endif
#if 'a' == 97 && '\0' == 0 && '\x7f' == 127 && '\'' == 39 && L'a' == 97
int a7;
#endif
#if (1, 2) == 2
int a8;
#endif
#if 1 == 1 ? 2 == 2 : 3 == 4
int a9;
#endif
#if 3 < 2 < 1
int a10;
#endif
#if 5 & 3 | 4 ^ 1
int a11;
#endif
#ifdef ONE
#ifndef TWO
int b1;
#elif ONE > 1
int b2;
#else
int b3;
#endif
#elif defined(NOTHING)
int b4;
#endif
#if 0
plain text
#if 1
#else
#endif
int c1;
#elif TWO == 2
int c2;
#else
int c3;
#endif
#if ONE  /* a
comment */ \
    == 1 // and another
int d1;
#endif
#if ONE
int d2;
#endif
#if __LINE__ == 73
int line;
#endif
#undef ONE
#if ONE
int e1;
#elif !ONE
int e2;
#endif
#define FN(x) x
#if FN(1) && FN(TWO == (1))
int f1;
#endif
#if defined(FN) && FN(defined(FN))
int f2;
#endif
