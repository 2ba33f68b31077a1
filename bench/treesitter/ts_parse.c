// The unit of the speed benchmark: parses the raw text of a list of files with tree-sitter and does nothing else.
// usage: ts_parse c|c++ LIST   (LIST has one path a line; c|c++ says what a .h is)
#include "ts.h"

int main(int argc, char **argv)
{
    FILE *list = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!list) {
        fprintf(stderr, "usage: ts_parse c|c++ LIST\n");
        return 2;
    }
    bool plusplus = strcmp(argv[1], "c++") == 0;
    TSParser *parser = ts_parser_new();
    unsigned long files = 0, bytes = 0, damaged = 0;
    char path[4096];
    while (ts_next_path(list, path, sizeof path)) {
        uint32_t len;
        char *text = ts_read(path, &len);
        if (!text)
            continue;
        ts_parser_set_language(parser, ts_language(path, plusplus));
        TSTree *tree = ts_parser_parse_string(parser, NULL, text, len);
        files++;
        bytes += len;
        damaged += ts_node_has_error(ts_tree_root_node(tree));
        ts_tree_delete(tree);
        free(text);
    }
    fclose(list);
    ts_parser_delete(parser);
    printf("%lu files, %lu bytes, %lu with errors\n", files, bytes, damaged);
    return 0;
}
