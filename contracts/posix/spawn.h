/* Contract: starting programs. */
typedef struct { int words[84]; } posix_spawnattr_t;
typedef struct { int words[20]; } posix_spawn_file_actions_t;
[[stoa::string(path), stoa::sink(path, program), stoa::sink(argv, argument), stoa::nullable(process, actions, attributes, envp), stoa::must_check, stoa::error_if(result != 0)]]
int posix_spawn(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]);
[[stoa::string(file), stoa::sink(file, program), stoa::sink(argv, argument), stoa::nullable(process, actions, attributes, envp), stoa::must_check, stoa::error_if(result != 0)]]
[[stoa::weak(426, "the program is searched in PATH, which the caller of the process sets", "posix_spawn with an absolute path")]]
int posix_spawnp(pid_t *process, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]);
