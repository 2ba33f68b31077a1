// A second opinion on the truth: prints the rows of FORMAT.md as tree-sitter's parse of the raw text gives them.
// It knows no macro and no type, so it misreads what cannot be told without them; where it and clang disagree on
// anything else, one of the two programs of the benchmark is wrong. Compare with bench/frontend/compare.py.
// usage: ts_rows c|c++ LIST
#include "ts.h"

static const char *text;

static bool is(TSNode n, const char *type)
{
    return !ts_node_is_null(n) && strcmp(ts_node_type(n), type) == 0;
}
static TSNode field(TSNode n, const char *name)
{
    return ts_node_child_by_field_name(n, name, (uint32_t)strlen(name));
}
static uint32_t line_of(TSNode n)
{
    return ts_node_start_point(n).row + 1;
}
static bool starts(TSNode n, const char *prefix)
{
    return !ts_node_is_null(n) && strncmp(ts_node_type(n), prefix, strlen(prefix)) == 0;
}

static void put_range(TSNode n)
{
    if (!ts_node_is_null(n))
        printf("\t%u-%u", ts_node_start_byte(n), ts_node_end_byte(n));
}

static void open_row(const char *kind, TSNode op)
{
    printf("expr\t%s\t%u\t%.*s", kind, ts_node_start_byte(op),
           (int)(ts_node_end_byte(op) - ts_node_start_byte(op)), text + ts_node_start_byte(op));
}

/// The first child that is the given token.
static TSNode token(TSNode n, const char *type)
{
    for (uint32_t i = 0; i < ts_node_child_count(n); i++)
        if (is(ts_node_child(n, i), type))
            return ts_node_child(n, i);
    return ts_node_child(n, 0);
}

/// Last component of a name, through qualification, template arguments, fields and declarators; null if none.
static TSNode last_name(TSNode n)
{
    for (int depth = 0; depth < 64 && !ts_node_is_null(n); depth++) {
        if (is(n, "identifier") || is(n, "field_identifier") || is(n, "type_identifier") ||
            is(n, "destructor_name") || is(n, "operator_name") || is(n, "namespace_identifier"))
            return n;
        TSNode next = field(n, "name");
        if (ts_node_is_null(next))
            next = field(n, "field");
        if (ts_node_is_null(next))
            next = field(n, "declarator");
        if (ts_node_is_null(next) && (starts(n, "parenthesized") || is(n, "reference_declarator") ||
                                      is(n, "dependent_name") || is(n, "attributed_declarator")))
            next =
                ts_node_named_child(n, is(n, "attributed_declarator") ? 0 : ts_node_named_child_count(n) - 1);
        if (is(n, "operator_cast"))
            return n;
        n = next;
    }
    return n;
}

static void name_row(const char *kind, TSNode name)
{
    if (ts_node_is_null(name))
        return;
    printf("%s\t%u\t", kind, line_of(name));
    if (is(name, "operator_cast")) {
        printf("operator");
    } else {
        for (uint32_t i = ts_node_start_byte(name); i < ts_node_end_byte(name); i++)
            if (!strchr(" \t\r\n", text[i]))
                putchar(text[i]);
    }
    printf("\t%u\n", ts_node_start_byte(name));
}

static bool comment(TSNode n)
{
    return is(n, "comment");
}

static void call(TSNode n)
{
    TSNode callee = field(n, "function"), args = field(n, "arguments");
    if (ts_node_is_null(callee) || !is(args, "argument_list"))
        return;
    if (!is(callee, "primitive_type") && !is(callee, "sized_type_specifier") &&
        !is(callee, "call_expression")) {
        TSNode name = last_name(callee);
        if (!ts_node_is_null(name) && !is(name, "destructor_name") && !is(name, "operator_name"))
            name_row("call", name);
    }
    open_row("call", ts_node_child(args, 0));
    put_range(callee);
    for (uint32_t i = 0; i < ts_node_named_child_count(args); i++)
        if (!comment(ts_node_named_child(args, i)))
            put_range(ts_node_named_child(args, i));
    putchar('\n');
}

/// The type between two bracket tokens: without the blanks at its ends.
static void between(TSNode open, TSNode close)
{
    uint32_t b = ts_node_end_byte(open), e = ts_node_start_byte(close);
    while (b < e && strchr(" \t\r\n", text[b]))
        b++;
    while (e > b && strchr(" \t\r\n", text[e - 1]))
        e--;
    printf("\t%u-%u", b, e);
}

static void node_rows(TSNode n)
{
    if (is(n, "function_definition")) {
        TSNode d = field(n, "declarator");
        bool body = !ts_node_is_null(field(n, "body"));
        if (body || !ts_node_is_null(token(n, "try_statement")))
            name_row("func", last_name(d));
    } else if (is(n, "call_expression")) {
        TSNode callee = field(n, "function");
        // A C++ cast is a call of a template to this grammar.
        if (!ts_node_is_null(callee) && is(callee, "template_function")) {
            TSNode name = field(callee, "name");
            uint32_t len = ts_node_end_byte(name) - ts_node_start_byte(name);
            const char *s = text + ts_node_start_byte(name);
            if (len > 5 && strncmp(s + len - 5, "_cast", 5) == 0 &&
                (strncmp(s, "static", 6) == 0 || strncmp(s, "const_", 6) == 0 ||
                 strncmp(s, "dynami", 6) == 0 || strncmp(s, "reinte", 6) == 0)) {
                TSNode targs = field(callee, "arguments"), args = field(n, "arguments");
                if (ts_node_is_null(targs) || ts_node_is_null(args))
                    return;
                open_row("ncast", name);
                between(ts_node_child(targs, 0), ts_node_child(targs, ts_node_child_count(targs) - 1));
                put_range(ts_node_named_child(args, 0));
                putchar('\n');
                return;
            }
        }
        call(n);
    } else if (is(n, "binary_expression") || is(n, "assignment_expression") || is(n, "comma_expression")) {
        bool asg = is(n, "assignment_expression");
        TSNode op = is(n, "comma_expression") ? token(n, ",") : field(n, "operator");
        if (ts_node_is_null(op))
            return;
        open_row(asg ? "asg" : "bin", op);
        put_range(field(n, "left"));
        put_range(field(n, "right"));
        putchar('\n');
    } else if (is(n, "unary_expression") || is(n, "pointer_expression") || is(n, "update_expression")) {
        TSNode op = field(n, "operator"), arg = field(n, "argument");
        if (ts_node_is_null(op) || ts_node_is_null(arg))
            return;
        open_row(ts_node_start_byte(op) > ts_node_start_byte(arg) ? "post" : "un", op);
        put_range(arg);
        putchar('\n');
    } else if (is(n, "conditional_expression")) {
        open_row("cond", token(n, "?"));
        put_range(field(n, "condition"));
        if (!ts_node_is_null(field(n, "consequence")))
            put_range(field(n, "consequence"));
        put_range(field(n, "alternative"));
        putchar('\n');
    } else if (is(n, "cast_expression") || is(n, "compound_literal_expression")) {
        TSNode open = ts_node_child(n, 0);
        if (!is(open, "("))
            return;
        open_row(is(n, "cast_expression") ? "cast" : "clit", open);
        between(open, token(n, ")"));
        put_range(field(n, "value"));
        putchar('\n');
    } else if (is(n, "sizeof_expression") || is(n, "alignof_expression")) {
        TSNode type = field(n, "type"), value = field(n, "value"), op = ts_node_child(n, 0);
        if (ts_node_is_null(type) && ts_node_is_null(value))
            return;
        open_row(ts_node_is_null(type) ? "sze" : "szt", op);
        if (ts_node_is_null(type))
            put_range(value);
        else
            between(token(n, "("), token(n, ")"));
        putchar('\n');
    } else if (is(n, "subscript_expression")) {
        TSNode index = field(n, "index"), list = field(n, "indices");
        open_row("idx", ts_node_is_null(list) ? token(n, "[") : ts_node_child(list, 0));
        put_range(field(n, "argument"));
        put_range(ts_node_is_null(list) ? index : ts_node_named_child(list, 0));
        putchar('\n');
    } else if (is(n, "number_literal") && strchr("+-", text[ts_node_start_byte(n)])) {
        // A sign is part of the number to this grammar.
        uint32_t b = ts_node_start_byte(n);
        printf("expr\tun\t%u\t%c\t%u-%u\n", b, text[b], b + 1, ts_node_end_byte(n));
    } else if (is(n, "field_expression")) {
        TSNode op = field(n, "operator");
        if (ts_node_is_null(op))
            return;
        open_row("mem", op);
        put_range(field(n, "argument"));
        putchar('\n');
    }
}

/// All nodes, without recursion: the depth of a tree is that of the input.
static void walk(TSNode root)
{
    TSTreeCursor c = ts_tree_cursor_new(root);
    for (;;) {
        node_rows(ts_tree_cursor_current_node(&c));
        if (ts_tree_cursor_goto_first_child(&c))
            continue;
        while (!ts_tree_cursor_goto_next_sibling(&c)) {
            if (!ts_tree_cursor_goto_parent(&c)) {
                ts_tree_cursor_delete(&c);
                return;
            }
        }
    }
}

int main(int argc, char **argv)
{
    FILE *list = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!list) {
        fprintf(stderr, "usage: ts_rows c|c++ LIST\n");
        return 2;
    }
    bool plusplus = strcmp(argv[1], "c++") == 0;
    TSParser *parser = ts_parser_new();
    char path[4096];
    while (ts_next_path(list, path, sizeof path)) {
        uint32_t len;
        char *bytes = ts_read(path, &len);
        if (!bytes)
            continue;
        text = bytes;
        ts_parser_set_language(parser, ts_language(path, plusplus));
        TSTree *tree = ts_parser_parse_string(parser, NULL, bytes, len);
        printf("file\t%s\n", path);
        walk(ts_tree_root_node(tree));
        ts_tree_delete(tree);
        free(bytes);
    }
    fclose(list);
    ts_parser_delete(parser);
    return 0;
}
