/* Contract: network interfaces. */
enum {
    IFNAMSIZ = 16, IF_NAMESIZE = 16, IFF_UP = 1, IFF_LOOPBACK = 8, IFF_PROMISC = 256
};
struct if_nameindex { unsigned int if_index; char *if_name; };
struct ifaddrs { struct ifaddrs *ifa_next; char *ifa_name; unsigned int ifa_flags; struct sockaddr *ifa_addr; struct sockaddr *ifa_netmask; struct sockaddr *ifa_dstaddr; void *ifa_data; };
[[stoa::string(name), stoa::error_if(result == 0)]] unsigned int if_nametoindex(const char *name);
[[stoa::writes_string_up_to(name, 16), stoa::error_if(result == NULL)]] char *if_indextoname(unsigned int index, char *name);
[[stoa::allocates(*list, ifaddrs), stoa::must_check, stoa::error_if(result != 0)]] int getifaddrs(struct ifaddrs **list);
[[stoa::frees(list, ifaddrs)]] void freeifaddrs(struct ifaddrs *list);
