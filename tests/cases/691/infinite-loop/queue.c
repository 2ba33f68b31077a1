/* A queue of jobs in an array. */
#include <stddef.h>
#include <unistd.h>

struct job {
    int id;
    int done;
};

int job_run(struct job *j);

/* Clears from the back; the counter cannot be below zero. */
void queue_clear(struct job *jobs, unsigned n)
{
    for (unsigned i = n - 1; i >= 0; i--) { // expect: CWE-835
        jobs[i].id = 0;
        jobs[i].done = 1;
    }
}

int queue_sum(const struct job *jobs, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i--) // expect: CWE-835
        sum += jobs[i].id;
    return sum;
}

int queue_pending(const struct job *jobs, int n)
{
    int i = 0, pending = 0;
    while (i < n) { // expect: CWE-835
        if (!jobs[i].done)
            pending++;
    }
    return pending;
}

/* Near misses. */
void queue_reset(struct job *jobs, unsigned n)
{
    for (unsigned i = n; i-- > 0;)
        jobs[i].done = 0;
}

int queue_find(const struct job *jobs, int id)
{
    for (int i = 0;; i++)
        if (jobs[i].id == id || jobs[i].id == 0)
            return i;
}

void queue_serve(struct job *jobs)
{
    for (;;) {
        job_run(jobs);
        sleep(1);
    }
}

extern volatile int ready;

void queue_wait(void)
{
    while (!ready) {
    }
}

void queue_swap(struct job *a, struct job *b)
{
    do {
        struct job t = *a;
        *a = *b;
        *b = t;
    } while (0);
}
