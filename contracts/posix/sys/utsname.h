/* Contract: name of the system. */
struct utsname { char sysname[65], nodename[65], release[65], version[65], machine[65], domainname[65]; };
[[stoa::writes(name, 390), stoa::error_if(result < 0), stoa::signal_safe]] int uname(struct utsname *name);
