/* Contract: password hashes of users. */
struct spwd { char *sp_namp; char *sp_pwdp; long sp_lstchg, sp_min, sp_max, sp_warn, sp_inact, sp_expire; unsigned long sp_flag; };
[[stoa::string(name), stoa::returns_static, stoa::secret(result), stoa::may_return_null("there is no such user, or no right to read the file")]] struct spwd *getspnam(const char *name);
