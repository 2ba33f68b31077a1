/* Contract: allocation beyond the standard. */
[[stoa::allocates(result, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]] void *memalign(size_t alignment, size_t size);
[[stoa::allocates(result, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]] void *valloc(size_t size);
[[stoa::allocates(result, malloc, size), stoa::sink(size, size), stoa::must_check, stoa::error_if(result == NULL)]] void *pvalloc(size_t size);
[[stoa::nullable(block), stoa::pure]] size_t malloc_usable_size(void *block);
int malloc_trim(size_t pad);
[[stoa::error_if(result == 0)]] int mallopt(int parameter, int value);
