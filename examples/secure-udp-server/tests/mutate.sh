#!/usr/bin/env bash
# Datagrams that were good once: cut, lengthened, joined, with other lengths, numbers and types, from strangers and from
# clients in the middle of their associations. The server goes on serving, and ends as if nothing had been.
. "$SRC/tests/lib.sh"
make_ca
count=$(short 5000 100000)

start_server --max-clients 2000 --per-source 1000 --handshake-seconds 3 --idle-seconds 5
for seed in 1 2; do
    timeout 280 "$TOOLS/tool-mutate" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" \
        --key "$ca/client.key" --count $((count / 2)) --seed $seed >"$work/mutate.out" 2>"$work/mutate.err"
    status=$?
    cat "$work/mutate.out"
    check "seed $seed: the tool finds the server serving ($status)" [ $status -eq 0 ]
    [ $status -eq 0 ] || tail -n 5 "$work/mutate.err"
    check "seed $seed: all were sent" [ "$(field "$work/mutate.out" sent)" -ge $((count / 2)) ]
    check "seed $seed: in associations, too" [ "$(field "$work/mutate.out" associations)" -ge 1 ]
    check "seed $seed: no check failed" [ "$(field "$work/mutate.out" checks_failed)" = 0 ]
done
check 'a good client is served' served
check 'what was begun is forgotten' wait_for 60 clients_are 0
check 'the server counted what it dropped' [ "$(status dropped)" -gt 0 ]
# Whatever was in the datagrams, the log is printable text in lines.
check 'the log is printable' not grep -q '[^[:print:]]' "$server_log"
check 'each line of the log has its form' \
    not grep -E -v -q '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z (error|info|debug) [a-z]+( [a-z]+=("[^"]*"|[^ "]*))*$' \
    "$server_log"
stop_server
finish
