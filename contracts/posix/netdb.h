/* Contract: names of hosts and services. */
struct hostent { char *h_name; char **h_aliases; int h_addrtype; int h_length; char **h_addr_list; };
#define h_addr h_addr_list[0]
struct servent { char *s_name; char **s_aliases; int s_port; char *s_proto; };
struct protoent { char *p_name; char **p_aliases; int p_proto; };
struct addrinfo { int ai_flags; int ai_family; int ai_socktype; int ai_protocol; socklen_t ai_addrlen; struct sockaddr *ai_addr; char *ai_canonname; struct addrinfo *ai_next; };
extern int h_errno;
enum {
    AI_PASSIVE = 1, AI_CANONNAME = 2, AI_NUMERICHOST = 4, AI_V4MAPPED = 8, AI_ALL = 16, AI_ADDRCONFIG = 32,
    AI_NUMERICSERV = 1024, NI_NUMERICHOST = 1, NI_NUMERICSERV = 2, NI_NOFQDN = 4, NI_NAMEREQD = 8, NI_DGRAM = 16,
    NI_MAXHOST = 1025, NI_MAXSERV = 32, EAI_BADFLAGS = -1, EAI_NONAME = -2, EAI_AGAIN = -3, EAI_FAIL = -4,
    EAI_NODATA = -5, EAI_FAMILY = -6, EAI_SOCKTYPE = -7, EAI_SERVICE = -8, EAI_MEMORY = -10, EAI_SYSTEM = -11,
    EAI_OVERFLOW = -12, HOST_NOT_FOUND = 1, TRY_AGAIN = 2, NO_RECOVERY = 3, NO_DATA = 4
};
[[stoa::nullable(node, service, hints), stoa::string(node), stoa::string(service), stoa::allocates(*list, addrinfo), stoa::must_check, stoa::blocks, stoa::error_if(result != 0)]]
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **list);
[[stoa::frees(list, addrinfo), stoa::nonnull(list)]] void freeaddrinfo(struct addrinfo *list);
[[stoa::reads(address, size), stoa::nullable(host, service), stoa::writes_string_up_to(host, host_size), stoa::writes_string_up_to(service, service_size)]]
[[stoa::taints(host, network), stoa::must_check, stoa::error_if(result != 0)]]
int getnameinfo(const struct sockaddr *address, socklen_t size, char *host, socklen_t host_size, char *service, socklen_t service_size, int flags);
[[stoa::returns_static, stoa::returns_nonnull]] const char *gai_strerror(int number);
[[stoa::string(name), stoa::returns_static, stoa::blocks, stoa::error_if(result == NULL), stoa::taints(result, network), stoa::not_reentrant("getaddrinfo"), stoa::obsolete("getaddrinfo")]] struct hostent *gethostbyname(const char *name);
[[stoa::string(name), stoa::returns_static, stoa::blocks, stoa::error_if(result == NULL), stoa::taints(result, network), stoa::not_reentrant("getaddrinfo"), stoa::obsolete("getaddrinfo")]] struct hostent *gethostbyname2(const char *name, int family);
[[stoa::reads(address, size), stoa::returns_static, stoa::blocks, stoa::error_if(result == NULL), stoa::taints(result, network), stoa::not_reentrant("getnameinfo"), stoa::obsolete("getnameinfo")]]
[[stoa::weak(350, "whoever owns the address chooses the name", "authenticate the peer by a certificate or key")]]
struct hostent *gethostbyaddr(const void *address, socklen_t size, int family);
[[stoa::string(name), stoa::returns_static, stoa::may_return_null("there is no such service"), stoa::not_reentrant]] struct servent *getservbyname(const char *name, const char *protocol);
[[stoa::returns_static, stoa::may_return_null("there is no such service"), stoa::not_reentrant]] struct servent *getservbyport(int port, const char *protocol);
[[stoa::string(name), stoa::returns_static, stoa::may_return_null("there is no such protocol"), stoa::not_reentrant]] struct protoent *getprotobyname(const char *name);
[[stoa::string(text)]] void herror(const char *text);
[[stoa::returns_static]] const char *hstrerror(int number);
