/*
 * Reading secrets. What is asked of a file is asked of the open descriptor, so that it holds for what is read.
 */
#include "secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include <openssl/crypto.h>
#include <openssl/pem.h>

void secret_release(Secret *s)
{
    OPENSSL_clear_free(s->bytes, SECRET_FILE_MAX + 1);
    *s = (Secret){0};
}

/* Reads to the end of the file, or SECRET_FILE_MAX octets. */
static bool read_whole(int fd, Secret *out)
{
    while (out->size < SECRET_FILE_MAX) {
        ssize_t n = read(fd, out->bytes + out->size, SECRET_FILE_MAX - out->size);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR)
            return false;
        out->size += n > 0 ? (size_t)n : 0;
    }
    return true;
}

bool secret_read(Secret *out, const char *path, char error[SECRET_ERROR_SIZE])
{
    struct stat info;
    const char *wrong = NULL;
    *out = (Secret){.bytes = OPENSSL_zalloc(SECRET_FILE_MAX + 1)};
    /* Without O_NONBLOCK a FIFO of that name would hold the program up. */
    int fd = out->bytes ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : -1;
    if (fd < 0 || fstat(fd, &info) < 0)
        wrong = strerror(errno);
    else if (!S_ISREG(info.st_mode))
        wrong = "not a regular file";
    else if (info.st_uid != geteuid() && info.st_uid != 0)
        wrong = "belongs to another user; it has to be yours or root's";
    else if (info.st_mode & (S_IRWXG | S_IRWXO))
        wrong = "is open to others; remedy: chmod 600";
    else if (info.st_size > SECRET_FILE_MAX)
        wrong = "larger than 64 KiB";
    else if (!read_whole(fd, out))
        wrong = strerror(errno);
    if (fd >= 0)
        (void)close(fd);
    if (!wrong)
        return true;
    (void)snprintf(error, SECRET_ERROR_SIZE, "%s: %s", path, wrong);
    secret_release(out);
    return false;
}

EVP_PKEY *secret_read_key(const char *path, char error[SECRET_ERROR_SIZE])
{
    Secret file;
    if (!secret_read(&file, path, error))
        return NULL;
    BIO *bio = BIO_new_mem_buf(file.bytes, (int)file.size);
    char none[] =
        ""; /* a key with a passphrase is an error, not a question at a terminal that may not be there */
    EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, NULL, NULL, none) : NULL;
    BIO_free(bio);
    secret_release(&file);
    if (!key)
        (void)snprintf(error, SECRET_ERROR_SIZE, "%s: no private key in PEM without a passphrase", path);
    return key;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 'a' ^ 'A';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

const char *secret_read_psk(Psk *out, const char *line, const char *end)
{
    const char *colon = memchr(line, ':', (size_t)(end - line));
    if (!colon || colon == line || (end - colon - 1) % 2 != 0)
        return NULL;
    out->size = (size_t)(end - colon - 1) / 2;
    if (out->size < PSK_MIN || out->size > PSK_MAX)
        return NULL;
    for (size_t i = 0; i < out->size; i++) {
        int high = hex_value(colon[1 + 2 * i]), low = hex_value(colon[2 + 2 * i]);
        if (high < 0 || low < 0)
            return NULL;
        out->key[i] = (unsigned char)(high << 4 | low);
    }
    return colon;
}
