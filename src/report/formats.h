/*
 * All report formats (an X-macro list without an include guard, included by report/report.c): name, what it is
 * for, media type. FORMAT(name, ...) stands for `void report_name(...)` in report/name.c.
 */
FORMAT(text, "what a reviewer would write, for reading", "text/plain")
FORMAT(markdown, "the same for issues, pull requests and wikis", "text/markdown")
FORMAT(json, "everything, for programs (docs/report-json.md)", "application/json")
FORMAT(sarif, "SARIF 2.1.0, for code scanning services and editors", "application/sarif+json")
