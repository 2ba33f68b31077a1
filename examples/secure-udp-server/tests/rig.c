/*
 * The rig: in-memory datagrams between the server's real datagram path and OpenSSL's client side.
 */
#include "rig.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "tls.h"

enum { HANDSHAKE_MS = 10000, IDLE_MS = 60000, DAY = 24 * 3600 };

static void must(bool ok, const char *what)
{
    if (ok)
        return;
    (void)fprintf(stderr, "rig: %s failed\n", what);
    ERR_print_errors_fp(stderr);
    abort();
}

/* ---- queues */

static void put(RigQueue *q, const Address *from, const Address *to, const void *bytes, size_t size)
{
    if (q->n == RIG_QUEUE)
        return;
    uint8_t *copy = malloc(size ? size : 1);
    must(copy, "malloc");
    memcpy(copy, bytes, size);
    q->items[q->n++] = (RigDatagram){*from, *to, size, copy};
}

bool rig_take(RigQueue *q, RigDatagram *out)
{
    if (q->n == 0)
        return false;
    *out = q->items[0];
    q->n--;
    memmove(q->items, q->items + 1, q->n * sizeof q->items[0]);
    return true;
}

void rig_clear(RigQueue *q)
{
    RigDatagram d;
    while (rig_take(q, &d))
        free(d.bytes);
}

/* ---- a client's BIO */

static int client_write(BIO *bio, const char *bytes, int size)
{
    RigClient *c = BIO_get_data(bio);
    BIO_clear_retry_flags(bio);
    put(&c->out, &c->address, &c->address, bytes, (size_t)size);
    return size;
}

static int client_read(BIO *bio, char *out, int room)
{
    RigClient *c = BIO_get_data(bio);
    RigDatagram d;
    BIO_clear_retry_flags(bio);
    if (!rig_take(&c->in, &d)) {
        BIO_set_retry_read(bio);
        return -1;
    }
    int size = d.size < (size_t)room ? (int)d.size : room;
    memcpy(out, d.bytes, (size_t)size);
    free(d.bytes);
    return size;
}

static long client_ctrl(BIO *bio, int command, long number, void *pointer)
{
    (void)bio;
    (void)number;
    (void)pointer;
    return command == BIO_CTRL_FLUSH;
}

static BIO_METHOD *client_method(void)
{
    static BIO_METHOD *method;
    if (!method) {
        method = BIO_meth_new(BIO_TYPE_SOURCE_SINK | 127, "client of the rig");
        must(method && BIO_meth_set_write(method, client_write) && BIO_meth_set_read(method, client_read) &&
                 BIO_meth_set_ctrl(method, client_ctrl),
             "BIO_meth_new");
    }
    return method;
}

/* ---- certificates */

static X509 *make_certificate(EVP_PKEY *key, const char *name, X509 *issuer, EVP_PKEY *issuer_key)
{
    static long serial;
    X509 *cert = X509_new();
    char san[80];
    must(cert && X509_set_version(cert, 2) && ASN1_INTEGER_set(X509_get_serialNumber(cert), ++serial) &&
             X509_gmtime_adj(X509_getm_notBefore(cert), -DAY) &&
             X509_gmtime_adj(X509_getm_notAfter(cert), DAY) && X509_set_pubkey(cert, key),
         "X509_new");
    X509_NAME *subject = X509_get_subject_name(cert);
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const unsigned char *)name, -1, -1, 0) &&
             X509_set_issuer_name(cert, issuer ? X509_get_subject_name(issuer) : subject),
         "X509_set_issuer_name");
    (void)snprintf(san, sizeof san, "DNS:%s", name);
    X509_EXTENSION *extension =
        issuer ? X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, san)
               : X509V3_EXT_conf_nid(NULL, NULL, NID_basic_constraints, "critical,CA:TRUE");
    must(extension && X509_add_ext(cert, extension, -1) &&
             X509_sign(cert, issuer_key ? issuer_key : key, EVP_sha256()),
         "X509_sign");
    X509_EXTENSION_free(extension);
    return cert;
}

/* Writes the PEM of a certificate, or of a key, to a file of its own. */
static void write_pem(char *path, const char *folder, const char *name, X509 *cert, EVP_PKEY *key)
{
    (void)snprintf(path, 120, "%s/%s", folder, name);
    FILE *file = fopen(path, "wx");
    must(file &&
             (cert ? PEM_write_X509(file, cert)
                   : PEM_write_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL)) &&
             fclose(file) == 0,
         path);
}

static void make_contexts(Rig *r)
{
    char folder[] = "/tmp/sus-rig.XXXXXX", ca[120], cert[120], key[120], error[TLS_ERROR_SIZE] = "";
    EVP_PKEY *keys[3];
    X509 *certs[3];
    static const char *const names[] = {"authority", "localhost", "client.example"};
    for (int i = 0; i < 3; i++) {
        keys[i] = EVP_EC_gen("P-256");
        must(keys[i], "EVP_EC_gen");
        certs[i] = make_certificate(keys[i], names[i], i ? certs[0] : NULL, i ? keys[0] : NULL);
    }
    (void)umask(077);
    must(mkdtemp(folder), "mkdtemp");
    write_pem(ca, folder, "ca.pem", certs[0], NULL);
    write_pem(cert, folder, "cert.pem", certs[1], NULL);
    write_pem(key, folder, "key.pem", NULL, keys[1]);
    r->server_tls = tls_context_new(&(TlsConfig){.cert = cert, .key = key, .ca = ca}, error);
    must(r->server_tls, error);

    r->client_tls = SSL_CTX_new(DTLS_client_method());
    must(r->client_tls && SSL_CTX_use_certificate(r->client_tls, certs[2]) &&
             SSL_CTX_use_PrivateKey(r->client_tls, keys[2]) && SSL_CTX_load_verify_file(r->client_tls, ca),
         "the client's context");
    SSL_CTX_set_verify(r->client_tls, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_options(r->client_tls, SSL_OP_NO_QUERY_MTU);
    SSL_CTX_set_session_cache_mode(r->client_tls, SSL_SESS_CACHE_OFF);
    must(unlink(ca) == 0 && unlink(cert) == 0 && unlink(key) == 0 && rmdir(folder) == 0,
         "removing the folder");
    for (int i = 0; i < 3; i++) {
        EVP_PKEY_free(keys[i]);
        X509_free(certs[i]);
    }
}

/* ---- the rig */

static bool to_client(void *ctx, const Route *route, const void *bytes, size_t size)
{
    Rig *r = ctx;
    r->sent += size;
    for (size_t i = 0; i < RIG_CLIENTS; i++) {
        if (r->clients[i].ssl && address_same(&r->clients[i].address, &route->peer)) {
            put(&r->clients[i].in, &route->local, &route->peer, bytes, size);
            return true;
        }
    }
    put(&r->stray, &route->local, &route->peer, bytes, size);
    return true;
}

static void start(Rig *r, size_t max_clients, size_t per_source)
{
    const ServerConfig config = {.tls = r->server_tls,
                                 .send = to_client,
                                 .send_ctx = r,
                                 .max_clients = max_clients,
                                 .per_source = per_source,
                                 .handshake_ms = HANDSHAKE_MS,
                                 .idle_ms = IDLE_MS,
                                 .hello_rate = 1000};
    r->now = 1;
    r->sent = 0;
    must(server_init(&r->server, &config, r->now), "server_init");
}

static void stop(Rig *r)
{
    server_release(&r->server);
    for (size_t i = 0; i < RIG_CLIENTS; i++) {
        RigClient *c = &r->clients[i];
        SSL_free(c->ssl);
        rig_clear(&c->in);
        rig_clear(&c->out);
        *c = (RigClient){0};
    }
    rig_clear(&r->stray);
}

Rig *rig_new(size_t max_clients, size_t per_source)
{
    Rig *r = calloc(1, sizeof *r);
    must(r, "calloc");
    must(address_parse(&r->server_address, "10.0.0.1:4433"), "address_parse");
    make_contexts(r);
    start(r, max_clients, per_source);
    return r;
}

void rig_restart(Rig *r, size_t max_clients, size_t per_source)
{
    stop(r);
    start(r, max_clients, per_source);
}

void rig_free(Rig *r)
{
    stop(r);
    tls_context_free(r->server_tls);
    SSL_CTX_free(r->client_tls);
    free(r);
}

Address rig_address(uint8_t source, uint16_t port)
{
    return (Address){.ip = {[10] = 0xff, [11] = 0xff, [12] = 10, [14] = source, [15] = 1}, .port = port};
}

RigClient *rig_begin(Rig *r, size_t i, Address address, bool with_certificate)
{
    RigClient *c = &r->clients[i];
    SSL_free(c->ssl);
    rig_clear(&c->in);
    rig_clear(&c->out);
    c->address = address;
    c->ssl = SSL_new(r->client_tls);
    BIO *bio = BIO_new(client_method());
    must(c->ssl && bio, "SSL_new");
    BIO_set_data(bio, c);
    BIO_set_init(bio, 1);
    SSL_set_bio(c->ssl, bio, bio);
    SSL_set_connect_state(c->ssl);
    must(SSL_set_mtu(c->ssl, 1200) > 0, "SSL_set_mtu");
    if (!with_certificate)
        SSL_certs_clear(c->ssl);
    rig_act(c);
    return c;
}

void rig_act(RigClient *c)
{
    ERR_clear_error();
    if (!SSL_is_init_finished(c->ssl))
        (void)SSL_do_handshake(c->ssl);
    ERR_clear_error();
}

void rig_to_server(Rig *r, Address from, const void *bytes, size_t size)
{
    uint8_t *exact = malloc(size ? size : 1);
    must(exact, "malloc");
    memcpy(exact, bytes, size);
    const Datagram d = {
        .route = {.peer = from, .local = r->server_address, .socket = 0}, .bytes = exact, .size = size};
    server_datagram(&r->server, &d, r->now);
    free(exact);
}

void rig_settle(Rig *r)
{
    bool moved = true;
    for (int rounds = 0; moved && rounds < 100; rounds++) {
        moved = false;
        for (size_t i = 0; i < RIG_CLIENTS; i++) {
            RigClient *c = &r->clients[i];
            RigDatagram d;
            if (!c->ssl)
                continue;
            while (rig_take(&c->out, &d)) {
                rig_to_server(r, d.from, d.bytes, d.size);
                free(d.bytes);
                moved = true;
            }
            if (c->in.n > 0 && !SSL_is_init_finished(c->ssl)) {
                rig_act(c);
                moved = true;
            }
        }
    }
}

bool rig_write(RigClient *c, const void *bytes, size_t size)
{
    ERR_clear_error();
    bool ok = SSL_write(c->ssl, bytes, (int)size) == (int)size;
    ERR_clear_error();
    return ok;
}

int rig_read(RigClient *c, void *out, size_t room)
{
    ERR_clear_error();
    int n = SSL_read(c->ssl, out, (int)room);
    int error = n > 0 ? SSL_ERROR_NONE : SSL_get_error(c->ssl, n);
    ERR_clear_error();
    return n > 0 ? n : error == SSL_ERROR_WANT_READ ? 0 : -1;
}
