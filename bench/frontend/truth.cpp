// What a compiler with the real flags and headers sees in the files of a project: function definitions,
// calls, declarations and the structure of expressions, as the rows that FORMAT.md describes.
// A program of the benchmark only, built and run by make_truth.py against libclang-cpp 19.
//
// usage: truth CONFIGURED PRISTINE OUT RESOURCE_DIR
//   CONFIGURED  a copy of the project with compile_commands.json
//   PRISTINE    the tree that the product reads; only files with the same bytes in both are looked at
//   OUT         gets one REL.tsv for each file of the project that was compiled
#include "truth_project.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include <optional>
#include <unistd.h>

namespace
{

class Visitor : public RecursiveASTVisitor<Visitor>
{
  public:
    Visitor(ASTContext &ctx, Project &p, UnitMacros &m)
        : ctx(ctx), sm(ctx.getSourceManager()), project(p), macros(m)
    {
        for (auto &kv : macros.marks)
            std::sort(kv.second.begin(), kv.second.end());
    }

    bool shouldVisitImplicitCode() const
    {
        return false;
    }
    bool shouldVisitTemplateInstantiations() const
    {
        return false;
    }

    /// Declarations of foreign files are not entered: that is where the time would go.
    bool TraverseDecl(Decl *d)
    {
        if (d && d->getDeclContext() && d->getDeclContext()->isFileContext() && !isa<LinkageSpecDecl>(d) &&
            !isa<NamespaceDecl>(d) && !file_of(sm.getFileID(sm.getExpansionLoc(d->getLocation()))) &&
            !file_of(sm.getFileID(sm.getExpansionLoc(d->getBeginLoc()))))
            return true;
        return RecursiveASTVisitor::TraverseDecl(d);
    }

    bool VisitFunctionDecl(FunctionDecl *d)
    {
        if (d->isImplicit())
            return true;
        if (auto *m = dyn_cast<CXXMethodDecl>(d))
            if (m->getParent()->isLambda())
                return true;
        bool def = d->doesThisDeclarationHaveABody() && !d->isDefaulted() && !d->isDeleted();
        if (auto p = place(d->getLocation()))
            (def ? p->first->funcs : p->first->decls)[p->second] = function_name(d);
        return true;
    }
    bool VisitVarDecl(VarDecl *d)
    {
        if (!d->isImplicit() && d->isFileVarDecl() && !d->isInvalidDecl())
            whole(d->getSourceRange());
        return declared(d);
    }
    bool VisitFieldDecl(FieldDecl *d)
    {
        return declared(d);
    }
    bool VisitTypedefNameDecl(TypedefNameDecl *d)
    {
        return declared(d);
    }
    bool VisitTagDecl(TagDecl *d)
    {
        return declared(d);
    }
    bool VisitEnumConstantDecl(EnumConstantDecl *d)
    {
        return declared(d);
    }

    bool VisitStmt(Stmt *s)
    {
        if (auto *c = dyn_cast<CompoundStmt>(s)) {
            for (Stmt *child : c->body())
                whole_stmt(child);
        } else if (auto *i = dyn_cast<IfStmt>(s)) {
            whole_stmt(i->getCond()), whole_stmt(i->getThen()), whole_stmt(i->getElse());
        } else if (auto *w = dyn_cast<WhileStmt>(s)) {
            whole_stmt(w->getCond()), whole_stmt(w->getBody());
        } else if (auto *d = dyn_cast<DoStmt>(s)) {
            whole_stmt(d->getCond()), whole_stmt(d->getBody());
        } else if (auto *f = dyn_cast<ForStmt>(s)) {
            whole_stmt(f->getInit()), whole_stmt(f->getCond()), whole_stmt(f->getInc()),
                whole_stmt(f->getBody());
        } else if (auto *sw = dyn_cast<SwitchStmt>(s)) {
            whole_stmt(sw->getCond());
        } else if (auto *e = dyn_cast<Expr>(s)) {
            expression(e);
        }
        return true;
    }

  private:
    ASTContext &ctx;
    SourceManager &sm;
    Project &project;
    UnitMacros &macros;
    std::map<FileID, ProjectFile *> known;

    using Place = std::pair<ProjectFile *, unsigned>;

    ProjectFile *file_of(FileID id)
    {
        auto [it, fresh] = known.try_emplace(id, nullptr);
        if (fresh)
            if (auto fe = sm.getFileEntryRefForID(id)) {
                it->second = project.find(fe->getName().str(), nullptr);
                if (it->second && ctx.getLangOpts().CPlusPlus)
                    it->second->cplusplus = true;
            }
        return it->second;
    }

    /// Where a token is spelled, if it is spelled in the text of a project's file and not in a macro's body.
    std::optional<Place> place(SourceLocation l)
    {
        while (l.isMacroID()) {
            if (!sm.isMacroArgExpansion(l))
                return std::nullopt;
            l = sm.getImmediateSpellingLoc(l);
        }
        if (l.isInvalid())
            return std::nullopt;
        auto [id, off] = sm.getDecomposedLoc(l);
        ProjectFile *f = file_of(id);
        if (!f)
            return std::nullopt;
        return Place{f, off};
    }

    bool declared(NamedDecl *d)
    {
        if (!d->isImplicit() && d->getIdentifier())
            if (auto p = place(d->getLocation()))
                p->first->decls[p->second] = d->getName().str();
        return true;
    }

    static std::string function_name(FunctionDecl *d)
    {
        DeclarationName n = d->getDeclName();
        switch (n.getNameKind()) {
        case DeclarationName::CXXConstructorName:
            return cast<CXXConstructorDecl>(d)->getParent()->getNameAsString();
        case DeclarationName::CXXDestructorName:
            return "~" + cast<CXXDestructorDecl>(d)->getParent()->getNameAsString();
        case DeclarationName::CXXConversionFunctionName: return "operator";
        default: {
            std::string s = n.getAsString();
            s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
            return s;
        }
        }
    }

    void call_name(SourceLocation l, const std::string &name)
    {
        if (l.isInvalid() || name.empty())
            return;
        if (auto p = place(l)) {
            p->first->calls[p->second] = name;
            return;
        }
        if (!l.isMacroID())
            return;
        SourceLocation in = l;
        while (in.isMacroID() && sm.isMacroArgExpansion(in))
            in = sm.getImmediateSpellingLoc(in);
        auto o = macros.origin.find(sm.getImmediateExpansionRange(in).getBegin());
        char origin = o == macros.origin.end() ? 's' : o->second;
        auto [id, off] = sm.getDecomposedLoc(sm.getExpansionLoc(l));
        if (ProjectFile *f = file_of(id))
            f->mcalls.insert({f->line(off), name, origin});
    }

    // Expressions.

    bool marked(FileID id, unsigned b, unsigned e)
    {
        auto it = macros.marks.find(id);
        if (it == macros.marks.end())
            return false;
        auto lo = std::lower_bound(it->second.begin(), it->second.end(), b);
        return lo != it->second.end() && *lo < e;
    }

    struct Span {
        ProjectFile *file;
        FileID id;
        Range r;
    };

    /// Both ends in the text of one file, whole tokens, no macro and no conditional directive in between.
    std::optional<Span> span(SourceRange sr)
    {
        if (sr.isInvalid() || sr.getBegin().isMacroID() || sr.getEnd().isMacroID())
            return std::nullopt;
        auto [bid, b] = sm.getDecomposedLoc(sr.getBegin());
        auto [eid, e] = sm.getDecomposedLoc(sr.getEnd());
        ProjectFile *f = bid == eid ? file_of(bid) : nullptr;
        if (!f || e < b)
            return std::nullopt;
        const Tok *first = f->at(b), *last = f->at(e);
        if (!first || !last || marked(bid, b, last->end))
            return std::nullopt;
        return Span{f, bid, {b, last->end}};
    }

    void whole(SourceRange sr)
    {
        if (auto s = span(sr))
            s->file->wholes.insert(s->r);
    }

    void whole_stmt(Stmt *s)
    {
        if (!s)
            return;
        if (auto *e = dyn_cast<Expr>(s)) {
            if (!e->containsErrors())
                whole(e->getSourceRange());
        } else if (auto *r = dyn_cast<ReturnStmt>(s)) {
            if (!r->getRetValue() || !r->getRetValue()->containsErrors())
                whole(r->getSourceRange());
        } else if (auto *d = dyn_cast<DeclStmt>(s)) {
            for (Decl *decl : d->decls()) {
                auto *v = dyn_cast<VarDecl>(decl);
                if (!v || v->isInvalidDecl() || (v->getInit() && v->getInit()->containsErrors()))
                    return;
            }
            whole(d->getSourceRange());
        }
    }

    /// An expression that the rows do not describe, or could not: extra rows in it mean nothing.
    void unsure(const Expr *e)
    {
        SourceLocation b = sm.getFileLoc(e->getBeginLoc()), l = sm.getFileLoc(e->getEndLoc());
        auto [bid, bo] = sm.getDecomposedLoc(b);
        auto [eid, eo] = sm.getDecomposedLoc(l);
        if (ProjectFile *f = file_of(bid))
            f->unsure.insert({bo, bid == eid && eo >= bo ? eo + 1 : bo + 1});
    }

    /// The step into an anonymous struct or union, which nobody wrote.
    static bool unnamed(const MemberExpr *m)
    {
        auto *f = dyn_cast<FieldDecl>(m->getMemberDecl());
        return f && f->isAnonymousStructOrUnion();
    }

    /// The expression as written: without conversions that the compiler added; parentheses are kept.
    static const Expr *written(const Expr *e)
    {
        for (;;) {
            const Expr *was = e;
            e = e->IgnoreImplicit();
            if (auto *c = dyn_cast<CXXConstructExpr>(e)) {
                if (!isa<CXXTemporaryObjectExpr>(c) && c->getParenOrBraceRange().isInvalid() &&
                    c->getNumArgs() > 0)
                    e = c->getArg(0);
            } else if (auto *m = dyn_cast<CXXMemberCallExpr>(e)) {
                if (m->getMethodDecl() && isa<CXXConversionDecl>(m->getMethodDecl()) && m->getNumArgs() == 0)
                    if (auto *me = dyn_cast<MemberExpr>(m->getCallee()->IgnoreParens()))
                        if (me->getOperatorLoc().isInvalid())
                            e = m->getImplicitObjectArgument();
            } else if (auto *me = dyn_cast<MemberExpr>(e)) {
                if (unnamed(me))
                    e = me->getBase();
            } else if (auto *o = dyn_cast<CXXOperatorCallExpr>(e)) {
                if (o->getOperator() == OO_Arrow)
                    e = o->getArg(0);
            } else if (auto *f = dyn_cast<CXXFunctionalCastExpr>(e)) {
                if (f->getTypeInfoAsWritten()->getTypeLoc().getBeginLoc().isInvalid())
                    e = f->getSubExpr();
            }
            if (e == was)
                return e;
        }
    }

    bool operand(const Expr *e, const Span &in, std::string &out)
    {
        if (!e)
            return false;
        auto s = span(written(e)->getSourceRange());
        if (!s || s->id != in.id)
            return false;
        put(s->r.first, s->r.second, out);
        return true;
    }
    static void put(unsigned b, unsigned e, std::string &out)
    {
        out += '\t' + std::to_string(b) + '-' + std::to_string(e);
    }

    /// Adds the row of the operator token at off.
    void row(const Span &s, const char *kind, unsigned off, const std::string &operands)
    {
        const Tok *t = s.file->at(off);
        if (!t)
            return;
        std::string text = std::string(kind) + '\t' + std::to_string(off) + '\t' + s.file->str(*t) + operands;
        auto [it, fresh] = s.file->exprs.try_emplace(off, text);
        if (!fresh && it->second != text)
            it->second.clear();
    }
    unsigned offset(SourceLocation l)
    {
        return sm.getDecomposedLoc(l).second;
    }

    /// What stands between the parenthesis at `open` and the one at `close`, without outer blanks and comments.
    bool inside(const Span &s, unsigned open, unsigned close, std::string &out)
    {
        const Tok *first = s.file->from(open + 1), *last = s.file->at(close);
        if (!s.file->at(open) || !first || !last || first >= last)
            return false;
        put(first->begin, (last - 1)->end, out);
        return true;
    }

    void simple(const Expr *e, const char *kind, SourceLocation op,
                std::initializer_list<const Expr *> operands)
    {
        auto s = span(e->getSourceRange());
        std::string out;
        bool good = s && op.isFileID() && op.isValid();
        for (const Expr *o : operands)
            good = good && operand(o, *s, out);
        if (good)
            row(*s, kind, offset(op), out);
        else
            unsure(e);
    }

    /// f(a, b): the callee ends at callee_end; the parenthesis is the next token.
    template <class Args>
    void call_row(const Expr *e, std::optional<Range> callee, const Args &args, SourceLocation rparen)
    {
        auto s = span(e->getSourceRange());
        if (!s || !callee || rparen.isInvalid() || rparen.isMacroID())
            return unsure(e);
        const Tok *open = s->file->from(callee->second), *close = s->file->at(offset(rparen));
        if (!open || s->file->str(*open) != "(" || !close || s->file->str(*close) != ")")
            return unsure(e);
        // The range of `x::operator()` ends at its first word.
        if (open > s->file->toks.data() && s->file->str(*(open - 1)) == "operator")
            return unsure(e);
        std::string out;
        put(callee->first, callee->second, out);
        for (const Expr *a : args) {
            if (isa<CXXDefaultArgExpr>(a))
                continue;
            if (!operand(a, *s, out))
                return unsure(e);
        }
        row(*s, "call", open->begin, out);
    }

    std::optional<Range> written_range(const Expr *e)
    {
        auto s = span(written(e)->getSourceRange());
        return s ? std::optional<Range>(s->r) : std::nullopt;
    }

    /// The token that names a type, last component; invalid for built-in types.
    static SourceLocation type_name(TypeLoc tl)
    {
        for (;;) {
            tl = tl.getUnqualifiedLoc();
            if (auto el = tl.getAs<ElaboratedTypeLoc>()) {
                tl = el.getNamedTypeLoc();
                continue;
            }
            if (auto t = tl.getAs<TemplateSpecializationTypeLoc>())
                return t.getTemplateNameLoc();
            if (auto t = tl.getAs<DeducedTemplateSpecializationTypeLoc>())
                return t.getTemplateNameLoc();
            if (auto t = tl.getAs<DependentTemplateSpecializationTypeLoc>())
                return t.getTemplateNameLoc();
            if (auto t = tl.getAs<DependentNameTypeLoc>())
                return t.getNameLoc();
            if (tl.getAs<BuiltinTypeLoc>() || tl.getAs<DecltypeTypeLoc>())
                return SourceLocation();
            if (auto t = tl.getAs<TypeSpecTypeLoc>())
                return t.getNameLoc();
            return SourceLocation();
        }
    }

    /// T(a, b) with a written type: a call as far as syntax goes.
    template <class Args>
    void construction(const Expr *e, TypeSourceInfo *tsi, SourceLocation lparen, SourceLocation rparen,
                      const Args &args)
    {
        if (!tsi || lparen.isInvalid())
            return unsure(e);
        SourceLocation name = type_name(tsi->getTypeLoc());
        if (name.isValid()) {
            SourceLocation spelled = sm.getSpellingLoc(name);
            StringRef s =
                Lexer::getSourceText(CharSourceRange::getTokenRange(spelled), sm, ctx.getLangOpts());
            call_name(name, s.str());
        }
        std::optional<Range> callee;
        if (auto s = span(e->getSourceRange()))
            if (lparen.isFileID()) {
                const Tok *open = s->file->at(offset(lparen));
                if (open && open > s->file->toks.data() && (open - 1)->begin >= s->r.first)
                    callee = Range{s->r.first, (open - 1)->end};
            }
        call_row(e, callee, args, rparen);
    }

    void call(const CallExpr *c)
    {
        const Expr *callee = c->getCallee()->IgnoreParenImpCasts();
        DeclarationName name;
        SourceLocation at;
        if (auto *d = dyn_cast<DeclRefExpr>(callee))
            name = d->getNameInfo().getName(), at = d->getLocation();
        else if (auto *m = dyn_cast<MemberExpr>(callee))
            name = m->getMemberNameInfo().getName(), at = m->getMemberLoc();
        else if (auto *o = dyn_cast<OverloadExpr>(callee))
            name = o->getName(), at = o->getNameLoc();
        else if (auto *dm = dyn_cast<CXXDependentScopeMemberExpr>(callee))
            name = dm->getMember(), at = dm->getMemberLoc();
        else if (auto *ds = dyn_cast<DependentScopeDeclRefExpr>(callee))
            name = ds->getDeclName(), at = ds->getLocation();
        if (name.isIdentifier() && name.getAsIdentifierInfo())
            call_name(at, name.getAsString());
        std::vector<const Expr *> args(c->arg_begin(), c->arg_end());
        call_row(c, written_range(c->getCallee()), args, c->getRParenLoc());
    }

    void operator_call(const CXXOperatorCallExpr *o)
    {
        OverloadedOperatorKind k = o->getOperator();
        SourceLocation at = o->getOperatorLoc();
        if (k == OO_Call) {
            std::vector<const Expr *> args(o->arg_begin() + 1, o->arg_end());
            call_row(o, written_range(o->getArg(0)), args, o->getRParenLoc());
        } else if (k == OO_Subscript) {
            if (o->getNumArgs() == 2)
                subscript(o, o->getArg(0), o->getArg(1));
        } else if (k == OO_Arrow) {
            return;
        } else if (k == OO_PlusPlus || k == OO_MinusMinus) {
            simple(o, o->getNumArgs() == 2 ? "post" : "un", at, {o->getArg(0)});
        } else if (o->getNumArgs() == 1) {
            simple(o, "un", at, {o->getArg(0)});
        } else if (o->getNumArgs() == 2) {
            simple(o, CXXOperatorCallExpr::isAssignmentOp(k) ? "asg" : "bin", at,
                   {o->getArg(0), o->getArg(1)});
        }
    }

    void subscript(const Expr *e, const Expr *base, const Expr *index)
    {
        auto s = span(e->getSourceRange());
        std::string out;
        auto b = written_range(base);
        if (!s || !b || !operand(base, *s, out) || !operand(index, *s, out))
            return unsure(e);
        const Tok *open = s->file->from(b->second);
        if (!open || (s->file->str(*open) != "[" && s->file->str(*open) != "<:"))
            return unsure(e);
        row(*s, "idx", open->begin, out);
    }

    void member(const MemberExpr *m)
    {
        const Expr *base = written(m->getBase());
        if (base->isImplicitCXXThis())
            return;
        SourceLocation op = m->getOperatorLoc();
        auto *step = dyn_cast<MemberExpr>(m->getBase()->IgnoreImplicit());
        bool through = step && unnamed(step);
        if (op.isInvalid() && through)
            // Reached through an anonymous struct or union: the step that was not written has the operator.
            if (auto s = span(m->getSourceRange()))
                if (const Tok *name = s->file->at(offset(m->getMemberLoc())))
                    if (name > s->file->toks.data() && m->getMemberLoc().isFileID())
                        op = m->getMemberLoc().getLocWithOffset(int((name - 1)->begin) - int(name->begin));
        if (op.isValid())
            simple(m, "mem", op, {base});
        else if (through)
            unsure(m);
    }

    void cast_row(const Expr *e, const char *kind, SourceLocation l, SourceLocation r, const Expr *sub)
    {
        auto s = span(e->getSourceRange());
        std::string out;
        if (!s || l.isMacroID() || r.isMacroID() || l.isInvalid() || !inside(*s, offset(l), offset(r), out) ||
            !operand(sub, *s, out))
            return unsure(e);
        row(*s, kind, offset(l), out);
    }

    void expression(const Expr *e)
    {
        if (e->containsErrors())
            return unsure(e);
        if (auto *b = dyn_cast<BinaryOperator>(e))
            simple(e, b->isAssignmentOp() ? "asg" : "bin", b->getOperatorLoc(), {b->getLHS(), b->getRHS()});
        else if (auto *rw = dyn_cast<CXXRewrittenBinaryOperator>(e))
            simple(e, "bin", rw->getOperatorLoc(), {rw->getLHS(), rw->getRHS()});
        else if (auto *u = dyn_cast<UnaryOperator>(e)) {
            if (u->getOpcode() <= UO_LNot)
                simple(e, u->isPostfix() ? "post" : "un", u->getOperatorLoc(), {u->getSubExpr()});
        } else if (auto *c = dyn_cast<ConditionalOperator>(e))
            simple(e, "cond", c->getQuestionLoc(), {c->getCond(), c->getTrueExpr(), c->getFalseExpr()});
        else if (auto *bc = dyn_cast<BinaryConditionalOperator>(e))
            simple(e, "cond", bc->getQuestionLoc(), {bc->getCommon(), bc->getFalseExpr()});
        else if (auto *o = dyn_cast<CXXOperatorCallExpr>(e))
            operator_call(o);
        else if (isa<UserDefinedLiteral>(e))
            return;
        else if (auto *call_expr = dyn_cast<CallExpr>(e)) {
            if (written(e) == e)
                call(call_expr);
        } else if (auto *cs = dyn_cast<CStyleCastExpr>(e))
            cast_row(e, "cast", cs->getLParenLoc(), cs->getRParenLoc(), cs->getSubExprAsWritten());
        else if (auto *cl = dyn_cast<CompoundLiteralExpr>(e)) {
            auto s = span(e->getSourceRange());
            const Expr *init = cl->getInitializer();
            auto i = s ? written_range(init) : std::nullopt;
            const Tok *brace = i ? s->file->at(i->first) : nullptr;
            if (brace && brace > s->file->toks.data() && cl->getLParenLoc().isFileID())
                cast_row(e, "clit", cl->getLParenLoc(),
                         cl->getLParenLoc().getLocWithOffset(int((brace - 1)->begin) -
                                                             int(offset(cl->getLParenLoc()))),
                         init);
            else
                unsure(e);
        } else if (auto *nc = dyn_cast<CXXNamedCastExpr>(e)) {
            auto s = span(e->getSourceRange());
            SourceRange angles = nc->getAngleBrackets();
            std::string out;
            if (s && angles.getBegin().isFileID() && angles.getEnd().isFileID() &&
                inside(*s, offset(angles.getBegin()), offset(angles.getEnd()), out) &&
                operand(nc->getSubExprAsWritten(), *s, out))
                row(*s, "ncast", offset(nc->getOperatorLoc()), out);
            else
                unsure(e);
        } else if (auto *sz = dyn_cast<UnaryExprOrTypeTraitExpr>(e))
            size_of(sz);
        else if (auto *as = dyn_cast<ArraySubscriptExpr>(e))
            subscript(e, as->getLHS(), as->getRHS());
        else if (auto *m = dyn_cast<MemberExpr>(e)) {
            if (!unnamed(m))
                member(m);
        } else if (auto *um = dyn_cast<UnresolvedMemberExpr>(e)) {
            if (!um->isImplicitAccess())
                simple(e, "mem", um->getOperatorLoc(), {um->getBase()});
        } else if (auto *dm = dyn_cast<CXXDependentScopeMemberExpr>(e)) {
            if (!dm->isImplicitAccess())
                simple(e, "mem", dm->getOperatorLoc(), {dm->getBase()});
        } else if (auto *pd = dyn_cast<CXXPseudoDestructorExpr>(e))
            simple(e, "mem", pd->getOperatorLoc(), {pd->getBase()});
        else if (auto *fc = dyn_cast<CXXFunctionalCastExpr>(e)) {
            if (written(e) == e) {
                std::vector<const Expr *> args{fc->getSubExprAsWritten()};
                // The constructor may have been left in; its range is that of the whole then.
                auto *ctor = dyn_cast<CXXConstructExpr>(args[0]);
                if (ctor && ctor->getBeginLoc() == e->getBeginLoc())
                    args.assign(ctor->arg_begin(), ctor->arg_end());
                construction(e, fc->getTypeInfoAsWritten(), fc->getLParenLoc(), fc->getRParenLoc(), args);
            }
        } else if (auto *to = dyn_cast<CXXTemporaryObjectExpr>(e)) {
            SourceRange pr = to->getParenOrBraceRange();
            construction(e, to->getTypeSourceInfo(),
                         to->isListInitialization() ? SourceLocation() : pr.getBegin(), pr.getEnd(),
                         std::vector<const Expr *>(to->arg_begin(), to->arg_end()));
        } else if (auto *uc = dyn_cast<CXXUnresolvedConstructExpr>(e))
            construction(e, uc->getTypeSourceInfo(),
                         uc->isListInitialization() ? SourceLocation() : uc->getLParenLoc(),
                         uc->getRParenLoc(), std::vector<const Expr *>(uc->arg_begin(), uc->arg_end()));
        else if (auto *sv = dyn_cast<CXXScalarValueInitExpr>(e)) {
            SourceLocation r = sv->getRParenLoc(), l;
            if (auto s = span(e->getSourceRange()))
                if (const Tok *t = s->file->at(offset(r)))
                    if (t > s->file->toks.data())
                        l = r.getLocWithOffset(int((t - 1)->begin) - int(t->begin));
            construction(e, sv->getTypeSourceInfo(), l, r, std::vector<const Expr *>());
        } else if (isa<OffsetOfExpr>(e) || isa<VAArgExpr>(e) || isa<TypeTraitExpr>(e) ||
                   isa<ShuffleVectorExpr>(e) || isa<ConvertVectorExpr>(e) || isa<ChooseExpr>(e) ||
                   isa<CXXFoldExpr>(e) || isa<RequiresExpr>(e) || isa<ConceptSpecializationExpr>(e) ||
                   isa<SizeOfPackExpr>(e) || isa<AtomicExpr>(e) || isa<SourceLocExpr>(e) ||
                   isa<GenericSelectionExpr>(e) || isa<ParenListExpr>(e))
            unsure(e);
    }

    void size_of(const UnaryExprOrTypeTraitExpr *sz)
    {
        UnaryExprOrTypeTrait k = sz->getKind();
        if (k != UETT_SizeOf && k != UETT_AlignOf && k != UETT_PreferredAlignOf)
            return unsure(sz);
        if (!sz->isArgumentType())
            return simple(sz, "sze", sz->getOperatorLoc(), {sz->getArgumentExpr()});
        auto s = span(sz->getSourceRange());
        std::string out;
        if (!s)
            return unsure(sz);
        const Tok *op = s->file->at(s->r.first), *open = op ? s->file->from(op->end) : nullptr;
        if (!open || s->file->str(*open) != "(" || !inside(*s, open->begin, s->r.second - 1, out))
            return unsure(sz);
        row(*s, "szt", op->begin, out);
    }
};

class Action : public ASTFrontendAction
{
  public:
    explicit Action(Project &p) : project(p) {}
    std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &ci, StringRef) override
    {
        ci.getPreprocessor().addPPCallbacks(
            std::make_unique<Recorder>(ci.getSourceManager(), project, macros));
        return std::make_unique<Consumer>(*this);
    }

  private:
    struct Consumer : ASTConsumer {
        explicit Consumer(Action &a) : action(a) {}
        void HandleTranslationUnit(ASTContext &ctx) override
        {
            Visitor v(ctx, action.project, action.macros);
            v.TraverseDecl(ctx.getTranslationUnitDecl());
        }
        Action &action;
    };
    Project &project;
    UnitMacros macros;
};

/// Keeps what decides the meaning of the text; the rest of gcc's options may be unknown to clang.
std::vector<std::string> clean(const std::vector<std::string> &in, const std::string &file,
                               const std::string &res)
{
    static const char *const with_value[] = {"-I",       "-D",      "-U",         "-include",
                                             "-isystem", "-iquote", "-idirafter", "-x"};
    static const char *const keep[] = {"-std=",         "-ansi",           "-pthread",  "-funsigned-char",
                                       "-fsigned-char", "-fno-exceptions", "-fno-rtti", "-fshort-enums",
                                       "-fopenmp",      "-nostdinc"};
    std::vector<std::string> out = {in.empty()                              ? "clang"
                                    : in[0].find("++") != std::string::npos ? "clang++"
                                                                            : "clang"};
    for (size_t i = 1; i < in.size(); i++) {
        bool done = false;
        for (const char *o : with_value) {
            if (done || in[i].compare(0, strlen(o), o) != 0)
                continue;
            if (in[i] == o) {
                if (i + 1 < in.size()) {
                    out.push_back(in[i]);
                    out.push_back(in[++i]);
                }
                done = true;
            } else if (strlen(o) == 2) {
                out.push_back(in[i]);
                done = true;
            }
        }
        for (const char *o : keep)
            if (!done && in[i].compare(0, strlen(o), o) == 0) {
                out.push_back(in[i]);
                done = true;
            }
    }
    for (const char *o : {"-w", "-ferror-limit=0", "-fsyntax-only", "-fno-delayed-template-parsing",
                          "-fno-caret-diagnostics", "-fbracket-depth=4096"})
        out.push_back(o);
    out.push_back("-resource-dir=" + res);
    out.push_back(file);
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        llvm::errs() << "usage: truth CONFIGURED PRISTINE OUT RESOURCE_DIR\n";
        return 2;
    }
    Project project;
    project.configured = fs::canonical(argv[1]);
    project.pristine = fs::canonical(argv[2]);
    fs::path out = fs::absolute(argv[3]);
    std::string err;
    auto db = tooling::JSONCompilationDatabase::loadFromFile(
        (project.configured / "compile_commands.json").string(), err, tooling::JSONCommandLineSyntax::Gnu);
    if (!db) {
        llvm::errs() << err << '\n';
        return 2;
    }
    std::set<std::pair<std::string, std::vector<std::string>>> seen;
    for (const auto &cmd : db->getAllCompileCommands()) {
        fs::path file = fs::path(cmd.Filename).is_absolute() ? fs::path(cmd.Filename)
                                                             : fs::path(cmd.Directory) / cmd.Filename;
        // A C file that is also built as C++ is judged as what it is.
        bool plusplus = !cmd.CommandLine.empty() && cmd.CommandLine[0].find("++") != std::string::npos;
        if ((plusplus && file.extension() == ".c") || !project.find(file.string(), nullptr))
            continue;
        auto args = clean(cmd.CommandLine, file.string(), argv[4]);
        if (!seen.insert({cmd.Directory, args}).second || chdir(cmd.Directory.c_str()) != 0)
            continue;
        FileSystemOptions options;
        options.WorkingDir = cmd.Directory;
        llvm::IntrusiveRefCntPtr<FileManager> files(new FileManager(options));
        tooling::ToolInvocation run(args, std::make_unique<Action>(project), files.get());
        project.units++;
        if (!run.run()) {
            project.bad_units++;
            llvm::errs() << "errors in " << file.string() << '\n';
        }
    }
    write(project, out);
    llvm::outs() << project.units << " units, " << project.bad_units << " with errors\n";
    return 0;
}
