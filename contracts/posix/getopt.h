/* Contract: options with long names. */
struct option { const char *name; int has_arg; int *flag; int val; };
enum { no_argument = 0, required_argument = 1, optional_argument = 2 };
[[stoa::nonnull(argv), stoa::string(options), stoa::nullable(index), stoa::taints(result, arguments), stoa::not_reentrant]]
int getopt_long(int argc, char *const argv[], const char *options, const struct option *long_options, int *index);
[[stoa::nonnull(argv), stoa::string(options), stoa::nullable(index), stoa::taints(result, arguments), stoa::not_reentrant]]
int getopt_long_only(int argc, char *const argv[], const char *options, const struct option *long_options, int *index);
