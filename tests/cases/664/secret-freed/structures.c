/* Structures with a secret inside that are given back. */
#include <stdlib.h>
#include <string.h>

struct account {
    char name[32];
    char password[64];
    unsigned long logins;
};

struct tunnel {
    int fd;
    unsigned char session_key[32];
    unsigned char *buffer;
};

struct vault {
    unsigned char secret[64];
    struct vault *next;
};

struct label {
    char text[64];
    unsigned password_length;
};

void explicit_bzero(void *area, size_t n);

void account_free(struct account *a)
{
    if (a->logins > 0)
        free(a); // expect: CWE-244
}

void tunnel_close(struct tunnel *t)
{
    free(t->buffer);
    free(t); // expect: CWE-244
}

static struct vault *vaults;

void vaults_clear(void)
{
    while (vaults) {
        struct vault *v = vaults;
        vaults = v->next;
        free(v); // expect: CWE-244
    }
}

void account_free_wiped(struct account *a)
{
    explicit_bzero(a->password, sizeof a->password);
    free(a);
}

/* Nothing secret in it. */
void label_free(struct label *l)
{
    free(l);
}

/* It never got a password. */
struct account *account_new(const char *name)
{
    struct account *a = calloc(1, sizeof *a);
    if (!a)
        return NULL;
    if (strlen(name) >= sizeof a->name) {
        free(a);
        return NULL;
    }
    memcpy(a->name, name, strlen(name) + 1);
    return a;
}
