/*
 * The table of report formats. See report.h and formats.h.
 */
#include "report/report.h"

#include <string.h>

#include "report/content.h"

static const ReportFormat formats[] = {
#define FORMAT(name, title, media) {#name, title, media, report_##name},
#include "report/formats.h"
#undef FORMAT
};

u32 report_format_count(void)
{
    return LENGTH(formats);
}

const ReportFormat *report_format(u32 index)
{
    return &formats[index];
}

int report_find_format(const char *name)
{
    for (u32 i = 0; i < LENGTH(formats); i++)
        if (strcmp(formats[i].name, name) == 0)
            return (int)i;
    return -1;
}

bool report_write(const Review *r, u32 format, const ReportOptions *options, OutWrite *write, void *ctx)
{
    Out out;
    out_init(&out, write, ctx, options->colour);
    formats[format].write(r, options, &out);
    return out_finish(&out);
}
