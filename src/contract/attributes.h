/*
 * The vocabulary of contracts, as tables: every [[stoa::...]] attribute with the shape of its arguments, the
 * weaknesses it feeds and its meaning, and the kinds that some of them take. The reader, the checks' catalogue
 * and docs/contracts.md follow these tables.
 */
#ifndef CONTRACT_ATTRIBUTES_H
#define CONTRACT_ATTRIBUTES_H

// clang-format off

/* Name, spelling, arguments, CWEs it feeds, meaning.
 * Arguments: t target (a parameter's name, result, this, varargs, argN, or *target for what it points to), e number
 * expression, c condition, k kind out of the attribute's own set, f free word (family of a resource), n CWE id, s text.
 * What stands behind ? may be left out; * repeats the letter before it. */
#define CONTRACT_ATTRIBUTES(X) \
    /* what the result means */ \
    X(ERROR_IF, "error_if", "c", "252 253 390 391 754", "the call failed when this holds of the result") \
    X(MAY_RETURN_NULL, "may_return_null", "?s", "476 690", "the result may be null without an error; text: when") \
    X(RETURNS_NONNULL, "returns_nonnull", "", "570 571", "the result is never null") \
    X(MUST_CHECK, "must_check", "?s", "252 273", "ignoring the result is a defect; text: what happens then") \
    X(ENSURES, "ensures", "c", "125 787 190 195 839", "holds when the call has returned") \
    X(REQUIRES, "requires", "c", "628 687 125", "must hold at the call") \
    X(RETURNS_ARG, "returns_arg", "t", "416 476", "the result is this argument") \
    X(RETURNS_WITHIN, "returns_within", "t", "416 562 590", "the result points into what this argument points to, and dies with it") \
    X(RETURNS_STATIC, "returns_static", "", "590 663", "the result points to storage of the library, overwritten later, not to be freed") \
    /* memory */ \
    X(ALLOCATES, "allocates", "tf?e", "401 131 690 762 789", "the target becomes a new object of the family, of this many bytes") \
    X(ZEROED, "zeroed", "", "457", "what is allocated is zero") \
    X(REALLOCATES, "reallocates", "tfe", "401 416 131", "the argument is released unless the call fails; the result is the object of the new size") \
    X(FREES, "frees", "tf", "401 415 416 590 761 762", "the argument is released; null is allowed unless nonnull says otherwise") \
    X(TAKES, "takes", "t?f", "401 415", "the callee becomes the owner of what the argument points to") \
    X(NONNULL, "nonnull", "t*", "476", "the arguments must not be null") \
    X(NULLABLE, "nullable", "t*", "476", "null is allowed although the argument is read or written") \
    X(READS, "reads", "te", "125 126 127 457 119", "this many bytes at the argument are read") \
    X(WRITES, "writes", "te", "787 121 122 119", "this many bytes at the argument are written, all of them") \
    X(WRITES_UP_TO, "writes_up_to", "te?e", "787 121 122 119", "there must be room for so many bytes; as many as the second number says are written") \
    X(STRING, "string", "t?e", "170 126 125", "the argument must be a terminated string; with a number, or have that many elements") \
    X(WRITES_STRING, "writes_string", "te", "120 787 121 122 170", "a string of this length and its terminator are written") \
    X(WRITES_STRING_UP_TO, "writes_string_up_to", "te?e", "787 121 122 170", "a terminated string is written into room for so many elements; second number: its length") \
    X(UNTERMINATED, "unterminated", "t", "170 126", "what is written need not be terminated") \
    X(COPIES, "copies", "tt?e", "787 125 20", "the bytes of the second are copied to the first") \
    X(PROPAGATES, "propagates", "tt*", "20", "the first depends on the others: where they are untrusted or secret, it is") \
    X(FILLS, "fills", "tee", "14 226 244 457", "the bytes at the argument all get this value; number of bytes last") \
    X(NO_OVERLAP, "no_overlap", "tte", "475", "the two areas of this size must not overlap") \
    X(COMPARES, "compares", "tt?e", "187 208 697", "the result tells how the two differ; number: elements at most") \
    X(ESCAPES, "escapes", "t", "562 416", "the pointer is kept beyond the call") \
    X(INVALIDATES, "invalidates", "t", "416", "what was obtained from within the target (iterators, data pointers) is no longer valid") \
    /* other resources */ \
    X(OPENS, "opens", "tf", "772 775", "the target becomes an open resource of the family") \
    X(CLOSES, "closes", "tf", "672 1341 772 775", "the argument's resource is given back") \
    X(USES, "uses", "tf", "672 910", "the argument must be an open resource of the family") \
    /* control flow */ \
    X(NORETURN, "noreturn", "", "561", "does not return") \
    X(ASSERTS, "asserts", "t", "617 481", "does not return unless the argument is true; may be compiled out") \
    X(RETURNS_TWICE, "returns_twice", "", "457", "returns again later, like setjmp") \
    X(PURE, "pure", "", "252", "no effect but its result; may read memory") \
    X(CONSTANT, "constant", "", "252", "the result depends on the argument values alone") \
    X(CALLBACK, "callback", "tk?t", "479 364 366", "the argument is a function that is called; last: what it is called with") \
    X(BLOCKS, "blocks", "", "833 667 400", "may wait for an outside event") \
    /* formats */ \
    X(FORMAT, "format", "kt?e", "134 628 685 686", "the argument is a format; the arguments for it follow last, or are a va_list; number: position of the first (from 1), 0 for none") \
    X(SENTINEL, "sentinel", "", "628 685", "the variable arguments end with a null pointer") \
    /* trust */ \
    X(TAINTS, "taints", "tk", "20 22 78 89 117 129 134 789", "the target (for a pointer: what it points to) comes from outside") \
    X(SINK, "sink", "tk", "22 78 89 90 114 117 134 606 643 789 918", "nothing from outside may get here unneutralized") \
    X(SANITIZES, "sanitizes", "tk", "20 22 78 89 117", "afterwards the target is fit for sinks of this kind") \
    /* secrets and cryptography */ \
    X(SECRET, "secret", "t", "14 226 244 532 319", "the target holds a secret after the call") \
    X(CREDENTIAL, "credential", "tk", "259 321 798 329 760 336", "the argument is a secret of this kind, and must not be written into the program") \
    X(WIPES, "wipes", "te", "14 226 244", "overwrites so many bytes in a way that the compiler keeps") \
    X(EXPOSES, "exposes", "tk", "319 532 209 312", "the argument goes to where others can read it") \
    X(RANDOM, "random", "tk", "330 338", "the target gets a random value") \
    /* judgement */ \
    X(DANGEROUS, "dangerous", "nss", "242 377 676", "no safe use, or hardly any: CWE, why, what to use instead") \
    X(WEAK, "weak", "nss", "327 328 338 326", "not fit where security depends on it: CWE, why, what to use instead") \
    X(MISUSE, "misuse", "cnss", "295 327 732 326", "a call for which this holds is a defect: CWE, why, repair") \
    X(OBSOLETE, "obsolete", "s", "477", "superseded; text: by what") \
    X(NOT_REENTRANT, "not_reentrant", "?s", "663", "keeps state between calls; text: what to use with threads") \
    /* concurrency */ \
    X(LOCKS, "locks", "t?k", "667 764 833", "takes the lock") \
    X(UNLOCKS, "unlocks", "t?k", "667 765 832", "gives the lock back") \
    X(TRY_LOCKS, "try_locks", "t?k", "667 252", "takes the lock unless the call fails") \
    X(WAITS, "waits", "tt", "667 833", "waits for the first and gives the second, a held lock, back meanwhile") \
    X(SIGNAL_SAFE, "signal_safe", "", "479 828", "may be called in a signal handler") \
    /* file system and privileges */ \
    X(RACE_CHECK, "race_check", "t", "367", "tells something of the file of this name, which may change before it is used") \
    X(RACE_USE, "race_use", "t", "367", "acts on the file of this name") \
    X(PRIVILEGE, "privilege", "k", "250 271 272 273 243", "changes what the process may do") \
    /* growth and peers */ \
    X(GROWS, "grows", "t", "770 400", "the container gets one element more") \
    X(SHRINKS, "shrinks", "t", "770 459", "elements leave the container") \
    X(NEW_PEER, "new_peer", "t", "770 284", "the target stands for a party that anybody can be") \
    X(PEEKS, "peeks", "t", "754", "tells of input that is pending there, and leaves it pending unless the call fails") \
    X(CONSUMES, "consumes", "t", "754", "takes the pending input away, so that the next can be announced")

/* Families of kinds. Attribute, kind, CWE (0: the attribute's check decides), meaning. */
#define CONTRACT_KINDS(X) \
    X(TAINTS, "network", 0, "from a peer") \
    X(TAINTS, "file", 0, "from a file or pipe") \
    X(TAINTS, "environment", 0, "from the environment") \
    X(TAINTS, "arguments", 0, "from the command line") \
    X(TAINTS, "console", 0, "from standard input or a terminal") \
    X(TAINTS, "database", 0, "from a database") \
    X(TAINTS, "system", 0, "from names that other users choose: host, directory entries, registry") \
    X(TAINTS, "input", 0, "from a stream or descriptor whose origin is not known here") \
    X(SINK, "command", 78, "given to a shell") \
    X(SINK, "argument", 88, "argument of a started program") \
    X(SINK, "program", 114, "program to start or library to load") \
    X(SINK, "path", 22, "name of a file") \
    X(SINK, "sql", 89, "text of an SQL statement") \
    X(SINK, "ldap", 90, "LDAP filter or name") \
    X(SINK, "xpath", 643, "XPath expression") \
    X(SINK, "format", 134, "format string") \
    X(SINK, "log", 117, "line of a log") \
    X(SINK, "html", 79, "page sent to a browser") \
    X(SINK, "header", 113, "line of a protocol header") \
    X(SINK, "size", 789, "number of bytes or elements to allocate") \
    X(SINK, "loop", 606, "number of rounds") \
    X(SINK, "code", 94, "code to run") \
    X(SINK, "setting", 15, "setting of the process or system") \
    X(SINK, "regex", 625, "regular expression") \
    X(SINK, "url", 918, "address to fetch from") \
    X(SANITIZES, "command", 78, "") \
    X(SANITIZES, "argument", 88, "") \
    X(SANITIZES, "path", 22, "") \
    X(SANITIZES, "sql", 89, "") \
    X(SANITIZES, "ldap", 90, "") \
    X(SANITIZES, "xpath", 643, "") \
    X(SANITIZES, "format", 134, "") \
    X(SANITIZES, "log", 117, "") \
    X(SANITIZES, "html", 79, "") \
    X(SANITIZES, "header", 113, "") \
    X(SANITIZES, "url", 918, "") \
    X(SANITIZES, "regex", 625, "") \
    X(SANITIZES, "size", 789, "") \
    X(SANITIZES, "all", 20, "fit for every sink") \
    X(CREDENTIAL, "password", 259, "password or passphrase") \
    X(CREDENTIAL, "key", 321, "key of a cipher, a signature or a message authentication") \
    X(CREDENTIAL, "psk", 321, "key that both sides were given beforehand") \
    X(CREDENTIAL, "iv", 329, "initialisation vector or nonce: must not repeat") \
    X(CREDENTIAL, "salt", 760, "salt: must not repeat") \
    X(CREDENTIAL, "seed", 336, "seed of a generator") \
    X(CREDENTIAL, "token", 798, "token of an interface") \
    X(EXPOSES, "network", 319, "to a peer, unprotected") \
    X(EXPOSES, "log", 532, "to a log") \
    X(EXPOSES, "file", 312, "to a file or database") \
    X(EXPOSES, "console", 209, "to a screen") \
    X(EXPOSES, "arguments", 214, "to arguments or environment of a process, which others can list") \
    X(RANDOM, "weak", 338, "predictable") \
    X(RANDOM, "strong", 0, "fit for keys") \
    X(CALLBACK, "now", 0, "during the call") \
    X(CALLBACK, "later", 0, "after the call, on the same thread") \
    X(CALLBACK, "thread", 0, "on another thread") \
    X(CALLBACK, "signal", 0, "as a signal handler") \
    X(CALLBACK, "exit", 0, "when the process ends") \
    X(FORMAT, "printf", 0, "") \
    X(FORMAT, "scanf", 0, "") \
    X(FORMAT, "strftime", 0, "") \
    X(FORMAT, "wprintf", 0, "") \
    X(FORMAT, "wscanf", 0, "") \
    X(LOCKS, "exclusive", 0, "") \
    X(LOCKS, "shared", 0, "") \
    X(LOCKS, "spin", 0, "") \
    X(LOCKS, "file", 0, "") \
    X(UNLOCKS, "exclusive", 0, "") \
    X(UNLOCKS, "shared", 0, "") \
    X(UNLOCKS, "spin", 0, "") \
    X(UNLOCKS, "file", 0, "") \
    X(TRY_LOCKS, "exclusive", 0, "") \
    X(TRY_LOCKS, "shared", 0, "") \
    X(TRY_LOCKS, "spin", 0, "") \
    X(PRIVILEGE, "drop", 273, "gives rights up") \
    X(PRIVILEGE, "groups", 273, "sets the groups") \
    X(PRIVILEGE, "root", 243, "moves the root of the file tree") \
    X(PRIVILEGE, "directory", 243, "moves the working directory")

// clang-format on

#endif
