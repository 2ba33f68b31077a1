/* Contract: device control. */
struct winsize { unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel; };
#define FIONREAD 0x541B
#define FIONBIO 0x5421
#define FIOCLEX 0x5451
#define TIOCGWINSZ 0x5413
#define TIOCSWINSZ 0x5414
#define TIOCNOTTY 0x5422
#define TIOCSCTTY 0x540E
#define TIOCSTI 0x5412
#define SIOCGIFCONF 0x8912
#define SIOCGIFFLAGS 0x8913
#define SIOCGIFADDR 0x8915
#define SIOCGIFHWADDR 0x8927
[[stoa::uses(fd, fd), stoa::error_if(result == -1)]] int ioctl(int fd, unsigned long request, ...);
