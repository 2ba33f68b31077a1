/* Contract: smart pointers, threads, exceptions, algorithms and utilities of the C++ library. */
namespace std {
template <typename T> class unique_ptr {
public:
    unique_ptr();
    [[stoa::takes(pointer, cxx_new)]] explicit unique_ptr(T *pointer);
    [[stoa::returns_within(this), stoa::may_return_null("it owns nothing")]] T *get() const;
    [[stoa::allocates(result, cxx_new)]] T *release();
    [[stoa::takes(pointer, cxx_new), stoa::invalidates(this)]] void reset(T *pointer = nullptr);
    void swap(unique_ptr &other);
    T &operator*() const;
    T *operator->() const;
    explicit operator bool() const;
};
template <typename T> class shared_ptr {
public:
    shared_ptr();
    [[stoa::takes(pointer, cxx_new)]] explicit shared_ptr(T *pointer);
    [[stoa::may_return_null("it owns nothing")]] T *get() const;
    [[stoa::takes(pointer, cxx_new)]] void reset(T *pointer = nullptr);
    long use_count() const;
    T &operator*() const;
    T *operator->() const;
    explicit operator bool() const;
};
template <typename T> class weak_ptr {
public:
    [[stoa::may_return_null("the object is gone")]] shared_ptr<T> lock() const;
    bool expired() const;
    void reset();
};
template <typename T> class auto_ptr {
public:
    [[stoa::takes(pointer, cxx_new)]] explicit auto_ptr(T *pointer);
    T *get() const;
    [[stoa::allocates(result, cxx_new)]] T *release();
};
template <typename T> [[stoa::returns_nonnull]] unique_ptr<T> make_unique(...);
template <typename T> [[stoa::returns_nonnull]] shared_ptr<T> make_shared(...);
template <typename T> [[stoa::returns_arg(value)]] T &&move(T &value);
template <typename T> [[stoa::returns_arg(value)]] T &&forward(T &value);
template <typename T> void swap(T &a, T &b);
template <typename T> T exchange(T &object, T value);
template <typename T> [[stoa::constant]] const T &min(const T &a, const T &b);
template <typename T> [[stoa::constant]] const T &max(const T &a, const T &b);
template <typename T> [[stoa::constant]] const T &clamp(const T &value, const T &low, const T &high);
template <typename I, typename O> [[stoa::copies(*to, *first)]] O copy(I first, I last, O to);
template <typename I, typename N, typename O> [[stoa::copies(*to, *first)]] O copy_n(I first, N n, O to);
template <typename I, typename T> void fill(I first, I last, const T &value);
template <typename I, typename T> I find(I first, I last, const T &value);
template <typename I, typename F> [[stoa::callback(predicate, now)]] I find_if(I first, I last, F predicate);
template <typename I, typename F> [[stoa::callback(function, now)]] F for_each(I first, I last, F function);
template <typename I, typename T> I remove(I first, I last, const T &value);
template <typename I, typename F> [[stoa::callback(predicate, now)]] I remove_if(I first, I last, F predicate);
template <typename I> void sort(I first, I last);
template <typename I, typename F> [[stoa::callback(compare, now)]] void sort(I first, I last, F compare);
template <typename I> void reverse(I first, I last);
template <typename I, typename T> bool binary_search(I first, I last, const T &value);
template <typename I, typename J> [[stoa::compares(*first, *other)]] bool equal(I first, I last, J other);
template <typename I> [[stoa::weak(338, "its values can be predicted", "std::shuffle with a generator seeded from std::random_device")]] void random_shuffle(I first, I last);
template <typename I, typename G> void shuffle(I first, I last, G &&generator);
template <typename I, typename T> T accumulate(I first, I last, T start);
template <typename I> long distance(I first, I last);
template <typename I> void advance(I &iterator, long n);
template <typename I> I next(I iterator, long n = 1);
template <typename I> I prev(I iterator, long n = 1);
template <typename T> class function {
public:
    explicit operator bool() const;
};
template <typename T> class reference_wrapper {
public:
    T &get() const;
};
template <typename T> reference_wrapper<T> ref(T &object);
template <typename T> class atomic {
public:
    T load() const;
    void store(T value);
    T exchange(T value);
    T fetch_add(T value);
    T fetch_sub(T value);
    bool compare_exchange_strong(T &expected, T value);
    bool compare_exchange_weak(T &expected, T value);
};
typedef atomic<bool> atomic_bool;
typedef atomic<int> atomic_int;
class atomic_flag {
public:
    bool test_and_set();
    void clear();
};
class exception {
public:
    [[stoa::returns_within(this)]] virtual const char *what() const;
};
typedef exception *exception_ptr;
[[stoa::noreturn]] void terminate();
[[stoa::noreturn]] void rethrow_exception(exception_ptr exception);
[[stoa::noreturn]] void abort();
[[stoa::noreturn]] void exit(int status);
class logic_error : public exception {
public:
    explicit logic_error(const string &what);
};
class runtime_error : public exception {
public:
    explicit runtime_error(const string &what);
};
class bad_alloc : public exception {
public:
    explicit bad_alloc(const string &what);
};
class bad_cast : public exception {
public:
    explicit bad_cast(const string &what);
};
class invalid_argument : public logic_error {
public:
    explicit invalid_argument(const string &what);
};
class out_of_range : public logic_error {
public:
    explicit out_of_range(const string &what);
};
class length_error : public logic_error {
public:
    explicit length_error(const string &what);
};
class domain_error : public logic_error {
public:
    explicit domain_error(const string &what);
};
class range_error : public runtime_error {
public:
    explicit range_error(const string &what);
};
class overflow_error : public runtime_error {
public:
    explicit overflow_error(const string &what);
};
class underflow_error : public runtime_error {
public:
    explicit underflow_error(const string &what);
};
class system_error : public runtime_error {
public:
    explicit system_error(const string &what);
};
class nothrow_t {
};
extern const nothrow_t nothrow;
class mutex {
public:
    [[stoa::locks(this, exclusive), stoa::blocks]] void lock();
    [[stoa::unlocks(this, exclusive)]] void unlock();
    [[stoa::try_locks(this, exclusive), stoa::must_check("the lock may not be held"), stoa::error_if(result == 0)]] bool try_lock();
};
class recursive_mutex {
public:
    [[stoa::locks(this), stoa::blocks]] void lock();
    [[stoa::unlocks(this)]] void unlock();
    [[stoa::try_locks(this), stoa::must_check("the lock may not be held"), stoa::error_if(result == 0)]] bool try_lock();
};
class timed_mutex {
public:
    [[stoa::locks(this, exclusive), stoa::blocks]] void lock();
    [[stoa::unlocks(this, exclusive)]] void unlock();
    [[stoa::try_locks(this, exclusive), stoa::must_check("the lock may not be held"), stoa::error_if(result == 0)]] bool try_lock();
};
class shared_mutex {
public:
    [[stoa::locks(this, exclusive), stoa::blocks]] void lock();
    [[stoa::unlocks(this, exclusive)]] void unlock();
    [[stoa::try_locks(this, exclusive), stoa::must_check("the lock may not be held"), stoa::error_if(result == 0)]] bool try_lock();
    [[stoa::locks(this, shared), stoa::blocks]] void lock_shared();
    [[stoa::unlocks(this, shared)]] void unlock_shared();
};
template <typename M> class lock_guard {
public:
    [[stoa::locks(mutex, exclusive), stoa::blocks]] explicit lock_guard(M &mutex);
};
template <typename M> class scoped_lock {
public:
    [[stoa::locks(mutex, exclusive), stoa::blocks]] explicit scoped_lock(M &mutex);
};
template <typename M> class unique_lock {
public:
    [[stoa::locks(mutex, exclusive), stoa::blocks]] explicit unique_lock(M &mutex);
    void lock();
    void unlock();
    [[stoa::must_check("the lock may not be held"), stoa::error_if(result == 0)]] bool try_lock();
    bool owns_lock() const;
};
template <typename M> class shared_lock {
public:
    [[stoa::locks(mutex, shared), stoa::blocks]] explicit shared_lock(M &mutex);
};
class condition_variable {
public:
    [[stoa::waits(this, lock), stoa::blocks]] void wait(unique_lock<mutex> &lock);
    [[stoa::callback(predicate, now), stoa::blocks]] void wait(unique_lock<mutex> &lock, bool (*predicate)());
    void notify_one();
    void notify_all();
};
class once_flag {
};
[[stoa::callback(function, now)]] void call_once(once_flag &flag, void (*function)(), ...);
class thread {
public:
    thread();
    [[stoa::callback(function, thread)]] explicit thread(void (*function)(), ...);
    [[stoa::blocks]] void join();
    void detach();
    bool joinable() const;
    static unsigned int hardware_concurrency();
};
template <typename T> class future {
public:
    [[stoa::blocks]] T get();
    [[stoa::blocks]] void wait();
};
template <typename T> class promise {
public:
    void set_value(T value);
};
template <typename F> [[stoa::callback(function, thread)]] future<int> async(F function, ...);
namespace this_thread {
[[stoa::blocks]] void sleep_for(long time);
void yield();
}
class random_device {
public:
    [[stoa::random(result, strong)]] unsigned int operator()();
};
class mt19937 {
public:
    [[stoa::credential(seed, seed)]] explicit mt19937(unsigned long seed = 5489);
    [[stoa::random(result, weak), stoa::weak(338, "its values can be computed from earlier ones", "std::random_device or the generator of a cryptographic library")]] unsigned int operator()();
    [[stoa::credential(value, seed)]] void seed(unsigned long value);
};
typedef mt19937 mt19937_64;
typedef mt19937 default_random_engine;
typedef mt19937 minstd_rand;
template <typename T> class uniform_int_distribution {
public:
    uniform_int_distribution(T low, T high);
};
namespace filesystem {
class path {
public:
    [[stoa::propagates(this, name)]] path(const string &name);
    [[stoa::propagates(result, this)]] std::string string() const;
    [[stoa::propagates(result, this), stoa::sanitizes(result, path)]] path filename() const;
    [[stoa::returns_within(this)]] const char *c_str() const;
};
[[stoa::race_check(name), stoa::sink(name, path)]] bool exists(const path &name);
[[stoa::race_check(name), stoa::sink(name, path)]] bool is_directory(const path &name);
[[stoa::race_check(name), stoa::sink(name, path)]] bool is_regular_file(const path &name);
[[stoa::race_check(name), stoa::sink(name, path)]] unsigned long file_size(const path &name);
[[stoa::race_use(name), stoa::sink(name, path)]] bool create_directory(const path &name);
[[stoa::race_use(name), stoa::sink(name, path)]] bool create_directories(const path &name);
[[stoa::race_use(name), stoa::sink(name, path)]] unsigned long remove_all(const path &name);
[[stoa::sanitizes(result, path), stoa::propagates(result, name)]] path canonical(const path &name);
[[stoa::sanitizes(result, path), stoa::propagates(result, name)]] path weakly_canonical(const path &name);
}
}
