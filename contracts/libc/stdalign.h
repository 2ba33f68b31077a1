/* Contract: alignment words of C before C23. */
#define __alignas_is_defined 1
#define __alignof_is_defined 1
