/* Contract: truth values of C before C23. Only for units that include it, since projects also define their own. */
#pragma stoa only_if_included
#define bool _Bool
#define true 1
#define false 0
#define __bool_true_false_are_defined 1
