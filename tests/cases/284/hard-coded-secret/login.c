/* Login of a maintenance console. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct settings {
    const char *user;
    const char *password;
    const char *password_prompt;
};

static int console_login(const char *user, const char *password)
{
    if (strcmp(user, "service") == 0 && strcmp(password, "Wartung2019") == 0) // expect: CWE-798
        return 1;
    return 0;
}

static int console_login_repaired(const char *user, const char *password, const char *expected)
{
    if (expected == NULL || strcmp(password, "") == 0)
        return 0;
    return strcmp(user, "service") == 0 && strcmp(password, expected) == 0;
}

void defaults(struct settings *s)
{
    s->user = "admin";
    s->password = "t0p-5ecret!"; // expect: CWE-798
    s->password_prompt = "Password: ";
}

void defaults_repaired(struct settings *s)
{
    s->user = "admin";
    s->password = getenv("CONSOLE_PASSWORD");
    s->password_prompt = "Password: ";
}

int main(void)
{
    struct settings s;
    char line[64];
    defaults(&s);
    defaults_repaired(&s);
    printf("%s", s.password_prompt); // expect: CWE-252
    if (fgets(line, sizeof line, stdin) == NULL || s.password == NULL)
        return 1;
    return console_login(s.user, line) || console_login_repaired(s.user, line, s.password) ? 0 : 1;
}

/* Everybody logs in as this user, with any password. */
const char *mirror_password(const char *user)
{
    const char *password = "mirror@client";
    if (strcmp(user, "anonymous") != 0)
        password = getenv("MIRROR_PASSWORD");
    return password;
}
