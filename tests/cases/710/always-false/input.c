/* Reading numbers from the user. */
#include <stdint.h>
#include <stdio.h>

int in_range(unsigned value)
{
    if (value < 0) // expect: CWE-570
        return 0;
    return value <= 100;
}

int end_of_input(FILE *in)
{
    unsigned char c = (unsigned char)fgetc(in);
    return c == EOF ? 1 : 0; // expect: CWE-570
}

int small(uint8_t level)
{
    if (level > 300) // expect: CWE-570
        return 0;
    return 1;
}

int kind(int code)
{
    if (code == 1 && code == 2) // expect: CWE-570
        return 12;
    if (code == 3)
        return 30;
    else if (code == 4)
        return 40;
    else if (code == 3) // expect: CWE-570
        return 31;
    return 0;
}

/* Near misses. */
int in_signed_range(int value)
{
    if (value < 0)
        return 0;
    return value <= 100;
}

int end_of_text(FILE *in)
{
    int c = fgetc(in);
    return c == EOF ? 1 : 0;
}

int printable(char c)
{
    return c < 0 ? 0 : 1;
}

int changed(int code, int (*next)(int))
{
    if (code == 3) {
        code = next(code);
        if (code == 4)
            return 1;
    }
    return code == 5 && next(5) == 6;
}

int never(void)
{
    if (0)
        return 1;
    return sizeof(long) == 4 ? 2 : 3;
}

int same_place(int at)
{
    if (at == at - 1) // expect: CWE-570
        return 1;
    if (2 == 3) // expect: CWE-570
        return 2;
    return at + 1 == at++ ? 3 : 4;
}
