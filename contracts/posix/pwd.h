/* Contract: users. */
struct passwd { char *pw_name; char *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos; char *pw_dir; char *pw_shell; };
[[stoa::string(name), stoa::returns_static, stoa::may_return_null("there is no such user"), stoa::not_reentrant("getpwnam_r")]] struct passwd *getpwnam(const char *name);
[[stoa::returns_static, stoa::may_return_null("there is no such user"), stoa::not_reentrant("getpwuid_r")]] struct passwd *getpwuid(uid_t user);
[[stoa::string(name), stoa::writes(found, 8), stoa::error_if(result != 0)]] int getpwnam_r(const char *name, struct passwd *entry, char *buffer, size_t size, struct passwd **found);
[[stoa::writes(found, 8), stoa::error_if(result != 0)]] int getpwuid_r(uid_t user, struct passwd *entry, char *buffer, size_t size, struct passwd **found);
[[stoa::returns_static, stoa::may_return_null("there are no more users"), stoa::not_reentrant]] struct passwd *getpwent(void);
void setpwent(void);
void endpwent(void);
