#!/usr/bin/env bash
# SARIF reports are valid by the schema of the standard, and what the schema cannot say holds too: indices point to what
# they should, columns count UTF-16 code units, URIs are relative and encoded.
set -euo pipefail

"$PYTHON" -c 'import jsonschema' 2>/dev/null || exit 77

rm -rf "odd dir" && mkdir -p "odd dir/é#"
printf 'extern char *gets(char *);\nvoid f(char *a)\n{\n#ifdef HAVE_X\n\tgets(a); /* stoa: allow CWE-242 because so */\n#else\n' >"odd dir/é#/a%b.c"
printf '    const char *s = "\xc3\xa9\xf0\x9f\x98\x80"; gets(a); /* \xe9 \x01 */\n#endif\n}\n' >>"odd dir/é#/a%b.c"
printf '#define READ(x) gets(x)\nextern "C" char *gets(char *);\nnamespace n { struct S { void m(char *); }; }\nvoid n::S::m(char *a) { READ(a); while (1) { } }\n' >"odd dir/b.cpp"
: >"odd dir/empty.c"

"$STOA" review --format sarif --severity note "odd dir" >full.sarif || [ $? -eq 1 ]
"$STOA" review --format sarif "odd dir/empty.c" >none.sarif
"$STOA" review --format sarif missing.c "odd dir/empty.c" >error.sarif 2>/dev/null || [ $? -eq 2 ]
"$STOA" review --format sarif --check suppression --lang c++ - <"odd dir/b.cpp" >stdin.sarif || [ $? -eq 1 ]

"$PYTHON" -W ignore - "$SRC/tests/data/sarif/sarif-schema-2.1.0.json" full.sarif none.sarif error.sarif stdin.sarif <<'PY'
import json
import re
import sys
import urllib.parse

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft4Validator(json.load(file))
failures = []


def check(condition, *what):
    if not condition:
        failures.append(" ".join(str(w) for w in what))


def walk(value):
    yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(child)


logs = {}
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        log = logs[path] = json.load(file)
    for error in validator.iter_errors(log):
        failures.append("%s: %s: %s" % (path, "/".join(map(str, error.path)), error.message[:200]))
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    taxa = run["taxonomies"][0]["taxa"]
    check(len({rule["id"] for rule in rules}) == len(rules), path, "rules are not unique")
    for value in walk(log):
        if not isinstance(value, dict):
            continue
        if value.get("toolComponent", {}).get("name") == "CWE":
            check(taxa[value["index"]]["id"] == value["id"], path, "taxon", value)
        if "uri" in value and "uriBaseId" in value:
            check(re.fullmatch(r"[A-Za-z0-9._~/%-]*", value["uri"]), path, "uri", value["uri"])
            if "index" in value:
                artifact = run["artifacts"][value["index"]]["location"]
                check(artifact["uri"] == value["uri"], path, "artifact", value, artifact)
    for rule in rules:
        tags = rule["properties"]["tags"]
        for relationship in rule["relationships"]:
            check("external/cwe/cwe-" + relationship["target"]["id"] in tags, path, rule["id"], "lacks a tag", tags)
        check(0 < float(rule["properties"]["security-severity"]) <= 10, path, rule["id"])
        # Every taxon that a rule points to leads up to one of the ten pillars.
        ids = {rule["relationships"][0]["target"]["id"]}
        for _ in range(20):
            ids |= {r["target"]["id"] for t in taxa if t["id"] in ids for r in t.get("relationships", [])}
        check(ids & set("284 435 664 682 691 693 697 703 707 710".split()), path, rule["id"], "reaches no pillar")
    for result in run["results"]:
        check(rules[result["ruleIndex"]]["id"] == result["ruleId"], path, "rule index of", result["ruleId"])
        check(re.fullmatch(r"[0-9a-f]{32}", result["partialFingerprints"]["stoaFingerprint/v1"]), path, "fingerprint")
        physical = result["locations"][0]["physicalLocation"]
        region = physical["region"]
        name = urllib.parse.unquote(physical["artifactLocation"]["uri"])
        if path != "stdin.sarif":
            with open(name, "rb") as file:
                raw = file.read().splitlines()[region["startLine"] - 1]
            try:
                line = raw.decode("utf-8")
            except UnicodeDecodeError:  # bytes that are not UTF-8 count as one unit each
                line = re.sub(rb"[\xe9\x01]", b"?", raw.replace(b"\xc3\xa9", b"@")).replace(b"@", b"\xc3\xa9").decode("utf-8")
            units = line.encode("utf-16-le")
            if region["endLine"] == region["startLine"]:
                text = units[2 * (region["startColumn"] - 1):2 * (region["endColumn"] - 1)].decode("utf-16-le")
                if "snippet" in region and region["snippet"]["text"].isascii():
                    check(text == region["snippet"]["text"], path, "region says", repr(text), "snippet", region["snippet"])

full = logs["full.sarif"]["runs"][0]
found = [r for r in full["results"] if r["ruleId"] == "dangerous-function"]
check(len(found) == 3, "expected 3 calls of gets, found", len(found))
check(sum(bool(r["suppressions"]) for r in found) == 1, "expected one suppressed call")
for result in found:
    if result["suppressions"]:
        check(result["suppressions"][0] == dict(result["suppressions"][0], kind="inSource", justification="so"), result["suppressions"])
check(any("%C3%A9%23/a%25b.c" in r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found), "no encoded path")
check(any(loc["message"]["text"].startswith("in the expansion of 'READ'") for r in found for loc in r.get("relatedLocations", [])),
      "the call in a macro does not point into it")
check(any(r["locations"][0].get("logicalLocations", [{}])[0].get("fullyQualifiedName") == "n::S::m" for r in found), "no function name")
check(logs["none.sarif"]["runs"][0]["results"] == [], "findings in an empty file")
error = logs["error.sarif"]["runs"][0]["invocations"][0]
check(error["executionSuccessful"] is False and error["exitCode"] == 2, error)
check(any("missing.c" in n["message"]["text"] for n in error["toolExecutionNotifications"]), error)

for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
PY
