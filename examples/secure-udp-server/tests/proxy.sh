#!/usr/bin/env bash
# A network that loses, repeats, delays and reorders datagrams, and one that gives a client another address: each text is
# acknowledged and counts once, and who appears at another address is not taken for the one who was there.
. "$SRC/tests/lib.sh"
make_ca
texts=$(short 25 60)

# through OPTION...: starts the relay in front of the present server; sets relay and relay_pid.
through() {
    relay_out=$work/relay.out
    : >"$relay_out"
    "$TOOLS/tool-proxy" --listen 127.0.0.1:0 --to "$address" "$@" >"$relay_out" 2>&1 &
    relay_pid=$!
    children+=("$relay_pid")
    wait_for 20 grep -q '^listening ' "$relay_out" || give_up 'the relay does not start' "$relay_out"
    relay=$(sed -n 's/^listening //p' "$relay_out")
}

relay_ends() {
    local status=0
    kill -TERM "$relay_pid"
    ended "$relay_pid" 20 || status=$?
    check "the relay ends well ($status)" [ "$status" -eq 0 ]
    grep -v '^listening' "$relay_out"
}

# run NAME OPTION...: all texts of one client through such a network.
run() {
    local name=$1 number status=0
    shift
    through "$@"
    mark
    for ((number = 1; number <= texts; number++)); do
        echo "$name text $number."
    done | timeout 250 "$CLIENT" --connect "$relay" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --timeout-seconds 60 >"$work/client.out" 2>"$work/client.err" || status=$?
    check "$name: the client has everything acknowledged ($status)" [ "$status" -eq 0 ]
    [ "$status" -eq 0 ] || tail -n 5 "$work/client.err"
    check "$name: each acknowledgement is told once" \
        [ "$(grep '^ack ' "$work/client.out" | sort -u | wc -l)" -eq "$texts" ]
    tail -n "+$((log_mark + 1))" "$server_log" | sed -n 's/.* info message .*text="\(.*\)"$/\1/p' >"$work/texts"
    check "$name: each text is logged" [ "$(sort -u "$work/texts" | wc -l)" -eq "$texts" ]
    check "$name: and only once" [ "$(wc -l <"$work/texts")" -eq "$texts" ]
    relay_ends
}

# --log debug: the log's limit on lines would leave out some of the texts that are counted here.
start_server --log debug --handshake-seconds 60 --idle-seconds 10
run loss-20 --loss 20 --seed 1
run duplicate-50 --duplicate 50 --seed 2
run reorder-50 --reorder 50 --delay-ms 5 --seed 3
for seed in $(short 4 '4 5 6 7 8 9'); do
    run "all-seed-$seed" --loss 15 --duplicate 20 --reorder 30 --delay-ms 5 --seed "$seed"
done
check 'nothing stays behind' wait_for 60 clients_are 0
stop_server

# A client that moves: after some datagrams, the relay goes on with another socket, so with another port. The records are
# good, but not where its association is.
start_server --log debug --handshake-seconds 5 --idle-seconds 4
for after in $(short 12 '6 8 12'); do
    through --rebind-after $after --seed 1
    mark
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        echo "moving $after-$number."
    done | timeout 60 "$CLIENT" --connect "$relay" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
        --timeout-seconds 3 >"$work/client.out" 2>"$work/client.err"
    status=$?
    check "moved after $after: the client does not get everything acknowledged" [ "$status" -eq 1 ]
    relay_ends
    from=$(tail -n "+$((log_mark + 1))" "$server_log" | sed -n 's/.* info message address=\([^ ]*\) .*/\1/p' | sort -u)
    established=$(tail -n "+$((log_mark + 1))" "$server_log" |
        sed -n 's/.* info established address=\([^ ]*\) .*/\1/p' | sort -u)
    check "moved after $after: one association" [ "$(wc -w <<<"$established")" -eq 1 ]
    check "moved after $after: texts only from where it was made" [ -z "$from" -o "$from" = "$established" ]
    check "moved after $after: datagrams from elsewhere are dropped" logged_since 'debug dropped address='
    check "moved after $after: the association expires" wait_for 40 clients_are 0
    check "moved after $after: a good client is served" served
done
stop_server
finish
