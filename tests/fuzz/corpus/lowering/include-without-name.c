#include
#include NAME
int f(void) { return 0; }
