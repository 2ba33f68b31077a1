/* Contract: addresses of the Internet protocols. */
typedef unsigned int in_addr_t;
typedef unsigned short in_port_t;
struct in_addr { in_addr_t s_addr; };
struct in6_addr { union { unsigned char s6_addr[16]; unsigned short s6_addr16[8]; unsigned int s6_addr32[4]; }; };
struct sockaddr_in { sa_family_t sin_family; in_port_t sin_port; struct in_addr sin_addr; unsigned char sin_zero[8]; };
struct sockaddr_in6 { sa_family_t sin6_family; in_port_t sin6_port; unsigned int sin6_flowinfo; struct in6_addr sin6_addr; unsigned int sin6_scope_id; };
struct ip_mreq { struct in_addr imr_multiaddr; struct in_addr imr_interface; };
struct ipv6_mreq { struct in6_addr ipv6mr_multiaddr; unsigned int ipv6mr_interface; };
extern const struct in6_addr in6addr_any, in6addr_loopback;
#define INADDR_ANY ((in_addr_t)0)
#define INADDR_BROADCAST ((in_addr_t)0xffffffff)
#define INADDR_NONE ((in_addr_t)0xffffffff)
#define INADDR_LOOPBACK ((in_addr_t)0x7f000001)
enum {
    INET_ADDRSTRLEN = 16, INET6_ADDRSTRLEN = 46, IPPROTO_IP = 0, IPPROTO_ICMP = 1, IPPROTO_TCP = 6, IPPROTO_UDP = 17,
    IPPROTO_IPV6 = 41, IPPROTO_ICMPV6 = 58, IPPROTO_RAW = 255, IPPORT_RESERVED = 1024, IP_TOS = 1, IP_TTL = 2,
    IP_ADD_MEMBERSHIP = 35, IP_DROP_MEMBERSHIP = 36, IP_MULTICAST_IF = 32, IP_MULTICAST_TTL = 33,
    IP_MULTICAST_LOOP = 34, IPV6_V6ONLY = 26, IPV6_JOIN_GROUP = 20, IPV6_TCLASS = 67
};
[[stoa::constant, stoa::propagates(result, value)]] unsigned int htonl(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short htons(unsigned short value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned int ntohl(unsigned int value);
[[stoa::constant, stoa::propagates(result, value)]] unsigned short ntohs(unsigned short value);
int IN6_IS_ADDR_UNSPECIFIED(const struct in6_addr *address);
int IN6_IS_ADDR_LOOPBACK(const struct in6_addr *address);
int IN6_IS_ADDR_MULTICAST(const struct in6_addr *address);
int IN6_IS_ADDR_LINKLOCAL(const struct in6_addr *address);
int IN6_IS_ADDR_V4MAPPED(const struct in6_addr *address);
int IN_MULTICAST(in_addr_t address);
