/* Contract: sockets (Linux, x86-64). */
typedef unsigned int socklen_t;
typedef unsigned short sa_family_t;
struct sockaddr { sa_family_t sa_family; char sa_data[14]; };
struct sockaddr_storage { sa_family_t ss_family; char __ss_padding[118]; unsigned long __ss_align; };
struct linger { int l_onoff; int l_linger; };
struct msghdr { void *msg_name; socklen_t msg_namelen; struct iovec *msg_iov; size_t msg_iovlen; void *msg_control; size_t msg_controllen; int msg_flags; };
struct mmsghdr { struct msghdr msg_hdr; unsigned int msg_len; };
struct cmsghdr { size_t cmsg_len; int cmsg_level; int cmsg_type; };
struct ucred { pid_t pid; uid_t uid; gid_t gid; };
enum {
    SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3, SOCK_SEQPACKET = 5, SOCK_NONBLOCK = 2048, SOCK_CLOEXEC = 524288,
    PF_UNSPEC = 0, PF_UNIX = 1, PF_LOCAL = 1, PF_INET = 2, PF_INET6 = 10, PF_PACKET = 17, AF_UNSPEC = 0, AF_UNIX = 1,
    AF_LOCAL = 1, AF_INET = 2, AF_INET6 = 10, AF_NETLINK = 16, AF_PACKET = 17, SOL_SOCKET = 1, SO_DEBUG = 1,
    SO_REUSEADDR = 2, SO_TYPE = 3, SO_ERROR = 4, SO_DONTROUTE = 5, SO_BROADCAST = 6, SO_SNDBUF = 7, SO_RCVBUF = 8,
    SO_KEEPALIVE = 9, SO_OOBINLINE = 10, SO_PRIORITY = 12, SO_LINGER = 13, SO_REUSEPORT = 15, SO_PASSCRED = 16,
    SO_PEERCRED = 17, SO_RCVTIMEO = 20, SO_SNDTIMEO = 21, SO_BINDTODEVICE = 25, SO_TIMESTAMP = 29, SO_ACCEPTCONN = 30,
    SOMAXCONN = 4096, MSG_OOB = 1, MSG_PEEK = 2, MSG_DONTROUTE = 4, MSG_CTRUNC = 8, MSG_TRUNC = 32, MSG_DONTWAIT = 64,
    MSG_EOR = 128, MSG_WAITALL = 256, MSG_NOSIGNAL = 16384, MSG_CMSG_CLOEXEC = 1073741824, SCM_RIGHTS = 1,
    SHUT_RD = 0, SHUT_WR = 1, SHUT_RDWR = 2
};
[[stoa::opens(result, fd), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] int socket(int family, int type, int protocol);
[[stoa::writes(fds, 8), stoa::must_check, stoa::error_if(result != 0), stoa::signal_safe]] int socketpair(int family, int type, int protocol, int fds[2]);
[[stoa::uses(fd, fd), stoa::reads(address, size), stoa::must_check("the socket has no address of its own"), stoa::error_if(result != 0), stoa::signal_safe]] int bind(int fd, const struct sockaddr *address, socklen_t size);
[[stoa::uses(fd, fd), stoa::reads(address, size), stoa::must_check("the socket is not connected"), stoa::blocks, stoa::error_if(result != 0), stoa::signal_safe]] int connect(int fd, const struct sockaddr *address, socklen_t size);
[[stoa::uses(fd, fd), stoa::must_check, stoa::error_if(result != 0), stoa::signal_safe]] int listen(int fd, int backlog);
[[stoa::opens(result, fd), stoa::new_peer(result), stoa::uses(fd, fd), stoa::nullable(address, size), stoa::writes_up_to(address, *size), stoa::must_check, stoa::blocks, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]]
int accept(int fd, struct sockaddr *address, socklen_t *size);
[[stoa::opens(result, fd), stoa::new_peer(result), stoa::uses(fd, fd), stoa::nullable(address, size), stoa::writes_up_to(address, *size), stoa::must_check, stoa::blocks, stoa::ensures(result >= -1), stoa::error_if(result == -1)]]
int accept4(int fd, struct sockaddr *address, socklen_t *size, int flags);
[[stoa::uses(fd, fd), stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::must_check("the buffer may hold less than was asked for")]]
[[stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1), stoa::consumes(fd), stoa::blocks, stoa::signal_safe]]
ssize_t recv(int fd, void *buffer, size_t size, int flags);
[[stoa::uses(fd, fd), stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, network), stoa::taints(address, network), stoa::new_peer(*address)]]
[[stoa::nullable(address, address_size), stoa::writes_up_to(address, *address_size), stoa::must_check, stoa::ensures(result >= -1 && result <= size)]]
[[stoa::error_if(result == -1), stoa::consumes(fd), stoa::blocks, stoa::signal_safe]]
ssize_t recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *address, socklen_t *address_size);
[[stoa::uses(fd, fd), stoa::taints(message, network), stoa::must_check, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::consumes(fd), stoa::blocks, stoa::signal_safe]]
ssize_t recvmsg(int fd, struct msghdr *message, int flags);
[[stoa::uses(fd, fd), stoa::taints(messages, network), stoa::must_check, stoa::nullable(timeout), stoa::error_if(result == -1), stoa::consumes(fd), stoa::blocks]]
int recvmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags, struct timespec *timeout);
[[stoa::uses(fd, fd), stoa::reads(buffer, size), stoa::exposes(buffer, network), stoa::ensures(result >= -1 && result <= size), stoa::must_check, stoa::error_if(result == -1), stoa::signal_safe]]
ssize_t send(int fd, const void *buffer, size_t size, int flags);
[[stoa::uses(fd, fd), stoa::reads(buffer, size), stoa::exposes(buffer, network), stoa::nullable(address), stoa::reads(address, address_size), stoa::ensures(result >= -1 && result <= size), stoa::error_if(result == -1), stoa::signal_safe]]
ssize_t sendto(int fd, const void *buffer, size_t size, int flags, const struct sockaddr *address, socklen_t address_size);
[[stoa::uses(fd, fd), stoa::exposes(message, network), stoa::error_if(result == -1), stoa::signal_safe]] ssize_t sendmsg(int fd, const struct msghdr *message, int flags);
[[stoa::uses(fd, fd), stoa::error_if(result == -1)]] int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags);
[[stoa::uses(fd, fd), stoa::writes_up_to(value, *size), stoa::error_if(result != 0), stoa::signal_safe]] int getsockopt(int fd, int level, int name, void *value, socklen_t *size);
[[stoa::uses(fd, fd), stoa::reads(value, size), stoa::nullable(value), stoa::error_if(result != 0), stoa::signal_safe]] int setsockopt(int fd, int level, int name, const void *value, socklen_t size);
[[stoa::uses(fd, fd), stoa::writes_up_to(address, *size), stoa::error_if(result != 0), stoa::signal_safe]] int getsockname(int fd, struct sockaddr *address, socklen_t *size);
[[stoa::uses(fd, fd), stoa::writes_up_to(address, *size), stoa::taints(address, network), stoa::error_if(result != 0), stoa::signal_safe]] int getpeername(int fd, struct sockaddr *address, socklen_t *size);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int shutdown(int fd, int how);
[[stoa::uses(fd, fd), stoa::error_if(result == -1), stoa::signal_safe]] int sockatmark(int fd);
struct cmsghdr *CMSG_FIRSTHDR(struct msghdr *message);
struct cmsghdr *CMSG_NXTHDR(struct msghdr *message, struct cmsghdr *header);
unsigned char *CMSG_DATA(struct cmsghdr *header);
size_t CMSG_SPACE(size_t size);
size_t CMSG_LEN(size_t size);
