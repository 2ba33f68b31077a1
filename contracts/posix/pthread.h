/* Contract: POSIX threads (glibc, x86-64). */
typedef unsigned long pthread_t;
typedef union { char size[40]; long align; } pthread_mutex_t;
typedef union { char size[48]; long long align; } pthread_cond_t;
typedef union { char size[56]; long align; } pthread_rwlock_t;
typedef union { char size[32]; long align; } pthread_barrier_t;
typedef volatile int pthread_spinlock_t;
typedef union { char size[56]; long align; } pthread_attr_t;
typedef union { char size[4]; int align; } pthread_mutexattr_t;
typedef union { char size[4]; int align; } pthread_condattr_t;
typedef union { char size[8]; long align; } pthread_rwlockattr_t;
typedef union { char size[4]; int align; } pthread_barrierattr_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
#define PTHREAD_MUTEX_INITIALIZER { { 0 } }
#define PTHREAD_COND_INITIALIZER { { 0 } }
#define PTHREAD_RWLOCK_INITIALIZER { { 0 } }
enum {
    PTHREAD_ONCE_INIT = 0, PTHREAD_CREATE_JOINABLE = 0, PTHREAD_CREATE_DETACHED = 1, PTHREAD_MUTEX_NORMAL = 0,
    PTHREAD_MUTEX_RECURSIVE = 1, PTHREAD_MUTEX_ERRORCHECK = 2, PTHREAD_MUTEX_DEFAULT = 0, PTHREAD_CANCEL_ENABLE = 0,
    PTHREAD_CANCEL_DISABLE = 1, PTHREAD_CANCEL_DEFERRED = 0, PTHREAD_CANCEL_ASYNCHRONOUS = 1
};
#define PTHREAD_CANCELED ((void *)-1)
enum { PTHREAD_PROCESS_PRIVATE = 0, PTHREAD_PROCESS_SHARED = 1, PTHREAD_STACK_MIN = 16384 };
[[stoa::opens(*thread, thread), stoa::nullable(attributes), stoa::callback(start, thread, argument), stoa::escapes(argument), stoa::must_check("the thread does not exist"), stoa::error_if(result != 0)]]
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument);
[[stoa::closes(thread, thread), stoa::nullable(value), stoa::writes(value, 8), stoa::blocks, stoa::error_if(result != 0)]] int pthread_join(pthread_t thread, void **value);
[[stoa::closes(thread, thread), stoa::error_if(result != 0)]] int pthread_detach(pthread_t thread);
[[stoa::noreturn]] void pthread_exit(void *value);
[[stoa::signal_safe]] pthread_t pthread_self(void);
[[stoa::constant]] int pthread_equal(pthread_t a, pthread_t b);
[[stoa::error_if(result != 0)]] int pthread_cancel(pthread_t thread);
[[stoa::error_if(result != 0)]] int pthread_setcancelstate(int state, int *old);
[[stoa::error_if(result != 0), stoa::misuse(type == 1, 662, "the thread can end in the middle of any operation, with locks held", "keep PTHREAD_CANCEL_DEFERRED and test for cancellation")]] int pthread_setcanceltype(int type, int *old);
void pthread_testcancel(void);
[[stoa::error_if(result != 0), stoa::signal_safe]] int pthread_kill(pthread_t thread, int number);
[[stoa::callback(routine, now), stoa::error_if(result != 0)]] int pthread_once(pthread_once_t *control, void (*routine)(void));
[[stoa::callback(prepare, later), stoa::callback(parent, later), stoa::callback(child, later), stoa::error_if(result != 0)]] int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void));
[[stoa::opens(*mutex, mutex), stoa::nullable(attributes), stoa::error_if(result != 0)]] int pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes);
[[stoa::closes(mutex, mutex), stoa::error_if(result != 0)]] int pthread_mutex_destroy(pthread_mutex_t *mutex);
[[stoa::locks(mutex, exclusive), stoa::nonnull(mutex), stoa::blocks, stoa::error_if(result != 0)]] int pthread_mutex_lock(pthread_mutex_t *mutex);
[[stoa::try_locks(mutex, exclusive), stoa::nonnull(mutex), stoa::must_check("the lock may not be held"), stoa::error_if(result != 0)]] int pthread_mutex_trylock(pthread_mutex_t *mutex);
[[stoa::try_locks(mutex, exclusive), stoa::nonnull(mutex, deadline), stoa::must_check("the lock may not be held"), stoa::blocks, stoa::error_if(result != 0)]] int pthread_mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *deadline);
[[stoa::unlocks(mutex, exclusive), stoa::nonnull(mutex), stoa::error_if(result != 0)]] int pthread_mutex_unlock(pthread_mutex_t *mutex);
[[stoa::opens(*attributes, mutexattr), stoa::error_if(result != 0)]] int pthread_mutexattr_init(pthread_mutexattr_t *attributes);
[[stoa::closes(attributes, mutexattr), stoa::error_if(result != 0)]] int pthread_mutexattr_destroy(pthread_mutexattr_t *attributes);
[[stoa::error_if(result != 0)]] int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type);
[[stoa::error_if(result != 0)]] int pthread_mutexattr_setpshared(pthread_mutexattr_t *attributes, int shared);
[[stoa::opens(*condition, cond), stoa::nullable(attributes), stoa::error_if(result != 0)]] int pthread_cond_init(pthread_cond_t *condition, const pthread_condattr_t *attributes);
[[stoa::closes(condition, cond), stoa::error_if(result != 0)]] int pthread_cond_destroy(pthread_cond_t *condition);
[[stoa::waits(condition, mutex), stoa::nonnull(condition, mutex), stoa::blocks, stoa::error_if(result != 0)]] int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex);
[[stoa::waits(condition, mutex), stoa::nonnull(condition, mutex, deadline), stoa::blocks, stoa::error_if(result != 0)]] int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline);
[[stoa::nonnull(condition), stoa::error_if(result != 0)]] int pthread_cond_signal(pthread_cond_t *condition);
[[stoa::nonnull(condition), stoa::error_if(result != 0)]] int pthread_cond_broadcast(pthread_cond_t *condition);
int pthread_condattr_init(pthread_condattr_t *attributes);
int pthread_condattr_destroy(pthread_condattr_t *attributes);
int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock);
[[stoa::opens(*lock, rwlock), stoa::nullable(attributes), stoa::error_if(result != 0)]] int pthread_rwlock_init(pthread_rwlock_t *lock, const pthread_rwlockattr_t *attributes);
[[stoa::closes(lock, rwlock), stoa::error_if(result != 0)]] int pthread_rwlock_destroy(pthread_rwlock_t *lock);
[[stoa::locks(lock, shared), stoa::nonnull(lock), stoa::blocks, stoa::error_if(result != 0)]] int pthread_rwlock_rdlock(pthread_rwlock_t *lock);
[[stoa::locks(lock, exclusive), stoa::nonnull(lock), stoa::blocks, stoa::error_if(result != 0)]] int pthread_rwlock_wrlock(pthread_rwlock_t *lock);
[[stoa::try_locks(lock, shared), stoa::nonnull(lock), stoa::must_check("the lock may not be held"), stoa::error_if(result != 0)]] int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock);
[[stoa::try_locks(lock, exclusive), stoa::nonnull(lock), stoa::must_check("the lock may not be held"), stoa::error_if(result != 0)]] int pthread_rwlock_trywrlock(pthread_rwlock_t *lock);
[[stoa::unlocks(lock), stoa::nonnull(lock), stoa::error_if(result != 0)]] int pthread_rwlock_unlock(pthread_rwlock_t *lock);
[[stoa::opens(*lock, spinlock), stoa::error_if(result != 0)]] int pthread_spin_init(pthread_spinlock_t *lock, int shared);
[[stoa::closes(lock, spinlock), stoa::error_if(result != 0)]] int pthread_spin_destroy(pthread_spinlock_t *lock);
[[stoa::locks(lock, spin), stoa::error_if(result != 0)]] int pthread_spin_lock(pthread_spinlock_t *lock);
[[stoa::try_locks(lock, spin), stoa::must_check("the lock may not be held"), stoa::error_if(result != 0)]] int pthread_spin_trylock(pthread_spinlock_t *lock);
[[stoa::unlocks(lock, spin), stoa::error_if(result != 0)]] int pthread_spin_unlock(pthread_spinlock_t *lock);
[[stoa::nullable(attributes), stoa::error_if(result != 0)]] int pthread_barrier_init(pthread_barrier_t *barrier, const pthread_barrierattr_t *attributes, unsigned int count);
[[stoa::error_if(result != 0)]] int pthread_barrier_destroy(pthread_barrier_t *barrier);
[[stoa::blocks]] int pthread_barrier_wait(pthread_barrier_t *barrier);
[[stoa::callback(destructor, later), stoa::error_if(result != 0)]] int pthread_key_create(pthread_key_t *key, void (*destructor)(void *));
[[stoa::error_if(result != 0)]] int pthread_key_delete(pthread_key_t key);
void *pthread_getspecific(pthread_key_t key);
[[stoa::escapes(value), stoa::error_if(result != 0)]] int pthread_setspecific(pthread_key_t key, const void *value);
[[stoa::opens(*attributes, pthread_attr), stoa::error_if(result != 0)]] int pthread_attr_init(pthread_attr_t *attributes);
[[stoa::closes(attributes, pthread_attr), stoa::error_if(result != 0)]] int pthread_attr_destroy(pthread_attr_t *attributes);
[[stoa::error_if(result != 0)]] int pthread_attr_setdetachstate(pthread_attr_t *attributes, int state);
[[stoa::error_if(result != 0)]] int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size);
[[stoa::string(name), stoa::error_if(result != 0)]] int pthread_setname_np(pthread_t thread, const char *name);
[[stoa::callback(routine, later, argument)]] void pthread_cleanup_push(void (*routine)(void *), void *argument);
void pthread_cleanup_pop(int run);
