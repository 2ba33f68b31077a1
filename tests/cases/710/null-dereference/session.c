/* Sessions of a server: looked up, made on demand, printed. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct session {
    int id;
    char name[32];
    struct session *next;
};

/* The test says that it may be null, and the code goes on. */
int session_id(const struct session *s)
{
    if (s == NULL)
        fputs("no session\n", stderr);
    return s->id; // expect: CWE-476
}

int session_id_checked(const struct session *s)
{
    if (s == NULL) {
        fputs("no session\n", stderr);
        return -1;
    }
    return s->id;
}

/* On one way nothing was found. */
int rename_session(struct session *list, int id, const char *name)
{
    struct session *found = NULL;
    for (struct session *s = list; s != NULL; s = s->next)
        if (s->id == id)
            found = s;
    if (found == NULL)
        printf("session %d is not there\n", id);
    strncpy(found->name, name, sizeof(found->name) - 1); // expect: CWE-476
    return 0;
}

int rename_session_checked(struct session *list, int id, const char *name)
{
    struct session *found = NULL;
    for (struct session *s = list; s != NULL; s = s->next)
        if (s->id == id)
            found = s;
    if (found == NULL)
        return -1;
    strncpy(found->name, name, sizeof(found->name) - 1);
    return 0;
}

/* The wrong operator: the second side runs when the pointer is null. */
int is_guest(const struct session *s)
{
    return s != NULL || s->id == 0; // expect: CWE-476
}

int is_guest_checked(const struct session *s)
{
    return s == NULL || s->id == 0;
}

/* The name is only there for some kinds. */
size_t label(int kind)
{
    const char *name = NULL;
    if (kind == 1)
        name = "admin";
    else if (kind == 2)
        name = "guest";
    if (kind == 3)
        return strlen(name); // expect: CWE-476
    return name ? strlen(name) : 0;
}

size_t label_checked(int kind)
{
    const char *name = "";
    if (kind == 1)
        name = "admin";
    else if (kind == 2)
        name = "guest";
    if (kind == 3)
        return strlen(name);
    return 0;
}
