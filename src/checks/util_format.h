/*
 * Formats of printf and scanf at calls (util_format); they are parsed by contract/format.h. Called by checks only.
 */
#ifndef CHECKS_UTIL_FORMAT_H
#define CHECKS_UTIL_FORMAT_H

#include "checks/check.h"
#include "contract/format.h"

/* The FORMAT fact of a call: which argument is the format, which the first that belongs to it (-1: a va_list, none). False when
 * the call takes no format or not of this kind (NULL: any). */
bool util_format_of_call(CheckCtx *c, const CheckCall *call, const char *kind, i32 *format, i32 *first);

/* The most characters that a conversion of printf writes for the argument, or -1 when there is no bound that the call shows. */
i64 util_format_max(CheckCtx *c, const FormatConversion *v, const IrExp *arg);

#endif
