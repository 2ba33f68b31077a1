/* Plans the jobs of a small scheduler. */
#include <stddef.h>

struct job {
    int priority, retries, state;
    struct job *next;
};

enum { WAITING, RUNNING, DONE };

void job_start(struct job *j);
void job_drop(struct job *j);

void plan(struct job *j)
{
    /* expect below: CWE-1071 */
    if (j->priority > 5) {
    } else {
        job_drop(j);
    }
}

void plan_repaired(struct job *j)
{
    if (j->priority <= 5)
        job_drop(j);
}

void plan_with_reason(struct job *j)
{
    if (j->priority > 5) {
        /* stays where it is */
    } else {
        job_drop(j);
    }
}

void plan_all(struct job *j, int urgent)
{
    if (urgent) {
        job_start(j);
    /* expect below: CWE-1071 */
    } else {
    }
}

/* In a chain, a case in which there is nothing to do is part of the list. */
void step(struct job *j)
{
    if (j->state == WAITING) {
        job_start(j);
    } else if (j->state == RUNNING) {
    } else {
        job_drop(j);
    }
}

void settle(struct job *j)
{
    /* expect below: CWE-1071 */
    if (j->retries > 3) {
    }
    j->state = DONE;
}

/* The call is what the condition is for. */
int job_try(struct job *j);
void settle_by_force(struct job *j)
{
    if (job_try(j)) {
    }
    j->state = DONE;
}

void pause_between(struct job *j)
{
    int i;
    /* expect below: CWE-1071 */
    for (i = 0; i < 100000; i++) {
    }
    job_start(j);
}

void pause_with_while(struct job *j)
{
    unsigned n = 0;
    /* expect below: CWE-1071 */
    while (n++ < 5000) {
    }
    job_start(j);
}

/* The compiler keeps this one. */
void pause_volatile(struct job *j)
{
    volatile int i;
    for (i = 0; i < 100000; i++) {
    }
    job_start(j);
}

/* These loops look for something. */
struct job *last_of(struct job *j)
{
    for (; j->next; j = j->next) {
    }
    return j;
}

unsigned bits_of(unsigned n)
{
    unsigned bits = 0;
    for (; n > 0; n >>= 1, bits++) {
    }
    return bits;
}

void finish(struct job *j)
{
    j->state = DONE;
    /* expect below: CWE-1071 */
    {
    }
    job_drop(j);
}

void finish_later(struct job *j)
{
    j->state = DONE;
    /* expect below: CWE-1071 */
    ;
    job_drop(j);
}

#ifdef WITH_TRACE
#define TRACE(x) job_trace(x)
#else
#define TRACE(x)
#endif

/* What is nothing here is something in another configuration. */
void finish_traced(struct job *j)
{
    {
#ifdef WITH_STATISTICS
        count(j);
#endif
    }
    j->state = DONE;
    TRACE(j);
    job_drop(j);
}

void finish_with_label(struct job *j)
{
    if (!j)
        goto out;
    job_drop(j);
out:;
}

void pause_with_do(struct job *j)
{
    int n = 0;
    /* expect below: CWE-1071 */
    do {
    } while (n++ < 5000);
    job_start(j);
}

void choose(struct job *j)
{
    /* expect below: CWE-1071 */
    switch (j->state) {
    }
}
