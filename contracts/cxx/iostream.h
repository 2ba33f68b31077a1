/* Contract: streams of the C++ library. */
namespace std {
typedef long streamsize;
typedef long streamoff;
class ios_base {
public:
    enum openmode { app = 1, ate = 2, binary = 4, in = 8, out = 16, trunc = 32 };
    enum seekdir { beg = 0, cur = 1, end = 2 };
    streamsize width(streamsize n);
    streamsize precision(streamsize n);
};
class ios : public ios_base {
public:
    bool good() const;
    bool eof() const;
    bool fail() const;
    bool bad() const;
    void clear();
    explicit operator bool() const;
};
class ostream : public ios {
public:
    [[stoa::reads(data, n), stoa::exposes(data, file), stoa::returns_arg(this)]] ostream &write(const char *data, streamsize n);
    [[stoa::returns_arg(this)]] ostream &put(char c);
    [[stoa::returns_arg(this)]] ostream &flush();
    [[stoa::exposes(value, console), stoa::returns_arg(this)]] ostream &operator<<(const string &value);
    ostream &seekp(long position);
    long tellp();
};
class istream : public ios {
public:
    [[stoa::writes_up_to(data, n), stoa::taints(data, input), stoa::returns_arg(this)]] istream &read(char *data, streamsize n);
    [[stoa::writes_string_up_to(data, n), stoa::taints(data, input), stoa::returns_arg(this)]] istream &getline(char *data, streamsize n);
    [[stoa::writes_string_up_to(data, n), stoa::taints(data, input), stoa::returns_arg(this)]] istream &get(char *data, streamsize n);
    [[stoa::taints(result, input), stoa::ensures(result >= -1 && result <= 255)]] int get();
    [[stoa::taints(result, input), stoa::ensures(result >= -1 && result <= 255)]] int peek();
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(string &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(short &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(unsigned short &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(int &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(unsigned int &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(long &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(unsigned long &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(long long &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(unsigned long long &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(float &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(double &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(char &value);
    [[stoa::taints(value, input), stoa::returns_arg(this)]] istream &operator>>(bool &value);
    istream &ignore(streamsize n = 1, int until = -1);
    istream &seekg(long position);
    istream &seekg(long offset, seekdir from);
    long tellg();
    streamsize gcount() const;
};
class iostream : public istream {
};
class ifstream : public istream {
public:
    ifstream();
    [[stoa::sink(path, path), stoa::race_use(path)]] explicit ifstream(const string &path, int mode = 8);
    [[stoa::sink(path, path), stoa::race_use(path)]] void open(const string &path, int mode = 8);
    bool is_open() const;
    void close();
};
class ofstream : public ostream {
public:
    ofstream();
    [[stoa::sink(path, path), stoa::race_use(path)]] explicit ofstream(const string &path, int mode = 16);
    [[stoa::sink(path, path), stoa::race_use(path)]] void open(const string &path, int mode = 16);
    bool is_open() const;
    void close();
};
class fstream : public iostream {
public:
    fstream();
    [[stoa::sink(path, path), stoa::race_use(path)]] explicit fstream(const string &path, int mode = 24);
    [[stoa::sink(path, path), stoa::race_use(path)]] void open(const string &path, int mode = 24);
    bool is_open() const;
    void close();
};
class stringstream : public iostream {
public:
    stringstream();
    [[stoa::propagates(this, text)]] explicit stringstream(const string &text);
    [[stoa::propagates(result, this)]] string str() const;
    [[stoa::propagates(this, text)]] void str(const string &text);
};
class ostringstream : public ostream {
public:
    [[stoa::propagates(result, this)]] string str() const;
    [[stoa::propagates(this, text)]] void str(const string &text);
};
class istringstream : public istream {
public:
    [[stoa::propagates(this, text)]] explicit istringstream(const string &text);
    [[stoa::propagates(result, this)]] string str() const;
};
extern istream cin;
extern ostream cout, cerr, clog;
ostream &endl(ostream &stream);
ostream &ends(ostream &stream);
ostream &flush(ostream &stream);
[[stoa::taints(line, input), stoa::returns_arg(stream)]] istream &getline(istream &stream, string &line);
[[stoa::taints(line, input), stoa::returns_arg(stream)]] istream &getline(istream &stream, string &line, char delimiter);
int setw(int n);
int setprecision(int n);
int setfill(char c);
ios_base &hex(ios_base &stream);
ios_base &dec(ios_base &stream);
ios_base &fixed(ios_base &stream);
ios_base &boolalpha(ios_base &stream);
}
