struct item {
    const char *name;
    int value;
};
static const struct item items[] = {
    {"first", 1},
#ifdef HAVE_SECOND
    {"second", 2},
#endif
    {"last", 3},
};
int count(void)
{
    return sizeof items / sizeof items[0];
}
