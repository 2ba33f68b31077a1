/*
 * The text or bytes in the program itself that a value comes from (util_literal_). Called by checks only.
 */
#ifndef CHECKS_UTIL_LITERAL_H
#define CHECKS_UTIL_LITERAL_H

#include "checks/check.h"

typedef struct UtilLiteral {
    const char *
        bytes; /* of a string literal (a wide one in c->scratch, ? for what is not ASCII); NULL for an array of numbers */
    u32 n;       /* bytes, without the terminating null */
    NodeId node; /* where it is written: the literal or the array's initialiser; 0 when not known */
    NodeId decl; /* the declaration of the variable it came through, or 0 */
    Sym through; /* the variable's name, or 0 */
} UtilLiteral;

/* Follows a value back to a literal: through conversions, the one definition that reaches a local variable, const objects, local
 * arrays that are only initialised, and library calls whose contract says that the result is a copy or a form of an argument
 * (constructors of string classes among them). False when it is not known to be a literal. */
bool util_literal(CheckCtx *c, const IrExp *value, UtilLiteral *out);
/* Would a reader take the text for a secret? Not for an empty one, a prompt, a format or a placeholder. */
bool util_literal_text_is_secret(const UtilLiteral *l);

/* Is it made of words that stand for a secret in examples ("user:password", "foo:bar", "secret")? */
bool util_literal_is_placeholder(const UtilLiteral *l);

#endif
