/*
 * Files that hold secrets: read whole, only where nobody else can read them, and wiped. Called by tls.c and by the
 * client.
 */
#ifndef SUS_SECRET_H
#define SUS_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <openssl/evp.h>

enum { SECRET_FILE_MAX = 64 * 1024, SECRET_ERROR_SIZE = 512 };

/* A file's octets, and one more that is 0. */
typedef struct Secret {
    char *bytes; /* NULL: none */
    size_t size;
} Secret;

/*
 * Reads a regular file of at most SECRET_FILE_MAX octets that belongs to the caller or to root and that neither group
 * nor others can open. False: `error` says what is wrong with it, and how to mend it.
 */
bool secret_read(Secret *out, const char *path, char error[SECRET_ERROR_SIZE]);
void secret_release(Secret *s);

/* The private key of such a file in PEM, without a passphrase; the caller's to free. NULL: as above. */
EVP_PKEY *secret_read_key(const char *path, char error[SECRET_ERROR_SIZE]);

enum { PSK_MIN = 16, PSK_MAX = 64 };

/* A pre-shared key. */
typedef struct Psk {
    unsigned char key[PSK_MAX];
    size_t size; /* PSK_MIN to PSK_MAX */
} Psk;

/*
 * Reads "identity:hexadecimal key" from `line`, which ends at `end`. Returns where the identity ends (at the colon),
 * NULL if the line is malformed.
 */
const char *secret_read_psk(Psk *out, const char *line, const char *end);

#endif
