/*
 * Parallel loop over independent jobs. The results must not depend on which worker runs what:
 * a job writes only to its own slot, and whoever reads the slots does so in index order.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/base.h"

/* fn(ctx, index, worker): index in [0, n), worker in [0, jobs). */
typedef void PoolJob(void *ctx, u32 index, u32 worker);

/* Runs n jobs on `jobs` threads (at least 1) with stacks of 64 MiB; returns when all are done. */
void pool_run(u32 jobs, u32 n, PoolJob *fn, void *ctx);
/* Number of processors available to the process. */
u32 pool_default_jobs(void);

#endif
