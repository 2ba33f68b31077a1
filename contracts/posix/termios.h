/* Contract: terminals. */
typedef unsigned int tcflag_t;
typedef unsigned char cc_t;
typedef unsigned int speed_t;
struct termios { tcflag_t c_iflag, c_oflag, c_cflag, c_lflag; cc_t c_line; cc_t c_cc[32]; speed_t c_ispeed, c_ospeed; };
enum {
    ICANON = 2, ECHO = 8, ECHOE = 16, ISIG = 1, IEXTEN = 0100000, BRKINT = 2, ICRNL = 0400, INPCK = 020, ISTRIP = 040,
    IXON = 02000, OPOST = 1, CS8 = 060, CREAD = 0200, CLOCAL = 04000, VTIME = 5, VMIN = 6, TCSANOW = 0, TCSADRAIN = 1,
    TCSAFLUSH = 2, TCIFLUSH = 0, TCIOFLUSH = 2
};
[[stoa::uses(fd, fd), stoa::writes(state, 60), stoa::error_if(result != 0), stoa::signal_safe]] int tcgetattr(int fd, struct termios *state);
[[stoa::uses(fd, fd), stoa::reads(state, 60), stoa::error_if(result != 0), stoa::signal_safe]] int tcsetattr(int fd, int actions, const struct termios *state);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int tcflush(int fd, int queue);
[[stoa::uses(fd, fd), stoa::error_if(result != 0), stoa::signal_safe]] int tcdrain(int fd);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int tcsendbreak(int fd, int duration);
[[stoa::uses(fd, fd), stoa::error_if(result == -1)]] pid_t tcgetpgrp(int fd);
[[stoa::uses(fd, fd), stoa::error_if(result != 0)]] int tcsetpgrp(int fd, pid_t group);
[[stoa::error_if(result != 0)]] int cfsetispeed(struct termios *state, speed_t speed);
[[stoa::error_if(result != 0)]] int cfsetospeed(struct termios *state, speed_t speed);
void cfmakeraw(struct termios *state);
