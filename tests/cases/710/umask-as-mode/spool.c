/* Sets the mask before files of the spool are made. */
#include <sys/stat.h>

void spool_mask(void)
{
    umask(0644); // expect: CWE-560, CWE-732
}

void spool_mask_private(void)
{
    umask(0600); // expect: CWE-560, CWE-732
}

void spool_mask_repaired(void)
{
    umask(0022);
}

void spool_mask_private_repaired(void)
{
    umask(S_IRWXG | S_IRWXO);
}

/* Nothing for anybody: strange, but a mask. */
void lock_down(void)
{
    umask(0777);
}
