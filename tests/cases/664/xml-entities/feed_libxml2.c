/* Reads a feed that somebody else wrote, with libxml2. */
#include <libxml/parser.h>

xmlDocPtr feed_read(const char *data, int size)
{
    return xmlReadMemory(data, size, "feed.xml", NULL, XML_PARSE_NOENT); // expect: CWE-611
}

xmlDocPtr feed_read_with_dtd(const char *data, int size)
{
    return xmlReadMemory(data, size, "feed.xml", NULL, XML_PARSE_DTDLOAD | XML_PARSE_NONET); // expect: CWE-611
}

xmlDocPtr feed_read_repaired(const char *data, int size)
{
    return xmlReadMemory(data, size, "feed.xml", NULL, XML_PARSE_NONET);
}
