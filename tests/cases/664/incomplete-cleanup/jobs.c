/* Jobs of a queue in GLib, and a library of this project that says in its contracts what may fail. */
#include <glib.h>
#include <stdlib.h>

struct job;

[[stoa::error_if(result != 0)]] int job_start(struct job *j);

int submit(GQueue *queue, struct job *j)
{
    g_queue_push_tail(queue, j); // expect: CWE-459
    if (job_start(j) != 0)
        return -1;
    return 0;
}

int submit_checked(GQueue *queue, struct job *j)
{
    if (job_start(j) != 0)
        return -1;
    g_queue_push_tail(queue, j);
    return 0;
}
