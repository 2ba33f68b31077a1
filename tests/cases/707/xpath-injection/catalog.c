/* Searching a catalogue by a word that a reader typed. */
#include <libxml/xpath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

xmlXPathObjectPtr by_title(xmlXPathContextPtr context, int client)
{
    char title[64], query[128];
    ssize_t n = recv(client, title, sizeof title - 1, 0);
    if (n <= 0)
        return NULL;
    title[n] = '\0';
    snprintf(query, sizeof query, "//book[title='%s']", title);
    return xmlXPathEvalExpression((const xmlChar *)query, context); // expect: CWE-643
}

xmlXPathObjectPtr by_query(xmlXPathContextPtr context, FILE *f)
{
    char query[128];
    if (fgets(query, sizeof query, f) == NULL)
        return NULL;
    return xmlXPathEvalExpression((const xmlChar *)query, context); // expect: CWE-643
}

xmlXPathObjectPtr by_setting(xmlXPathContextPtr context)
{
    const char *query = getenv("CATALOG_QUERY");
    return query ? xmlXPathEvalExpression((const xmlChar *)query, context) : NULL; // expect: CWE-643
}

xmlXPathObjectPtr all(xmlXPathContextPtr context)
{
    return xmlXPathEvalExpression((const xmlChar *)"//book", context);
}

xmlXPathObjectPtr by_number(xmlXPathContextPtr context, int client)
{
    unsigned id = 0;
    char query[64];
    if (recv(client, &id, sizeof id, 0) != (ssize_t)sizeof id)
        return NULL;
    snprintf(query, sizeof query, "//book[%u]", id);
    return xmlXPathEvalExpression((const xmlChar *)query, context);
}

xmlXPathObjectPtr by_title_checked(xmlXPathContextPtr context, int client)
{
    char title[64], query[128];
    ssize_t n = recv(client, title, sizeof title - 1, 0);
    if (n <= 0)
        return NULL;
    title[n] = '\0';
    if (strpbrk(title, "'\"") != NULL)
        return NULL;
    snprintf(query, sizeof query, "//book[title='%s']", title);
    return xmlXPathEvalExpression((const xmlChar *)query, context);
}
