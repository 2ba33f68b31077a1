/*
 * Tests of an index that comes from the caller, which let in the first one that there is not.
 */
static const char *const names[5] = {"a", "b", "c", "d", "e"};

const char *name_of(int n)
{
    if (n >= 0 && n <= 5)
        return names[n]; // expect: CWE-193
    return "";
}

const char *name_of_unsigned(unsigned n)
{
    if (n > 5)
        return "";
    return names[n]; // expect: CWE-193
}

int marked(int at)
{
    char marks[8] = {0};
    if (at < 0 || 8 < at)
        return -1;
    marks[at] = 1; // expect: CWE-193
    return marks[0];
}

/* ---- they stop in time, or leave the question to the caller ---- */

const char *name_of_right(int n)
{
    if (n >= 0 && n < 5)
        return names[n];
    return "";
}

const char *name_of_any(unsigned n)
{
    return names[n];
}

const char *name_behind(unsigned n)
{
    static const char *const longer[6] = {"a", "b", "c", "d", "e", ""};
    if (n > 5)
        return "";
    return longer[n];
}
