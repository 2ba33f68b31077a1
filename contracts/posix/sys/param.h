/* Contract: old names of limits. */
enum { MAXPATHLEN = 4096, MAXHOSTNAMELEN = 64, NBBY = 8 };
