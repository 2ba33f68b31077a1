/* Contract: parts of file names. */
[[stoa::nullable(path), stoa::returns_nonnull, stoa::returns_within(path), stoa::propagates(result, path), stoa::sanitizes(result, path)]] char *basename(char *path);
[[stoa::nullable(path), stoa::returns_nonnull, stoa::returns_within(path), stoa::propagates(result, path)]] char *dirname(char *path);
