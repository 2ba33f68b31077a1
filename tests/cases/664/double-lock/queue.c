/* A queue with a lock around each operation. */
#include <pthread.h>
#include <stddef.h>

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t filled;
    int items[32];
    size_t n;
};

int push(struct queue *q, int item)
{
    pthread_mutex_lock(&q->lock);
    if (q->n == 32) {
        pthread_mutex_lock(&q->lock); // expect: CWE-764
        q->n = 0;
    }
    q->items[q->n++] = item;
    pthread_mutex_unlock(&q->lock);
    return 0;
}

int push_mended(struct queue *q, int item)
{
    pthread_mutex_lock(&q->lock);
    if (q->n == 32)
        q->n = 0;
    q->items[q->n++] = item;
    pthread_mutex_unlock(&q->lock);
    return 0;
}

static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static int table[16];

int move(int from, int to)
{
    int value;
    if (from < 0 || from >= 16 || to < 0 || to >= 16)
        return -1;
    pthread_mutex_lock(&table_lock);
    value = table[from];
    table[from] = 0;
    pthread_mutex_lock(&table_lock); // expect: CWE-764
    table[to] = value;
    pthread_mutex_unlock(&table_lock);
    return 0;
}

int move_twice(int from, int to)
{
    int value;
    if (from < 0 || from >= 16 || to < 0 || to >= 16)
        return -1;
    pthread_mutex_lock(&table_lock);
    value = table[from];
    table[from] = 0;
    pthread_mutex_unlock(&table_lock);
    pthread_mutex_lock(&table_lock);
    table[to] = value;
    pthread_mutex_unlock(&table_lock);
    return 0;
}

int pop(struct queue *q)
{
    int item;
    pthread_mutex_lock(&q->lock);
    while (q->n == 0)
        pthread_cond_wait(&q->filled, &q->lock);
    item = q->items[--q->n];
    pthread_mutex_unlock(&q->lock);
    return item;
}

static pthread_spinlock_t counter_lock;
static long counter;

void count(int twice)
{
    pthread_spin_lock(&counter_lock);
    counter++;
    if (twice) {
        pthread_spin_lock(&counter_lock); // expect: CWE-764
        counter++;
    }
    pthread_spin_unlock(&counter_lock);
}
