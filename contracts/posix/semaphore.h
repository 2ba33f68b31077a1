/* Contract: semaphores. */
typedef union { char size[32]; long align; } sem_t;
#define SEM_FAILED ((sem_t *)0)
enum { SEM_VALUE_MAX = 2147483647 };
[[stoa::opens(*semaphore, sem), stoa::error_if(result != 0)]] int sem_init(sem_t *semaphore, int shared, unsigned int value);
[[stoa::closes(semaphore, sem), stoa::error_if(result != 0)]] int sem_destroy(sem_t *semaphore);
[[stoa::opens(result, named_sem), stoa::string(name), stoa::error_if(result == NULL)]] sem_t *sem_open(const char *name, int flags, ...);
[[stoa::closes(semaphore, named_sem), stoa::error_if(result != 0)]] int sem_close(sem_t *semaphore);
[[stoa::string(name), stoa::error_if(result != 0)]] int sem_unlink(const char *name);
[[stoa::nonnull(semaphore), stoa::blocks, stoa::must_check("a signal may have ended the wait"), stoa::error_if(result != 0)]] int sem_wait(sem_t *semaphore);
[[stoa::nonnull(semaphore), stoa::must_check, stoa::error_if(result != 0)]] int sem_trywait(sem_t *semaphore);
[[stoa::nonnull(semaphore, deadline), stoa::blocks, stoa::must_check, stoa::error_if(result != 0)]] int sem_timedwait(sem_t *semaphore, const struct timespec *deadline);
[[stoa::nonnull(semaphore), stoa::error_if(result != 0), stoa::signal_safe]] int sem_post(sem_t *semaphore);
[[stoa::writes(value, 4), stoa::error_if(result != 0)]] int sem_getvalue(sem_t *semaphore, int *value);
