/*
 * CWE-510: addresses of other machines that are written into the program: one peer that is treated differently from all others,
 * and connections to an address that no configuration can change.
 */
#include <stdio.h>
#include <string.h>

#include "checks/check.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"

/* Dotted numbers, all of the text. */
static bool read_address(const char *s, u8 out[4])
{
    for (u32 i = 0; i < 4; i++) {
        u32 v = 0, digits = 0;
        for (; *s >= '0' && *s <= '9' && digits < 3; s++, digits++)
            v = v * 10 + (u32)(*s - '0');
        if (digits == 0 || v > 255 || (i < 3 && *s++ != '.'))
            return false;
        out[i] = (u8)v;
    }
    return *s == '\0';
}

/* Does the address name one machine? Not the own one, all, any, or a group. */
static bool is_machine(const u8 a[4])
{
    return a[0] != 0 && a[0] != 127 && a[0] < 224;
}

/* One that is reached through the internet; those of private networks and of documentation are not. */
static bool is_public(const u8 a[4])
{
    static const struct {
        u8 from[4];
        u8 bits;
    } others[] = {{{10, 0, 0, 0}, 8},      {{172, 16, 0, 0}, 12},  {{192, 168, 0, 0}, 16},
                  {{169, 254, 0, 0}, 16},  {{100, 64, 0, 0}, 10},  {{192, 0, 2, 0}, 24},
                  {{198, 51, 100, 0}, 24}, {{203, 0, 113, 0}, 24}, {{192, 0, 0, 0}, 24},
                  {{198, 18, 0, 0}, 15}};
    u32 v = (u32)a[0] << 24 | (u32)a[1] << 16 | (u32)a[2] << 8 | a[3];
    for (u32 i = 0; i < LENGTH(others); i++) {
        const u8 *b = others[i].from;
        u32 w = (u32)b[0] << 24 | (u32)b[1] << 16 | (u32)b[2] << 8 | b[3];
        if ((v ^ w) >> (32 - others[i].bits) == 0)
            return false;
    }
    return is_machine(a);
}

static bool literal_address(CheckCtx *c, const IrExp *value, u8 out[4], const char **text)
{
    UtilLiteral l;
    if (!value || !util_literal(c, value, &l) || !l.bytes || !read_address(l.bytes, out))
        return false;
    *text = l.bytes;
    return true;
}

static bool is_named(const IrCall *call, const char *const *names)
{
    const char *name = call->name ? sym_str(call->name) : "";
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* ---- one peer is treated differently ---- */

/* Functions that write an address as text; the buffer's argument, or -1 for the result. */
static const struct {
    const char *name;
    i32 buffer;
} writers[] = {{"inet_ntoa", -1}, {"inet_ntop", 2}, {"getnameinfo", 2}, {"inet_ntoa_r", 1}};

/* Is the text an address that a socket told? */
static bool is_told_by_socket(CheckCtx *c, const IrExp *text, const IrInst *at)
{
    const IrFunction *f = c->function;
    const IrInst *call = ir_result_of_call(f, ir_skip_casts(text));
    const IrVar *v = util_pointee_root(f, text);
    for (u32 w = 0; w < LENGTH(writers); w++) {
        if (call && call->call->name && strcmp(sym_str(call->call->name), writers[w].name) == 0)
            return true;
        for (u32 b = 0; v && writers[w].buffer >= 0 && b < f->n_blocks; b++)
            for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
                if (i->op == II_CALL && i->call->name && (u32)writers[w].buffer < i->call->n_args &&
                    strcmp(sym_str(i->call->name), writers[w].name) == 0 &&
                    util_pointee_root(f, i->call->args[writers[w].buffer]) == v && util_dominates(c, i, at))
                    return true;
    }
    return false;
}

/* Is it a name that looking up an address gave: the h_name of a hostent? getnameinfo's is among the writers. */
static bool is_host_name(CheckCtx *c, const IrExp *text)
{
    const IrExp *place = ir_loaded_place(c->function, ir_skip_casts(text));
    return place && place->kind == IE_FIELD && place->name && strcmp(sym_str(place->name), "h_name") == 0;
}

/* A name with a dot in it that is not the own machine's. */
static bool names_host(const char *s)
{
    u32 dots = 0, letters = 0;
    if (strncmp(s, "localhost", 9) == 0)
        return false;
    for (const char *p = s; *p; p++) {
        if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p == '-' ||
              *p == '.'))
            return false;
        letters += (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
        dots += *p == '.' && p > s && p[1];
    }
    return dots > 0 && letters > 0;
}

/* strcmp(host->h_name, "admin.example.com") */
static bool on_host_name(CheckCtx *c, const CheckCall *call, const IrExp *a, const IrExp *b)
{
    UtilLiteral l;
    bool first = a && util_literal(c, a, &l) && l.bytes;
    if (!a || !b || (!first && !(util_literal(c, b, &l) && l.bytes)) || !names_host(l.bytes))
        return false;
    bool told = is_host_name(c, first ? b : a) ||
                (!util_too_large(c) && is_told_by_socket(c, first ? b : a, call->inst));
    if (told)
        finding_message(check_violated(check_site_inst(c, call->inst)),
                        "The peer with the name `%s` is treated differently from all others.", l.bytes);
    return told;
}

static void on_compare(CheckCtx *c, const CheckCall *call)
{
    u32 n = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_COMPARES, &n);
    const IrExp *a = util_call_arg(call->call, fact->target[0].arg),
                *b = util_call_arg(call->call, fact->target[1].arg);
    u8 address[4];
    const char *text;
    bool first = literal_address(c, a, address, &text);
    if (on_host_name(c, call, a, b))
        return;
    if (!a || !b || (!first && !literal_address(c, b, address, &text)) || !is_machine(address))
        return;
    Site site = check_site_inst(c, call->inst);
    if (util_too_large(c))
        check_undecided(site, UNDECIDED_BUDGET);
    else if (is_told_by_socket(c, first ? b : a, call->inst))
        check_violated(site, text);
    else
        check_undecided(site, UNDECIDED_VALUE);
}

/* ---- a fixed address is called ---- */

static const char *const from_text[] = {"inet_addr", "inet_network", NULL};
static const char *const into_memory[] = {"inet_pton", "inet_aton", NULL};

/* Is the socket one that sends single datagrams? Connecting such a one sends nothing; it is a way to learn the own address. */
static bool is_datagram(CheckCtx *c)
{
    enum { DATAGRAM = 2, KIND = 15 };
    const IrFunction *f = c->function;
    i64 kind;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && i->call->name && strcmp(sym_str(i->call->name), "socket") == 0 &&
                i->call->n_args == 3 && (!util_int(c, i->call->args[1], &kind) || (kind & KIND) == DATAGRAM))
                return true;
    return false;
}

static void on_connect(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    const IrVar *v = call->call->n_args == 3 ? util_pointee_root(f, call->call->args[1]) : NULL;
    if (!v)
        return;
    Site site = check_site_inst(c, call->inst);
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    u8 address[4];
    const char *text;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrExp *value = NULL;
            const IrInst *made = i->op == II_STORE && ir_place_root(i->place) == v
                                     ? ir_result_of_call(f, ir_skip_casts(i->value))
                                     : NULL;
            if (made && is_named(made->call, from_text) && made->call->n_args == 1)
                value = made->call->args[0];
            if (i->op == II_CALL && is_named(i->call, into_memory) && i->call->n_args >= 2 &&
                util_pointee_root(f, i->call->args[i->call->n_args - 1]) == v)
                value = i->call->args[i->call->n_args - 2];
            if (!value || !literal_address(c, value, address, &text) || !is_public(address) ||
                !util_dominates(c, i, call->inst) || is_datagram(c))
                continue;
            Finding *out = check_violated(site, text);
            finding_message(out, "The program connects to `%s`, an address that is written into it.", text);
            finding_reason(
                out,
                "Nobody who runs the program can see or change whom it calls. That is how a program reports to its author, "
                "and whoever gets hold of the address later is trusted in his place.");
            finding_repair(out, "Take the peer from the configuration, by name, and authenticate it.");
            finding_severity(out, SEV_LOW);
            finding_related(out, check_place_inst(c, i), "the address");
            return;
        }
    check_safe(site);
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    if (!c->function)
        return;
    if (contract_has(call->contract, CA_COMPARES))
        on_compare(c, call);
    else
        on_connect(c, call);
}

static const u8 attrs[] = {CA_COMPARES, CA_NONE};
static const char *const callees[] = {"connect", NULL};

const CheckInfo check_fixed_peer = {
    .id = "fixed-peer",
    .cwe = 510,
    .related = {1051},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Behaviour depends on an address that is written into the program",
    .sites = "comparisons with addresses, and connections",
    .message = "The peer with the address `{0}` is treated differently from all others.",
    .reason =
        "A branch for one address is a back door for whoever sits there or can fake it: nothing proves that a peer has the address it "
        "sends from, and no test from elsewhere gets there.",
    .repair =
        "Remove the branch. Who may do more than others belongs into the configuration and needs to be authenticated.",
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
};
