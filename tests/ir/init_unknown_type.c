static unseen_t table[] = {{.name = "a", .size = 3}, {"b", 4}};
struct unseen_struct one = {.handler = table};
