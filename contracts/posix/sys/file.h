/* Contract: locks on whole files. */
enum { LOCK_SH = 1, LOCK_EX = 2, LOCK_NB = 4, LOCK_UN = 8 };
[[stoa::uses(fd, fd), stoa::must_check("the lock is not held"), stoa::error_if(result != 0)]] int flock(int fd, int operation);
