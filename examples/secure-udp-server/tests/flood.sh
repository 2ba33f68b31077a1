#!/usr/bin/env bash
# A flood of first hellos from many addresses, of made-up cookies and of garbage, while twenty clients are being served:
# they lose nothing, the flood gets no more octets than it sends, and nothing of it is kept.
. "$SRC/tests/lib.sh"
make_ca
mkfifo "$work/hold"
: >"$work/load.out"
seconds=$(short 5 30)
texts=$(short 2000 30000)
served=20

start_server --max-clients 1000 --per-source 100
# Before it is measured, everything that is allocated once has been used.
served
"$TOOLS/tool-flood" --to "$address" --seconds 1 --rate 0 --cookies 20 --garbage 20 >"$work/warm.out" 2>&1
check 'nothing stays behind' wait_for 20 clients_are 0
before=$(resident_kib "$server_pid")

# Clients that send one text after the other, each waiting for its acknowledgement. The flood lasts until they are done,
# and for its own seconds at least.
"$TOOLS/tool-load" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" \
    --clients $served --messages "$texts" --seconds 240 --hold <"$work/hold" >"$work/load.out" 2>"$work/load.err" &
load=$!
children+=("$load")
exec {hold}<>"$work/hold"
check 'the clients are up' wait_for 60 clients_are $served

mark
"$TOOLS/tool-flood" --to "$address" --seconds 280 --rate 0 --cookies 20 --garbage 20 >"$work/flood.out" 2>&1 &
flood=$!
children+=("$flood")
sleep "$seconds"
check 'the flood is not counted as clients' [ "$(status clients)" -le $served ]
check 'new clients are served during the flood' served
up_or_dead() {
    grep -q '^up ' "$work/load.out" || dead "$load"
}
wait_for 240 up_or_dead
check 'the clients are done during the flood' alive "$flood"
kill "$flood"
ended "$flood" 60
check 'the flood tool ends well' [ $? -eq 0 ]
check 'no association was lost' grep -q "^up $served\$" "$work/load.out"
check 'the server has them, too, and nobody else' wait_for 20 clients_are $served
exec {hold}>&-
ended "$load" 60
check 'each text was acknowledged' [ $? -eq 0 ]
after=$(resident_kib "$server_pid")

cat "$work/flood.out" "$work/load.out" "$work/load.err"
sent=$(field "$work/flood.out" sent_bytes)
replies=$(field "$work/flood.out" reply_bytes)
check 'the flood was one' [ "$(field "$work/flood.out" sent)" -ge 1000 ]
check "it got no more than it sent ($replies of $sent octets)" [ "$replies" -le "$sent" ]
check 'texts were exchanged' [ "$(field "$work/load.out" acked)" -eq $((served * texts)) ]
check 'no handshake of the clients failed' [ "$(field "$work/load.out" failed)" -eq 0 ]
check 'nobody was closed but by its own end' not logged_since 'closed address=[^ ]+ reason=(idle|deadline|misbehaviour|error|replaced)$'
check 'nothing stays behind' wait_for 20 clients_are 0
check 'a good client is served afterwards' served
echo "rss_before_kib=$before rss_after_kib=$after"
if [ "${SANITIZED:-0}" != 1 ]; then
    # Twenty associations and what the allocator keeps; a flood that left a hundred octets each would take far more.
    check "memory does not grow with the flood ($before to $after KiB)" [ $((after - before)) -le 4096 ]
fi
stop_server
finish
