/*
 * Texts compared by == and !=, which compares addresses: a pointer with a literal, two arrays, two literals.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static bool is_text_array(const TypeTable *tt, const IrExp *e)
{
    if (e->kind != IE_ADDR || !(e->flags & IX_DECAY) || type_kind(tt, e->a->type) != TY_ARRAY)
        return false;
    return type_is_char(tt, type_unqualified(tt, type_of(tt, e->a->type)));
}

static void judge(CheckCtx *c, const IrExp *e)
{
    const TypeTable *tt = &c->ir->types;
    e = ir_skip_implicit(e);
    if (e->kind == IE_UNOP && e->op == UN_NOT)
        e = ir_skip_implicit(e->a);
    if (e->kind != IE_BINOP || (e->op != BIN_EQ && e->op != BIN_NE) || !e->node)
        return;
    const IrExp *a = ir_skip_casts(e->a), *b = ir_skip_casts(e->b);
    bool literal_a = ir_exp_string(a) != NULL, literal_b = ir_exp_string(b) != NULL;
    bool literal = literal_a || literal_b, arrays = is_text_array(tt, a) && is_text_array(tt, b);
    if (!literal && !arrays)
        return;
    const IrExp *other = literal_a ? b : a;
    Site site = check_site(c, e->node);
    if (other->kind == IE_INT) { /* a literal compared with null: always false, but no comparison of texts */
        check_safe(site);
        return;
    }
    if (type_is_unknown(tt, other->type) || type_kind(tt, other->type) == TY_RECORD) {
        check_undecided(site, UNDECIDED_TYPE); /* perhaps a class with an operator of its own */
        return;
    }
    const char *op = e->op == BIN_EQ ? "==" : "!=";
    NodeId left = tree_child(&c->unit->tree, e->node, 0), right = tree_child(&c->unit->tree, e->node, 1);
    bool cxx = c->unit->lang == LANG_CXX;
    check_violated(site, check_code(c, e->node),
                   left && right && tree_kind(&c->unit->tree, e->node) == N_BINARY
                       ? check_text(c, "%s(%s, %s) %s 0", cxx ? "std::strcmp" : "strcmp", check_code(c, left),
                                    check_code(c, right), op)
                       : "strcmp");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->flags & IFN_TEMPLATE)
        return;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_BRANCH)
                judge(c, i->cond);
            else if (i->op == II_STORE || (i->op == II_RETURN && i->value))
                judge(c, i->value);
        }
}

static const char *const references[] = {"ISO/IEC 9899:2018, 6.4.5, paragraph 7", NULL};

const CheckInfo check_string_compare_operator = {
    .id = "string-compare-operator",
    .cwe = 597,
    .related = {595, 697},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Texts compared by their addresses",
    .sites = "== and != with a string literal or between arrays of characters",
    .message = "`{0}` compares addresses, not texts.",
    .reason =
        "Two equal texts usually stand in two places, so the comparison is false where it should be true. Whether equal literals share a "
        "place is the compiler's choice.",
    .repair = "Compare the characters: `{1}`.",
    .references = references,
    .on_function = on_function,
};
