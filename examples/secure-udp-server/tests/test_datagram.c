/*
 * The datagram path, step by step: what is dropped, what is answered, what is remembered, and for how long. Real
 * handshakes, no sockets, the clock in the test's hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "log.h"
#include "message.h"
#include "rig.h"

static Rig *rig;

static int set_up(void **state)
{
    (void)state;
    log_set_level(LOG_ERROR);
    rig = rig_new(4, 2);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rig_free(rig);
    return 0;
}

static int anew(void **state)
{
    (void)state;
    rig_restart(rig, 4, 2);
    return 0;
}

static size_t n_clients(void)
{
    return rig->server.clients.n;
}

/* A client that has shaken hands. */
static RigClient *connected(size_t i, Address address)
{
    RigClient *c = rig_begin(rig, i, address, true);
    rig_settle(rig);
    assert_true(SSL_is_init_finished(c->ssl));
    return c;
}

static size_t text(uint8_t *out, uint32_t sequence, const char *words)
{
    const Message m = {MESSAGE_TEXT, (uint16_t)strlen(words), sequence, (const uint8_t *)words};
    return message_write(out, MESSAGE_SIZE_MAX, &m);
}

/* The sequence that the server acknowledged last, 0 if it has not answered. */
static uint32_t acknowledged(RigClient *c)
{
    uint8_t bytes[2048];
    uint32_t last = 0;
    int n;
    rig_settle(rig);
    while ((n = rig_read(c, bytes, sizeof bytes)) > 0) {
        Message m;
        assert_true(message_read(&m, bytes, (size_t)n));
        assert_int_equal(m.type, MESSAGE_ACK);
        last = m.sequence;
    }
    return last;
}

static uint32_t say(RigClient *c, uint32_t sequence)
{
    uint8_t bytes[MESSAGE_SIZE_MAX];
    assert_true(rig_write(c, bytes, text(bytes, sequence, "hello")));
    return acknowledged(c);
}

/* ---- before anything is spent */

static void a_first_hello_costs_nothing_and_is_answered_with_less(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    assert_int_equal(c->out.n, 1);
    size_t asked = c->out.items[0].size;
    rig_to_server(rig, c->address, c->out.items[0].bytes, asked);
    assert_int_equal(n_clients(), 0);
    assert_int_equal(rig->sent, HELLO_VERIFY_SIZE);
    assert_true(asked >= HELLO_VERIFY_SIZE);
}

static void a_hello_is_whole_or_nothing(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    const RigDatagram *d = &c->out.items[0];
    Hello hello;
    assert_true(hello_records_valid(d->bytes, d->size));
    assert_true(hello_read(&hello, d->bytes, d->size));
    for (size_t size = 0; size < d->size; size++) {
        uint8_t *part = malloc(size ? size : 1);
        assert_non_null(part);
        memcpy(part, d->bytes, size);
        assert_false(hello_records_valid(part, size));
        assert_false(hello_read(&hello, part, size));
        rig_to_server(rig, c->address, part, size);
        free(part);
    }
    assert_int_equal(rig->sent, 0);
    assert_int_equal(rig->server.counts.dropped, d->size);
}

typedef struct Change {
    const char *what;
    size_t at;
    uint8_t value;
} Change;

static void wrong_headers_are_dropped(void **state)
{
    (void)state;
    static const Change changes[] = {
        {"content type below", 0, 19},
        {"content type above", 0, 24},
        {"data in the clear", 0, 23},
        {"version's major", 1, 3},
        {"version's minor", 2, 0xfe},
        {"epoch 256", 3, 1},
        {"epoch 2", 4, 2},
        {"length too large", 11, 0xff},
        {"length 0", 12, 0},
    };
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d;
    assert_true(rig_take(&c->out, &d));
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        uint8_t before = d.bytes[changes[i].at];
        d.bytes[changes[i].at] = changes[i].value;
        rig_to_server(rig, c->address, d.bytes, d.size);
        d.bytes[changes[i].at] = before;
        if (rig->server.counts.dropped != i + 1)
            fail_msg("%s was not dropped", changes[i].what);
    }
    assert_int_equal(rig->sent, 0);
    rig_to_server(rig, c->address, d.bytes, d.size);
    assert_int_equal(rig->sent, HELLO_VERIFY_SIZE);
    free(d.bytes);
}

static void empty_and_truncated_datagrams_do_no_harm(void **state)
{
    (void)state;
    RigClient *c = connected(0, rig_address(1, 1000));
    rig_to_server(rig, c->address, "", 0);
    rig_to_server(rig, rig_address(1, 7), "", 0);
    const Datagram cut = {.route = {c->address, rig->server_address, 0},
                          .bytes = (const uint8_t *)"",
                          .size = 0,
                          .truncated = true};
    server_datagram(&rig->server, &cut, rig->now);
    assert_int_equal(rig->server.counts.dropped, 3);
    assert_int_equal(say(c, 1), 1);
}

/* ---- cookies */

/* Delivers the first hello of client `c` and takes its second one, with the cookie. */
static RigDatagram second_hello(RigClient *c)
{
    RigDatagram d;
    assert_true(rig_take(&c->out, &d));
    rig_to_server(rig, c->address, d.bytes, d.size);
    free(d.bytes);
    rig_act(c);
    assert_true(rig_take(&c->out, &d));
    return d;
}

static void a_cookie_serves_one_address_and_one_hello(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d = second_hello(c);
    Hello hello;
    assert_true(hello_read(&hello, d.bytes, d.size));
    assert_int_equal(hello.cookie_size, HELLO_COOKIE_SIZE);
    Route route = {c->address, rig->server_address, 0};
    assert_true(hello_cookie_valid(&rig->server.keys, &hello, &route));
    route.peer.port++;
    assert_false(hello_cookie_valid(&rig->server.keys, &hello, &route));
    route = (Route){rig_address(2, 1000), rig->server_address, 0};
    assert_false(hello_cookie_valid(&rig->server.keys, &hello, &route));
    rig_to_server(rig, rig_address(1, 1001), d.bytes, d.size);
    assert_int_equal(n_clients(), 0);

    size_t at = (size_t)(hello.random - d.bytes);
    d.bytes[at] ^= 1;
    rig_to_server(rig, c->address, d.bytes, d.size);
    assert_int_equal(n_clients(), 0);
    d.bytes[at] ^= 1;
    rig_to_server(rig, c->address, d.bytes, d.size);
    assert_int_equal(n_clients(), 1);
    free(d.bytes);
}

static void a_cookie_ages(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d = second_hello(c);
    Hello hello;
    const Route route = {c->address, rig->server_address, 0};
    assert_true(hello_read(&hello, d.bytes, d.size));
    hello_keys_renew(&rig->server.keys, rig->now + 60 * 1000);
    assert_true(hello_cookie_valid(&rig->server.keys, &hello, &route));
    hello_keys_renew(&rig->server.keys, rig->now + 121 * 1000);
    assert_false(hello_cookie_valid(&rig->server.keys, &hello, &route));
    free(d.bytes);
}

static void hellos_are_answered_at_a_limited_rate(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d;
    assert_true(rig_take(&c->out, &d));
    for (int i = 0; i < 1500; i++)
        rig_to_server(rig, c->address, d.bytes, d.size);
    assert_int_equal(rig->sent, 1000 * HELLO_VERIFY_SIZE);
    rig->now += 1000;
    rig_to_server(rig, c->address, d.bytes, d.size);
    assert_int_equal(rig->sent, 1001 * HELLO_VERIFY_SIZE);
    free(d.bytes);
}

/* ---- associations */

static void texts_are_acknowledged_and_repeated_ones_again(void **state)
{
    (void)state;
    RigClient *c = connected(0, rig_address(1, 1000));
    assert_int_equal(n_clients(), 1);
    assert_string_equal(clients_first(&rig->server.clients)->name, "client.example");
    assert_int_equal(say(c, 1), 1);
    assert_int_equal(say(c, 1), 1);
    assert_int_equal(say(c, 100), 100);
    assert_int_equal(say(c, 37), 37);
    assert_int_equal(say(c, 36), 0); /* 64 behind: outside of the window */
}

static void the_eighth_malformed_message_ends_the_association(void **state)
{
    (void)state;
    static const uint8_t wrong[][9] = {
        {2, 1, 0, 1, 0, 0, 0, 1, 'x'}, {1, 3, 0, 1, 0, 0, 0, 1, 'x'}, {1, 1, 0, 2, 0, 0, 0, 1, 'x'},
        {1, 1, 0, 0, 0, 0, 0, 1, 'x'}, {1, 1, 0, 1, 0, 0, 0, 0, 'x'}, {1, 2, 0, 1, 0, 0, 0, 1, 'x'},
        {1, 1, 4, 1, 0, 0, 0, 1, 'x'},
    };
    RigClient *c = connected(0, rig_address(1, 1000));
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_true(rig_write(c, wrong[i], sizeof wrong[i]));
        assert_int_equal(acknowledged(c), 0);
        assert_int_equal(n_clients(), 1);
    }
    assert_int_equal(say(c, 1), 1);
    assert_true(rig_write(c, "x", 1));
    rig_settle(rig);
    assert_int_equal(n_clients(), 0);
    uint8_t byte;
    assert_int_equal(rig_read(c, &byte, 1), -1);
    assert_int_equal(SSL_get_shutdown(c->ssl) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
}

static void without_a_certificate_nothing_is_left(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), false);
    rig_settle(rig);
    assert_int_equal(rig->server.counts.refused, 1);
    assert_int_equal(rig->server.counts.established, 0);
    assert_int_equal(n_clients(), 0);
    uint8_t byte;
    assert_int_equal(rig_read(c, &byte, 1), -1); /* the alert */
}

static void a_handshake_has_a_deadline(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d = second_hello(c);
    rig_to_server(rig, c->address, d.bytes, d.size);
    free(d.bytes);
    assert_int_equal(n_clients(), 1);
    uint64_t due = server_tick(&rig->server, rig->now);
    assert_true(due > rig->now && due <= rig->now + 1000); /* the retransmission timer */
    rig->now += 9999;
    (void)server_tick(&rig->server, rig->now);
    assert_int_equal(n_clients(), 1);
    rig->now += 1;
    assert_true(server_tick(&rig->server, rig->now) == UINT64_MAX);
    assert_int_equal(n_clients(), 0);
    assert_int_equal(rig->server.counts.refused, 1);
}

static void only_messages_keep_an_association_alive(void **state)
{
    (void)state;
    RigClient *c = connected(0, rig_address(1, 1000));
    rig->now += 59999;
    assert_int_equal(say(c, 1), 1);
    rig->now += 59999;
    static const uint8_t forged[] = {23, 0xfe, 0xfd, 0,  1,  0,  0,  0,  0,  0,  9,  0,  25,
                                     1,  2,    3,    4,  5,  6,  7,  8,  9,  10, 11, 12, 13,
                                     14, 15,   16,   17, 18, 19, 20, 21, 22, 23, 24, 25};
    rig_to_server(rig, c->address, forged, sizeof forged);
    (void)server_tick(&rig->server, rig->now);
    assert_int_equal(n_clients(), 1);
    rig->now += 1;
    (void)server_tick(&rig->server, rig->now);
    assert_int_equal(n_clients(), 0);
    uint8_t byte;
    assert_int_equal(rig_read(c, &byte, 1), -1);
    assert_int_equal(SSL_get_shutdown(c->ssl) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
}

static void a_peer_that_moves_is_not_followed(void **state)
{
    (void)state;
    RigClient *c = connected(0, rig_address(1, 1000));
    uint8_t bytes[MESSAGE_SIZE_MAX];
    RigDatagram d;
    assert_true(rig_write(c, bytes, text(bytes, 1, "from elsewhere")));
    assert_true(rig_take(&c->out, &d));
    rig_to_server(rig, rig_address(2, 1000), d.bytes, d.size);
    free(d.bytes);
    assert_int_equal(acknowledged(c), 0);
    assert_int_equal(rig->stray.n, 0);
    assert_int_equal(rig->server.counts.dropped, 1);
    assert_int_equal(say(c, 2), 2);
}

static void a_client_that_starts_anew_replaces_itself(void **state)
{
    (void)state;
    Address address = rig_address(1, 1000);
    RigClient *c = connected(0, address);
    SSL *old = c->ssl;
    assert_int_equal(SSL_up_ref(old), 1);
    /* Its first hello changes nothing: anybody can have sent it. */
    c = rig_begin(rig, 0, address, true);
    RigDatagram d = second_hello(c);
    assert_int_equal(rig->server.counts.established, 1);
    assert_int_equal(clients_first(&rig->server.clients)->state, CLIENT_OPEN);
    rig_to_server(rig, address, d.bytes, d.size);
    free(d.bytes);
    rig_act(c);
    rig_settle(rig);
    assert_int_equal(n_clients(), 1);
    assert_int_equal(rig->server.counts.established, 2);
    assert_int_equal(say(c, 1), 1);
    SSL_free(old);
}

static void a_repeated_hello_does_not_disturb_its_handshake(void **state)
{
    (void)state;
    RigClient *c = rig_begin(rig, 0, rig_address(1, 1000), true);
    RigDatagram d = second_hello(c);
    rig_to_server(rig, c->address, d.bytes, d.size);
    rig_to_server(rig, c->address, d.bytes, d.size);
    rig_act(c);
    rig_settle(rig);
    assert_int_equal(rig->server.counts.established, 1);
    rig_to_server(rig, c->address, d.bytes, d.size);
    free(d.bytes);
    assert_int_equal(n_clients(), 1);
    assert_int_equal(say(c, 1), 1);
}

static void clients_are_limited_in_all_and_by_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++)
        (void)connected(i, rig_address(1, (uint16_t)(1000 + i)));
    (void)rig_begin(rig, 2, rig_address(1, 1002), true);
    rig_settle(rig);
    assert_int_equal(n_clients(), 2); /* the source's limit */
    (void)connected(2, rig_address(2, 1000));
    (void)connected(3, rig_address(3, 1000));
    (void)rig_begin(rig, 4, rig_address(4, 1000), true);
    rig_settle(rig);
    assert_int_equal(n_clients(), 4); /* the table's */
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(say(&rig->clients[i], 1), 1);
    /* Who leaves makes room. */
    (void)SSL_shutdown(rig->clients[3].ssl);
    rig_settle(rig);
    assert_int_equal(n_clients(), 3);
    (void)connected(5, rig_address(4, 1001));
    assert_int_equal(n_clients(), 4);
}

static void the_end_of_the_server_is_announced(void **state)
{
    (void)state;
    RigClient *c[2] = {connected(0, rig_address(1, 1000)), connected(1, rig_address(2, 1000))};
    server_release(&rig->server);
    for (int i = 0; i < 2; i++) {
        uint8_t byte;
        assert_int_equal(rig_read(c[i], &byte, 1), -1);
        assert_int_equal(SSL_get_shutdown(c[i]->ssl) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
    }
}

/* ---- the small parts */

static void the_window_knows_new_seen_and_old(void **state)
{
    (void)state;
    static const struct {
        uint32_t sequence;
        MessageAge age;
    } steps[] = {{5, MESSAGE_NEW},          {5, MESSAGE_SEEN},       {1, MESSAGE_NEW},
                 {1, MESSAGE_SEEN},         {64, MESSAGE_NEW},       {2, MESSAGE_NEW},
                 {65, MESSAGE_NEW},         {1, MESSAGE_TOO_OLD},    {2, MESSAGE_SEEN},
                 {1000, MESSAGE_NEW},       {937, MESSAGE_NEW},      {936, MESSAGE_TOO_OLD},
                 {UINT32_MAX, MESSAGE_NEW}, {1000, MESSAGE_TOO_OLD}, {UINT32_MAX, MESSAGE_SEEN}};
    MessageWindow w = {0};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        assert_int_equal(message_window_see(&w, steps[i].sequence), steps[i].age);
}

static void what_peers_chose_cannot_mislead_the_log(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {{"hello", "\"hello\""},
                 {"a\"b\\c", "\"a\\x22b\\x5cc\""},
                 {"x\n2026 info stopped", "\"x\\x0a2026 info stopped\""},
                 {"\x1b[2J\x7f\xc3\xa9", "\"\\x1b[2J\\x7f\\xc3\\xa9\""},
                 {"", "\"\""}};
    char out[LOG_QUOTE_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(log_quote(out, cases[i].in, strlen(cases[i].in)), cases[i].out);
    char many[2000];
    memset(many, '\n', sizeof many);
    size_t length = strlen(log_quote(out, many, sizeof many));
    assert_true(length < LOG_QUOTE_SIZE && length > LOG_QUOTE_SIZE - 16);
    assert_string_equal(out + length - 4, "...\"");
}

static void addresses_are_read_and_written(void **state)
{
    (void)state;
    static const char *const good[] = {"127.0.0.1:4433", "[::1]:4433", "0.0.0.0:0", "[2001:db8::1]:65535"};
    static const char *const wrong[] = {"",
                                        ":1",
                                        "127.0.0.1",
                                        "127.0.0.1:",
                                        "127.0.0.1:65536",
                                        "::1:4433",
                                        "[127.0.0.1]:1",
                                        "localhost:4433",
                                        "[::1]",
                                        "[]:1"};
    char out[NET_ADDRESS_TEXT];
    Address a;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_true(address_parse(&a, good[i]));
        assert_string_equal(address_text(out, &a), good[i]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (address_parse(&a, wrong[i]))
            fail_msg("\"%s\" was taken for an address", wrong[i]);
}

static void a_source_is_an_address_or_a_prefix(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {{"10.0.0.1:1", "10.0.0.1:2", true},
                 {"10.0.0.1:1", "10.0.0.2:1", false},
                 {"[2001:db8::1]:1", "[2001:db8::ffff:1]:1", true},
                 {"[2001:db8:0:1::1]:1", "[2001:db8::1]:1", false},
                 {"[::1]:1", "127.0.0.1:1", false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Address a, b;
        assert_true(address_parse(&a, cases[i].a) && address_parse(&b, cases[i].b));
        assert_int_equal(address_same_source(&a, &b), cases[i].same);
        if (cases[i].same)
            assert_true(address_hash(&a, 7, true) == address_hash(&b, 7, true));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_first_hello_costs_nothing_and_is_answered_with_less, anew),
        cmocka_unit_test_setup(a_hello_is_whole_or_nothing, anew),
        cmocka_unit_test_setup(wrong_headers_are_dropped, anew),
        cmocka_unit_test_setup(empty_and_truncated_datagrams_do_no_harm, anew),
        cmocka_unit_test_setup(a_cookie_serves_one_address_and_one_hello, anew),
        cmocka_unit_test_setup(a_cookie_ages, anew),
        cmocka_unit_test_setup(hellos_are_answered_at_a_limited_rate, anew),
        cmocka_unit_test_setup(texts_are_acknowledged_and_repeated_ones_again, anew),
        cmocka_unit_test_setup(the_eighth_malformed_message_ends_the_association, anew),
        cmocka_unit_test_setup(without_a_certificate_nothing_is_left, anew),
        cmocka_unit_test_setup(a_handshake_has_a_deadline, anew),
        cmocka_unit_test_setup(only_messages_keep_an_association_alive, anew),
        cmocka_unit_test_setup(a_peer_that_moves_is_not_followed, anew),
        cmocka_unit_test_setup(a_client_that_starts_anew_replaces_itself, anew),
        cmocka_unit_test_setup(a_repeated_hello_does_not_disturb_its_handshake, anew),
        cmocka_unit_test_setup(clients_are_limited_in_all_and_by_source, anew),
        cmocka_unit_test_setup(the_end_of_the_server_is_announced, anew),
        cmocka_unit_test(the_window_knows_new_seen_and_old),
        cmocka_unit_test(what_peers_chose_cannot_mislead_the_log),
        cmocka_unit_test(addresses_are_read_and_written),
        cmocka_unit_test(a_source_is_an_address_or_a_prefix),
    };
    return cmocka_run_group_tests_name("datagram", tests, set_up, tear_down);
}
