/*
 * Every tuning constant of Stoa, so that what bounds the work can be read in one place.
 * A limit that is reached is an answer (counted, reported), never a crash.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* source */
#define LIMIT_FILE_BYTES (256u << 20)  /* one source file */
#define LIMIT_SOURCE_BYTES 0xE0000000u /* all files of one run; places are 32 bits wide */
#define LIMIT_BINARY_PROBE 4096        /* bytes searched for NUL to tell a binary from a source */
#define LIMIT_WALK_ENTRIES 2000000     /* directory entries of one walk */
#define LIMIT_WALK_DEPTH 128           /* directories below a root */
#define LIMIT_ROOT_SCAN_ENTRIES 20000  /* entries scanned for headers around a single file */
#define LIMIT_JSON_BYTES (512u << 20)  /* compile_commands.json */
#define LIMIT_IGNORE_BYTES (16u << 20) /* one .gitignore */
#define LIMIT_LIST_BYTES (256u << 20)  /* one @listfile */
#define LIMIT_COMMAND_DIRS 2000        /* include folders of one compile command */
#define LIMIT_HEADER_NAME 4096         /* bytes of the name in an #include */
#define LIMIT_COMMAND_MESSAGES 20      /* messages about one compile_commands.json */

/* preprocessor */
#define LIMIT_INCLUDE_DEPTH 200
#define LIMIT_IF_DEPTH 500 /* nested #if; well below LIMIT_PARSE_DEPTH, as each is a level of the tree */
#define LIMIT_UNIT_TOKENS 50000000u     /* tokens of one unit after expansion */
#define LIMIT_EXPANSION_TOKENS 2000000u /* tokens that one outermost macro invocation may make */
#define LIMIT_MACRO_DEPTH 400           /* nested expansions */
#define LIMIT_PRESENCE_ATOMS 4096       /* configuration names per unit */

#define LIMIT_INCLUDES 20000    /* files entered by #include in one unit */
#define LIMIT_SELF_INCLUDES 8   /* a file without a guard inside itself */
#define LIMIT_REPLAYS 4         /* of one guarded header in one unit, under different conditions */
#define LIMIT_EXPANSIONS 400000 /* macros that one outermost invocation may expand */
#define LIMIT_IF_OPERANDS 200   /* nested operators in one #if */
#define LIMIT_SNAPSHOTS 32      /* states behind first headers that a worker keeps */

/* parser */
#define LIMIT_PARSE_DEPTH 1200 /* nested expressions, statements and declarators together */
#define LIMIT_ANGLE_LOOKAHEAD 512
#define LIMIT_DECL_LOOKAHEAD 256

/* lowering */
#define LIMIT_LOWER_DEPTH 1400
#define LIMIT_TYPE_DEPTH 200
#define LIMIT_UNWIND_INSTS \
    200000u /* ends of variables' lives that the early exits of one function spell out */
#define LIMIT_REACH_BITS \
    (512u << 20) /* definitions (or variables) times blocks of one function in the passes */

/* engine */
#define LIMIT_ARGUMENTS (1 << 20) /* of main: what systems let a command line hold */
#define LIMIT_ARGUMENT_BYTES \
    (1 << 21) /* of one argument or variable of the environment: what systems let them hold together */
#define LIMIT_SINK_SIZE \
    (64 << 20)                  /* bytes, elements or rounds that somebody outside may ask for without harm */
#define LIMIT_FORMAT_DIGITS 330 /* characters before the point that %f may write for a double */
#define LIMIT_FUEL_BASE 750u    /* steps (an instruction in a state) of one function's run */
#define LIMIT_FUEL_PER_INST 3u  /* and for each of its instructions */
#define LIMIT_RUN_BYTES \
    (64u << 20)        /* memory of the states of one function's run; behind it the fuel counts as used up */
#define LIMIT_STATES 8 /* of one block, before they are joined */
#define LIMIT_CONST_TRIPS 130   /* rounds of a loop whose ways out are all decided */
#define LIMIT_GENERIC_ROUNDS 3  /* repetitions of the generic round after widening */
#define LIMIT_ENTERED_INSTS 60u /* instructions of a function that is entered at a call */
#define LIMIT_ENTERED_ALWAYS \
    10u /* of one that is entered even when the steps for that are used up: guards such as check_memory(p) */
#define LIMIT_ENTERED_DEPTH 3
#define LIMIT_VALUE_SIZE 40         /* nodes of one symbolic value */
#define LIMIT_STORE_EXCLUDED 8      /* values excluded from an interval, per symbol */
#define LIMIT_STORE_DIFFS 64        /* differences of one path that are looked at */
#define LIMIT_EXIT_CELLS 400000u    /* places that the ends of one function look through for what is lost */
#define LIMIT_STORE_SUMS 12         /* sums of several terms with a bound, of one path */
#define LIMIT_STORE_DEPTH 12        /* nested operators of a value that the store looks into */
#define LIMIT_STORE_SPREAD 4        /* steps that a new bound is carried to other values */
#define LIMIT_STORE_WORK 200        /* bounds that one assumption may change */
#define LIMIT_STORE_ROUNDS 8        /* of the search for a chain of differences */
#define LIMIT_OBJECT_CELLS 200      /* places of one object whose values are known on a path */
#define LIMIT_SOLVER_RLIMIT 200000u /* Z3's resource units for one question */
#define LIMIT_SOLVER_CONDS 200      /* of one path, the newest first */
#define LIMIT_SOLVER_SYMS 64        /* of these conditions */
#define LIMIT_SOLVER_NODES 4000     /* of one question, the alternatives of joins included */
#define LIMIT_SOLVER_TRIES 3        /* paths of one site that are put to the solver */
#define LIMIT_LINES 16              /* histories behind the joins of one path that are put to the solver */
#define LIMIT_LINE_JOINS 64         /* joins of one history */
#define LIMIT_LINE_STEPS 4000       /* back to where the histories of joined paths went apart */
#define LIMIT_LINE_NESTING 32       /* joins inside of joins on the way there */
#define LIMIT_LINE_WORK 4000u       /* conditions put to stores of joined paths, to rule histories out */
#define LIMIT_PATH_STEPS 24         /* of a finding's path, in a report */

#define LIMIT_FACT_BODY 4000    /* tokens of a macro's body that are looked at closely */
#define LIMIT_FACT_OVERLOADS 64 /* functions of one name that are looked at */
#define LIMIT_FACT_STEPS 20000u /* operators and enumerators that one initialiser may need */
#define LIMIT_FACT_DEPTH 200    /* nested operators of an initialiser, and constants that name others */

/* checks */
#define LIMIT_SCAN_INSTS \
    20000 /* instructions of a function that a check may go through again for each of its sites */
#define LIMIT_SCAN_UNIT_INSTS 400000 /* the same for a unit */

/* review and report */
#define LIMIT_FINGERPRINT_BYTES \
    256                         /* of a code line to each side of a finding that its fingerprint depends on */
#define LIMIT_SHOWN_COLUMNS 120 /* of a code line in a report */
#define LIMIT_COUNTED_LINE 1000000 /* bytes of a line in which SARIF's columns are counted in UTF-16 units */
#define LIMIT_REPORTED_LINE \
    4000 /* bytes of a code line that JSON and SARIF quote; longer ones are left out */

#endif
