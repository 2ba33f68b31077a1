/* Contract: QtNetwork. */
class QHostAddress {
public:
    enum SpecialAddress { Null, Broadcast, LocalHost, LocalHostIPv6, Any, AnyIPv6, AnyIPv4 };
    QHostAddress();
    QHostAddress(SpecialAddress address);
    QHostAddress(const QString &text);
    bool isNull() const;
    bool isLoopback() const;
    [[stoa::sanitizes(result, log)]] QString toString() const; // digits, dots and colons
    [[stoa::propagates(result, this), stoa::nullable(ok)]] quint32 toIPv4Address(bool *ok = nullptr) const;
    [[stoa::propagates(this, text), stoa::must_check, stoa::error_if(result == 0)]] bool setAddress(const QString &text);
    bool isEqual(const QHostAddress &other, int mode) const;
};

class QAbstractSocket : public QIODevice {
public:
    enum SocketState { UnconnectedState, HostLookupState, ConnectingState, ConnectedState, BoundState, ListeningState, ClosingState };
    [[stoa::must_check("the socket has no address of its own"), stoa::error_if(result == 0)]] bool bind(const QHostAddress &address, quint16 port = 0, int mode = 0);
    [[stoa::must_check("the socket has no address of its own"), stoa::error_if(result == 0)]] bool bind(quint16 port = 0);
    [[stoa::exposes(this, network)]] void connectToHost(const QString &host, quint16 port, int mode = 3);
    [[stoa::blocks, stoa::must_check, stoa::error_if(result == 0)]] bool waitForConnected(int time = 30000);
    void disconnectFromHost();
    void abort();
    SocketState state() const;
    [[stoa::taints(result, network)]] QHostAddress peerAddress() const;
    quint16 peerPort() const;
    [[stoa::taints(result, network)]] QString peerName() const;
    QHostAddress localAddress() const;
    quint16 localPort() const;
    int error() const;
};

class QTcpSocket : public QAbstractSocket {
public:
    [[stoa::nullable(parent)]] QTcpSocket(QObject *parent = nullptr);
};

class QUdpSocket : public QAbstractSocket {
public:
    [[stoa::nullable(parent)]] QUdpSocket(QObject *parent = nullptr);
    bool hasPendingDatagrams() const;
    /* 0 is the size of an empty datagram, which has to be read like any other. */
    [[stoa::peeks(this), stoa::taints(result, network), stoa::ensures(result >= -1), stoa::error_if(result < 0)]] qint64 pendingDatagramSize() const;
    [[stoa::writes_up_to(data, size, result), stoa::taints(data, network), stoa::taints(address, network), stoa::new_peer(*address), stoa::nullable(address, port)]]
    [[stoa::ensures(result >= -1 && result <= size), stoa::must_check, stoa::error_if(result < 0), stoa::consumes(this)]]
    qint64 readDatagram(char *data, qint64 size, QHostAddress *address = nullptr, quint16 *port = nullptr);
    [[stoa::taints(result, network), stoa::new_peer(result), stoa::consumes(this)]] QNetworkDatagram receiveDatagram(qint64 size = -1);
    [[stoa::reads(data, size), stoa::exposes(data, network), stoa::error_if(result < 0)]] qint64 writeDatagram(const char *data, qint64 size, const QHostAddress &address, quint16 port);
    [[stoa::exposes(data, network), stoa::error_if(result < 0)]] qint64 writeDatagram(const QByteArray &data, const QHostAddress &address, quint16 port);
    [[stoa::error_if(result == 0)]] bool joinMulticastGroup(const QHostAddress &group);
};

class QNetworkDatagram {
public:
    [[stoa::taints(result, network)]] QByteArray data() const;
    [[stoa::taints(result, network), stoa::new_peer(result)]] QHostAddress senderAddress() const;
    int senderPort() const;
    bool isValid() const;
};

class QTcpServer : public QObject {
public:
    [[stoa::must_check, stoa::error_if(result == 0)]] bool listen(const QHostAddress &address = QHostAddress::Any, quint16 port = 0);
    bool hasPendingConnections() const;
    [[stoa::new_peer(result), stoa::may_return_null("nobody is waiting")]] QTcpSocket *nextPendingConnection();
    void setMaxPendingConnections(int n);
    void close();
    quint16 serverPort() const;
};

class QSsl {
public:
    enum SslProtocol { TlsV1_0, TlsV1_1, TlsV1_2, AnyProtocol, SecureProtocols, TlsV1_0OrLater, TlsV1_1OrLater, TlsV1_2OrLater, DtlsV1_0, DtlsV1_0OrLater, DtlsV1_2, DtlsV1_2OrLater, TlsV1_3, TlsV1_3OrLater, UnknownProtocol = -1, SslV3 = -2, SslV2 = -3, TlsV1SslV3 = -4 };
};

class QSslSocket : public QTcpSocket {
public:
    enum PeerVerifyMode { VerifyNone, QueryPeer, VerifyPeer, AutoVerifyPeer };
    enum SslMode { UnencryptedMode, SslClientMode, SslServerMode };
    [[stoa::nullable(parent)]] QSslSocket(QObject *parent = nullptr);
    [[stoa::misuse(mode == QSslSocket::VerifyNone, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "QSslSocket::VerifyPeer")]]
    [[stoa::misuse(mode == QSslSocket::QueryPeer, 295, "the connection goes on when the certificate is not valid", "QSslSocket::VerifyPeer")]]
    void setPeerVerifyMode(PeerVerifyMode mode);
    void setPeerVerifyDepth(int depth);
    [[stoa::dangerous(295, "the connection goes on in spite of errors in the certificate", "ignore named errors only, after looking at them")]] void ignoreSslErrors();
    void ignoreSslErrors(const QList<QSslError> &errors);
    [[stoa::misuse(protocol == QSsl::SslV2 || protocol == QSsl::SslV3 || protocol == QSsl::TlsV1SslV3 || protocol == QSsl::TlsV1_0 || protocol == QSsl::TlsV1_1 || protocol == QSsl::AnyProtocol || protocol == QSsl::TlsV1_0OrLater || protocol == QSsl::TlsV1_1OrLater, 327, "TLS before 1.2 is broken", "QSsl::TlsV1_2OrLater")]] void setProtocol(QSsl::SslProtocol protocol);
    void connectToHostEncrypted(const QString &host, quint16 port, int mode = 3);
    void connectToHostEncrypted(const QString &host, quint16 port, const QString &peer, int mode = 3);
    void startClientEncryption();
    void startServerEncryption();
    [[stoa::blocks, stoa::must_check("the connection is not secured"), stoa::error_if(result == 0)]] bool waitForEncrypted(int time = 30000);
    void setSslConfiguration(const QSslConfiguration &configuration);
    QSslConfiguration sslConfiguration() const;
    [[stoa::credential(passphrase, password)]] void setPrivateKey(const QString &file, int method, int format, const QByteArray &passphrase = QByteArray());
    void setPrivateKey(const QSslKey &key);
    void setLocalCertificate(const QSslCertificate &certificate);
    [[stoa::taints(result, network)]] QSslCertificate peerCertificate() const;
    bool isEncrypted() const;
    QSslCipher sessionCipher() const;
    QList<QSslError> sslErrors() const;
};

class QSslConfiguration {
public:
    QSslConfiguration();
    static QSslConfiguration defaultConfiguration();
    static QSslConfiguration defaultDtlsConfiguration();
    static void setDefaultConfiguration(const QSslConfiguration &configuration);
    [[stoa::misuse(mode == QSslSocket::VerifyNone, 295, "the certificate of the other side is not verified, so anybody can stand in for it", "QSslSocket::VerifyPeer")]]
    [[stoa::misuse(mode == QSslSocket::QueryPeer, 295, "the connection goes on when the certificate is not valid", "QSslSocket::VerifyPeer")]]
    void setPeerVerifyMode(QSslSocket::PeerVerifyMode mode);
    QSslSocket::PeerVerifyMode peerVerifyMode() const;
    void setPeerVerifyDepth(int depth);
    [[stoa::misuse(protocol == QSsl::SslV2 || protocol == QSsl::SslV3 || protocol == QSsl::TlsV1SslV3 || protocol == QSsl::TlsV1_0 || protocol == QSsl::TlsV1_1 || protocol == QSsl::AnyProtocol || protocol == QSsl::TlsV1_0OrLater || protocol == QSsl::TlsV1_1OrLater || protocol == QSsl::DtlsV1_0 || protocol == QSsl::DtlsV1_0OrLater, 327, "TLS before 1.2 is broken", "QSsl::TlsV1_2OrLater or QSsl::DtlsV1_2OrLater")]] void setProtocol(QSsl::SslProtocol protocol);
    void setCiphers(const QList<QSslCipher> &ciphers);
    void setCaCertificates(const QList<QSslCertificate> &certificates);
    void setLocalCertificate(const QSslCertificate &certificate);
    void setPrivateKey(const QSslKey &key);
    void setPreSharedKeyIdentityHint(const QByteArray &hint);
    [[stoa::misuse(on == 0, 290, "a datagram with a forged sender makes the server answer somebody else", "leave cookie verification on")]] void setDtlsCookieVerificationEnabled(bool on);
    bool isNull() const;
};

class QSslKey {
public:
    QSslKey();
    [[stoa::credential(encoded, key), stoa::credential(passphrase, password)]] QSslKey(const QByteArray &encoded, int method, int format = 0, int type = 0, const QByteArray &passphrase = QByteArray());
    bool isNull() const;
    [[stoa::secret(result)]] QByteArray toPem(const QByteArray &passphrase = QByteArray()) const;
};

class QSslCertificate {
public:
    [[stoa::propagates(this, data)]] QSslCertificate(const QByteArray &data, int format = 0);
    bool isNull() const;
    [[stoa::propagates(result, this)]] QStringList subjectInfo(int info) const;
    [[stoa::propagates(result, this)]] QStringList issuerInfo(int info) const;
};

class QSslCipher {
public:
    bool isNull() const;
    QString name() const;
};

class QSslError {
public:
    QString errorString() const;
    int error() const;
};

class QSslPreSharedKeyAuthenticator {
public:
    [[stoa::taints(result, network)]] QByteArray identity() const;
    [[stoa::taints(result, network)]] QByteArray identityHint() const;
    void setIdentity(const QByteArray &identity);
    [[stoa::credential(key, psk)]] void setPreSharedKey(const QByteArray &key);
    [[stoa::secret(result)]] QByteArray preSharedKey() const;
    int maximumIdentityLength() const;
    int maximumPreSharedKeyLength() const;
};

class QDtlsClientVerifier : public QObject {
public:
    class GeneratorParameters {
    public:
        [[stoa::credential(secret, key)]] GeneratorParameters(int method, const QByteArray &secret);
    };
    [[stoa::nullable(parent)]] QDtlsClientVerifier(QObject *parent = nullptr);
    [[stoa::must_check("the address of the peer is not verified"), stoa::new_peer(address), stoa::error_if(result == 0)]] bool verifyClient(QUdpSocket *socket, const QByteArray &datagram, const QHostAddress &address, quint16 port);
    [[stoa::error_if(result == 0)]] bool setCookieGeneratorParameters(const GeneratorParameters &parameters);
    QByteArray verifiedHello() const;
    int dtlsError() const;
    QString dtlsErrorString() const;
};

class QDtls : public QObject {
public:
    enum HandshakeState { HandshakeNotStarted, HandshakeInProgress, PeerVerificationFailed, HandshakeComplete };
    [[stoa::nullable(parent)]] QDtls(QSslSocket::SslMode mode, QObject *parent = nullptr);
    [[stoa::must_check, stoa::error_if(result == 0)]] bool setPeer(const QHostAddress &address, quint16 port, const QString &name = QString());
    [[stoa::must_check, stoa::error_if(result == 0)]] bool setDtlsConfiguration(const QSslConfiguration &configuration);
    [[stoa::must_check("the connection is not secured"), stoa::opens(this, dtls), stoa::error_if(result == 0)]] bool doHandshake(QUdpSocket *socket, const QByteArray &datagram = QByteArray());
    [[stoa::must_check, stoa::error_if(result == 0)]] bool resumeHandshake(QUdpSocket *socket);
    [[stoa::closes(this, dtls)]] bool abortHandshake(QUdpSocket *socket);
    [[stoa::closes(this, dtls)]] bool shutdown(QUdpSocket *socket);
    [[stoa::error_if(result < 0)]] qint64 writeDatagramEncrypted(QUdpSocket *socket, const QByteArray &datagram);
    [[stoa::taints(result, network)]] QByteArray decryptDatagram(QUdpSocket *socket, const QByteArray &datagram);
    [[stoa::dangerous(295, "the connection goes on in spite of errors in the certificate", "ignore named errors only, after looking at them")]] void ignoreVerificationErrors(const QList<QSslError> &errors);
    bool isConnectionEncrypted() const;
    HandshakeState handshakeState() const;
    [[stoa::taints(result, network)]] QHostAddress peerAddress() const;
    quint16 peerPort() const;
    QSslCipher sessionCipher() const;
    int sessionProtocol() const;
    int dtlsError() const;
    QString dtlsErrorString() const;
};

class QUrl {
public:
    [[stoa::propagates(this, text)]] QUrl(const QString &text);
    [[stoa::propagates(result, this)]] QString toString() const;
    [[stoa::propagates(result, this)]] QString host() const;
    [[stoa::propagates(result, this)]] QString path() const;
    [[stoa::credential(password, password)]] void setPassword(const QString &password);
    bool isValid() const;
};

class QNetworkRequest {
public:
    [[stoa::propagates(this, url)]] QNetworkRequest(const QUrl &url);
    [[stoa::sink(value, header)]] void setRawHeader(const QByteArray &name, const QByteArray &value);
    void setSslConfiguration(const QSslConfiguration &configuration);
};

class QNetworkReply : public QIODevice {
public:
    [[stoa::dangerous(295, "the transfer goes on in spite of errors in the certificate", "ignore named errors only, after looking at them")]] void ignoreSslErrors();
    void ignoreSslErrors(const QList<QSslError> &errors);
    int error() const;
    void abort();
    [[stoa::taints(result, network)]] QByteArray rawHeader(const QByteArray &name) const;
};

class QNetworkAccessManager : public QObject {
public:
    [[stoa::nullable(parent)]] QNetworkAccessManager(QObject *parent = nullptr);
    [[stoa::sink(request, url)]] QNetworkReply *get(const QNetworkRequest &request);
    [[stoa::sink(request, url)]] QNetworkReply *post(const QNetworkRequest &request, const QByteArray &data);
    [[stoa::sink(request, url)]] QNetworkReply *put(const QNetworkRequest &request, const QByteArray &data);
};

class QAuthenticator {
public:
    void setUser(const QString &user);
    [[stoa::credential(password, password)]] void setPassword(const QString &password);
};

class QNetworkProxy {
public:
    [[stoa::credential(password, password)]] void setPassword(const QString &password);
};

class QLocalServer : public QObject {
public:
    enum SocketOption { NoOptions = 0, UserAccessOption = 1, GroupAccessOption = 2, OtherAccessOption = 4, WorldAccessOption = 7 };
    [[stoa::must_check, stoa::error_if(result == 0)]] bool listen(const QString &name);
    [[stoa::misuse((options & 4) != 0, 732, "every user of the machine may connect", "QLocalServer::UserAccessOption")]] void setSocketOptions(int options);
    [[stoa::new_peer(result), stoa::may_return_null("nobody is waiting")]] QLocalSocket *nextPendingConnection();
};

class QHostInfo {
public:
    [[stoa::blocks, stoa::taints(result, network)]] static QHostInfo fromName(const QString &name);
};
