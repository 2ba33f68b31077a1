/*
 * The reader of compile_commands.json on arbitrary bytes: it ends, keeps within its input and says what was wrong.
 */
#include <stdlib.h>
#include <string.h>

#include "source/commands_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    Diags diags;
    Commands c;
    arena_init(&arena);
    diags_init(&diags);
    commands_init(&c, &arena, &diags);
    commands_parse(&c, (const char *)data, size, "/db", "compile_commands.json");
    for (u32 i = 0; i < c.list.n; i++)
        if (c.list.at[i].file[0] != '/' || !c.list.at[i].flags)
            abort();
    if (c.list.n == 0 && diags.n == 0 && size > 0 && !memchr(data, ']', size))
        abort(); /* nothing was read and nothing was said */
    commands_release(&c);
    diags_release(&diags);
    arena_release(&arena);
    return 0;
}
