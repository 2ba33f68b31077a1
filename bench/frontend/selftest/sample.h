/* Macros for sample.c. */
void lock(void *p);
#define EIGHT 8
#define GUARDED(type, name, args) type name args
#define TWICE_OF(x) twice(x)
#define LOCKED(p) lock(p);
