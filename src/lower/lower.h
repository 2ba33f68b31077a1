/*
 * Lowering (lower_): syntax tree to IR, one unit at a time. Called by engine, checks' driver and dumps; the files
 * low_*.c share low.h among themselves.
 */
#ifndef LOWER_LOWER_H
#define LOWER_LOWER_H

#include "ir/ir.h"

typedef struct LowerOptions {
    const Target *target; /* NULL: LP64 */
} LowerOptions;

/* Lowers all functions and initialised objects of a unit. Reads the project and writes nothing to it, so units may be
 * lowered by different threads at once; the result belongs to the caller (ir_unit_free). Never fails: what cannot be
 * lowered is an UNKNOWN instruction and counted. options may be NULL. Work is linear in the unit's nodes. */
IrUnit *lower_unit(const Project *p, const Unit *u, const LowerOptions *options);

#endif
