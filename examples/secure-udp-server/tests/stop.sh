#!/usr/bin/env bash
# SIGTERM and SIGINT under load: the server ends with 0 at once, says so, and tells every client.
. "$SRC/tests/lib.sh"
make_ca
clients=$(short 100 1000)

# stop_by SIGNAL
stop_by() {
    local talkers holders peers_in=() peers_pid=() number status=0 pipe=$work/$1.in
    start_server --max-clients 5000 --per-source 5000 --hello-rate 100000 --handshake-seconds 60
    # Some that wait, as a library of others sees them, ...
    for number in 1 2 3 4 5; do
        openssl_peer
        wait_for 20 acknowledged_or_dead
        check "$1: waiting client $number is served" acknowledged
        peers_in+=("$peer_in") peers_pid+=("$peer_pid")
    done
    # ... many more that wait, ...
    mkfifo "$pipe"
    : >"$work/holders.out"
    "$TOOLS/tool-load" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --clients "$clients" --hold <"$pipe" >"$work/holders.out" 2>"$work/holders.err" &
    holders=$!
    children+=("$holders")
    exec {hold}<>"$pipe"
    check "$1: all are up" wait_for 120 grep -q "^up $clients\$" "$work/holders.out"
    # ... and some that talk as fast as they can.
    "$TOOLS/tool-load" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --clients 50 --messages 100000000 --seconds 200 >"$work/talkers.out" 2>"$work/talkers.err" {hold}>&- &
    talkers=$!
    children+=("$talkers")
    # The tool's clients begin to talk when all of them are up. (Of what they say the log has but the first lines.)
    check "$1: they talk" wait_for 60 logged 'text="0000000[0-4][0-9] '
    kill -"$1" "$server_pid"
    ended "$server_pid" 20 || status=$?
    check "$1: the server ends with 0 ($status)" [ "$status" -eq 0 ]
    check "$1: the last line of the log" eval 'tail -n 1 "$server_log" | grep -q " info stopped clients=[0-9]"'
    check "$1: no sanitizer complains" log_is_sane
    # s_client's input stays open and the server's port is gone: only the server's alert ends it.
    for number in "${!peers_pid[@]}"; do
        peer_pid=${peers_pid[number]} peer_in=${peers_in[number]}
        check "$1: waiting client $number was told" wait_for 20 dead "$peer_pid"
        peer_end
        check "$1: and ends well ($peer_status)" [ "$peer_status" -eq 0 ]
    done
    # Each closes its socket when the alert comes.
    check "$1: the waiting clients end their associations" wait_for 30 no_sockets "$holders"
    exec {hold}>&-
    ended "$holders" 30
    check "$1: all $clients waiting clients were told" [ "$(field "$work/holders.out" closed)" = "$clients" ]
    # To one that was just sending, the system may report the closed port before it hands out the alert.
    ended "$talkers" 30
    check "$1: all talking clients end" \
        [ $(($(field "$work/talkers.out" closed) + $(field "$work/talkers.out" failed))) -eq 50 ]
}

no_sockets() {
    ! find "/proc/$1/fd" -lname 'socket:*' 2>/dev/null | grep -q .
}

stop_by TERM
stop_by INT

# With nobody there, too; and a second signal changes nothing.
start_server
kill -TERM "$server_pid"
kill -TERM "$server_pid" 2>/dev/null
ended "$server_pid" 20
check 'two signals, one end' [ $? -eq 0 ]
finish
