/*
 * Questions about written code that the checks of typing errors share (shape_): are two parts the same, does an
 * expression have effects, how is a line indented. Called by checks only.
 */
#ifndef CHECKS_SHAPE_H
#define CHECKS_SHAPE_H

#include "checks/check.h"

/* The expression inside parentheses. */
NodeId shape_inside(const Unit *u, NodeId n);
/* Are two parts written with the same tokens? Parts without tokens are not. */
bool shape_same(const Unit *u, NodeId a, NodeId b);
/* Can the expression be evaluated twice without a difference: no call, assignment, ++, new, throw, nothing unread? */
bool shape_pure(const Unit *u, NodeId n);
/* Is the value of an expression 0 or 1 by its form: comparison, !, &&, ||, true, false, or a bit operation on such? */
bool shape_boolean(const Unit *u, NodeId n);
/* Value of an integer or character literal, perhaps in parentheses or with a sign. */
bool shape_number(const Unit *u, NodeId n, i64 *value);
/* Is it a literal, or a name without lower-case letters as macros and enumerators have them? */
bool shape_constant(const Unit *u, NodeId n);

/* A line as it lies in the file. */
typedef struct ShapeLine {
    FileId file;
    u32 line;
    Slice indent;  /* the white space it begins with */
    bool is_first; /* the place asked for is the line's first character that is not white space */
} ShapeLine;
ShapeLine shape_line(const CheckCtx *c, Loc loc);
bool shape_same_indent(ShapeLine a, ShapeLine b);
/* Is `inner` indented by the same white space as `outer` and more? */
bool shape_deeper(ShapeLine inner, ShapeLine outer);
/* Does a directive stand on one of the lines between the two (both excluded)? */
bool shape_directive_between(const CheckCtx *c, ShapeLine a, ShapeLine b);
/* Bytes of the source between two places of one file hold nothing but white space without a line end. */
bool shape_only_blanks(const CheckCtx *c, Loc from, Loc to);
/* Is there a comment in [from, to) that holds one of the words (lower case, ended by NULL), case aside? */
bool shape_comment_says(const CheckCtx *c, Loc from, Loc to, const char *const *words);

#endif
