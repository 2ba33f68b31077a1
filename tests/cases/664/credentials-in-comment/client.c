/* Client of a database. */
#include <stddef.h>

/* The password is asked for; password: see the manual, chapter 12. password = base64 */
int client_open(const char *user, const char *password);

/*
 * For tests on the staging server: user=deploy password=Tr0ub4dor-3; expect: CWE-615
 */
int client_open_staging(void); // password: "hunter2-staging", expect: CWE-615

int client_test(const char *password)
{
    // return client_open("admin", password);   pwd = kj34Hd93q; expect: CWE-615
    return client_open("admin", password);
}

/* The parts of a login: user:password, as in "joe:secret". password = argv[2], or password: config->pass1 */
int client_login(const char *login);

// api_key = "9f86d081884c7d659a2feaa0" expect: CWE-615
int client_call(const char *api_key, size_t length);

/* password=******** is what is printed in its place. */
int client_print(void);
