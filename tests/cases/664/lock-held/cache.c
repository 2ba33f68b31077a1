/* A cache that several threads share. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int values[64];
static int used;

int put(int value)
{
    pthread_mutex_lock(&lock); // expect: CWE-667
    if (used == 64)
        return -1;
    values[used++] = value;
    pthread_mutex_unlock(&lock);
    return 0;
}

int put_mended(int value)
{
    int status = -1;
    pthread_mutex_lock(&lock);
    if (used < 64) {
        values[used++] = value;
        status = 0;
    }
    pthread_mutex_unlock(&lock);
    return status;
}

int take(pthread_mutex_t *own, int *out, FILE *log)
{
    pthread_mutex_lock(own); // expect: CWE-667
    if (used == 0) {
        fputs("empty\n", log);
        return -1;
    }
    *out = values[--used];
    pthread_mutex_unlock(own);
    return 0;
}

/* The other half of this pair is the caller's. */
void begin(void)
{
    pthread_mutex_lock(&lock);
}

void finish(void)
{
    pthread_mutex_unlock(&lock);
}

int sum(void)
{
    int total = 0;
    pthread_mutex_lock(&lock); // expect: CWE-667
    for (int i = 0; i < used; i++) {
        if (values[i] < 0)
            goto out;
        total += values[i];
    }
    pthread_mutex_unlock(&lock);
out:
    return total;
}

int sum_mended(void)
{
    int total = 0;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < used; i++) {
        if (values[i] < 0)
            goto out;
        total += values[i];
    }
out:
    pthread_mutex_unlock(&lock);
    return total;
}
