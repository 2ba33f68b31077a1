/*
 * Which contract a call means (callee_). Used by the engine and by the checks' driver.
 */
#ifndef ENGINE_CALLEE_H
#define ENGINE_CALLEE_H

#include "contract/contract.h"
#include "ir/ir.h"

/* Contract of the callee: by what it resolved to, else by name and class, else by the macro's name; or NULL. */
const Contract *callee_contract(const Project *p, const ContractDb *db, const IrUnit *u, const IrCall *call);
#endif
