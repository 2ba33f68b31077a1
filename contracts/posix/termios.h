/* Contract: terminals. */
typedef unsigned int tcflag_t;
typedef unsigned char cc_t;
typedef unsigned int speed_t;
struct termios { tcflag_t c_iflag, c_oflag, c_cflag, c_lflag; cc_t c_line; cc_t c_cc[32]; speed_t c_ispeed, c_ospeed; };
#define ICANON 2
#define ECHO 8
#define ECHOE 16
#define ISIG 1
#define IEXTEN 0100000
#define BRKINT 2
#define ICRNL 0400
#define INPCK 020
#define ISTRIP 040
#define IXON 02000
#define OPOST 1
#define CS8 060
#define CREAD 0200
#define CLOCAL 04000
#define VTIME 5
#define VMIN 6
#define TCSANOW 0
#define TCSADRAIN 1
#define TCSAFLUSH 2
#define TCIFLUSH 0
#define TCIOFLUSH 2
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
