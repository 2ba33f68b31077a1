/*
 * Writing a review in one of the formats of formats.h (report_). Called by cli/ and by the library's public interface.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "report/out.h"
#include "review/review.h"

typedef struct ReportOptions {
    const char *tool_version;
    bool colour;   /* text only */
    int exit_code; /* of the command that asked for the report (SARIF records it); -1: none */
} ReportOptions;

typedef void ReportWriter(const Review *r, const ReportOptions *options, Out *out);

typedef struct ReportFormat {
    const char *name, *title, *media_type;
    ReportWriter *write;
} ReportFormat;

u32 report_format_count(void);
const ReportFormat *report_format(u32 index);
/* Index of a format by name, or -1. */
int report_find_format(const char *name);
/* False when something could not be written. */
bool report_write(const Review *r, u32 format, const ReportOptions *options, OutWrite *write, void *ctx);

#endif
