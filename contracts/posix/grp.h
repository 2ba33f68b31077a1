/* Contract: groups. */
struct group { char *gr_name; char *gr_passwd; gid_t gr_gid; char **gr_mem; };
[[stoa::string(name), stoa::returns_static, stoa::may_return_null("there is no such group"), stoa::not_reentrant("getgrnam_r")]] struct group *getgrnam(const char *name);
[[stoa::returns_static, stoa::may_return_null("there is no such group"), stoa::not_reentrant("getgrgid_r")]] struct group *getgrgid(gid_t group);
[[stoa::string(name), stoa::writes(found, 8), stoa::error_if(result != 0)]] int getgrnam_r(const char *name, struct group *entry, char *buffer, size_t size, struct group **found);
[[stoa::writes(found, 8), stoa::error_if(result != 0)]] int getgrgid_r(gid_t group, struct group *entry, char *buffer, size_t size, struct group **found);
[[stoa::privilege(groups), stoa::reads(list, 4 * count), stoa::nullable(list), stoa::must_check("the process keeps its groups"), stoa::error_if(result != 0)]] int setgroups(size_t count, const gid_t *list);
[[stoa::privilege(groups), stoa::string(user), stoa::must_check("the process keeps its groups"), stoa::error_if(result != 0)]] int initgroups(const char *user, gid_t group);
[[stoa::string(user), stoa::error_if(result < 0)]] int getgrouplist(const char *user, gid_t group, gid_t *groups, int *count);
