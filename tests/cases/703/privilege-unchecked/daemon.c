/* Gives up the rights of root once the port is open. */
#include <grp.h>
#include <stdlib.h>
#include <unistd.h>

void become(uid_t user, gid_t group)
{
    setgid(group); // expect: CWE-273
    setuid(user);  // expect: CWE-273
}

void become_repaired(uid_t user, gid_t group)
{
    if (setgroups(0, NULL) != 0 || setgid(group) != 0 || setuid(user) != 0)
        abort();
}
