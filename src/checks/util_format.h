/*
 * Format strings of printf and scanf, parsed into conversions (util_format). C17 7.21.6.1 and 7.21.6.2, with the GNU
 * and POSIX additions. Called by checks only.
 */
#ifndef CHECKS_UTIL_FORMAT_H
#define CHECKS_UTIL_FORMAT_H

#include "checks/check.h"

typedef enum UtilFormatLength {
    FL_NONE,
    FL_HH,
    FL_H,
    FL_L,
    FL_LL,
    FL_Z,
    FL_J,
    FL_T,
    FL_LDOUBLE
} UtilFormatLength;

typedef struct UtilConversion {
    char conv;       /* d i o u x X c s f e g a p n [ ... ; '*' is an int argument for a width or precision */
    u8 length;       /* UtilFormatLength */
    bool suppressed; /* scanf: assigns nothing, takes no argument */
    bool allocates;  /* scanf: %ms, takes a char ** */
    bool has_width;
    i32 width;     /* -1: none or from an argument */
    i32 precision; /* likewise */
    u32 at, n;     /* where it stands in the format */
} UtilConversion;

enum { FORMAT_CONVERSIONS = 64 };

typedef struct UtilFormat {
    UtilConversion at[FORMAT_CONVERSIONS];
    u32 n;       /* those that take an argument, '*' among them */
    u32 literal; /* characters outside of conversions */
    bool
        understood; /* false: positions (%1$d), unknown conversions, too many: nothing else may be relied on */
} UtilFormat;

void util_format_printf(const char *s, u32 n, UtilFormat *out);
void util_format_scanf(const char *s, u32 n, UtilFormat *out);

/* The FORMAT fact of a call: which argument is the format, which the first that belongs to it (-1: a va_list, none). False when
 * the call takes no format or not of this kind (NULL: any). */
bool util_format_of_call(CheckCtx *c, const CheckCall *call, const char *kind, i32 *format, i32 *first);

/* The most characters that a conversion of printf writes for the argument, or -1 when there is no bound that the call shows. */
i64 util_format_max(CheckCtx *c, const UtilConversion *v, const IrExp *arg);

#endif
