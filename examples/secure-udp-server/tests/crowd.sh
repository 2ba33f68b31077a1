#!/usr/bin/env bash
# Many clients at once: how much memory each takes, that all of it is used again for those who come later, and that the
# two limits hold for those above them without touching those below.
. "$SRC/tests/lib.sh"
make_ca

# crowd NAME CLIENTS: holds that many clients; sets peak (KiB) and prints the figures.
crowd() {
    local clients=$2 before pipe=$work/hold$1 out=$work/hold$1.out status=0
    mkfifo "$pipe"
    : >"$out"
    before=$(resident_kib "$server_pid")
    "$TOOLS/tool-load" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --clients "$clients" --parallel 64 --hold <"$pipe" >"$out" 2>"$out.err" &
    local load=$!
    children+=("$load")
    exec {hold}<>"$pipe"
    up_or_dead() {
        grep -q "^up " "$out" || dead "$load"
    }
    wait_for 240 up_or_dead
    check "round $1: all clients are up" grep -q "^up $clients\$" "$out"
    [ -s "$out.err" ] && tail -n 5 "$out.err"
    check "round $1: the server counts them" wait_for 20 clients_are "$clients"
    peak=$(resident_kib "$server_pid")
    check "round $1: one more is served" served
    exec {hold}>&-
    ended "$load" 120 || status=$?
    check "round $1: the load tool ends well ($status)" [ "$status" -eq 0 ]
    check "round $1: nothing stays behind" wait_for 60 clients_are 0
    echo "round=$1 clients=$clients rss_before_kib=$before rss_kib=$peak" \
        "memory_per_client_kib=$(((peak - before) / clients)) rss_after_kib=$(resident_kib "$server_pid")"
}

spacious=(--max-clients 6000 --per-source 6000 --idle-seconds 900 --handshake-seconds 120 --hello-rate 100000)
clients=$(short 600 5000)
start_server "${spacious[@]}"
before=$(resident_kib "$server_pid")
crowd all "$clients"
if [ "${SANITIZED:-0}" != 1 ]; then
    check "64 KiB are enough for each client ($before to $peak KiB)" [ $((peak - before)) -le $((clients * 64)) ]
fi
stop_server

# What leaves comes to be used again. The allocator needs some rounds until it has a hole for everything; after that, a
# leak of one kibioctet for each client would be 3,000 in three rounds of 1,000.
if [ "${SANITIZED:-0}" != 1 ]; then
    clients=$(short 200 1000)
    start_server "${spacious[@]}"
    peaks=()
    for round in 1 2 3 4 5 6 7 8; do
        crowd "$round" "$clients"
        peaks+=("$peak")
    done
    check "the eighth round needs no more than the fifth (${peaks[*]})" \
        [ "${peaks[7]}" -le $((peaks[4] + clients * 3 / 2 + 256)) ]
    stop_server
fi

# Limits. Five in all, three from one address: 127.0.0.1 brings four, 127.0.0.7 brings three.
start_server --max-clients 5 --per-source 3 --handshake-seconds 2
inputs=() outs=() pids=()
# held ADDRESS: an association from there that stays.
held() {
    openssl_peer -bind "$1:0"
    wait_for 20 acknowledged_or_dead
    check "one from $1 is let in" acknowledged
    inputs+=("$peer_in") outs+=("$peer_out") pids+=("$peer_pid")
}
# turned_away ADDRESS REASON: no association from there. s_client alone would wait for minutes.
turned_away() {
    mark
    openssl_peer -bind "$1:0"
    check "the log names the limit of $2" wait_for 20 logged_since "info limit reason=$2 address=$1:"
    sleep 2
    check "one more from $1 is not let in" not acknowledged
    check 'and has no association' not logged_since "info established address=$1:"
    kill "$peer_pid" 2>/dev/null
    peer_end
}
held 127.0.0.1
held 127.0.0.1
held 127.0.0.1
turned_away 127.0.0.1 source
check 'the limit of a source: three are in' wait_for 20 clients_are 3
held 127.0.0.7
held 127.0.0.7
turned_away 127.0.0.8 clients
check 'the limit of all: five are in' wait_for 20 clients_are 5
# Those below the limits go on: each sends a second text.
for number in "${!pids[@]}"; do
    printf '\001\001\000\005\000\000\000\002again' >&"${inputs[number]}"
done
for number in "${!pids[@]}"; do
    peer_out=${outs[number]}
    acknowledgement=0102000000000002
    check "number $number goes on" wait_for 20 acknowledged
done
acknowledgement=0102000000000001
# A place that becomes free is given away again.
peer_in=${inputs[0]} peer_pid=${pids[0]}
peer_end
check 'four are left' wait_for 20 clients_are 4
held 127.0.0.1
check 'five again' clients_are 5
for number in 1 2 3 4 5; do
    peer_in=${inputs[number]} peer_pid=${pids[number]}
    peer_end
done
check 'nothing stays behind' wait_for 20 clients_are 0
stop_server
finish
