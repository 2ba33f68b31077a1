/* Steps of a scale. */
#include <math.h>

int steps(double from, double to)
{
    int n = 0;
    double x = from;
    while (n < 1000) {
        if (x == 0.3) // expect: CWE-1077
            break;
        x += 0.1;
        n++;
    }
    return x * 2.0 == to * 3.0 ? n : -n; // expect: CWE-1077
}

int steps_repaired(double from, double to)
{
    int n = 0;
    double x = from;
    while (n < 1000 && x < 0.3 - 1e-9) {
        x += 0.1;
        n++;
    }
    return fabs(x * 2.0 - to * 3.0) < 1e-9 ? n : -n;
}

/* 0 is a value that is set, not computed. */
int is_unset(double width)
{
    return width == 0.0;
}

int is_number(double x)
{
    return x == x;
}
