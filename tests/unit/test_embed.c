/*
 * The embedded files are the files of the tree, byte for byte, sorted, and ended by a NUL that is not counted.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/embed.h"

static void check_set(const char *folder, const EmbeddedFile *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/../%s/%s", TESTS_DIR, folder, files[i].path);
        assert_in_range(length, 1, sizeof path - 1);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        char *data = malloc(files[i].size + 1);
        assert_non_null(data);
        /* One byte more is asked for than there should be. */
        assert_int_equal(fread(data, 1, files[i].size + 1, file), files[i].size);
        assert_memory_equal(data, files[i].data, files[i].size);
        assert_int_equal(files[i].data[files[i].size], '\0');
        if (i > 0)
            assert_true(strcmp(files[i - 1].path, files[i].path) < 0);
        free(data);
        fclose(file);
    }
}

static void test_contracts(void **state)
{
    (void)state;
    assert_true(embed_contracts_count > 0);
    check_set("contracts", embed_contracts, embed_contracts_count);
}

static void test_cwe(void **state)
{
    (void)state;
    assert_true(embed_cwe_count > 0);
    check_set("data/cwe", embed_cwe, embed_cwe_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contracts),
        cmocka_unit_test(test_cwe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
