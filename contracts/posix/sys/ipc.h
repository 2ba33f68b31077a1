/* Contract: System V shared memory, semaphores and queues. */
#define IPC_PRIVATE ((key_t)0)
enum {
    IPC_CREAT = 01000, IPC_EXCL = 02000, IPC_NOWAIT = 04000, IPC_RMID = 0, IPC_SET = 1, IPC_STAT = 2
};
struct sembuf { unsigned short sem_num; short sem_op; short sem_flg; };
[[stoa::string(path), stoa::error_if(result == -1)]] key_t ftok(const char *path, int project);
[[stoa::error_if(result == -1), stoa::misuse((flags & 2) != 0, 732, "everyone may write to the shared memory", "leave 0002 out of the flags")]] int shmget(key_t key, size_t size, int flags);
[[stoa::allocates(result, shm), stoa::nullable(address), stoa::error_if(result == -1)]] void *shmat(int id, const void *address, int flags);
[[stoa::takes(address, shm), stoa::nonnull(address), stoa::error_if(result != 0)]] int shmdt(const void *address);
[[stoa::error_if(result == -1)]] int shmctl(int id, int command, void *state);
[[stoa::error_if(result == -1), stoa::misuse((flags & 2) != 0, 732, "everyone may change the semaphores", "leave 0002 out of the flags")]] int semget(key_t key, int count, int flags);
[[stoa::reads(operations, 6 * count), stoa::blocks, stoa::error_if(result == -1)]] int semop(int id, struct sembuf *operations, size_t count);
[[stoa::error_if(result == -1), stoa::misuse((flags & 2) != 0, 732, "everyone may write to the queue", "leave 0002 out of the flags")]] int msgget(key_t key, int flags);
[[stoa::blocks, stoa::error_if(result == -1)]] int msgsnd(int id, const void *message, size_t size, int flags);
[[stoa::writes_up_to(message, 8 + size, 8 + result), stoa::taints(message, input), stoa::blocks, stoa::error_if(result == -1)]] ssize_t msgrcv(int id, void *message, size_t size, long type, int flags);
