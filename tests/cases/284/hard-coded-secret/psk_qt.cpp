// A server's answer to the question for its pre-shared key, with Qt.
#include <QByteArray>
#include <QSslPreSharedKeyAuthenticator>

QByteArray keyFromStore(const QByteArray &identity);

void answer(QSslPreSharedKeyAuthenticator *authenticator)
{
    authenticator->setPreSharedKey(QByteArrayLiteral("\x1a\x2b\x3c\x4d")); // expect: CWE-798
}

void answerFromText(QSslPreSharedKeyAuthenticator *authenticator)
{
    authenticator->setPreSharedKey(QByteArray("correct horse battery")); // expect: CWE-798
}

void answerRepaired(QSslPreSharedKeyAuthenticator *authenticator)
{
    authenticator->setPreSharedKey(keyFromStore(authenticator->identity()));
}
