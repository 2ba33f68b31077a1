/*
 * The tokenizer; see lex.h. One pass with a class per byte. Line splices are rare: a token that
 * meets one is read again by the slow reader, which sees through them.
 */
#include "syntax/lex.h"

#include <string.h>

#include "base/str.h"
#include "syntax/lex_priv.h"

/* Byte classes. */
enum { C_OTHER, C_SPACE, C_NEWLINE, C_WORD, C_DIGIT, C_QUOTE, C_PUNCT, C_SLASH, C_BACKSLASH, C_DOT, C_HASH };

static u8 class_of[256];
static u8 is_word[256]; /* letters, digits, _, $, bytes from 0x80 */

__attribute__((constructor)) static void fill_tables(void)
{
    for (int c = 0; c < 256; c++) {
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c >= 0x80;
        bool digit = c >= '0' && c <= '9';
        is_word[c] = letter || digit;
        class_of[c] = letter ? C_WORD : digit ? C_DIGIT : C_OTHER;
    }
    for (const char *p = " \t\v\f\r"; *p; p++)
        class_of[(u8)*p] = C_SPACE;
    class_of[0] = C_SPACE; /* a stray NUL byte separates tokens */
    for (const char *p = "()[]{};,:?~!+-*%&|^<>="; *p; p++)
        class_of[(u8)*p] = C_PUNCT;
    class_of['\n'] = C_NEWLINE;
    class_of['"'] = class_of['\''] = C_QUOTE;
    class_of['/'] = C_SLASH;
    class_of['\\'] = C_BACKSLASH;
    class_of['.'] = C_DOT;
    class_of['#'] = C_HASH;
}

typedef struct Lexer {
    const char *text, *p, *end;
    FileTokens *out;
    LexedFile *file; /* NULL when only a few bytes are lexed */
    u8 flags;        /* of the next token */
    bool in_directive, want_header;
    u32 directive; /* index + 1 of the directive being read */
} Lexer;

/* Length of a line splice at p (backslash, blanks, newline), or 0. */
static u32 splice(const char *p, const char *end)
{
    if (p >= end || *p != '\\')
        return 0;
    const char *q = p + 1;
    while (q < end && (*q == ' ' || *q == '\t' || *q == '\r'))
        q++;
    return q < end && *q == '\n' ? (u32)(q + 1 - p) : 0;
}

static void push(Lexer *x, const char *start, TokenKind kind, Sym sym, u8 flags)
{
    FileToken t = {(u32)(start - x->text), (u32)(x->p - start), sym, (u8)kind, (u8)(x->flags | flags), 0};
    vec_push(x->out, t);
    x->flags = 0;
}

/* Interns [start, p) with the splices taken out. */
static void push_clean(Lexer *x, const char *start, TokenKind kind)
{
    u32 n = (u32)(x->p - start);
    if (!memchr(start, '\\', n) || !memchr(start, '\n', n)) {
        push(x, start, kind, intern_bytes(start, n), 0);
        return;
    }
    Sb b;
    sb_init(&b);
    for (const char *q = start; q < x->p;) {
        u32 k = splice(q, x->p);
        if (k)
            q += k;
        else
            sb_addc(&b, *q++);
    }
    push(x, start, kind, intern_bytes(b.s, b.n), FT_SPLICED);
    sb_release(&b);
}

/* Does [s, n) name a literal prefix? raw: with R. */
static bool literal_prefix(const char *s, u32 n, bool *raw)
{
    *raw = n && s[n - 1] == 'R';
    if (*raw)
        n--;
    return n == 0 ? *raw
                  : (n == 1 && (s[0] == 'L' || s[0] == 'u' || s[0] == 'U')) ||
                        (n == 2 && s[0] == 'u' && s[1] == '8');
}

/* After the closing quote: the suffix of a user-defined literal. */
static void literal_suffix(Lexer *x)
{
    if (x->p < x->end && (*x->p == '_' || (*x->p >= 'a' && *x->p <= 'z')) && x->p[-1] == '"') {
        /* PRIu64 after a string is a macro, an s or _x suffix is not: only _name, s and sv are suffixes */
        const char *q = x->p;
        while (q < x->end && is_word[(u8)*q])
            q++;
        u32 n = (u32)(q - x->p);
        if (*x->p == '_' || (n == 1 && *x->p == 's') || (n == 2 && x->p[0] == 's' && x->p[1] == 'v'))
            x->p = q;
    }
}

/* p at the opening quote; start at the prefix. */
static void read_quoted(Lexer *x, const char *start)
{
    char quote = *x->p;
    const char *q = x->p + 1;
    for (; q < x->end && *q != quote; q++) {
        if (*q == '\n')
            break;
        if (*q == '\\') {
            u32 k = splice(q, x->end);
            q += k ? k - 1 : 1;
        }
    }
    if (q >= x->end || *q != quote) { /* a lone quote: an apostrophe in text, or a broken line */
        x->p = start + 1 > x->p + 1 ? start + 1 : x->p + 1;
        push(x, start, TK_OTHER, intern_bytes(start, (u32)(x->p - start)), 0);
        return;
    }
    x->p = q + 1;
    literal_suffix(x);
    push_clean(x, start, quote == '"' ? TK_STRING : TK_CHAR);
}

/* R"delim( ... )delim": p at the quote. Falls back to an ordinary string when it is not well formed. */
static void read_raw(Lexer *x, const char *start)
{
    const char *d = x->p + 1, *open = d;
    while (open < x->end && open - d <= 16 && *open != '(' && *open != ')' && *open != '\\' &&
           *open != '\n' && *open != ' ')
        open++;
    if (open >= x->end || *open != '(') {
        read_quoted(x, start);
        return;
    }
    u32 n = (u32)(open - d);
    for (const char *q = open + 1; q < x->end; q++) {
        q = memchr(q, ')', (size_t)(x->end - q));
        if (!q)
            break;
        if ((u32)(x->end - q) > n + 1 && memcmp(q + 1, d, n) == 0 && q[n + 1] == '"') {
            x->p = q + n + 2;
            literal_suffix(x);
            push(x, start, TK_STRING, intern_bytes(start, (u32)(x->p - start)), 0);
            return;
        }
    }
    read_quoted(x, start);
}

static void directive_word(Lexer *x, Sym word);

static void end_word(Lexer *x, const char *start, Sym sym, u8 flags)
{
    push(x, start, TK_IDENT, sym, flags);
    if (x->directive && x->file->directives.at[x->directive - 1].kind == DIR_OTHER &&
        x->out->n == x->file->directives.at[x->directive - 1].tok + 2)
        directive_word(x, sym);
}

static void read_word(Lexer *x)
{
    const char *start = x->p, *q = x->p;
    u32 h = INTERN_HASH_START;
    for (; is_word[(u8)*q] && q < x->end; q++)
        h = INTERN_HASH_STEP(h, *q);
    if (*q == '\\' && q < x->end) {
        u32 k = splice(q, x->end);
        if (k || q[1] == 'u' || q[1] == 'U') { /* splice inside, or \u escape in an identifier */
            while (q < x->end) {
                if (is_word[(u8)*q] || (*q == '\\' && (q[1] == 'u' || q[1] == 'U')))
                    q++;
                else if ((k = splice(q, x->end)) && is_word[(u8)q[k]])
                    q += k;
                else
                    break;
            }
            x->p = q;
            u32 before = x->out->n;
            push_clean(x, start, TK_IDENT);
            FileToken t = x->out->at[before];
            x->out->n = before;
            x->flags = t.flags & (FT_BOL | FT_SPACE);
            end_word(x, start, t.sym, t.flags & FT_SPLICED);
            return;
        }
    }
    x->p = q;
    bool raw;
    if ((*q == '"' || *q == '\'') && q < x->end && q - start <= 3 &&
        literal_prefix(start, (u32)(q - start), &raw)) {
        if (raw && *q == '"') {
            read_raw(x, start);
            return;
        }
        if (!raw) {
            read_quoted(x, start);
            return;
        }
    }
    end_word(x, start, intern_hashed(start, (u32)(q - start), h), 0);
}

static void read_number(Lexer *x)
{
    const char *start = x->p, *q = x->p + 1;
    while (q < x->end) {
        char c = *q;
        if (is_word[(u8)c]) {
            q++;
            if ((c == 'e' || c == 'E' || c == 'p' || c == 'P') && (*q == '+' || *q == '-') && q < x->end)
                q++;
        } else if (c == '.') {
            q++;
        } else if (c == '\'' && is_word[(u8)q[1]] && is_word[(u8)q[-1]] && q + 1 < x->end) {
            q++;
        } else {
            u32 k = c == '\\' ? splice(q, x->end) : 0;
            if (!k || !(is_word[(u8)q[k]] || q[k] == '.'))
                break;
            q += k;
        }
    }
    x->p = q;
    push_clean(x, start, TK_NUMBER);
}

static void note_comment(Lexer *x, const char *start)
{
    if (x->file) {
        Comment c = {(u32)(start - x->text), (u32)(x->p - start)};
        vec_push(&x->file->comments, c);
    }
    x->flags |= FT_SPACE;
}

/* p at a slash. True when it began a comment. */
static bool skip_comment(Lexer *x)
{
    const char *start = x->p;
    u32 k = splice(start + 1, x->end);
    char c = start[1 + k];
    if (start + 1 + k >= x->end || (c != '/' && c != '*'))
        return false;
    const char *q = start + 2 + k;
    if (c == '/') {
        for (;;) {
            q = q < x->end ? memchr(q, '\n', (size_t)(x->end - q)) : NULL;
            if (!q) {
                q = x->end;
                break;
            }
            const char *b = q;
            while (b > start && (b[-1] == ' ' || b[-1] == '\t' || b[-1] == '\r'))
                b--;
            if (b[-1] != '\\') /* else the comment goes on in the next line */
                break;
            q++;
        }
    } else {
        for (;; q++) {
            q = q < x->end ? memchr(q, '*', (size_t)(x->end - q)) : NULL;
            if (!q || q + 1 >= x->end) {
                q = x->end;
                break;
            }
            if (q[1] == '/') {
                q += 2;
                break;
            }
        }
    }
    x->p = q;
    note_comment(x, start);
    return true;
}

#define P2(a, b) ((u32)(a) << 8 | (b))

/* The longest punctuator at p: its kind, and its length in bytes. */
static TokenKind punctuator(const char *p, u32 *len)
{
    u8 a = (u8)p[0], b = a ? (u8)p[1] : 0, c = b ? (u8)p[2] : 0;
    *len = 3;
    switch (P2(a, b) << 8 | c) {
    case P2('<', '<') << 8 | '=': return TK_SHL_ASSIGN;
    case P2('>', '>') << 8 | '=': return TK_SHR_ASSIGN;
    case P2('.', '.') << 8 | '.': return TK_ELLIPSIS;
    case P2('<', '=') << 8 | '>': return TK_SPACESHIP;
    case P2('-', '>') << 8 | '*': return TK_ARROWSTAR;
    }
    *len = 2;
    switch (P2(a, b)) {
    case P2('-', '>'): return TK_ARROW;
    case P2(':', ':'): return TK_COLONCOLON;
    case P2('<', '<'): return TK_SHL;
    case P2('>', '>'): return TK_SHR;
    case P2('&', '&'): return TK_AMPAMP;
    case P2('|', '|'): return TK_PIPEPIPE;
    case P2('+', '+'): return TK_PLUSPLUS;
    case P2('-', '-'): return TK_MINUSMINUS;
    case P2('<', '='): return TK_LE;
    case P2('>', '='): return TK_GE;
    case P2('=', '='): return TK_EQEQ;
    case P2('!', '='): return TK_NE;
    case P2('+', '='): return TK_PLUS_ASSIGN;
    case P2('-', '='): return TK_MINUS_ASSIGN;
    case P2('*', '='): return TK_STAR_ASSIGN;
    case P2('/', '='): return TK_SLASH_ASSIGN;
    case P2('%', '='): return TK_PERCENT_ASSIGN;
    case P2('&', '='): return TK_AMP_ASSIGN;
    case P2('|', '='): return TK_PIPE_ASSIGN;
    case P2('^', '='): return TK_CARET_ASSIGN;
    case P2('#', '#'): return TK_HASHHASH;
    case P2('.', '*'): return TK_DOTSTAR;
    case P2('<', '%'): return TK_LBRACE;
    case P2('%', '>'): return TK_RBRACE;
    case P2(':', '>'): return TK_RBRACKET;
    case P2('<', ':'):
        if (!(c == ':' && p[3] != ':' && p[3] != '>')) /* `<::` is `<` `::` unless `:` or `>` follows */
            return TK_LBRACKET;
        break;
    case P2('%', ':'):
        if (c == '%' && p[3] == ':') {
            *len = 4;
            return TK_HASHHASH;
        }
        return TK_HASH;
    }
    *len = 1;
    switch (a) {
    case '(': return TK_LPAREN;
    case ')': return TK_RPAREN;
    case '[': return TK_LBRACKET;
    case ']': return TK_RBRACKET;
    case '{': return TK_LBRACE;
    case '}': return TK_RBRACE;
    case ';': return TK_SEMI;
    case ',': return TK_COMMA;
    case '.': return TK_DOT;
    case ':': return TK_COLON;
    case '?': return TK_QUESTION;
    case '~': return TK_TILDE;
    case '!': return TK_NOT;
    case '+': return TK_PLUS;
    case '-': return TK_MINUS;
    case '*': return TK_STAR;
    case '/': return TK_SLASH;
    case '%': return TK_PERCENT;
    case '&': return TK_AMP;
    case '|': return TK_PIPE;
    case '^': return TK_CARET;
    case '<': return TK_LT;
    case '>': return TK_GT;
    case '=': return TK_ASSIGN;
    case '#': return TK_HASH;
    default: return TK_OTHER;
    }
}

static const struct {
    const char *word;
    DirectiveKind kind;
} directive_words[] = {
    {"if", DIR_IF},         {"ifdef", DIR_IFDEF},     {"ifndef", DIR_IFNDEF},
    {"elif", DIR_ELIF},     {"elifdef", DIR_ELIFDEF}, {"elifndef", DIR_ELIFNDEF},
    {"else", DIR_ELSE},     {"endif", DIR_ENDIF},     {"define", DIR_DEFINE},
    {"undef", DIR_UNDEF},   {"include", DIR_INCLUDE}, {"include_next", DIR_INCLUDE_NEXT},
    {"import", DIR_IMPORT}, {"pragma", DIR_PRAGMA},
};

static void directive_word(Lexer *x, Sym word)
{
    Directive *d = &x->file->directives.at[x->directive - 1];
    const char *s = sym_str(word);
    for (u32 i = 0; i < LENGTH(directive_words); i++) {
        if (strcmp(s, directive_words[i].word) == 0) {
            d->kind = (u8)directive_words[i].kind;
            x->want_header = d->kind == DIR_INCLUDE || d->kind == DIR_INCLUDE_NEXT || d->kind == DIR_IMPORT;
            return;
        }
    }
}

/* p at `<` in an #include line: the whole <name> is one string token. */
static bool read_header_name(Lexer *x)
{
    x->want_header = false;
    const char *q = x->p + 1;
    while (q < x->end && *q != '>' && *q != '\n')
        q++;
    if (q >= x->end || *q != '>')
        return false;
    const char *start = x->p;
    x->p = q + 1;
    push(x, start, TK_STRING, intern_bytes(start, (u32)(x->p - start)), 0);
    return true;
}

static void read_punct(Lexer *x)
{
    if (x->want_header && *x->p == '<' && read_header_name(x))
        return;
    u32 len;
    const char *start = x->p;
    TokenKind k = punctuator(start, &len);
    if (len > 1 && (u32)(x->end - start) < len) /* the NULs behind the text never match, but raw text may */
        len = 1;
    x->p += len;
    if (k == TK_HASH && (x->flags & FT_BOL) && x->file && !x->in_directive) {
        Directive d = {.kind = DIR_OTHER, .tok = x->out->n};
        vec_push(&x->file->directives, d);
        x->directive = x->file->directives.n;
        x->in_directive = true;
    }
    push(x, start, k, k == TK_OTHER ? intern_bytes(start, 1) : token_sym_of_kind(k), 0);
}

static void end_line(Lexer *x)
{
    if (x->in_directive) {
        x->file->directives.at[x->directive - 1].end = x->out->n;
        x->in_directive = x->want_header = false;
        x->directive = 0;
    }
    x->flags |= FT_BOL | FT_SPACE;
}

static void run(Lexer *x)
{
    while (x->p < x->end) {
        const char *start = x->p;
        switch (class_of[(u8)*x->p]) {
        case C_SPACE:
            x->p++;
            x->flags |= FT_SPACE;
            break;
        case C_NEWLINE:
            x->p++;
            end_line(x);
            break;
        case C_WORD: read_word(x); break;
        case C_DIGIT: read_number(x); break;
        case C_DOT:
            if (x->p + 1 < x->end && class_of[(u8)x->p[1]] == C_DIGIT)
                read_number(x);
            else
                read_punct(x);
            break;
        case C_QUOTE: read_quoted(x, start); break;
        case C_SLASH:
            if (!skip_comment(x))
                read_punct(x);
            break;
        case C_BACKSLASH: {
            u32 k = splice(x->p, x->end);
            if (k) {
                x->p += k;
                x->flags |= FT_SPACE;
            } else if (x->p[1] == 'u' || x->p[1] == 'U') {
                x->p += 2;
                while (x->p < x->end && is_word[(u8)*x->p])
                    x->p++;
                push_clean(x, start, TK_IDENT);
            } else {
                x->p++;
                push(x, start, TK_OTHER, intern_bytes("\\", 1), 0);
            }
            break;
        }
        case C_PUNCT:
        case C_HASH: read_punct(x); break;
        default: x->p++; push(x, start, TK_OTHER, intern_bytes(start, 1), 0);
        }
    }
}

LexedFile *lex_file(const SourceSet *s, FileId f)
{
    token_init();
    const SourceFile *sf = src_file(s, f);
    LexedFile *lf = mem_zalloc(1, sizeof *lf);
    lf->file = f;
    arena_init(&lf->arena);
    FileTokens toks = {0};
    vec_reserve(&toks, sf->size / 5 + 16);
    Lexer x = {.text = sf->text,
               .p = sf->text,
               .end = sf->text + sf->size,
               .out = &toks,
               .file = lf,
               .flags = FT_BOL};
    run(&x);
    end_line(&x);
    FileToken eof = {sf->size, 0, 0, TK_EOF, FT_BOL, 0};
    vec_push(&toks, eof);
    lf->toks.at = toks.at, lf->toks.n = toks.n, lf->toks.cap = toks.cap;
    lex_directives(lf, sf);
    return lf;
}

void lex_free(LexedFile *lf)
{
    if (!lf)
        return;
    vec_release(&lf->toks);
    vec_release(&lf->comments);
    vec_release(&lf->directives);
    vec_release(&lf->macros);
    arena_release(&lf->arena);
    mem_free(lf);
}

u32 lex_bytes(const char *text, u32 size, FileTokens *out)
{
    u32 before = out->n;
    char *copy = mem_zalloc(size + 16, 1); /* NULs behind, as in a file */
    memcpy(copy, text, size);
    Lexer x = {.text = copy, .p = copy, .end = copy + size, .out = out};
    run(&x);
    mem_free(copy);
    return out->n - before;
}
