/* A pool of slots. */
#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bool taken[8];
static int last;

int acquire(void)
{
    pthread_mutex_lock(&lock);
    for (int i = 0; i < 8; i++)
        if (!taken[i]) {
            taken[i] = true;
            pthread_mutex_unlock(&lock);
            last = i;
            return i;
        }
    pthread_mutex_unlock(&lock);
    return -1;
}

bool give_back(int i)
{
    bool was = false;
    if (i < 0 || i >= 8)
        return false;
    pthread_mutex_lock(&lock);
    if (taken[i]) {
        was = true;
        taken[i] = false;
        pthread_mutex_unlock(&lock);
    }
    pthread_mutex_unlock(&lock); // expect: CWE-765
    return was;
}

bool give_back_mended(int i)
{
    bool was = false;
    if (i < 0 || i >= 8)
        return false;
    pthread_mutex_lock(&lock);
    if (taken[i]) {
        was = true;
        taken[i] = false;
    }
    pthread_mutex_unlock(&lock);
    return was;
}

int newest(bool reset)
{
    int n;
    pthread_mutex_lock(&lock);
    n = last;
    pthread_mutex_unlock(&lock);
    if (reset)
        last = 0;
    pthread_mutex_unlock(&lock); // expect: CWE-765
    return n;
}

/* The caller holds it. */
void leave(void)
{
    last = 0;
    pthread_mutex_unlock(&lock);
}

static pthread_rwlock_t names = PTHREAD_RWLOCK_INITIALIZER;
static int n_names;

int count_names(void)
{
    int n;
    pthread_rwlock_rdlock(&names);
    n = n_names;
    pthread_rwlock_unlock(&names);
    if (n == 0)
        pthread_rwlock_unlock(&names); // expect: CWE-765
    return n;
}
