/* Sizes of a decoder's elements. */
enum element { ELEMENT_BYTE, ELEMENT_SHORT, ELEMENT_LONG, ELEMENT_TEXT, ELEMENT_COUNT };

int element_size(enum element e)
{
    int size = -1;
    switch (e) { // expect: CWE-478
    case ELEMENT_BYTE: size = 1; break;
    case ELEMENT_SHORT: size = 2; break;
    case ELEMENT_LONG: size = 4; break;
    }
    return size;
}

void element_name(enum element e, const char **name)
{
    switch (e) { // expect: CWE-478
    case ELEMENT_TEXT: *name = "text"; break;
    }
}

int element_size_repaired(enum element e)
{
    int size;
    switch (e) {
    case ELEMENT_BYTE: size = 1; break;
    case ELEMENT_SHORT: size = 2; break;
    case ELEMENT_LONG: size = 4; break;
    default: size = -1; break;
    }
    return size;
}

/* All that are elements are named. */
int element_is_text(enum element e)
{
    int text = 0;
    switch (e) {
    case ELEMENT_BYTE:
    case ELEMENT_SHORT:
    case ELEMENT_LONG: text = 0; break;
    case ELEMENT_TEXT: text = 1; break;
    }
    return text;
}
