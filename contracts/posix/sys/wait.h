/* Contract: waiting for children. */
enum { WNOHANG = 1, WUNTRACED = 2, WCONTINUED = 8 };
[[stoa::nullable(status), stoa::writes(status, 4), stoa::blocks, stoa::error_if(result == -1), stoa::signal_safe]] pid_t wait(int *status);
[[stoa::nullable(status), stoa::writes(status, 4), stoa::blocks, stoa::ensures(result >= -1), stoa::error_if(result == -1), stoa::signal_safe]] pid_t waitpid(pid_t process, int *status, int options);
[[stoa::nullable(status, usage), stoa::blocks, stoa::error_if(result == -1)]] pid_t wait3(int *status, int options, struct rusage *usage);
[[stoa::nullable(status, usage), stoa::blocks, stoa::error_if(result == -1)]] pid_t wait4(pid_t process, int *status, int options, struct rusage *usage);
[[stoa::constant]] int WIFEXITED(int status);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 255)]] int WEXITSTATUS(int status);
[[stoa::constant]] int WIFSIGNALED(int status);
[[stoa::constant, stoa::ensures(result >= 0 && result <= 127)]] int WTERMSIG(int status);
[[stoa::constant]] int WIFSTOPPED(int status);
[[stoa::constant]] int WSTOPSIG(int status);
[[stoa::constant]] int WCOREDUMP(int status);
