/*
 * Format strings of printf and scanf, parsed into conversions (format_). C17 7.21.6.1 and 7.21.6.2, with the GNU
 * and POSIX additions. Pure functions over the characters; called by engine and checks.
 */
#ifndef CONTRACT_FORMAT_H
#define CONTRACT_FORMAT_H

#include "base/base.h"

typedef enum FormatLength { FL_NONE, FL_HH, FL_H, FL_L, FL_LL, FL_Z, FL_J, FL_T, FL_LDOUBLE } FormatLength;

typedef struct FormatConversion {
    char conv;       /* d i o u x X c s f e g a p n [ ... ; '*' is an int argument for a width or precision */
    u8 length;       /* FormatLength */
    bool suppressed; /* scanf: assigns nothing, takes no argument */
    bool allocates;  /* scanf: %ms, takes a char ** */
    bool has_width;
    bool has_precision;
    bool of_precision; /* '*': stands for a precision rather than a width */
    bool prefixed;     /* printf: the # flag */
    bool sign;         /* printf: + or space, a place for the sign in any case */
    i32 width;         /* -1: none or from an argument */
    i32 precision;     /* likewise */
    u32 at, n;         /* where it stands in the format */
} FormatConversion;

enum { FORMAT_CONVERSIONS = 64 };

typedef struct Format {
    FormatConversion at[FORMAT_CONVERSIONS];
    u32 n;       /* those that take an argument, '*' among them */
    u32 literal; /* characters outside of conversions */
    bool open;   /* printf: %m, a text of unknown length without an argument */
    bool
        understood; /* false: positions (%1$d), unknown conversions, too many: nothing else may be relied on */
} Format;

void format_printf(const char *s, u32 n, Format *out);
void format_scanf(const char *s, u32 n, Format *out);

#endif
