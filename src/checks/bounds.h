/*
 * Which check an access outside of its object belongs to (bounds_). Shared by bounds.c, which decides, and
 * bounds_texts.c, which holds the descriptors.
 */
#ifndef CHECKS_BOUNDS_H
#define CHECKS_BOUNDS_H

#include "checks/util_family.h"

/* on_event and events of all checks of the family. */
void bounds_on_event(CheckCtx *c, const Event *ev);
extern const u8 bounds_events[];
extern const u16 bounds_family[];

#endif
