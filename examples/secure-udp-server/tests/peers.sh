#!/usr/bin/env bash
# The server and other people's DTLS: openssl s_client and gnutls-cli, with good and with all kinds of bad certificates
# and keys. Each refusal must be seen at both ends, leave nothing behind, and not keep a good client from being served.
. "$SRC/tests/lib.sh"
make_ca
gnutls=
if command -v gnutls-cli >/dev/null; then gnutls=gnutls; else echo 'without gnutls-cli (Debian: gnutls-bin)'; fi

# start KIND [OPTION...]: the peer of that kind, with its own options, verifying the server by our CA.
start() {
    local kind=$1
    shift
    if [ "$kind" = openssl ]; then
        peer openssl s_client -dtls1_2 -connect "$address" -CAfile "$ca/ca.pem" -verify_return_error -quiet \
            -no_ign_eof "$@"
    else
        peer gnutls-cli --udp --port "$port" --x509cafile "$ca/ca.pem" --priority "$gnutls_versions" "$@" "${address%:*}"
    fi
}
gnutls_versions=NORMAL:-VERS-ALL:+VERS-DTLS1.2

# certificate KIND NAME: the options that make the peer show that certificate, in the array shown.
certificate() {
    if [ "$1" = openssl ]; then
        shown=(-cert "$ca/$2.pem" -key "$ca/$2.key")
    else
        shown=(--x509certfile "$ca/$2.pem" --x509keyfile "$ca/$2.key")
    fi
}

# expect_served DESCRIPTION KIND OPTION...
expect_served() {
    local description="$2: $1"
    shift
    mark
    start "$@"
    wait_for 20 acknowledged_or_dead
    check "$description: the text is acknowledged" acknowledged
    check "$description: the log has the text" logged_since 'info message address=[^ ]+ seq=1 bytes=5 text="hello"$'
    peer_end
    check "$description: the peer ends well (status $peer_status)" [ "$peer_status" -eq 0 ]
    check "$description: its end is noticed" wait_for 20 logged_since 'info closed address=[^ ]+ reason=peer$'
    check "$description: nothing stays behind" wait_for 20 clients_are 0
}

# expect_silence DESCRIPTION KIND OPTION...: what cannot be decrypted is dropped without an answer (RFC 6347, 4.1.2.7),
# so the handshake ends by its deadline.
expect_silence() {
    local description="$2: $1"
    shift
    mark
    start "$@"
    check "$description: the server gives up" \
        wait_for 40 logged_since 'info refused address=[^ ]+ reason="the handshake took too long"$'
    check "$description: no acknowledgement" not acknowledged
    kill "$peer_pid" 2>/dev/null
    peer_end
    check "$description: the peer did not end well" [ "$peer_status" -ne 0 ]
    check "$description: nobody was let in" not logged_since 'info (established|message) '
    check "$description: nothing stays behind" wait_for 20 clients_are 0
    check "$description: a good client is served" served
}

# expect_refused DESCRIPTION REASON ALERT KIND OPTION...: REASON is in the server's log, ALERT (an extended expression)
# among what the peer says.
expect_refused() {
    local description="$4: $1" reason=$2 alert=$3
    shift 3
    mark
    start "$@"
    wait_for 20 acknowledged_or_dead
    check "$description: no acknowledgement" not acknowledged
    wait_for 20 dead "$peer_pid"
    check "$description: the peer ends by itself" dead "$peer_pid"
    peer_end
    check "$description: the peer reports a failure" [ "$peer_status" -ne 0 ]
    grep -E -q "$alert" "$peer_out" "$peer_err" ||
        fail "$description: the peer does not say \"$alert\"" "$peer_out" "$peer_err" "$server_log"
    check "$description: the log has the reason \"$reason\"" \
        wait_for 20 logged_since "info refused address=[^ ]+ reason=\"[^\"]*($reason)"
    check "$description: nobody was let in" not logged_since 'info (established|message) '
    check "$description: nothing stays behind" wait_for 20 clients_are 0
    check "$description: a good client is served" served
}

start_server --crl "$ca/crl.pem" --allow-name client.example
for kind in openssl $gnutls; do
    # Alerts by their numbers in RFC 5246, 7.2: openssl says "alert number 45", gnutls-cli "Received alert [45]".
    certificate $kind client
    expect_served 'good certificate' $kind "${shown[@]}"
    expect_refused 'no certificate' 'did not return a certificate' 'alert (number |\[)40' $kind
    certificate $kind expired
    expect_refused 'expired' 'certificate has expired' 'alert (number |\[)45' $kind "${shown[@]}"
    certificate $kind revoked
    expect_refused 'revoked' 'certificate revoked' 'alert (number |\[)44' $kind "${shown[@]}"
    certificate $kind wrongca
    expect_refused 'another CA' 'unable to get local issuer certificate' 'alert (number |\[)48' $kind "${shown[@]}"
    certificate $kind othername
    expect_refused 'another name' 'name' 'alert (number |\[)(42|46|49)' $kind "${shown[@]}"
    certificate $kind noeku
    expect_refused 'not for clients' 'purpose' 'alert (number |\[)43' $kind "${shown[@]}"
done
# What is older than DTLS 1.2 gets no association. (A level that lets openssl itself offer it.)
certificate openssl client
mark
timeout 20 openssl s_client -dtls1 -cipher ALL:@SECLEVEL=0 -connect "$address" -quiet "${shown[@]}" \
    </dev/null >"$work/old.out" 2>&1
check 'DTLS 1.0: the peer fails' [ $? -ne 0 ]
check 'DTLS 1.0: nobody was let in' not logged_since 'info established '
check 'DTLS 1.0: nothing stays behind' wait_for 20 clients_are 0
check 'DTLS 1.0: a good client is served' served
check 'no text twice, the status still answers' [ "$(status established)" -ge 1 ]
stop_server

# Without --allow-name, any name of the CA is good; without --crl, nobody is revoked.
start_server
for kind in openssl $gnutls; do
    certificate $kind othername
    expect_served 'any name' $kind "${shown[@]}"
    check "$kind: the name is in the log" logged_since 'info established .* name="other.example" auth=certificate'
done
stop_server

# IPv6, where the machine has it.
if [ -e /proc/net/if_inet6 ] && grep -q ' lo$' /proc/net/if_inet6; then
    start_server --listen '[::1]:0'
    certificate openssl client
    expect_served 'IPv6' openssl "${shown[@]}"
    check 'IPv6: a good client is served' served
    if [ -n "$gnutls" ]; then
        certificate gnutls client
        mark
        # gnutls-cli takes the address without brackets.
        peer gnutls-cli --udp --port "$port" --x509cafile "$ca/ca.pem" --priority "$gnutls_versions" "${shown[@]}" ::1
        wait_for 20 acknowledged_or_dead
        check 'gnutls: IPv6: the text is acknowledged' acknowledged
        peer_end
    fi
    stop_server
else
    echo 'without IPv6: this machine has none'
fi

# The other way round: clients must not talk to a server that is not the one they ask for.
start_server --cert "$ca/badserver.pem" --key "$ca/badserver.key"
certificate openssl client
expect_wrong_server() {
    check "$1: the client fails" not acknowledged
    peer_end
    check "$1: the client reports a failure" [ "$peer_status" -ne 0 ]
    check "$1: no text arrives" not logged_since 'info message '
    check "$1: nothing stays behind" wait_for 20 clients_are 0
}
mark
start openssl "${shown[@]}" -verify_hostname localhost
wait_for 20 acknowledged_or_dead
expect_wrong_server 'openssl: a server of another name'
if [ -n "$gnutls" ]; then
    certificate gnutls client
    mark
    start gnutls "${shown[@]}"
    wait_for 20 acknowledged_or_dead
    expect_wrong_server 'gnutls: a server of another name'
fi
mark
client --name localhost --timeout-seconds 10 --text hello >"$work/client.out" 2>"$work/client.err"
check 'client: a server of another name' [ $? -eq 1 ]
check 'client: says that it is the name' grep -E -i -q 'name' "$work/client.err"
check 'client: no text arrives at a server of another name' not logged_since 'info message '
client --name wrong.example --text hello >"$work/client.out" 2>"$work/client.err"
check 'client: the name that was asked for is good' [ $? -eq 0 ]
mark
timeout 60 "$CLIENT" --connect "$address" --ca "$ca/otherca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
    --name wrong.example --timeout-seconds 10 --text hello >"$work/client.out" 2>"$work/client.err"
check 'client: a server of another CA' [ $? -eq 1 ]
check 'client: no text arrives at a server of another CA' not logged_since 'info message '
check 'client: the server is told' logged_since 'info refused .* reason="[^"]*unknown ca'
check 'nothing stays behind' wait_for 20 clients_are 0
stop_server

# Pre-shared keys.
start_server --psk-file "$ca/psk.txt" --handshake-seconds 2 --idle-seconds 5
identity=$(cut -d : -f 1 "$ca/psk.txt")
key=$(cut -d : -f 2 "$ca/psk.txt")
wrong_key=$(tr 0-9a-f 1-9a-f0 <<<"$key")
gnutls_versions=NORMAL:-VERS-ALL:+VERS-DTLS1.2:-KX-ALL:+ECDHE-PSK
# psk KIND IDENTITY KEY: options in the array shown.
psk() {
    if [ "$1" = openssl ]; then
        shown=(-psk_identity "$2" -psk "$3" -cipher PSK)
    else
        shown=(--pskusername "$2" --pskkey "$3")
    fi
}
for kind in openssl $gnutls; do
    psk $kind "$identity" "$key"
    if [ $kind = openssl ]; then
        expect_served 'pre-shared key' $kind "${shown[@]}"
        check "$kind: the identity is in the log" logged_since "info established .* name=\"$identity\" auth=psk"
    else
        # gnutls-cli 3.7.9 crashes after any handshake with ECDHE-PSK, with other servers too, when it is about to show
        # the identity. The handshake itself, in which each side proves to have the key, is all that it can be asked for.
        mark
        start $kind "${shown[@]}"
        check "$kind: pre-shared key: the handshake" \
            wait_for 20 logged_since "info established .* name=\"$identity\" auth=psk"
        wait_for 20 acknowledged_or_dead
        peer_end
        check "$kind: pre-shared key: nothing stays behind" wait_for 40 clients_are 0
    fi
    # Which of the two was wrong must not be told apart (RFC 4279, 2).
    psk $kind "$identity" "$wrong_key"
    expect_silence 'wrong pre-shared key' $kind "${shown[@]}"
    psk $kind nobody-we-know "$key"
    expect_silence 'unknown identity' $kind "${shown[@]}"
done
timeout 60 "$CLIENT" --connect "$address" --ca "$ca/ca.pem" --psk-file "$ca/psk.txt" --psk-identity "$identity" \
    --text hello >"$work/client.out" 2>&1
check 'client: pre-shared key' grep -q '^ack ' "$work/client.out"
# Those with certificates are served by the same server.
gnutls_versions=NORMAL:-VERS-ALL:+VERS-DTLS1.2
for kind in openssl $gnutls; do
    certificate $kind client
    expect_served 'a certificate where keys are good too' $kind "${shown[@]}"
    expect_refused 'neither certificate nor key' '.' 'alert (number |\[)40' $kind
done
stop_server
finish
