/*
 * Severity and confidence as words, and the builders of findings. See finding.h.
 */
#include "checks/finding.h"

#include <string.h>

#include "base/str.h"

static const struct {
    const char *word, *level, *score;
} severities[] = {
#define X(name, word, level, score) {word, level, score},
    SEVERITIES(X)
#undef X
};

static const char *const confidences[] = {
#define X(name, word) word,
    CONFIDENCES(X)
#undef X
};

const char *severity_word(Severity s)
{
    return severities[s].word;
}

const char *severity_sarif_level(Severity s)
{
    return severities[s].level;
}

const char *severity_score(Severity s)
{
    return severities[s].score;
}

bool severity_of_word(const char *word, Severity *out)
{
    for (u32 i = 0; i < SEV_COUNT; i++)
        if (strcmp(word, severities[i].word) == 0) {
            *out = (Severity)i;
            return true;
        }
    return false;
}

const char *confidence_word(Confidence c)
{
    return confidences[c];
}

static const char *format_text(Arena *a, const char *fmt, va_list ap)
{
    Sb b;
    sb_init(&b);
    sb_vaddf(&b, fmt, ap);
    const char *text = arena_strndup(a, b.s, b.n);
    sb_release(&b);
    return text;
}

#define FORMAT(f, into)                            \
    do {                                           \
        va_list ap;                                \
        va_start(ap, fmt);                         \
        (into) = format_text((f)->arena, fmt, ap); \
        va_end(ap);                                \
    } while (0)

Finding *finding_severity(Finding *f, Severity s)
{
    f->severity = s;
    return f;
}

Finding *finding_step(Finding *f, Place at, u32 depth, const char *values, const char *fmt, ...)
{
    FindingStep *step = arena_new(f->arena, FindingStep);
    step->at = at;
    step->depth = depth;
    step->values = values ? arena_strndup(f->arena, values, strlen(values)) : NULL;
    FORMAT(f, step->text);
    if (f->last_step)
        f->last_step->next = step;
    else
        f->steps = step;
    f->last_step = step;
    return f;
}

Finding *finding_related(Finding *f, Place at, const char *fmt, ...)
{
    FindingRelated *related = arena_new(f->arena, FindingRelated);
    related->at = at;
    FORMAT(f, related->text);
    if (f->last_related)
        f->last_related->next = related;
    else
        f->related = related;
    f->last_related = related;
    return f;
}

Finding *finding_witness(Finding *f, const char *fmt, ...)
{
    FORMAT(f, f->witness);
    return f;
}

Finding *finding_message(Finding *f, const char *fmt, ...)
{
    FORMAT(f, f->message);
    return f;
}

Finding *finding_reason(Finding *f, const char *fmt, ...)
{
    FORMAT(f, f->reason);
    return f;
}

Finding *finding_repair(Finding *f, const char *fmt, ...)
{
    FORMAT(f, f->repair);
    return f;
}

Finding *finding_edit(Finding *f, Place range, const char *text)
{
    FindingEdit *edit = arena_new(f->arena, FindingEdit);
    edit->range = range;
    edit->text = arena_strndup(f->arena, text, strlen(text));
    if (f->last_edit)
        f->last_edit->next = edit;
    else
        f->edits = edit;
    f->last_edit = edit;
    return f;
}
