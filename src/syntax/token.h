/*
 * Token kinds of C (to C23, GNU) and C++ (to C++20), as tables. A kind that has a fixed spelling
 * is also a reserved Sym: sym == kind - TK_FIXED_FIRST + 1. Used by all of syntax/.
 */
#ifndef SYNTAX_TOKEN_H
#define SYNTAX_TOKEN_H

#include "base/intern.h"
#include "source/source.h"

// clang-format off
#define TOKEN_PUNCTUATORS(X)                                                                                       \
    X(LPAREN, "(") X(RPAREN, ")") X(LBRACKET, "[") X(RBRACKET, "]") X(LBRACE, "{") X(RBRACE, "}")                   \
    X(SEMI, ";") X(COMMA, ",") X(DOT, ".") X(ARROW, "->") X(ELLIPSIS, "...") X(COLON, ":") X(COLONCOLON, "::")      \
    X(QUESTION, "?") X(TILDE, "~") X(NOT, "!") X(PLUS, "+") X(MINUS, "-") X(STAR, "*") X(SLASH, "/") X(PERCENT, "%") \
    X(AMP, "&") X(PIPE, "|") X(CARET, "^") X(SHL, "<<") X(SHR, ">>") X(AMPAMP, "&&") X(PIPEPIPE, "||")              \
    X(PLUSPLUS, "++") X(MINUSMINUS, "--") X(LT, "<") X(GT, ">") X(LE, "<=") X(GE, ">=") X(EQEQ, "==") X(NE, "!=")   \
    X(SPACESHIP, "<=>") X(ASSIGN, "=") X(PLUS_ASSIGN, "+=") X(MINUS_ASSIGN, "-=") X(STAR_ASSIGN, "*=")              \
    X(SLASH_ASSIGN, "/=") X(PERCENT_ASSIGN, "%=") X(AMP_ASSIGN, "&=") X(PIPE_ASSIGN, "|=") X(CARET_ASSIGN, "^=")    \
    X(SHL_ASSIGN, "<<=") X(SHR_ASSIGN, ">>=") X(HASH, "#") X(HASHHASH, "##") X(DOTSTAR, ".*") X(ARROWSTAR, "->*")

/* Name, spelling, languages in which it is a keyword: C, CXX or BOTH. The GNU spellings are kinds of their own only
 * where the parser must tell them apart; the rest are aliases (TOKEN_ALIASES). */
#define TOKEN_KEYWORDS(X)                                                                                          \
    X(AUTO, "auto", BOTH) X(BREAK, "break", BOTH) X(CASE, "case", BOTH) X(CHAR, "char", BOTH)                       \
    X(CONST, "const", BOTH) X(CONTINUE, "continue", BOTH) X(DEFAULT, "default", BOTH) X(DO, "do", BOTH)             \
    X(DOUBLE, "double", BOTH) X(ELSE, "else", BOTH) X(ENUM, "enum", BOTH) X(EXTERN, "extern", BOTH)                 \
    X(FLOAT, "float", BOTH) X(FOR, "for", BOTH) X(GOTO, "goto", BOTH) X(IF, "if", BOTH) X(INLINE, "inline", BOTH)   \
    X(INT, "int", BOTH) X(LONG, "long", BOTH) X(REGISTER, "register", BOTH) X(RESTRICT, "restrict", C)              \
    X(RETURN, "return", BOTH) X(SHORT, "short", BOTH) X(SIGNED, "signed", BOTH) X(SIZEOF, "sizeof", BOTH)           \
    X(STATIC, "static", BOTH) X(STRUCT, "struct", BOTH) X(SWITCH, "switch", BOTH) X(TYPEDEF, "typedef", BOTH)       \
    X(UNION, "union", BOTH) X(UNSIGNED, "unsigned", BOTH) X(VOID, "void", BOTH) X(VOLATILE, "volatile", BOTH)       \
    X(WHILE, "while", BOTH) X(BOOL_, "_Bool", BOTH) X(COMPLEX, "_Complex", BOTH) X(IMAGINARY, "_Imaginary", BOTH)   \
    X(ALIGNAS, "_Alignas", BOTH) X(ALIGNOF, "_Alignof", BOTH) X(ATOMIC, "_Atomic", BOTH)                            \
    X(GENERIC, "_Generic", BOTH) X(NORETURN, "_Noreturn", BOTH) X(STATIC_ASSERT, "_Static_assert", BOTH)            \
    X(THREAD_LOCAL, "_Thread_local", BOTH) X(TYPEOF, "typeof", BOTH) X(TYPEOF_UNQUAL, "typeof_unqual", C)           \
    X(INT128, "__int128", BOTH) X(ATTRIBUTE, "__attribute__", BOTH) X(DECLSPEC, "__declspec", BOTH)                 \
    X(ASM, "asm", BOTH) X(EXTENSION, "__extension__", BOTH) X(LABEL, "__label__", BOTH)                             \
    X(BUILTIN_VA_ARG, "__builtin_va_arg", BOTH) X(BUILTIN_OFFSETOF, "__builtin_offsetof", BOTH)                     \
    X(AUTO_TYPE, "__auto_type", BOTH) X(REAL, "__real__", BOTH) X(IMAG, "__imag__", BOTH)                           \
    X(FLOAT128, "__float128", BOTH) X(INT64_MS, "__int64", BOTH)                                                    \
    X(BOOL, "bool", CXX) X(TRUE, "true", CXX) X(FALSE, "false", CXX) X(NULLPTR, "nullptr", CXX)                     \
    X(CLASS, "class", CXX) X(CATCH, "catch", CXX) X(CHAR8, "char8_t", CXX) X(CHAR16, "char16_t", CXX)               \
    X(CHAR32, "char32_t", CXX) X(CONCEPT, "concept", CXX) X(CONST_CAST, "const_cast", CXX)                          \
    X(CONSTEVAL, "consteval", CXX) X(CONSTEXPR, "constexpr", BOTH) X(CONSTINIT, "constinit", CXX)                   \
    X(CO_AWAIT, "co_await", CXX) X(CO_RETURN, "co_return", CXX) X(CO_YIELD, "co_yield", CXX)                        \
    X(DECLTYPE, "decltype", CXX) X(DELETE, "delete", CXX) X(DYNAMIC_CAST, "dynamic_cast", CXX)                      \
    X(EXPLICIT, "explicit", CXX) X(EXPORT, "export", CXX) X(FRIEND, "friend", CXX) X(MUTABLE, "mutable", CXX)       \
    X(NAMESPACE, "namespace", CXX) X(NEW, "new", CXX) X(NOEXCEPT, "noexcept", CXX) X(OPERATOR, "operator", CXX)     \
    X(PRIVATE, "private", CXX) X(PROTECTED, "protected", CXX) X(PUBLIC, "public", CXX)                              \
    X(REINTERPRET_CAST, "reinterpret_cast", CXX) X(REQUIRES, "requires", CXX) X(STATIC_CAST, "static_cast", CXX)    \
    X(TEMPLATE, "template", CXX) X(THIS, "this", CXX) X(THROW, "throw", CXX) X(TRY, "try", CXX)                     \
    X(TYPEID, "typeid", CXX) X(TYPENAME, "typename", CXX) X(USING, "using", CXX) X(VIRTUAL, "virtual", CXX)         \
    X(WCHAR, "wchar_t", CXX)

/* Other spellings of a keyword or punctuator: spelling, kind, languages. */
#define TOKEN_ALIASES(X)                                                                                           \
    X("__inline", KW_INLINE, BOTH) X("__inline__", KW_INLINE, BOTH) X("__const", KW_CONST, BOTH)                    \
    X("__const__", KW_CONST, BOTH) X("__volatile", KW_VOLATILE, BOTH) X("__volatile__", KW_VOLATILE, BOTH)          \
    X("__restrict", KW_RESTRICT, BOTH) X("__restrict__", KW_RESTRICT, BOTH) X("__signed", KW_SIGNED, BOTH)          \
    X("__signed__", KW_SIGNED, BOTH) X("__asm", KW_ASM, BOTH) X("__asm__", KW_ASM, BOTH)                            \
    X("__attribute", KW_ATTRIBUTE, BOTH) X("__typeof", KW_TYPEOF, BOTH) X("__typeof__", KW_TYPEOF, BOTH)            \
    X("__alignof", KW_ALIGNOF, BOTH) X("__alignof__", KW_ALIGNOF, BOTH) X("alignof", KW_ALIGNOF, BOTH)              \
    X("alignas", KW_ALIGNAS, BOTH) X("static_assert", KW_STATIC_ASSERT, BOTH)                                       \
    X("thread_local", KW_THREAD_LOCAL, BOTH) X("__thread", KW_THREAD_LOCAL, BOTH)                                   \
    X("__complex__", KW_COMPLEX, BOTH) X("__int128_t", KW_INT128, BOTH) X("__real", KW_REAL, BOTH)                  \
    X("__imag", KW_IMAG, BOTH) X("__forceinline", KW_INLINE, BOTH)                                                  \
    X("and", TK_AMPAMP, CXX) X("or", TK_PIPEPIPE, CXX) X("not", TK_NOT, CXX) X("bitand", TK_AMP, CXX)               \
    X("bitor", TK_PIPE, CXX) X("xor", TK_CARET, CXX) X("compl", TK_TILDE, CXX) X("and_eq", TK_AMP_ASSIGN, CXX)      \
    X("or_eq", TK_PIPE_ASSIGN, CXX) X("xor_eq", TK_CARET_ASSIGN, CXX) X("not_eq", TK_NE, CXX)
// clang-format on

typedef enum TokenKind {
    TK_EOF,
    TK_IDENT,
    TK_NUMBER,
    TK_CHAR,   /* character constant with its prefix, or user-defined literal */
    TK_STRING, /* string literal with its prefix; raw strings too */
    TK_OTHER,  /* a byte that starts no token; a lone quote */
    TK_PP_IF,  /* presence markers, only in a unit's token stream: the tokens up to the matching */
    TK_PP_ELSE, /* TK_PP_ELSE or TK_PP_ENDIF exist when the marker's condition (Token.sym holds a PresenceId) holds */
    TK_PP_ENDIF,
    TK_PRAGMA, /* #pragma or _Pragma in a unit's token stream: sym holds the text behind "pragma" */
#define X(name, spelling) TK_##name,
    TOKEN_PUNCTUATORS(X)
#undef X
#define X(name, spelling, langs) KW_##name,
        TOKEN_KEYWORDS(X)
#undef X
            TK_COUNT
} TokenKind;

enum { TK_FIXED_FIRST = TK_LPAREN, TK_KEYWORD_FIRST = KW_AUTO };

static inline Sym token_sym_of_kind(TokenKind k)
{
    return (Sym)(k - TK_FIXED_FIRST + 1);
}

/* Reserves the fixed spellings; safe to call often. Must run before any other use of the pool of spellings. */
void token_init(void);

enum { TOKEN_FIXED = 256 };                 /* more than there are reserved Syms */
extern u8 token_word_kinds[2][TOKEN_FIXED]; /* by language and Sym; filled by token_init */

/* Kind of an identifier-like spelling in a language: a keyword, an alternative operator, or TK_IDENT. */
static inline TokenKind token_kind_of_word(Sym s, Lang lang)
{
    return s < TOKEN_FIXED ? (TokenKind)token_word_kinds[lang][s] : TK_IDENT;
}

/* Spelling for messages: "end of file", "identifier", "'+='". */
const char *token_kind_name(TokenKind k);

/* ---- tokens of one file, as the lexer leaves them ---- */

enum {
    FT_BOL = 1,    /* first token of a line */
    FT_SPACE = 2,  /* white space or a comment before it */
    FT_SPLICED = 4 /* has a line splice inside; the Sym holds the clean spelling */
};

typedef struct FileToken {
    u32 off; /* byte offset in the file */
    u32 len; /* bytes in the file */
    Sym sym; /* spelling (identifiers, literals, numbers, punctuators) */
    u8 kind; /* TK_IDENT for every word, keyword or not */
    u8 flags;
    u16 pad;
} FileToken;

/* ---- tokens of a unit, as the preprocessor leaves them ---- */

enum {
    UT_BOL = 1,
    UT_SPACE = 2,
    UT_FROM_ARG = 4, /* came through a macro argument: written by the user at the invocation */
    UT_PASTED = 8,   /* made by ## or #; loc is the operator's place */
    UT_NO_EXPAND = 16
};

typedef struct Token {
    Loc loc; /* where the spelling is written (in a macro body for tokens that come from one) */
    Sym sym; /* spelling; PresenceId for markers */
    u32 exp; /* innermost expansion that made it (index into Unit.expansions); 0: none */
    u8 kind; /* TokenKind in the unit's language */
    u8 flags;
    u16 pad;
} Token;

#endif
