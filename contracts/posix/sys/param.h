/* Contract: old names of limits. */
#define MAXPATHLEN 4096
#define MAXHOSTNAMELEN 64
#define NBBY 8
