/* Contract: device control. */
struct winsize { unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel; };
enum {
    FIONREAD = 0x541B, FIONBIO = 0x5421, FIOCLEX = 0x5451, TIOCGWINSZ = 0x5413, TIOCSWINSZ = 0x5414,
    TIOCNOTTY = 0x5422, TIOCSCTTY = 0x540E, TIOCSTI = 0x5412, SIOCGIFCONF = 0x8912, SIOCGIFFLAGS = 0x8913,
    SIOCGIFADDR = 0x8915, SIOCGIFHWADDR = 0x8927
};
[[stoa::uses(fd, fd), stoa::error_if(result == -1)]] int ioctl(int fd, unsigned long request, ...);
