/*
 * The comments of the files that a unit owns (util_comment). Called by checks only.
 */
#ifndef CHECKS_UTIL_COMMENT_H
#define CHECKS_UTIL_COMMENT_H

#include "checks/check.h"

/* Gets one comment: the place of its first byte, and its text with the comment's marks, which is not terminated. */
typedef void UtilCommentFn(CheckCtx *c, Loc at, const char *text, u32 n);
/* In order of the files' first tokens in the unit, and of the comments in each. For on_unit. */
void util_each_comment(CheckCtx *c, UtilCommentFn *fn);

#endif
