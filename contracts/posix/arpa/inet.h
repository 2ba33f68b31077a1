/* Contract: Internet addresses as text. */
[[stoa::string(text), stoa::propagates(result, text), stoa::error_if(result == 4294967295), stoa::obsolete("inet_pton")]] in_addr_t inet_addr(const char *text);
[[stoa::string(text), stoa::writes(address, 4), stoa::propagates(address, text), stoa::must_check, stoa::error_if(result == 0)]] int inet_aton(const char *text, struct in_addr *address);
[[stoa::returns_static, stoa::returns_nonnull, stoa::propagates(result, address), stoa::not_reentrant("inet_ntop"), stoa::obsolete("inet_ntop")]] char *inet_ntoa(struct in_addr address);
[[stoa::string(text), stoa::propagates(address, text), stoa::must_check, stoa::error_if(result != 1)]] int inet_pton(int family, const char *text, void *address);
[[stoa::writes_string_up_to(buffer, size), stoa::propagates(buffer, address), stoa::returns_arg(buffer), stoa::error_if(result == NULL)]] const char *inet_ntop(int family, const void *address, char *buffer, socklen_t size);
