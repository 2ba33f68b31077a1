#define PREFIX "pre"
const char *s = "a\0b\x7f\101\n"
                "tail";
const char *p = PREFIX "-" UNSEEN_FORMAT "!";
typedef int wchar_t;
const wchar_t *w = L"wide";
const char *u = u8"\u00e9";
char c = '\'';
unsigned v = 'ab';
int f(void)
{
    return "xyz"[1] + sizeof("four") + __func__[0];
}
