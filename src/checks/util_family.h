/*
 * What checks on the engine's events share (util_): families of checks of which each event concerns one, a
 * memory of what was reported in the function that is executed, and texts about objects and ranges. Called by
 * checks only.
 */
#ifndef CHECKS_UTIL_FAMILY_H
#define CHECKS_UTIL_FAMILY_H

#include "checks/util_ir.h"
#include "checks/watch.h"

/* Indices into the registry, so that a check can name another one at no cost:
 * UTIL_CHECK(off_by_one). */
enum {
#define CHECK(name) UTIL_CHECK_##name,
#include "checks/list.h"
#undef CHECK
    UTIL_CHECK_NONE
};
#define UTIL_CHECK(name) UTIL_CHECK_##name

/* The list of a family (CheckInfo.family) ends with UTIL_CHECK_NONE. */

/* Verdicts that follow are those of this check. False: it is not selected. The driver names the check anew
 * before each callback. */
bool util_as(CheckCtx *c, u16 check);

static inline bool util_bad(const Question *q)
{
    return q->answer == ANSWER_YES || q->answer == ANSWER_MAY;
}

/*
 * Memory of what was reported while one function is executed, for "one defect is one finding": what goes
 * wrong again with something that already went wrong is another symptom. It is shared by all checks; keys say
 * what went wrong with what.
 */
typedef enum UtilSubject {
    SUBJECT_BOUNDS,
    SUBJECT_STRING,
    SUBJECT_NULL,
    SUBJECT_LIFE,    /* used or given back after its end */
    SUBJECT_RELEASE, /* given back in a wrong way */
    SUBJECT_CONTENT,
} UtilSubject;
typedef struct UtilTold UtilTold;
UtilTold *util_told(CheckCtx *c, const Event *ev);
/* Was a defect with this key reported? Then there is nothing more to say. */
bool util_was_told(const UtilTold *told, u64 key);
void util_tell(CheckCtx *c, UtilTold *told, u64 key);
u64 util_key(UtilSubject subject, u64 a, u64 b);

/* Adds where the object was declared or made. */
void util_related_object(CheckCtx *c, const Event *ev, Finding *f, ObjId o);
/* Was the object made by a call whose contract has this attribute (or by an operator, when `attr` is
 * CA_ALLOCATES)? */
bool util_made_with(CheckCtx *c, const Event *ev, ObjId o, ContractAttr attr);
/* Where the analysed function (not one that it entered) made the object: its own call on the way there. */
WatchSite util_made_at(const Event *ev, ObjId o, const IrInst **inst);
/* "`memcpy`", or the place as written in backquotes: who accesses memory. */
const char *util_accessor(CheckCtx *c, const Event *ev);
/* "10", "at most 4", "0 to 7", "any value", of a range divided by `unit`. */
const char *util_interval(CheckCtx *c, Interval iv, i64 unit);

/*
 * Truth of a condition of a contract over the result of its call, by what the path knows of the result: 1, 0,
 * -1 not known. `result`: 0 when the call gave no value.
 */
int util_result_test(CheckCtx *c, const Event *ev, ContractExprId cond, Val result);

#endif
