/* Contract: alloca is declared in stdlib.h; this file makes the header's name known. */
