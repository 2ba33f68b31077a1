/*
 * Kinds of untrusted sources and of sinks as bits of a TaintMask (taint_). Used by engine/ and checks.
 */
#ifndef ENGINE_TAINT_H
#define ENGINE_TAINT_H

#include "contract/contract.h"
#include "engine/value.h"

/* Bit of a kind of TAINTS (network, file, ...), of SINK or of SANITIZES ("all": every bit). Kinds of sinks and of sanitizers with the same
 * word have the same bit. */
TaintMask taint_bit(u8 kind);
/* "the network", "a file", "the environment": first kind of the mask, for texts. */
const char *taint_text(TaintMask m);

#endif
