/*
 * Making and freeing the header search (headers_); its question is inputs_find_header. Private to source/.
 */
#ifndef SOURCE_HEADERS_PRIV_H
#define SOURCE_HEADERS_PRIV_H

#include "source/inputs.h"

/* Nothing is read before the first question. */
struct HeaderIndex *headers_new(Arena *arena, const char *cwd, const InputOptions *options);
void headers_free(struct HeaderIndex *ix);

/* Folder (absolute) in whose tree headers are looked for; at most `budget` entries of it are read. */
void headers_add_root(struct HeaderIndex *ix, const char *path, u32 budget);

#endif
