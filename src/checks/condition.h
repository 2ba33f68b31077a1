/*
 * Conditions that are always true or always false (condition_): what types, the operands themselves and the conditions that
 * were just tested say of a branch. Shared by the checks always-false and always-true.
 */
#ifndef CHECKS_CONDITION_H
#define CHECKS_CONDITION_H

#include "checks/check.h"

typedef enum ConditionWhy {
    CONDITION_OPEN,    /* both outcomes are possible, as far as is known */
    CONDITION_RANGE,   /* the constant lies outside of, or at the end of what the type holds */
    CONDITION_SELF,    /* something is compared with itself */
    CONDITION_IMPLIED, /* a condition just tested decides it */
    CONDITION_NUMBERS, /* a number is compared with a number, or something with itself plus a number */
    CONDITION_VALUE,   /* the one value that reaches the variable decides it */
} ConditionWhy;

typedef struct Condition {
    bool site;            /* false: nothing that these checks examine, such as while (1) */
    bool truth;           /* with why other than CONDITION_OPEN: of the condition as the user wrote it */
    u8 why;               /* ConditionWhy */
    bool doubtful;        /* a macro, a type's size or unread code may be behind it */
    u8 doubt;             /* Undecided */
    const IrInst *from;   /* CONDITION_IMPLIED: the branch that decides it */
    const IrExp *operand; /* CONDITION_RANGE, CONDITION_VALUE: what is compared */
} Condition;

/* Judges one BRANCH of c->function that stands in block b. */
Condition condition_judge(CheckCtx *c, const IrBlock *b);
/* Gives the verdicts of all conditions of the function for the check that reports those of this truth. */
void condition_report(CheckCtx *c, const IrFunction *f, bool truth);

#endif
