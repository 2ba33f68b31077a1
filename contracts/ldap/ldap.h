/* Contract: OpenLDAP's client library. */
typedef struct ldap LDAP;
typedef struct ldapmsg LDAPMessage;
typedef struct berelement BerElement;
typedef struct ldapmod LDAPMod;
typedef struct ldapcontrol LDAPControl;
struct berval { unsigned long bv_len; char *bv_val; };
enum {
    LDAP_SUCCESS = 0, LDAP_SCOPE_BASE = 0, LDAP_SCOPE_ONELEVEL = 1, LDAP_SCOPE_SUBTREE = 2, LDAP_PORT = 389,
    LDAPS_PORT = 636, LDAP_VERSION3 = 3, LDAP_OPT_PROTOCOL_VERSION = 0x11, LDAP_OPT_X_TLS_REQUIRE_CERT = 0x6006,
    LDAP_OPT_X_TLS_NEVER = 0, LDAP_OPT_X_TLS_HARD = 1, LDAP_OPT_X_TLS_DEMAND = 2, LDAP_OPT_X_TLS_ALLOW = 3,
    LDAP_OPT_X_TLS_TRY = 4
};
#define LDAP_SASL_SIMPLE ((char *)0)
[[stoa::opens(*ld, LDAP), stoa::string(uri), stoa::must_check, stoa::error_if(result != 0)]] int ldap_initialize(LDAP **ld, const char *uri);
[[stoa::opens(result, LDAP), stoa::error_if(result == NULL), stoa::obsolete("ldap_initialize")]] LDAP *ldap_init(const char *host, int port);
[[stoa::closes(ld, LDAP)]] int ldap_unbind(LDAP *ld);
[[stoa::closes(ld, LDAP)]] int ldap_unbind_ext_s(LDAP *ld, LDAPControl **server, LDAPControl **client);
[[stoa::credential(password, password), stoa::must_check("the connection is not authenticated"), stoa::error_if(result != 0)]] int ldap_simple_bind_s(LDAP *ld, const char *who, const char *password);
[[stoa::credential(password, password), stoa::must_check("the connection is not authenticated"), stoa::error_if(result != 0)]] int ldap_bind_s(LDAP *ld, const char *who, const char *password, int method);
[[stoa::credential(password, password), stoa::nullable(mechanism, server, client), stoa::must_check("the connection is not authenticated"), stoa::error_if(result != 0)]] int ldap_sasl_bind_s(LDAP *ld, const char *name, const char *mechanism, struct berval *password, LDAPControl **server, LDAPControl **client, struct berval **answer);
[[stoa::must_check("the connection is not encrypted"), stoa::error_if(result != 0)]] int ldap_start_tls_s(LDAP *ld, LDAPControl **server, LDAPControl **client);
[[stoa::misuse(option == LDAP_OPT_X_TLS_REQUIRE_CERT && (*value == LDAP_OPT_X_TLS_NEVER || *value == LDAP_OPT_X_TLS_ALLOW), 295, "the certificate of the server is not verified", "LDAP_OPT_X_TLS_DEMAND"), stoa::error_if(result != 0)]] int ldap_set_option(LDAP *ld, int option, const void *value);
[[stoa::sink(base, ldap), stoa::sink(filter, ldap), stoa::nullable(filter, attributes), stoa::must_check, stoa::error_if(result != 0)]] int ldap_search_s(LDAP *ld, const char *base, int scope, const char *filter, char **attributes, int types_only, LDAPMessage **answer);
[[stoa::sink(base, ldap), stoa::sink(filter, ldap), stoa::nullable(filter, attributes), stoa::error_if(result == -1)]] int ldap_search(LDAP *ld, const char *base, int scope, const char *filter, char **attributes, int types_only);
[[stoa::sink(base, ldap), stoa::sink(filter, ldap), stoa::nullable(filter, attributes), stoa::must_check, stoa::error_if(result != 0)]] int ldap_search_ext_s(LDAP *ld, const char *base, int scope, const char *filter, char **attributes, int types_only, LDAPControl **server, LDAPControl **client, struct timeval *timeout, int limit, LDAPMessage **answer);
[[stoa::sink(base, ldap), stoa::sink(filter, ldap), stoa::must_check, stoa::error_if(result != 0)]] int ldap_search_ext(LDAP *ld, const char *base, int scope, const char *filter, char **attributes, int types_only, LDAPControl **server, LDAPControl **client, struct timeval *timeout, int limit, int *message);
[[stoa::sink(name, ldap), stoa::error_if(result != 0)]] int ldap_modify_ext_s(LDAP *ld, const char *name, LDAPMod **changes, LDAPControl **server, LDAPControl **client);
[[stoa::sink(name, ldap), stoa::error_if(result != 0)]] int ldap_delete_ext_s(LDAP *ld, const char *name, LDAPControl **server, LDAPControl **client);
[[stoa::closes(message, LDAPMessage)]] int ldap_msgfree(LDAPMessage *message);
[[stoa::returns_within(answer), stoa::may_return_null("there are no entries")]] LDAPMessage *ldap_first_entry(LDAP *ld, LDAPMessage *answer);
[[stoa::returns_within(entry), stoa::may_return_null("there are no more entries")]] LDAPMessage *ldap_next_entry(LDAP *ld, LDAPMessage *entry);
[[stoa::allocates(result, ldap), stoa::error_if(result == NULL)]] char *ldap_get_dn(LDAP *ld, LDAPMessage *entry);
[[stoa::frees(block, ldap)]] void ldap_memfree(void *block);
[[stoa::allocates(result, ldap_values), stoa::may_return_null("the entry has no such attribute")]] struct berval **ldap_get_values_len(LDAP *ld, LDAPMessage *entry, const char *attribute);
[[stoa::frees(values, ldap_values)]] void ldap_value_free_len(struct berval **values);
[[stoa::returns_static]] char *ldap_err2string(int error);
int ldap_count_entries(LDAP *ld, LDAPMessage *answer);
