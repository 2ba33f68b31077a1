/* Contract: noreturn as a word. */
#pragma stoa only_if_included
#define noreturn _Noreturn
