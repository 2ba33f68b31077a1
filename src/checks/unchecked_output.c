/*
 * CWE-252: text and data that go to a stream while nobody ever asks whether they got there. Streams remember that a write failed, so
 * one look at the end is enough: ferror, or the result of fflush or fclose. Reported are files that a function opens, writes and
 * closes without a look, and, as a note per file, standard output when nothing in the whole program looks.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

/* Functions that write to a stream, with the stream's argument; -1: standard output. */
// clang-format off
#define WRITERS(X)                                                                                                   \
    X("printf", -1) X("vprintf", -1) X("puts", -1) X("putchar", -1) X("putchar_unlocked", -1) X("wprintf", -1)         \
    X("vwprintf", -1) X("putwchar", -1) X("fprintf", 0) X("vfprintf", 0) X("fwprintf", 0) X("vfwprintf", 0)            \
    X("fputs", 1) X("fputws", 1) X("fputc", 1) X("putc", 1) X("fputwc", 1) X("putwc", 1) X("fwrite", 3)
// clang-format on

typedef struct Writer {
    const char *name;
    i32 stream;
} Writer;

static const Writer writers[] = {
#define X(name, stream) {name, stream},
    WRITERS(X)
#undef X
};

static const Writer *writer_of(const IrCall *call)
{
    if (!call->name)
        return NULL;
    const char *name = sym_str(call->name);
    for (u32 i = 0; i < LENGTH(writers); i++)
        if (strcmp(writers[i].name, name) == 0)
            return &writers[i];
    return NULL;
}

static bool is_call(const IrCall *call, const char *name)
{
    return call->name && strcmp(sym_str(call->name), name) == 0;
}

/* What a unit says about standard output. */
typedef struct UnitOutput {
    bool is_program;     /* holds main */
    bool looks;          /* asks whether what was written got there */
    u32 n;               /* writes whose result is dropped */
    u32 begin, end, tok; /* the first of them */
    const char *callee;
} UnitOutput;

static bool dropped(const IrInst *i)
{
    return (i->flags & IIF_DISCARDED) && !(i->flags & (IIF_VOID_CAST | IIF_IMPLICIT));
}

static bool is_stdout(const IrFunction *f, const IrExp *stream)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(stream));
    return place && place->kind == IE_GLOBAL && place->global->name &&
           strcmp(sym_str(place->global->name), "stdout") == 0;
}

/* The local variable that a stream argument is read from. */
static const IrVar *local_of(const IrFunction *f, const IrExp *stream)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(stream));
    return place && place->kind == IE_VAR && place->var->kind == IV_LOCAL &&
                   !(place->var->flags & IVF_ADDRESS_TAKEN)
               ? place->var
               : NULL;
}

/* ---- standard output ---- */

static bool asks_about_stdout(const IrFunction *f, const IrInst *i)
{
    const IrCall *call = i->call;
    if (call->n_args != 1 ||
        !(is_call(call, "ferror") || is_call(call, "fflush") || is_call(call, "fclose")) ||
        i->flags & IIF_DISCARDED)
        return false;
    const IrExp *stream = ir_skip_casts(call->args[0]);
    return is_stdout(f, stream) || (stream->kind == IE_INT && stream->num == 0);
}

static void on_stdout(CheckCtx *c, const CheckCall *call)
{
    UnitOutput *data = check_unit_data(c, sizeof *data);
    if (asks_about_stdout(c->function, call->inst))
        data->looks = true;
    const Writer *w = writer_of(call->call);
    if (!w || !dropped(call->inst) ||
        (w->stream >= 0 &&
         ((u32)w->stream >= call->call->n_args || !is_stdout(c->function, call->call->args[w->stream]))))
        return;
    Site site = check_site_inst(c, call->inst);
    if (call->inst->node && flow_from_macro(c->unit, call->inst->node))
        return; /* debugging aids, mostly */
    if (data->n++ == 0 && site.end > site.begin) {
        data->begin = site.begin;
        data->end = site.end;
        data->tok = site.tok;
        data->callee = util_callee(call->call);
    }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->flags & IFN_MAIN)
        ((UnitOutput *)check_unit_data(c, sizeof(UnitOutput)))->is_program = true;
}

/* What a library writes may be asked about by programs that are not here; so only a project with a main is judged. */
static void on_project_end(CheckCtx *c)
{
    bool looks = false, is_program = false;
    for (u32 i = 1; i < c->project->units.n && !looks; i++) {
        const UnitOutput *data = check_unit_data_of(c, i);
        looks = data && data->looks;
        is_program = is_program || (data && data->is_program);
    }
    for (u32 i = 1; i < c->project->units.n; i++) {
        const UnitOutput *data = check_unit_data_of(c, i);
        if (!data || data->end <= data->begin)
            continue;
        check_enter_unit(c, i);
        Site site = check_site_tokens(c, data->begin, data->end, data->tok);
        if (looks || !is_program) {
            if (looks)
                check_safe(site);
            else
                check_undecided(site, UNDECIDED_OTHER_UNIT);
            continue;
        }
        Finding *f = check_violated(site, "standard output", data->callee, "");
        finding_message(
            f,
            "The result of `%s` is ignored, and nothing in the program asks later whether its output got there.",
            data->callee);
        finding_severity(f, SEV_NOTE);
        if (data->n > 1)
            finding_reason(
                f,
                "With a full disk or a closed pipe behind standard output, what this file's %u writes produce is lost, and "
                "the program reports success.",
                data->n);
    }
}

/* ---- files that are opened, written and closed in one function ---- */

/* What the function does with the stream in variable v. */
typedef struct Use {
    const IrInst *open, *write;
    bool looks;   /* asks for a failure, or looks at the result of a write */
    bool unknown; /* others have it, too */
} Use;

static void add_use(CheckCtx *c, const IrInst *i, const IrVar *v, Use *use)
{
    const IrFunction *f = c->function;
    if (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == v) {
        const IrInst *call = ir_result_of_call(f, i->value);
        if (call && contract_about(c->contracts, check_contract(c, call->call), CA_OPENS, CT_RESULT))
            use->open = call;
        else if (ir_skip_casts(i->value)->kind != IE_INT)
            use->unknown = true;
        return;
    }
    if (i->op == II_STORE && local_of(f, i->value) == v)
        use->unknown = true;
    if (i->op == II_RETURN && i->value && local_of(f, i->value) == v)
        use->unknown = true;
    if (i->op == II_UNKNOWN)
        use->unknown = true;
    if (i->op != II_CALL)
        return;
    const IrCall *call = i->call;
    const Writer *w = writer_of(call);
    for (u32 k = 0; k < call->n_args; k++) {
        if (local_of(f, call->args[k]) != v)
            continue;
        if (w && w->stream == (i32)k) {
            use->looks = use->looks || !dropped(i);
            use->write = use->write ? use->write : i;
        } else if (is_call(call, "ferror") ||
                   ((is_call(call, "fflush") || is_call(call, "fclose")) && !(i->flags & IIF_DISCARDED))) {
            use->looks = true;
        } else {
            const Contract *k_of = check_contract(c, call);
            use->unknown = use->unknown || !k_of || !k_of->from_library;
        }
    }
}

static void on_close(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    const IrVar *v = call->call->n_args == 1 ? local_of(f, call->call->args[0]) : NULL;
    if (!v)
        return;
    Use use = {0};
    if (util_too_large(c)) {
        check_undecided(check_site_inst(c, call->inst), UNDECIDED_BUDGET);
        return;
    }
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            add_use(c, i, v, &use);
    if (!use.write)
        return; /* a file that is read */
    Site site = check_site_inst(c, call->inst);
    if (use.looks || !dropped(call->inst))
        check_safe(site);
    else if (call->inst->node && flow_from_macro(c->unit, call->inst->node))
        check_undecided(site, UNDECIDED_MACRO);
    else if (!use.open || use.unknown)
        check_undecided(site, UNDECIDED_CALLEE);
    else if (util_dominates(c, use.write, call->inst))
        finding_related(finding_step(check_violated(site, sym_str(v->name), util_callee(use.write->call)),
                                     check_place_inst(c, use.write), 0, NULL,
                                     "the result of this write is not looked at, nor that of any other"),
                        check_place_inst(c, use.open), "opened here");
    else
        check_safe(site); /* the way of an error before the first write */
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    if (!c->function || !call->contract || !call->contract->from_library)
        return;
    on_stdout(c, call);
    if (is_call(call->call, "fclose"))
        on_close(c, call);
}

static const char *const callees[] = {
#define X(name, stream) name,
    WRITERS(X)
#undef X
        "ferror",
    "fflush", "fclose", NULL};
static const char *const references[] = {"CERT C ERR33-C", "CERT C FIO42-C", NULL};

const CheckInfo check_unchecked_output = {
    .id = "unchecked-output",
    .cwe = 252,
    .related = {391},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Nobody asks whether what was written got there",
    .sites = "files that a function writes and closes, and files with writes to standard output",
    .message = "`{0}` is written and closed, and no result tells whether the data got there.",
    .reason =
        "Streams collect output and write it later, often not before they are closed. With a full disk, an exceeded quota or a lost "
        "network folder, the file is cut short or empty, and the program goes on as if it were saved.",
    .repair =
        "Test the result of the last `fclose` or `fflush`, or ask `ferror` before: a stream remembers that a write failed.",
    .references = references,
    .callees = callees,
    .on_function = on_function,
    .on_call = on_call,
    .on_project_end = on_project_end,
};
