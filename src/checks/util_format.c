/*
 * Formats of calls. See util_format.h.
 */
#include "checks/util_format.h"

#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_literal.h"

bool util_format_of_call(CheckCtx *c, const CheckCall *call, const char *kind, i32 *format, i32 *first)
{
    const ContractFact *fact;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_FORMAT, &i));) {
        const ContractKindInfo *info = contract_kind_info(fact->kind);
        if (!info || (kind && strcmp(info->name, kind) != 0) || fact->target[0].arg < 0)
            continue;
        const ContractExpr *e = fact->expr[0] ? contract_expr(c->contracts, fact->expr[0]) : NULL;
        *format = fact->target[0].arg;
        if (e && e->op == CE_NUMBER)
            *first = e->value > 0 ? (i32)e->value - 1 : -1;
        else
            *first = call->contract->variadic ? (i32)call->contract->n_params : -1;
        return (u32)*format < call->call->n_args;
    }
    return false;
}

i64 util_format_max(CheckCtx *c, const FormatConversion *v, const IrExp *arg)
{
    i64 most = -1;
    u64 size;
    UtilLiteral l;
    switch (v->conv) {
    case '*': return 0;
    case 'c': most = 1; break;
    case 'd':
    case 'i':
    case 'u':
        most = v->length == FL_HH ? 4 : v->length == FL_H ? 6 : v->length == FL_NONE ? 11 : 20;
        most = v->precision > most ? v->precision + 1 : most;
        break;
    case 'o': most = v->length == FL_NONE ? 12 : 23; break;
    case 'x':
    case 'X':
        most = v->length == FL_HH ? 2 : v->length == FL_H ? 4 : v->length == FL_NONE ? 8 : 16;
        most += 2; /* 0x of the # flag */
        break;
    case 'p': most = 20; break;
    case 'e':
    case 'E':
    case 'g':
    case 'G': most = 12 + (v->precision > 6 ? v->precision : 6); break;
    case 's':
        if (v->precision >= 0)
            most = v->precision;
        else if (util_literal(c, arg, &l) && l.bytes)
            most = l.n;
        else if (util_pointee_size(c, arg, &size))
            most = (i64)size - 1;
        break;
    default: break; /* %f writes up to 300 digits */
    }
    if (most >= 0 && v->width > most)
        most = v->width;
    return v->has_width && v->width < 0 ? -1 : most;
}
