/* Contract: strings and containers of the C++ library. What points into a container dies when the container changes. */
namespace std {
typedef decltype(nullptr) nullptr_t;
template <typename T> class allocator;
template <typename T> class initializer_list {
public:
    [[stoa::ensures(result == count(this))]] size_t size() const;
    const T *begin() const;
    const T *end() const;
};
template <typename A, typename B> struct pair { A first; B second; };
template <typename... T> class tuple {
};
template <typename A, typename B> pair<A, B> make_pair(A first, B second);
template <typename... T> tuple<T...> make_tuple(T... values);
template <typename... T> tuple<T &...> tie(T &... values);

class string {
public:
    typedef size_t size_type;
    static const size_t npos = -1;
    string();
    [[stoa::string(text), stoa::nonnull(text), stoa::propagates(this, text)]] string(const char *text);
    [[stoa::reads(text, n), stoa::propagates(this, text), stoa::sink(n, size)]] string(const char *text, size_t n);
    [[stoa::sink(n, size)]] string(size_t n, char c);
    [[stoa::returns_within(this), stoa::returns_nonnull, stoa::propagates(result, this)]] const char *c_str() const;
    [[stoa::returns_within(this), stoa::returns_nonnull, stoa::propagates(result, this)]] char *data();
    [[stoa::ensures(result == count(this))]] size_t size() const;
    [[stoa::ensures(result == count(this))]] size_t length() const;
    size_t capacity() const;
    bool empty() const;
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n, char c);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void reserve(size_t n);
    [[stoa::invalidates(this), stoa::shrinks(this)]] void clear();
    [[stoa::invalidates(this)]] void shrink_to_fit();
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] string &append(const string &other);
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] string &operator+=(const string &other);
    [[stoa::propagates(result, a, b)]] string operator+(const string &a, const string &b);
    [[stoa::invalidates(this), stoa::grows(this), stoa::reads(text, n), stoa::propagates(this, text), stoa::returns_arg(this)]] string &append(const char *text, size_t n);
    [[stoa::invalidates(this), stoa::propagates(this, other), stoa::returns_arg(this)]] string &assign(const string &other);
    [[stoa::invalidates(this), stoa::reads(text, n), stoa::propagates(this, text), stoa::returns_arg(this)]] string &assign(const char *text, size_t n);
    [[stoa::invalidates(this), stoa::grows(this)]] void push_back(char c);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_back();
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] string &insert(size_t pos, const string &other);
    [[stoa::invalidates(this), stoa::shrinks(this), stoa::returns_arg(this)]] string &erase(size_t pos = 0, size_t n = npos);
    [[stoa::invalidates(this), stoa::propagates(this, other), stoa::returns_arg(this)]] string &replace(size_t pos, size_t n, const string &other);
    [[stoa::returns_within(this), stoa::propagates(result, this)]] char &at(size_t pos);
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] char &operator[](size_t pos);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] char &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] char &back();
    [[stoa::returns_within(this)]] char *begin();
    [[stoa::returns_within(this)]] char *end();
    [[stoa::propagates(result, this)]] string substr(size_t pos = 0, size_t n = npos) const;
    [[stoa::error_if(result == -1)]] size_t find(const string &other, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t rfind(const string &other, size_t pos = npos) const;
    [[stoa::error_if(result == -1)]] size_t find_first_of(const string &set, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t find_last_of(const string &set, size_t pos = npos) const;
    [[stoa::error_if(result == -1)]] size_t find_first_not_of(const string &set, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t find_last_not_of(const string &set, size_t pos = npos) const;
    [[stoa::compares(this, other)]] int compare(const string &other) const;
    [[stoa::writes_up_to(buffer, n, result), stoa::unterminated(buffer), stoa::propagates(buffer, this)]] size_t copy(char *buffer, size_t n, size_t pos = 0) const;
};
class wstring {
public:
    typedef size_t size_type;
    static const size_t npos = -1;
    wstring();
    [[stoa::string(text), stoa::nonnull(text), stoa::propagates(this, text)]] wstring(const wchar_t *text);
    [[stoa::reads(text, n), stoa::propagates(this, text), stoa::sink(n, size)]] wstring(const wchar_t *text, size_t n);
    [[stoa::sink(n, size)]] wstring(size_t n, wchar_t c);
    [[stoa::returns_within(this), stoa::returns_nonnull, stoa::propagates(result, this)]] const wchar_t *c_str() const;
    [[stoa::returns_within(this), stoa::returns_nonnull, stoa::propagates(result, this)]] wchar_t *data();
    [[stoa::ensures(result == count(this))]] size_t size() const;
    [[stoa::ensures(result == count(this))]] size_t length() const;
    size_t capacity() const;
    bool empty() const;
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n, wchar_t c);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void reserve(size_t n);
    [[stoa::invalidates(this), stoa::shrinks(this)]] void clear();
    [[stoa::invalidates(this)]] void shrink_to_fit();
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] wstring &append(const wstring &other);
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] wstring &operator+=(const wstring &other);
    [[stoa::invalidates(this), stoa::grows(this), stoa::reads(text, n), stoa::propagates(this, text), stoa::returns_arg(this)]] wstring &append(const wchar_t *text, size_t n);
    [[stoa::invalidates(this), stoa::propagates(this, other), stoa::returns_arg(this)]] wstring &assign(const wstring &other);
    [[stoa::invalidates(this), stoa::reads(text, n), stoa::propagates(this, text), stoa::returns_arg(this)]] wstring &assign(const wchar_t *text, size_t n);
    [[stoa::invalidates(this), stoa::grows(this)]] void push_back(wchar_t c);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_back();
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] wstring &insert(size_t pos, const wstring &other);
    [[stoa::invalidates(this), stoa::shrinks(this), stoa::returns_arg(this)]] wstring &erase(size_t pos = 0, size_t n = npos);
    [[stoa::invalidates(this), stoa::propagates(this, other), stoa::returns_arg(this)]] wstring &replace(size_t pos, size_t n, const wstring &other);
    [[stoa::returns_within(this), stoa::propagates(result, this)]] wchar_t &at(size_t pos);
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] wchar_t &operator[](size_t pos);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] wchar_t &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] wchar_t &back();
    [[stoa::returns_within(this)]] wchar_t *begin();
    [[stoa::returns_within(this)]] wchar_t *end();
    [[stoa::propagates(result, this)]] wstring substr(size_t pos = 0, size_t n = npos) const;
    [[stoa::error_if(result == -1)]] size_t find(const wstring &other, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t rfind(const wstring &other, size_t pos = npos) const;
    [[stoa::error_if(result == -1)]] size_t find_first_of(const wstring &set, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t find_last_of(const wstring &set, size_t pos = npos) const;
    [[stoa::error_if(result == -1)]] size_t find_first_not_of(const wstring &set, size_t pos = 0) const;
    [[stoa::error_if(result == -1)]] size_t find_last_not_of(const wstring &set, size_t pos = npos) const;
    [[stoa::compares(this, other)]] int compare(const wstring &other) const;
    [[stoa::writes_up_to(buffer, n, result), stoa::unterminated(buffer), stoa::propagates(buffer, this)]] size_t copy(wchar_t *buffer, size_t n, size_t pos = 0) const;
};
typedef string u8string;
typedef wstring u16string;
typedef wstring u32string;
class string_view {
public:
    string_view();
    [[stoa::string(text), stoa::returns_within(text)]] string_view(const char *text);
    [[stoa::returns_within(text)]] string_view(const char *text, size_t n);
    /* not terminated by itself */
    [[stoa::returns_within(this), stoa::unterminated(result)]] const char *data() const;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    [[stoa::ensures(result == count(this))]] size_t length() const;
    bool empty() const;
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] const char &operator[](size_t pos) const;
    [[stoa::propagates(result, this)]] string_view substr(size_t pos = 0, size_t n = -1) const;
    [[stoa::requires(n <= count(this))]] void remove_prefix(size_t n);
    [[stoa::requires(n <= count(this))]] void remove_suffix(size_t n);
    [[stoa::error_if(result == -1)]] size_t find(string_view other, size_t pos = 0) const;
};
template <typename T> class vector {
public:
    typedef T *iterator;
    typedef const T *const_iterator;
    vector();
    [[stoa::sink(n, size)]] vector(size_t n);
    [[stoa::sink(n, size)]] vector(size_t n, const T &value);
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this), stoa::invalidates(this), stoa::propagates(this, value)]] void push_back(const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] T &emplace_back(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_back();
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, iterator first, iterator last);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator emplace(iterator where, ...);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator where);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator first, iterator last);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n, const T &value);
    [[stoa::invalidates(this)]] void assign(size_t n, const T &value);
    [[stoa::invalidates(this)]] void swap(vector &other);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &back();
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::returns_within(this)]] iterator cbegin() const;
    [[stoa::returns_within(this)]] iterator cend() const;
    [[stoa::returns_within(this)]] iterator rbegin();
    [[stoa::returns_within(this)]] iterator rend();
    [[stoa::returns_within(this)]] T *data();
    [[stoa::invalidates(this), stoa::sink(n, size)]] void reserve(size_t n);
    size_t capacity() const;
    [[stoa::invalidates(this)]] void shrink_to_fit();
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] T &operator[](size_t pos);
    [[stoa::returns_within(this)]] T &at(size_t pos);
};
template <typename T> class deque {
public:
    typedef T *iterator;
    typedef const T *const_iterator;
    deque();
    [[stoa::sink(n, size)]] deque(size_t n);
    [[stoa::sink(n, size)]] deque(size_t n, const T &value);
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this), stoa::invalidates(this), stoa::propagates(this, value)]] void push_back(const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] T &emplace_back(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_back();
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, iterator first, iterator last);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator emplace(iterator where, ...);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator where);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator first, iterator last);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n, const T &value);
    [[stoa::invalidates(this)]] void assign(size_t n, const T &value);
    [[stoa::invalidates(this)]] void swap(deque &other);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &back();
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::returns_within(this)]] iterator cbegin() const;
    [[stoa::returns_within(this)]] iterator cend() const;
    [[stoa::returns_within(this)]] iterator rbegin();
    [[stoa::returns_within(this)]] iterator rend();
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] T &operator[](size_t pos);
    [[stoa::returns_within(this)]] T &at(size_t pos);
    [[stoa::grows(this), stoa::invalidates(this)]] void push_front(const T &value);
    [[stoa::grows(this)]] T &emplace_front(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_front();
};
template <typename T> class list {
public:
    typedef T *iterator;
    typedef const T *const_iterator;
    list();
    [[stoa::sink(n, size)]] list(size_t n);
    [[stoa::sink(n, size)]] list(size_t n, const T &value);
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this), stoa::invalidates(this), stoa::propagates(this, value)]] void push_back(const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] T &emplace_back(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_back();
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator insert(iterator where, iterator first, iterator last);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator emplace(iterator where, ...);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator where);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::returns_within(this)]] iterator erase(iterator first, iterator last);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n);
    [[stoa::invalidates(this), stoa::sink(n, size)]] void resize(size_t n, const T &value);
    [[stoa::invalidates(this)]] void assign(size_t n, const T &value);
    [[stoa::invalidates(this)]] void swap(list &other);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &back();
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::returns_within(this)]] iterator cbegin() const;
    [[stoa::returns_within(this)]] iterator cend() const;
    [[stoa::returns_within(this)]] iterator rbegin();
    [[stoa::returns_within(this)]] iterator rend();
    [[stoa::grows(this), stoa::invalidates(this)]] void push_front(const T &value);
    [[stoa::grows(this)]] T &emplace_front(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop_front();
    [[stoa::shrinks(this)]] void remove(const T &value);
    void sort();
};
template <typename T, size_t N> class array {
public:
    [[stoa::ensures(result == count(this))]] size_t size() const;
    [[stoa::returns_within(this)]] T *data();
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] T &operator[](size_t pos);
    [[stoa::returns_within(this)]] T &at(size_t pos);
    void fill(const T &value);
    [[stoa::returns_within(this)]] T *begin();
    [[stoa::returns_within(this)]] T *end();
    [[stoa::returns_within(this)]] T &front();
    [[stoa::returns_within(this)]] T &back();
};
template <typename K, typename V> class map {
public:
    typedef pair<const K, V> *iterator;
    typedef const pair<const K, V> *const_iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const pair<K, V> &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const K &key);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const K &key);
    [[stoa::pure]] size_t count(const K &key) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::grows(this), stoa::returns_within(this)]] V &operator[](const K &key);
    [[stoa::returns_within(this)]] V &at(const K &key);
    [[stoa::grows(this)]] pair<iterator, bool> insert_or_assign(const K &key, const V &value);
    [[stoa::grows(this)]] pair<iterator, bool> try_emplace(const K &key, ...);
    [[stoa::returns_within(this)]] iterator lower_bound(const K &key);
    [[stoa::returns_within(this)]] iterator upper_bound(const K &key);
};
template <typename K, typename V> class multimap {
public:
    typedef pair<const K, V> *iterator;
    typedef const pair<const K, V> *const_iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const pair<K, V> &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const K &key);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const K &key);
    [[stoa::pure]] size_t count(const K &key) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::returns_within(this)]] iterator lower_bound(const K &key);
    [[stoa::returns_within(this)]] iterator upper_bound(const K &key);
};
template <typename K, typename V> class unordered_map {
public:
    typedef pair<const K, V> *iterator;
    typedef const pair<const K, V> *const_iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const pair<K, V> &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const K &key);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const K &key);
    [[stoa::pure]] size_t count(const K &key) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
    [[stoa::grows(this), stoa::returns_within(this)]] V &operator[](const K &key);
    [[stoa::returns_within(this)]] V &at(const K &key);
    [[stoa::grows(this)]] pair<iterator, bool> insert_or_assign(const K &key, const V &value);
    [[stoa::grows(this)]] pair<iterator, bool> try_emplace(const K &key, ...);
};
template <typename K, typename V> class unordered_multimap {
public:
    typedef pair<const K, V> *iterator;
    typedef const pair<const K, V> *const_iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const pair<K, V> &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const K &key);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const K &key);
    [[stoa::pure]] size_t count(const K &key) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
};
template <typename T> class set {
public:
    typedef const T *iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const T &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const T &value);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const T &value);
    [[stoa::pure]] size_t count(const T &value) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
};
template <typename T> class multiset {
public:
    typedef const T *iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const T &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const T &value);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const T &value);
    [[stoa::pure]] size_t count(const T &value) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
};
template <typename T> class unordered_set {
public:
    typedef const T *iterator;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] pair<iterator, bool> insert(const T &value);
    [[stoa::grows(this)]] pair<iterator, bool> emplace(...);
    [[stoa::shrinks(this)]] size_t erase(const T &value);
    [[stoa::shrinks(this)]] void clear();
    [[stoa::returns_within(this)]] iterator find(const T &value);
    [[stoa::pure]] size_t count(const T &value) const;
    [[stoa::returns_within(this)]] iterator begin();
    [[stoa::returns_within(this)]] iterator end();
};
template <typename T> class stack {
public:
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] void push(const T &value);
    [[stoa::grows(this)]] void emplace(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &top();
};
template <typename T> class queue {
public:
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] void push(const T &value);
    [[stoa::grows(this)]] void emplace(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &front();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &back();
};
template <typename T> class priority_queue {
public:
    [[stoa::ensures(result == count(this))]] size_t size() const;
    bool empty() const;
    [[stoa::grows(this)]] void push(const T &value);
    [[stoa::grows(this)]] void emplace(...);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] void pop();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &top();
};
template <typename T> class optional {
public:
    bool has_value() const;
    [[stoa::returns_within(this)]] T &value();
    T value_or(T missing) const;
    void reset();
};
template <typename T> class span {
public:
    [[stoa::returns_within(this)]] T *data() const;
    [[stoa::ensures(result == count(this))]] size_t size() const;
    [[stoa::requires(pos < count(this)), stoa::returns_within(this)]] T &operator[](size_t pos) const;
};
template <size_t N> class bitset {
public:
    bool test(size_t pos) const;
    void set();
    void reset();
    size_t count() const;
};
template <typename... T> class variant {
public:
    size_t index() const;
};
[[stoa::propagates(result, text)]] int stoi(const string &text, size_t *end = nullptr, int base = 10);
[[stoa::propagates(result, text)]] long stol(const string &text, size_t *end = nullptr, int base = 10);
[[stoa::propagates(result, text)]] unsigned long stoul(const string &text, size_t *end = nullptr, int base = 10);
[[stoa::propagates(result, text)]] long long stoll(const string &text, size_t *end = nullptr, int base = 10);
[[stoa::propagates(result, text)]] unsigned long long stoull(const string &text, size_t *end = nullptr, int base = 10);
[[stoa::propagates(result, text)]] double stod(const string &text, size_t *end = nullptr);
[[stoa::propagates(result, value)]] string to_string(long long value);
}
