// The files of a project for truth.cpp: which they are, their tokens and rows, what the preprocessor did in
// them, and how the rows are written (FORMAT.md). Included by truth.cpp only.
#ifndef BENCH_TRUTH_PROJECT_H
#define BENCH_TRUTH_PROJECT_H

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace clang;
namespace fs = std::filesystem;

namespace
{

struct Tok {
    unsigned begin, end;
};

using Range = std::pair<unsigned, unsigned>;

/// All that is known of one file of the project, collected over all translation units that read it.
struct ProjectFile {
    std::string rel;
    std::string text;
    bool cplusplus = false;
    std::vector<Tok> toks; // raw tokens, no comments
    std::vector<unsigned> lines;
    std::map<unsigned, std::string> funcs, calls, decls;      // by offset of the name
    std::set<std::tuple<unsigned, std::string, char>> mcalls; // line, name, origin of the macro
    std::unordered_map<unsigned, std::string> exprs;          // by offset of the operator; "" = disagreement
    std::set<Range> wholes, unsure;

    unsigned line(unsigned off) const
    {
        return unsigned(std::upper_bound(lines.begin(), lines.end(), off) - lines.begin());
    }
    /// The token that starts at off exactly.
    const Tok *at(unsigned off) const
    {
        auto it = std::lower_bound(toks.begin(), toks.end(), off,
                                   [](const Tok &t, unsigned o) { return t.begin < o; });
        return it != toks.end() && it->begin == off ? &*it : nullptr;
    }
    /// The first token that starts at off or later.
    const Tok *from(unsigned off) const
    {
        auto it = std::lower_bound(toks.begin(), toks.end(), off,
                                   [](const Tok &t, unsigned o) { return t.begin < o; });
        return it != toks.end() ? &*it : nullptr;
    }
    std::string str(const Tok &t) const
    {
        return text.substr(t.begin, t.end - t.begin);
    }
};

std::string slurp(const fs::path &p)
{
    std::ifstream in(p, std::ios::binary);
    std::ostringstream s;
    s << in.rdbuf();
    return s.str();
}

struct Project {
    fs::path configured, pristine;
    std::map<std::string, std::unique_ptr<ProjectFile>> files; // by real path; null = not of the project
    unsigned units = 0, bad_units = 0;

    /// The file of the project behind a path, or null. *generated: below CONFIGURED but not in PRISTINE.
    ProjectFile *find(const std::string &path, bool *generated)
    {
        std::error_code ec;
        fs::path real = fs::canonical(path, ec);
        if (ec)
            return nullptr;
        std::string rel = real.lexically_relative(configured).string();
        bool inside = !rel.empty() && rel.compare(0, 2, "..") != 0;
        auto [it, fresh] = files.try_emplace(real.string());
        if (fresh && inside && fs::is_regular_file(pristine / rel, ec)) {
            std::string text = slurp(real);
            if (text == slurp(pristine / rel)) {
                it->second = std::make_unique<ProjectFile>();
                it->second->rel = rel;
                it->second->text = std::move(text);
                load(*it->second);
            }
        }
        if (generated)
            *generated = inside && !it->second;
        return it->second.get();
    }

    static void load(ProjectFile &f)
    {
        f.lines.push_back(0);
        for (unsigned i = 0; i < f.text.size(); i++)
            if (f.text[i] == '\n')
                f.lines.push_back(i + 1);
        LangOptions lo;
        lo.CPlusPlus = lo.CPlusPlus11 = lo.CPlusPlus14 = lo.CPlusPlus17 = lo.CPlusPlus20 = 1;
        lo.LineComment = lo.Digraphs = 1;
        std::string ext = fs::path(f.rel).extension().string();
        if (ext == ".c") {
            lo = LangOptions();
            lo.C99 = lo.C11 = lo.LineComment = lo.Digraphs = 1;
        }
        const char *b = f.text.data();
        Lexer lex(SourceLocation(), lo, b, b, b + f.text.size());
        Token t;
        for (;;) {
            bool end = lex.LexFromRawLexer(t);
            if (t.is(tok::eof))
                break;
            unsigned e = unsigned(lex.getBufferLocation() - b);
            f.toks.push_back({e - t.getLength(), e});
            if (end)
                break;
        }
    }
};

/// What the preprocessor did in one translation unit.
struct UnitMacros {
    std::map<FileID, std::vector<unsigned>> marks; // offsets of expansions and conditional directives
    std::map<SourceLocation, char> origin;         // of the macro expanded at a place: p, g or s
};

class Recorder : public PPCallbacks
{
  public:
    Recorder(SourceManager &sm, Project &p, UnitMacros &m) : sm(sm), project(p), macros(m) {}
    void MacroExpands(const Token &name, const MacroDefinition &md, SourceRange, const MacroArgs *) override
    {
        mark(name.getLocation());
        macros.origin[name.getLocation()] = origin_of(md);
    }
    void If(SourceLocation l, SourceRange, ConditionValueKind) override
    {
        mark(l);
    }
    void Ifdef(SourceLocation l, const Token &, const MacroDefinition &) override
    {
        mark(l);
    }
    void Ifndef(SourceLocation l, const Token &, const MacroDefinition &) override
    {
        mark(l);
    }
    void Elif(SourceLocation l, SourceRange, ConditionValueKind, SourceLocation) override
    {
        mark(l);
    }
    void Else(SourceLocation l, SourceLocation) override
    {
        mark(l);
    }
    void Endif(SourceLocation l, SourceLocation) override
    {
        mark(l);
    }
    void InclusionDirective(SourceLocation l, const Token &, StringRef, bool, CharSourceRange,
                            OptionalFileEntryRef, StringRef, StringRef, const Module *, bool,
                            SrcMgr::CharacteristicKind) override
    {
        mark(l);
    }

  private:
    void mark(SourceLocation l)
    {
        if (l.isFileID()) {
            auto [f, off] = sm.getDecomposedLoc(l);
            macros.marks[f].push_back(off);
        }
    }
    char origin_of(const MacroDefinition &md)
    {
        MacroInfo *mi = md.getMacroInfo();
        if (!mi || mi->isBuiltinMacro())
            return 's';
        auto fe = sm.getFileEntryRefForID(sm.getFileID(mi->getDefinitionLoc()));
        if (!fe)
            return sm.isWrittenInCommandLineFile(mi->getDefinitionLoc()) ? 'g' : 's';
        bool generated = false;
        if (project.find(fe->getName().str(), &generated))
            return 'p';
        return generated ? 'g' : 's';
    }
    SourceManager &sm;
    Project &project;
    UnitMacros &macros;
};

void write(const Project &p, const fs::path &out)
{
    for (const auto &[path, f] : p.files) {
        if (!f)
            continue;
        fs::path to = out / (f->rel + ".tsv");
        fs::create_directories(to.parent_path());
        std::ofstream o(to, std::ios::binary);
        o << "file\t" << f->rel << "\nlang\t" << (f->cplusplus ? "c++" : "c") << '\n';
        for (const auto &[off, name] : f->funcs)
            o << "func\t" << f->line(off) << '\t' << name << '\t' << off << '\n';
        for (const auto &[off, name] : f->calls)
            o << "call\t" << f->line(off) << '\t' << name << '\t' << off << '\n';
        for (const auto &[line, name, origin] : f->mcalls)
            o << "mcall\t" << line << '\t' << name << '\t' << origin << '\n';
        for (const auto &[off, name] : f->decls)
            o << "decl\t" << f->line(off) << '\t' << name << '\t' << off << '\n';
        std::map<unsigned, std::string> ordered(f->exprs.begin(), f->exprs.end());
        for (const auto &[off, text] : ordered)
            if (!text.empty())
                o << "expr\t" << text << '\n';
        for (const auto &[off, text] : ordered)
            if (text.empty())
                o << "unsure\t" << off << '\t' << off + 1 << '\n';
        for (const auto &[b, e] : f->unsure)
            o << "unsure\t" << b << '\t' << e << '\n';
        for (const auto &[b, e] : f->wholes)
            o << "whole\t" << b << '\t' << e << '\n';
    }
}

} // namespace

#endif
