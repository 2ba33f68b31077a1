/*
 * Questions that several checks ask about the IR of the current function (util_): where an instruction stands, what a
 * place is called, which variable's memory a value points to, what constant a value is. Called by checks only.
 */
#ifndef CHECKS_UTIL_IR_H
#define CHECKS_UTIL_IR_H

#include "base/limits.h"
#include "checks/check.h"

/* The unit's types, for questions that lay out records. A unit is checked by one thread, which may do that. */
static inline TypeTable *util_types(const CheckCtx *c)
{
    return (TypeTable *)(uintptr_t)&c->ir->types;
}

/* The block that holds an instruction of f. Logarithmic. */
const IrBlock *util_block_of(const IrFunction *f, const IrInst *i);
/* The function of the unit that a name stands for, or NULL: it is not defined there. */
const IrFunction *util_body_of(const IrUnit *u, const IrGlobal *g);
/* By block of c->function: can it run before (after) the instruction, on a way with at least one edge? In c->scratch; linear, so
 * ask once for an instruction and not once for each pair. */
const u8 *util_blocks_before(CheckCtx *c, const IrInst *i);
const u8 *util_blocks_after(CheckCtx *c, const IrInst *i);
/* Is the function too large to be gone through once for each site? Sites in it are undecided (budget). */
static inline bool util_too_large(const CheckCtx *c)
{
    return c->function && c->function->n_insts > LIMIT_SCAN_INSTS;
}
/* Is the store written in an argument of a call that nobody declares? If that is a macro, it may run the argument later, under a
 * condition, or not at all. */
bool util_in_unknown_argument(CheckCtx *c, const IrInst *store);
/* Does every way to `b` pass `a`? */
bool util_dominates(CheckCtx *c, const IrInst *a, const IrInst *b);
/* Does the call fail when its path exists, or not follow a link there? Then what others do with the name before it does not
 * matter: mkdir, symlink, open with O_EXCL or O_NOFOLLOW. */
bool util_makes_new(CheckCtx *c, const IrInst *call);

/* Name that a reader would use for a place: of the variable, the global or the innermost field; array elements and what
 * a pointer points to are called as the array or the pointer. 0: none. */
Sym util_place_name(const IrFunction *f, const IrExp *place);
/* The same for a value: of the place it was read from, or whose address it is. */
Sym util_value_name(const IrFunction *f, const IrExp *value);
/* The variable whose memory a pointer value leads to: an array or object of the function itself, or the pointer variable it
 * was read from (which stands for what it points to). NULL: neither. */
IrVar *util_pointee_root(const IrFunction *f, const IrExp *value);
/* The array or object of known size that a pointer value points to the start of: its size in bytes. */
bool util_pointee_size(CheckCtx *c, const IrExp *value, u64 *bytes);
/* The place that a pointer value points to the start of, or NULL when it is not an object of known identity. */
const IrExp *util_pointee(const IrExp *value);

/* The integer constant behind a value: a constant expression, the name of a constant that nobody declares, the one definition that reaches a
 * local variable, the initialiser of a const object. False: not a constant, or not known to be one. */
bool util_int(CheckCtx *c, const IrExp *e, i64 *out);

/* For contract_test and contract_eval: the values that a call shows. */
typedef struct UtilCall {
    CheckCtx *ctx;
    const IrCall *call;
} UtilCall;
bool util_call_value(void *util_call, ContractOp query, ContractTarget target, ContractValue *out);
/* The argument a target names, or NULL; the receiver for CT_THIS. */
const IrExp *util_call_arg(const IrCall *call, i32 arg);
/* The name of the callee for messages: as written. Never NULL. */
const char *util_callee(const IrCall *call);
/* Is it a call of the function of this name, no method? */
bool util_calls(const IrCall *call, const char *name);
/* An argument's text as written ("" when there is none). */
const char *util_arg_code(CheckCtx *c, const IrCall *call, i32 arg);

/* What a misuse, weak or dangerous fact advises, as a sentence without its full stop: the contracts name either a thing ("mkstemp",
 * "an authenticated cipher") or something to do ("leave the option at 2"). */
const char *util_advice(CheckCtx *c, const ContractFact *fact);
/* The callee's name for its parameter `arg`, from the declaration that the call resolved to; 0 when there is none. */
Sym util_param_name(CheckCtx *c, const IrCall *call, u32 arg);
/* Parameters of the function that an index entry declares: 1 and *n; 0: its declaration does not tell, as in f(); -1: variadic. */
int util_param_count(CheckCtx *c, u32 entry, u32 *n);
/* Is it a definition with an identifier list, or f(), which does not bind the arguments of calls in C? */
bool util_is_unprototyped(CheckCtx *c, u32 entry);
/* Is the variable mentioned in an expression (loads behind temps are not entered), or in an operand of an instruction? */
bool util_mentions(const IrExp *e, const IrVar *v);
bool util_inst_mentions(const IrInst *i, const IrVar *v);

/* ---- misuse(condition, cwe, why, repair) facts ---- */

typedef enum UtilMisuse { MISUSE_NONE, MISUSE_SAFE, MISUSE_UNKNOWN, MISUSE_SHOWN } UtilMisuse;
/* The worst of the contract's misuse facts whose CWE is in the list (ended by 0); *fact is the one that decides, NULL for
 * MISUSE_NONE and MISUSE_SAFE. */
UtilMisuse util_misuse(CheckCtx *c, const CheckCall *call, const u16 *cwes, const ContractFact **fact);
/* The same, where dangerous(cwe ...) and weak(cwe ...) facts, which always hold, come before conditions. */
UtilMisuse util_judgement(CheckCtx *c, const CheckCall *call, const u16 *cwes, const ContractFact **fact);
/* First fact of an attribute with one of these CWEs, or NULL. */
const ContractFact *util_fact_of_cwe(CheckCtx *c, const Contract *k, ContractAttr attr, const u16 *cwes);

/* ---- guards ---- */

/* The innermost branch whose one side leads to the instruction and whose condition reads something with a name that `wanted`
 * accepts; NULL when there is none. Answers "is this done only on demand?". */
typedef bool UtilNameTest(const char *name);
const IrInst *util_guard_named(CheckCtx *c, const IrInst *i, UtilNameTest *wanted);

#endif
