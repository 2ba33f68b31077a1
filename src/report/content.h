/*
 * What all formats say in the same words (content_): sentences about ledgers and coverage, code lines, recommendations.
 * Used by the formats of report/ only. Sentences are plain text: clean, in English, code in `backquotes`.
 */
#ifndef REPORT_CONTENT_H
#define REPORT_CONTENT_H

#include "report/report.h"

/* The writers of all formats, which report.c puts into its table. */
#define FORMAT(name, title, media) ReportWriter report_##name;
#include "report/formats.h"
#undef FORMAT

/* "97 files (95 C, 2 C++), 120,000 lines, 3,210 functions" */
void content_inputs(const Review *r, Sb *out);
/* "99.8 % of 1,234,567 tokens were read; 12 of 34,567 statements were not." */
void content_reading(const Review *r, Sb *out);
/* "(calls that ...): 3 examined, 2 shown safe, 1 violated." */
void content_ledger(const CheckInfo *info, const LedgerCell *cell, Sb *out);
/* "2 undecided (1 because ..., 1 because ...)", or nothing. */
void content_undecided(const LedgerCell *cell, Sb *out);
/* What stands under a pillar without listed findings: "None found.", mostly. */
const char *content_none(const Review *r, u32 pillar);
/* "2 findings (1 high, 1 low) under 2 of 10 pillars; ..." */
void content_summary(const Review *r, Sb *out);

/* ---- what the review did not cover: a list of sentences ---- */

typedef VEC(char *) Sentences; /* heap strings */
void content_gaps(const Review *r, Sentences *out);
void content_free(Sentences *s);

/* ---- code ---- */

/* The part of a finding's code line that is shown: clean, without leading blanks, tabs as 4 columns, at most LIMIT_SHOWN_COLUMNS. */
typedef struct CodeLine {
    Sb text;
    u32 caret, width; /* columns before the marked part, and of it (at least 1) */
} CodeLine;

void content_code(const SourceSet *src, Position start, Position end, CodeLine *out);
void content_code_release(CodeLine *c);

/* "path:line" of a place, clean; "?" for none. */
void content_place(const SourceSet *src, Loc loc, bool column, Sb *out);

/* ---- findings ---- */

/* The first listed finding of the same check that gives the same reason and repair as this one, which is in
 * r->findings too; itself if there is none before it. Reports say the reason once and refer to it afterwards. */
const ReviewFinding *content_first_like(const Review *r, const ReviewFinding *f);

/* A template of a descriptor, with "..." for what only a finding knows. */
void content_template(const char *text, Sb *out);

/* ---- recommendations ---- */

/* One thing to do, and the findings that it repairs. */
typedef struct Recommendation {
    const char *repair;
    char *general; /* owned: `repair` when several texts of one check became one; else NULL */
    const CheckInfo *info;
    Severity severity; /* the highest of its findings */
    u32 first;         /* index of its first finding in Review.findings */
    u32 n;             /* how many */
    u32 *findings;     /* indices */
} Recommendation;

typedef VEC(Recommendation) Recommendations;
/* Grouped by check and repair; severest first, then by first finding. Where a check's repairs differ in too many details, they
 * become one without the details. */
void content_recommend(const Review *r, Recommendations *out);
void content_recommend_free(Recommendations *r);

#endif
