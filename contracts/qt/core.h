/* Contract: QtCore. Containers and strings are values; what points into them dies when they change. */
typedef signed char qint8;
typedef unsigned char quint8;
typedef short qint16;
typedef unsigned short quint16;
typedef int qint32;
typedef unsigned int quint32;
typedef long long qint64;
typedef unsigned long long quint64;
typedef long long qlonglong;
typedef unsigned long long qulonglong;
typedef long long qsizetype;
typedef double qreal;
typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef unsigned long long quintptr;
typedef long long qptrdiff;
#define Q_NULLPTR nullptr
#define Q_UNUSED(x) (void)x
#define Q_LIKELY(x) (x)
#define Q_UNLIKELY(x) (x)
#define Q_FALLTHROUGH() (void)0
#define QStringLiteral(text) QString(text)
#define QByteArrayLiteral(text) QByteArray(text)
#define QLatin1String(text) QString(text)
#define Q_FUNC_INFO __func__
#define QT_TR_NOOP(text) text
#define Q_INT64_C(c) c##LL
#define Q_UINT64_C(c) c##ULL
[[stoa::asserts(condition)]] void Q_ASSERT(bool condition);
[[stoa::asserts(condition)]] void Q_ASSERT_X(bool condition, const char *where, const char *what);
[[stoa::noreturn]] void Q_UNREACHABLE();
[[stoa::asserts(pointer)]] void Q_CHECK_PTR(const void *pointer);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::noreturn]] void qFatal(const char *format, ...);
template <typename T> [[stoa::constant]] T qMin(T a, T b);
template <typename T> [[stoa::constant]] T qMax(T a, T b);
template <typename T> [[stoa::constant]] T qBound(T low, T value, T high);
template <typename T> [[stoa::constant]] T qAbs(T value);
template <typename T> T qobject_cast(QObject *object);
[[stoa::random(result, weak), stoa::weak(338, "its values can be predicted", "QRandomGenerator::system()")]] int qrand();
[[stoa::credential(seed, seed)]] void qsrand(uint seed);
[[stoa::taints(result, environment)]] QByteArray qgetenv(const char *name);
[[stoa::sink(value, setting), stoa::error_if(result == 0)]] bool qputenv(const char *name, const QByteArray &value);
[[stoa::propagates(result, value)]] quint16 qFromBigEndian(quint16 value);
[[stoa::propagates(result, data)]] QByteArray qUncompress(const QByteArray &data);
const char *qPrintable(const QString &text);
[[stoa::sink(varargs, log), stoa::exposes(varargs, log)]] QDebug qDebug(const char *format, ...);
QDebug qDebug();
[[stoa::sink(varargs, log), stoa::exposes(varargs, log)]] QDebug qInfo(const char *format, ...);
QDebug qInfo();
[[stoa::sink(varargs, log), stoa::exposes(varargs, log)]] QDebug qWarning(const char *format, ...);
QDebug qWarning();
[[stoa::sink(varargs, log), stoa::exposes(varargs, log)]] QDebug qCritical(const char *format, ...);
QDebug qCritical();

class QDebug {
public:
    [[stoa::sink(value, log), stoa::exposes(value, log), stoa::returns_arg(this)]] QDebug &operator<<(const QString &value);
    QDebug &nospace();
    QDebug &noquote();
};

class QChar {
public:
    QChar(int code);
    bool isDigit() const;
    bool isLetter() const;
    bool isSpace() const;
    ushort unicode() const;
};

class QByteArray {
public:
    QByteArray();
    [[stoa::propagates(this, data), stoa::nullable(data)]] QByteArray(const char *data, int size = -1);
    [[stoa::sink(size, size)]] QByteArray(int size, char filler);
    [[stoa::returns_within(this), stoa::returns_nonnull]] char *data();
    [[stoa::returns_within(this), stoa::returns_nonnull]] const char *constData() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int length() const;
    bool isEmpty() const;
    bool isNull() const;
    [[stoa::invalidates(this), stoa::sink(size, size)]] void resize(int size);
    [[stoa::invalidates(this), stoa::sink(size, size)]] void reserve(int size);
    [[stoa::invalidates(this), stoa::shrinks(this)]] void clear();
    [[stoa::invalidates(this), stoa::returns_arg(this)]] QByteArray &fill(char c, int size = -1);
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] QByteArray &append(const QByteArray &other);
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] QByteArray &prepend(const QByteArray &other);
    [[stoa::requires(index >= 0 && index < count(this)), stoa::propagates(result, this)]] char at(int index) const;
    [[stoa::requires(index >= 0 && index < count(this)), stoa::propagates(result, this)]] char operator[](int index) const;
    [[stoa::propagates(result, this)]] QByteArray left(int n) const;
    [[stoa::propagates(result, this)]] QByteArray right(int n) const;
    [[stoa::propagates(result, this)]] QByteArray mid(int begin, int n = -1) const;
    [[stoa::propagates(result, this)]] QByteArray trimmed() const;
    [[stoa::propagates(result, this)]] QByteArray toHex(char separator = 0) const;
    [[stoa::propagates(result, this)]] QByteArray toBase64() const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] int toInt(bool *ok = nullptr, int base = 10) const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] uint toUInt(bool *ok = nullptr, int base = 10) const;
    [[stoa::propagates(result, data)]] static QByteArray fromRawData(const char *data, int size);
    [[stoa::propagates(result, text)]] static QByteArray fromHex(const QByteArray &text);
    [[stoa::propagates(result, text)]] static QByteArray fromBase64(const QByteArray &text);
    [[stoa::pure]] int indexOf(const QByteArray &other, int from = 0) const;
    [[stoa::pure]] bool contains(const QByteArray &other) const;
    [[stoa::pure]] bool startsWith(const QByteArray &other) const;
    [[stoa::pure]] bool endsWith(const QByteArray &other) const;
};

class QString {
public:
    QString();
    [[stoa::propagates(this, text), stoa::nullable(text)]] QString(const char *text);
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int length() const;
    bool isEmpty() const;
    bool isNull() const;
    [[stoa::propagates(result, this, value)]] QString arg(const QString &value, ...) const;
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] QString &append(const QString &other);
    [[stoa::invalidates(this), stoa::grows(this), stoa::propagates(this, other), stoa::returns_arg(this)]] QString &prepend(const QString &other);
    [[stoa::invalidates(this), stoa::returns_arg(this)]] QString &replace(const QString &before, const QString &after);
    [[stoa::requires(index >= 0 && index < count(this)), stoa::propagates(result, this)]] QChar at(int index) const;
    [[stoa::propagates(result, this)]] QString left(int n) const;
    [[stoa::propagates(result, this)]] QString right(int n) const;
    [[stoa::propagates(result, this)]] QString mid(int begin, int n = -1) const;
    [[stoa::propagates(result, this)]] QString trimmed() const;
    [[stoa::propagates(result, this)]] QString simplified() const;
    [[stoa::propagates(result, this)]] QString toLower() const;
    [[stoa::propagates(result, this)]] QString toUpper() const;
    [[stoa::propagates(result, this), stoa::sanitizes(result, html)]] QString toHtmlEscaped() const;
    [[stoa::propagates(result, this)]] QByteArray toUtf8() const;
    [[stoa::propagates(result, this)]] QByteArray toLatin1() const;
    [[stoa::propagates(result, this)]] QByteArray toLocal8Bit() const;
    [[stoa::propagates(result, this)]] std::string toStdString() const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] int toInt(bool *ok = nullptr, int base = 10) const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] uint toUInt(bool *ok = nullptr, int base = 10) const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] double toDouble(bool *ok = nullptr) const;
    [[stoa::propagates(result, this)]] QStringList split(const QString &separator) const;
    [[stoa::propagates(result, text)]] static QString fromUtf8(const char *text, int size = -1);
    [[stoa::propagates(result, text)]] static QString fromLatin1(const char *text, int size = -1);
    [[stoa::propagates(result, text)]] static QString fromLocal8Bit(const char *text, int size = -1);
    [[stoa::propagates(result, text)]] static QString fromStdString(const std::string &text);
    static QString number(double value, int base = 10, int precision = 6);
    [[stoa::format(printf, format), stoa::sink(format, format)]] static QString asprintf(const char *format, ...);
    [[stoa::pure]] bool contains(const QString &other) const;
    [[stoa::pure]] bool startsWith(const QString &other) const;
    [[stoa::pure]] bool endsWith(const QString &other) const;
    [[stoa::pure]] int indexOf(const QString &other, int from = 0) const;
};

template <typename T> class QList {
public:
    [[stoa::grows(this), stoa::invalidates(this)]] void append(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void push_back(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void prepend(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void insert(int index, const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_arg(this)]] QList &operator<<(const T &value);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(index >= 0 && index < count(this))]] void removeAt(int index);
    [[stoa::shrinks(this), stoa::invalidates(this)]] int removeAll(const T &value);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(count(this) > 0)]] T takeFirst();
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(count(this) > 0)]] T takeLast();
    [[stoa::requires(index >= 0 && index < count(this)), stoa::returns_within(this)]] const T &at(int index) const;
    [[stoa::requires(index >= 0 && index < count(this)), stoa::returns_within(this)]] T &operator[](int index);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &first();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &last();
    T value(int index) const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int count() const;
    bool isEmpty() const;
    [[stoa::pure]] bool contains(const T &value) const;
    [[stoa::pure]] int indexOf(const T &value) const;
};

template <typename T> class QVector {
public:
    [[stoa::grows(this), stoa::invalidates(this)]] void append(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void push_back(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void prepend(const T &value);
    [[stoa::grows(this), stoa::invalidates(this)]] void insert(int index, const T &value);
    [[stoa::grows(this), stoa::invalidates(this), stoa::returns_arg(this)]] QVector &operator<<(const T &value);
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(index >= 0 && index < count(this))]] void removeAt(int index);
    [[stoa::shrinks(this), stoa::invalidates(this)]] int removeAll(const T &value);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(count(this) > 0)]] T takeFirst();
    [[stoa::shrinks(this), stoa::invalidates(this), stoa::requires(count(this) > 0)]] T takeLast();
    [[stoa::requires(index >= 0 && index < count(this)), stoa::returns_within(this)]] const T &at(int index) const;
    [[stoa::requires(index >= 0 && index < count(this)), stoa::returns_within(this)]] T &operator[](int index);
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &first();
    [[stoa::requires(count(this) > 0), stoa::returns_within(this)]] T &last();
    T value(int index) const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int count() const;
    bool isEmpty() const;
    [[stoa::pure]] bool contains(const T &value) const;
    [[stoa::pure]] int indexOf(const T &value) const;
};

class QStringList : public QList<QString> {
public:
    [[stoa::propagates(result, this)]] QString join(const QString &separator) const;
};

template <typename K, typename V> class QMap {
public:
    [[stoa::grows(this), stoa::invalidates(this)]] void insert(const K &key, const V &value);
    [[stoa::grows(this), stoa::returns_within(this)]] V &operator[](const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] int remove(const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] V take(const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::shrinks(this), stoa::invalidates(this)]] void erase(int position);
    V value(const K &key) const;
    V value(const K &key, const V &missing) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int count() const;
    bool isEmpty() const;
};

template <typename K, typename V> class QHash {
public:
    [[stoa::grows(this), stoa::invalidates(this)]] void insert(const K &key, const V &value);
    [[stoa::grows(this), stoa::returns_within(this)]] V &operator[](const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] int remove(const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] V take(const K &key);
    [[stoa::shrinks(this), stoa::invalidates(this)]] void clear();
    [[stoa::shrinks(this), stoa::invalidates(this)]] void erase(int position);
    V value(const K &key) const;
    V value(const K &key, const V &missing) const;
    [[stoa::pure]] bool contains(const K &key) const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int size() const;
    [[stoa::ensures(result == count(this)), stoa::ensures(result >= 0)]] int count() const;
    bool isEmpty() const;
};

template <typename T> class QSet {
public:
    [[stoa::grows(this)]] void insert(const T &value);
    [[stoa::shrinks(this)]] bool remove(const T &value);
    [[stoa::pure]] bool contains(const T &value) const;
    [[stoa::ensures(result == count(this))]] int size() const;
};

template <typename T> class QQueue : public QList<T> {
public:
    [[stoa::grows(this)]] void enqueue(const T &value);
    [[stoa::shrinks(this), stoa::requires(count(this) > 0)]] T dequeue();
};

template <typename T> class QPointer {
public:
    [[stoa::may_return_null("the object was deleted")]] T *data() const;
    bool isNull() const;
};

template <typename T> class QScopedPointer {
public:
    [[stoa::takes(pointer, cxx_new)]] QScopedPointer(T *pointer = nullptr);
    [[stoa::may_return_null("nothing was set")]] T *data() const;
    [[stoa::may_return_null("nothing was set")]] T *get() const;
    [[stoa::allocates(result, cxx_new)]] T *take();
    [[stoa::takes(pointer, cxx_new)]] void reset(T *pointer = nullptr);
};

template <typename T> class QSharedPointer {
public:
    [[stoa::takes(pointer, cxx_new)]] QSharedPointer(T *pointer);
    [[stoa::may_return_null("nothing was set")]] T *data() const;
    [[stoa::may_return_null("nothing was set")]] T *get() const;
    bool isNull() const;
    void reset();
};

class QObject {
public:
    [[stoa::nullable(parent), stoa::escapes(parent)]] QObject(QObject *parent = nullptr);
    [[stoa::callback(method, later)]] static bool connect(const QObject *sender, const char *signal, const QObject *receiver, const char *method, ...);
    static bool disconnect(const QObject *sender, ...);
    [[stoa::frees(this, cxx_new)]] void deleteLater();
    [[stoa::nullable(parent)]] void setParent(QObject *parent);
    [[stoa::may_return_null("it has no parent")]] QObject *parent() const;
    [[stoa::propagates(result, text)]] static QString tr(const char *text, const char *comment = nullptr, int n = -1);
    [[stoa::may_return_null("no signal is being handled")]] QObject *sender() const;
    void setObjectName(const QString &name);
    QString objectName() const;
};

class QCoreApplication : public QObject {
public:
    QCoreApplication(int &argc, char **argv);
    [[stoa::taints(result, arguments)]] static QStringList arguments();
    [[stoa::blocks]] static int exec();
    static void quit();
    [[stoa::propagates(result, text)]] static QString translate(const char *context, const char *text);
};

class QIODevice : public QObject {
public:
    [[stoa::must_check, stoa::error_if(result == 0)]] bool open(int mode);
    void close();
    bool isOpen() const;
    [[stoa::writes_up_to(data, size, result), stoa::taints(data, input), stoa::must_check, stoa::ensures(result <= size), stoa::error_if(result < 0), stoa::consumes(this)]] qint64 read(char *data, qint64 size);
    [[stoa::taints(result, input), stoa::consumes(this)]] QByteArray read(qint64 size);
    [[stoa::taints(result, input), stoa::consumes(this)]] QByteArray readAll();
    [[stoa::taints(result, input), stoa::consumes(this)]] QByteArray readLine(qint64 size = 0);
    [[stoa::reads(data, size), stoa::error_if(result < 0)]] qint64 write(const char *data, qint64 size);
    [[stoa::error_if(result < 0)]] qint64 write(const QByteArray &data);
    [[stoa::peeks(this), stoa::ensures(result >= 0)]] qint64 bytesAvailable() const;
    [[stoa::blocks, stoa::error_if(result == 0)]] bool waitForReadyRead(int time);
    QString errorString() const;
    bool atEnd() const;
    bool seek(qint64 position);
};

class QFile : public QIODevice {
public:
    enum Permission { ReadOwner = 0x4000, WriteOwner = 0x2000, ExeOwner = 0x1000, ReadUser = 0x400, WriteUser = 0x200, ExeUser = 0x100, ReadGroup = 0x40, WriteGroup = 0x20, ExeGroup = 0x10, ReadOther = 4, WriteOther = 2, ExeOther = 1 };
    [[stoa::sink(name, path)]] QFile(const QString &name);
    [[stoa::sink(name, path)]] void setFileName(const QString &name);
    [[stoa::race_check(name), stoa::sink(name, path)]] static bool exists(const QString &name);
    [[stoa::race_use(name), stoa::sink(name, path), stoa::error_if(result == 0)]] static bool remove(const QString &name);
    [[stoa::error_if(result == 0)]] bool remove();
    [[stoa::error_if(result == 0), stoa::misuse((permissions & 2) != 0, 732, "everyone may write to the file", "leave QFile::WriteOther out")]] bool setPermissions(int permissions);
    [[stoa::sink(name, path), stoa::error_if(result == 0), stoa::misuse((permissions & 2) != 0, 732, "everyone may write to the file", "leave QFile::WriteOther out")]] static bool setPermissions(const QString &name, int permissions);
};

class QProcess : public QIODevice {
public:
    [[stoa::sink(program, program), stoa::sink(arguments, argument)]] void start(const QString &program, const QStringList &arguments, int mode = 3);
    [[stoa::sink(command, command)]] void start(const QString &command);
    [[stoa::sink(command, command)]] void startCommand(const QString &command, int mode = 3);
    [[stoa::sink(program, program), stoa::sink(arguments, argument), stoa::blocks]] static int execute(const QString &program, const QStringList &arguments);
    [[stoa::sink(command, command), stoa::blocks]] static int execute(const QString &command);
    [[stoa::sink(program, program), stoa::sink(arguments, argument)]] static bool startDetached(const QString &program, const QStringList &arguments);
    [[stoa::taints(result, input)]] QByteArray readAllStandardOutput();
    [[stoa::blocks, stoa::error_if(result == 0)]] bool waitForFinished(int time = 30000);
};

class QMutex {
public:
    [[stoa::locks(this, exclusive), stoa::blocks]] void lock();
    [[stoa::unlocks(this, exclusive)]] void unlock();
    [[stoa::try_locks(this, exclusive), stoa::must_check, stoa::error_if(result == 0)]] bool tryLock(int time = 0);
};

class QMutexLocker {
public:
    [[stoa::locks(mutex, exclusive), stoa::blocks]] QMutexLocker(QMutex *mutex);
    void unlock();
    void relock();
};

class QThread : public QObject {
public:
    void start();
    [[stoa::blocks]] bool wait();
    void quit();
    [[stoa::dangerous(705, "the thread ends in the middle of any operation, with locks held", "QThread::requestInterruption")]] void terminate();
    [[stoa::blocks]] static void msleep(unsigned long time);
    [[stoa::blocks]] static void sleep(unsigned long time);
};

class QCryptographicHash {
public:
    enum Algorithm { Md4, Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };
    [[stoa::misuse(method == QCryptographicHash::Md4 || method == QCryptographicHash::Md5 || method == QCryptographicHash::Sha1, 328, "collisions of this digest can be made", "QCryptographicHash::Sha256")]] QCryptographicHash(Algorithm method);
    [[stoa::misuse(method == QCryptographicHash::Md4 || method == QCryptographicHash::Md5 || method == QCryptographicHash::Sha1, 328, "collisions of this digest can be made", "QCryptographicHash::Sha256")]] static QByteArray hash(const QByteArray &data, Algorithm method);
    void addData(const QByteArray &data);
    QByteArray result() const;
};

class QMessageAuthenticationCode {
public:
    [[stoa::credential(key, key)]] QMessageAuthenticationCode(QCryptographicHash::Algorithm method, const QByteArray &key = QByteArray());
    [[stoa::credential(key, key)]] void setKey(const QByteArray &key);
    [[stoa::credential(key, key)]] static QByteArray hash(const QByteArray &message, const QByteArray &key, QCryptographicHash::Algorithm method);
};

class QRandomGenerator {
public:
    [[stoa::credential(seed, seed)]] QRandomGenerator(quint32 seed = 1);
    [[stoa::returns_static]] static QRandomGenerator *global();
    [[stoa::returns_static]] static QRandomGenerator *system();
    quint32 generate();
    quint64 generate64();
    int bounded(int highest);
};

class QSettings : public QObject {
public:
    [[stoa::taints(result, file)]] QVariant value(const QString &key, const QVariant &missing = QVariant()) const;
    [[stoa::exposes(value, file)]] void setValue(const QString &key, const QVariant &value);
};

class QVariant {
public:
    QVariant();
    [[stoa::propagates(result, this)]] QString toString() const;
    [[stoa::propagates(result, this), stoa::nullable(ok)]] int toInt(bool *ok = nullptr) const;
    [[stoa::propagates(result, this)]] QByteArray toByteArray() const;
    bool toBool() const;
};

class QSqlDatabase {
public:
    [[stoa::credential(password, password)]] void setPassword(const QString &password);
    [[stoa::credential(password, password), stoa::must_check, stoa::error_if(result == 0)]] bool open(const QString &user, const QString &password);
    [[stoa::must_check, stoa::error_if(result == 0)]] bool open();
    [[stoa::sink(sql, sql)]] QSqlQuery exec(const QString &sql) const;
};

class QSqlQuery {
public:
    [[stoa::sink(sql, sql)]] QSqlQuery(const QString &sql);
    [[stoa::sink(sql, sql), stoa::must_check, stoa::error_if(result == 0)]] bool exec(const QString &sql);
    [[stoa::must_check, stoa::error_if(result == 0)]] bool exec();
    [[stoa::sink(sql, sql), stoa::must_check, stoa::error_if(result == 0)]] bool prepare(const QString &sql);
    void bindValue(const QString &name, const QVariant &value);
    void addBindValue(const QVariant &value);
    bool next();
    [[stoa::taints(result, database)]] QVariant value(int column) const;
};

class QTimer : public QObject {
public:
    void start(int time);
    void start();
    void stop();
    static void singleShot(int time, ...);
};

class QDir {
public:
    [[stoa::sink(path, path)]] QDir(const QString &path = QString());
    [[stoa::sink(name, path), stoa::error_if(result == 0)]] bool mkdir(const QString &name) const;
    [[stoa::sink(name, path), stoa::error_if(result == 0)]] bool mkpath(const QString &name) const;
    [[stoa::sink(name, path), stoa::error_if(result == 0)]] bool remove(const QString &name);
    [[stoa::sanitizes(result, path), stoa::propagates(result, this)]] QString canonicalPath() const;
    [[stoa::propagates(result, this, name)]] QString filePath(const QString &name) const;
    [[stoa::propagates(result, path)]] static QString cleanPath(const QString &path);
    [[stoa::taints(result, system)]] QStringList entryList() const;
};

class QFileInfo {
public:
    QFileInfo(const QString &path);
    [[stoa::race_check(this)]] bool exists() const;
    [[stoa::propagates(result, this), stoa::sanitizes(result, path)]] QString fileName() const;
    [[stoa::propagates(result, this), stoa::sanitizes(result, path)]] QString canonicalFilePath() const;
    qint64 size() const;
};
