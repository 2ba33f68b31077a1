/* Contract: locks on whole files. */
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
[[stoa::uses(fd, fd), stoa::must_check("the lock is not held"), stoa::error_if(result != 0)]] int flock(int fd, int operation);
