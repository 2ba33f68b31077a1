#!/usr/bin/env bash
# Where a finding says it is: names of functions, configurations, macros, places that fingerprints rest on.
set -euo pipefail

cat >names.cpp <<'C'
extern "C" char *gets(char *);
namespace outer {
namespace inner {
struct S {
    S() { gets(0); }
    ~S();
    void m() { gets(0); }
    bool operator==(int) { return gets(0); }
    operator int() { return gets(0) != 0; }
    static void s(char *);
};
template <class T> void t(T x) { gets(x); }
}
inner::S::~S()
{
    auto l = [](char *a) { gets(a); };
    l(0);
}
void inner::S::s(char *a) { gets(a); }
}
static char *at_file_scope = gets(0);
C
cat >presence.c <<'C'
extern char *gets(char *);
#define READ(a) gets(a)
#define TWICE(a) READ(a), READ(a)
void f(char *a)
{
#ifdef HAVE_POLL
    gets(a);
#else
    gets(a);
#endif
#if defined(HAVE_A) && (defined(HAVE_B) || \
    (defined(HAVE_A_VERY_LONG_NAME_INDEED) && defined(HAVE_ANOTHER_VERY_LONG_NAME) && VERSION_OF_IT > 30))
    gets(a);
#endif
    READ(a);
    TWICE(a);
    gets(a);
}
C

"$STOA" review --format json --fail-on none --check dangerous-function names.cpp presence.c >report.json

"$PYTHON" - <<'PY'
import json
import sys

with open("report.json", encoding="utf-8") as file:
    findings = json.load(file)["findings"]
failures = []


def same(what, found, expected):
    if found != expected:
        failures.append("%s: expected\n    %s\nfound\n    %s" % (what, expected, found))


same("functions", [(f["place"]["line"], f.get("function")) for f in findings if f["place"]["path"] == "names.cpp"], [
    (5, "outer::inner::S::S"),
    (7, "outer::inner::S::m"),
    (8, "outer::inner::S::operator=="),
    (9, "outer::inner::S::operator int"),
    (12, "outer::inner::t"),
    (16, "outer::inner::S::~S"),
    (19, "outer::inner::S::s"),
    (21, None),
])
c = [f for f in findings if f["place"]["path"] == "presence.c"]
same("configurations", [(f["place"]["line"], f.get("presence")) for f in c], [
    (7, "when HAVE_POLL is defined"),
    (9, "when HAVE_POLL is not defined"),
    (13, "under `#if defined(HAVE_A) && (defined(HAVE_B) || (defined(HAVE_A_VERY_LONG_NAME_INDEED) && "
         "defined(HAVE_ANOTHER_VERY_LONG_N..." + "` (presence.c:11)"),
    (15, None),
    (16, None),
    (17, None),
])
same("macros", [(f["place"]["line"], f["expandedFrom"]["macro"], f["expandedFrom"]["line"]) for f in c if "expandedFrom" in f],
     [(15, "READ", 2), (16, "TWICE", 2)])
same("columns", [(f["place"]["column"], f["place"]["endColumn"]) for f in c],
     [(5, 12), (5, 12), (5, 12), (5, 12), (5, 13), (5, 12)])
same("fingerprints", len({f["fingerprint"] for f in findings}), len(findings))
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
PY
