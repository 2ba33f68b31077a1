#!/usr/bin/env bash
# What only time can end: handshakes that stop in the middle (their messages are repeated, and at the deadline they are
# forgotten), associations where nothing happens any more (ended with an alert), and empty datagrams in between. After
# all that the server sleeps.
. "$SRC/tests/lib.sh"
command -v python3 >/dev/null || skip 'needs python3'
make_ca

# Ticks of the processor, of which the system counts 100 in a second, that the server has used.
ticks() {
    # The name in the second field may hold anything, so fields are counted from its closing parenthesis.
    sed 's/.*) //' "/proc/$server_pid/stat" | awk '{ print $12 + $13 }'
}

# idles DESCRIPTION: over two seconds, in which a loop without sleep would use 200 ticks.
idles() {
    local before after
    before=$(ticks)
    sleep 2
    after=$(ticks)
    check "$1: the server sleeps ($((after - before)) of 200 ticks)" [ $((after - before)) -le 60 ]
}

# Retransmission and deadline. The first timeout is a second, the next two and four (RFC 6347, 4.2.4.1), so within the
# deadline of five seconds at least one repetition falls, and with the clock of any machine not more than a few.
start_server --handshake-seconds 5 --idle-seconds 60
mark
"$SRC/tests/datagrams.py" half-open 127.0.0.1 "$port" 9 >"$work/half-open.out" 2>&1 &
half_open=$!
children+=("$half_open")
check 'a handshake is under way' wait_for 15 eval '[ "$(status handshaking)" = 1 ]'
"$SRC/tests/datagrams.py" empty 127.0.0.1 "$port" 1000
check 'a good client is served meanwhile' served
check 'it is forgotten at its deadline' wait_for 40 clients_are 0
check 'the log names the deadline' logged_since 'refused address=[^ ]+ reason="the handshake took too long"$'
ended "$half_open" 60
check 'the half-open client has run' [ $? -eq 0 ]
hellos=$(field "$work/half-open.out" server_hellos)
cat "$work/half-open.out"
check "the server's flight was repeated (${hellos:-0} times sent)" [ "${hellos:-0}" -ge 2 ]
check "and not without end (${hellos:-0} times sent)" [ "${hellos:-0}" -le 6 ]
check 'a good client is served afterwards' served
idles 'after a half-open handshake'
stop_server

# Idle expiry.
start_server --idle-seconds 4
mark
openssl_peer
wait_for 20 acknowledged_or_dead
check 'the peer is served' acknowledged
check 'it is closed when nothing happens' wait_for 40 logged_since 'closed address=[^ ]+ reason=idle$'
check 'and forgotten' wait_for 20 clients_are 0
# s_client has the input still open: that it ends is the work of the server's alert alone.
check 'the alert ends the peer' wait_for 20 dead "$peer_pid"
peer_end
# One that keeps talking is not idle: more texts than fit into the time, each within it.
mark
mkfifo "$work/texts"
client <"$work/texts" >"$work/talker.out" 2>&1 &
talker=$!
children+=("$talker")
exec {texts}>"$work/texts"
for number in 1 2 3 4 5 6 7; do
    echo "number $number" >&"$texts"
    sleep 0.8
done
exec {texts}>&-
ended "$talker" 60
check 'who talks is not idle' [ $? -eq 0 ]
check 'all of its texts arrive' [ "$(log_count 'text="number [1-7]"$')" -eq 7 ]
stop_server

# Empty datagrams only.
start_server
"$SRC/tests/datagrams.py" empty 127.0.0.1 "$port" 20000
check 'a good client is served after empty datagrams' served
check 'empty datagrams leave nothing' clients_are 0
idles 'after empty datagrams'
stop_server
finish
