/* Looking up people in a directory. */
#include <ldap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int by_name(LDAP *ld, int client, LDAPMessage **out)
{
    char name[64], filter[128];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    snprintf(filter, sizeof filter, "(cn=%s)", name);
    return ldap_search_ext_s(ld, "ou=people", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 1, out); // expect: CWE-90
}

int by_mail(LDAP *ld, FILE *list, LDAPMessage **out)
{
    char filter[128];
    if (fgets(filter, sizeof filter, list) == NULL)
        return -1;
    return ldap_search_ext_s(ld, "ou=people", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 1, out); // expect: CWE-90
}

int below(LDAP *ld, LDAPMessage **out)
{
    const char *base = getenv("DIRECTORY_BASE");
    if (base == NULL)
        return -1;
    return ldap_search_ext_s(ld, base, LDAP_SCOPE_SUBTREE, "(objectClass=person)", NULL, 0, NULL, NULL, NULL, 1, out); // expect: CWE-90
}

int everybody(LDAP *ld, LDAPMessage **out)
{
    return ldap_search_ext_s(ld, "ou=people", LDAP_SCOPE_SUBTREE, "(objectClass=person)", NULL, 0, NULL, NULL, NULL, 100, out);
}

int by_number(LDAP *ld, int client, LDAPMessage **out)
{
    unsigned number = 0;
    char filter[64];
    if (recv(client, &number, sizeof number, 0) != (ssize_t)sizeof number)
        return -1;
    snprintf(filter, sizeof filter, "(employeeNumber=%u)", number);
    return ldap_search_ext_s(ld, "ou=people", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 1, out);
}

int by_name_checked(LDAP *ld, int client, LDAPMessage **out)
{
    char name[64], filter[128];
    ssize_t n = recv(client, name, sizeof name - 1, 0);
    if (n <= 0)
        return -1;
    name[n] = '\0';
    if (strpbrk(name, "()*\\") != NULL)
        return -1;
    snprintf(filter, sizeof filter, "(cn=%s)", name);
    return ldap_search_ext_s(ld, "ou=people", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 1, out);
}
