/*
 * Conditions that are always true or always false (condition_): what types, the operands themselves and the conditions that
 * were just tested say of a branch. Shared by the checks always-false and always-true.
 */
#ifndef CHECKS_CONDITION_H
#define CHECKS_CONDITION_H

#include "checks/check.h"

/* Gives the verdicts of all conditions of the function for the check that reports those of this truth. */
void condition_report(CheckCtx *c, const IrFunction *f, bool truth);

#endif
