/*
 * Questions that several checks ask of the engine's events (util_event_): who decides a value, what an expression is
 * part of. Private to checks.
 */
#ifndef CHECKS_UTIL_EVENT_H
#define CHECKS_UTIL_EVENT_H

#include "checks/watch.h"

/* Does somebody outside decide the value: is an untrusted or a random value in it? */
bool util_event_chosen(const Event *ev, Val v);
/* Where an untrusted value comes from, for texts: "the network"; "a random number" for what only chance decides. */
const char *util_event_source(const Event *ev, Val v);
/* A question about a value as a check that asks for proof or for outside influence sees it: what may happen for values that neither
 * an attacker nor chance decides is not known. */
Question util_event_outside(const Event *ev, const Question *q, Val a, Val b);

/* Innermost operand of the event's instruction that directly holds `e`, or NULL. */
const IrExp *util_event_parent(const Event *ev, const IrExp *e);
/* Argument of the event's call instruction below which `e` stands, or -1. */
i32 util_event_arg(const Event *ev, const IrExp *e);
/* Is that argument a number of bytes or elements: of an allocation, a copy, a read? */
bool util_event_is_length(CheckCtx *c, const Event *ev, i32 arg);
/* Is it the size of an allocation? */
bool util_event_is_allocation(CheckCtx *c, const Event *ev, i32 arg);

#endif
