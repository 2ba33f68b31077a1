/* Contract: password hashing. */
struct crypt_data { char output[384]; char setting[384]; char input[512]; char reserved[767]; char initialized; char internal[30720]; };
[[stoa::credential(key, password), stoa::string(key), stoa::string(salt), stoa::credential(salt, salt), stoa::may_return_null("the salt names no known method"), stoa::returns_within(data)]]
char *crypt_r(const char *key, const char *salt, struct crypt_data *data);
