#!/usr/bin/env bash
# A flood of first hellos from many addresses, of made-up cookies and of garbage, while twenty clients are being served:
# they lose nothing, the flood gets no more octets than it sends, and nothing of it is kept.
. "$SRC/tests/lib.sh"
make_ca
seconds=$(short 5 30)
served=20

# flood NAME OPTION...: in the background; sets flood, and what the server had seen before it.
flood() {
    local name=$1
    shift
    seen_before=$(status datagrams)
    apart "$TOOLS/tool-flood" --to "$address" --cookies 20 --garbage 20 "$@" >"$work/$name.out" 2>&1 &
    flood=$!
    children+=("$flood")
}

# many_seen: so much of it has reached the server that it is worth its name.
many_seen() {
    [ "$(status datagrams)" -ge $((seen_before + 1000)) ]
}

flood_ends() {
    check "$1: it is one" wait_for 60 many_seen
    check "$1: it goes on until here" alive "$flood"
    kill "$flood"
    ended "$flood" 60
    check "$1: the tool ends well" [ $? -eq 0 ]
    tr '\n' ' ' <"$work/$1.out"
    echo
    # A server that answers strangers with more than they sent would be a weapon against others.
    check "$1: it got no more than it sent" \
        [ "$(field "$work/$1.out" reply_bytes)" -le "$(field "$work/$1.out" sent_bytes)" ]
}

# grows FIELD: the server counts more of it than a moment ago.
grows() {
    local before
    before=$(status "$1")
    sleep 0.2
    [ "$(status "$1")" -gt "${before:-0}" ]
}

# --log debug is not for this one: a flood would fill the disk.
start_server --max-clients 1000 --per-source 100
# Before it is measured, everything that is allocated once has been used.
served
"$TOOLS/tool-flood" --to "$address" --count 20000 --cookies 20 --garbage 20 >"$work/warm.out" 2>&1
check 'the warming up leaves nothing' wait_for 20 clients_are 0

pids=()
for ((number = 0; number < served; number++)); do
    mkfifo "$work/client$number.in"
    apart "$CLIENT" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --timeout-seconds 60 <"$work/client$number.in" >"$work/client$number.out" 2>"$work/client$number.err" &
    pids+=("$!")
    children+=("$!")
    exec {input}<>"$work/client$number.in"
    inputs_open+=("$input")
done
check 'the clients are up' wait_for 60 clients_are $served
before=$(resident_kib "$server_pid")

mark
flood full --seconds 280
check 'full: the server sees it' wait_for 20 grows datagrams
texts=0
for ((end = SECONDS + seconds; SECONDS < end; )); do
    texts=$((texts + 1))
    for input in "${inputs_open[@]}"; do
        echo "text $texts of this client" >&"$input"
    done
    sleep 0.1
done
check 'full: it is not counted as clients' wait_for 20 clients_are $served
# The input of each ends; it stays until all that it sent is acknowledged.
for number in "${!pids[@]}"; do
    input=${inputs_open[number]}
    exec {input}>&-
done
for number in "${!pids[@]}"; do
    ended "${pids[number]}" 100
    check "client $number: everything is acknowledged" [ $? -eq 0 ]
    check "client $number: each of $texts texts" [ "$(grep -c '^ack ' "$work/client$number.out")" -eq "$texts" ]
    tail -n 3 "$work/client$number.err"
done
flood_ends full
check 'nobody lost its association' not logged_since 'closed address=[^ ]+ reason=(idle|deadline|misbehaviour|error|replaced)$'
check 'nothing stays behind' wait_for 90 clients_are 0
after=$(resident_kib "$server_pid")

# Above its limit on first hellos the server answers some of them only, so at full rate a new client depends on luck. Well
# below that limit, it must get in.
flood slow --seconds 280 --rate 4000
check 'slow: the server sees it' wait_for 20 grows datagrams
check 'slow: new clients are served' wait_for 60 served
flood_ends slow
check 'slow: nothing stays behind' wait_for 20 clients_are 0
check 'a good client is served afterwards' served
echo "texts=$texts rss_before_kib=$before rss_after_kib=$after rss_end_kib=$(resident_kib "$server_pid")"
if [ "${SANITIZED:-0}" != 1 ]; then
    # What the allocator keeps for its own convenience. Sixteen octets for each of so many datagrams would be more.
    check "memory does not grow with the flood ($before to $after KiB)" [ $((after - before)) -le 2048 ]
fi
stop_server
finish
