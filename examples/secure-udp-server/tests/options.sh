#!/usr/bin/env bash
# Options, files and the rights of the process: what is wrong is refused at the start, with an exit status and a message
# that says what, where and what to do; what is right ends in a process that has no rights left to lose.
. "$SRC/tests/lib.sh"
make_ca
good=(--cert "$ca/server.pem" --key "$ca/server.key" --ca "$ca/ca.pem" --listen 127.0.0.1:0)

# refuses STATUS REGEX ARGUMENT...: the server ends with STATUS and a message that matches; nothing else is on its output.
refuses() {
    local expected=$1 message=$2 status=0
    shift 2
    launch "$@"
    ended "$server_pid" 30 || status=$?
    checks=$((checks + 1))
    [ "$status" -eq "$expected" ] || fail "status $status instead of $expected: $*" "$server_log"
    grep -E -i -q -- "$message" "$server_log" || fail "no message with \"$message\": $*" "$server_log"
    ! grep -q ' info ready ' "$server_log" || fail "became ready all the same: $*" "$server_log"
    [ ! -s "$work/server$servers.out" ] || fail "writes to standard output: $*" "$work/server$servers.out"
    log_is_sane || fail "ran into a sanitizer: $*" "$server_log"
}

# Usage.
refuses 2 '--cert|--ca|--key'
refuses 2 '--ca' --cert "$ca/server.pem" --key "$ca/server.key"
refuses 2 '--key' --cert "$ca/server.pem" --ca "$ca/ca.pem"
refuses 2 '--cert' --key "$ca/server.key" --ca "$ca/ca.pem"
refuses 2 '--no-such-option' "${good[@]}" --no-such-option
refuses 2 'surplus' "${good[@]}" surplus
refuses 2 '--max-clients' "${good[@]}" --max-clients
for option in --max-clients --per-source --handshake-seconds --idle-seconds --hello-rate; do
    for value in 0 -1 many 12x '' ' 5' 99999999999999999999 0x10; do
        refuses 2 "$option" "${good[@]}" "$option" "$value"
    done
done
refuses 2 '--log' "${good[@]}" --log loud
for value in localhost:4433 127.0.0.1 127.0.0.1: 127.0.0.1:65536 127.0.0.1:-1 127.0.0.1:x ::1:4433 '[::1]' \
    '[127.0.0.1]:4433' 300.0.0.1:4433 '' ':'; do
    refuses 2 '--listen|address' "${good[@]:0:6}" --listen "$value"
done
nine=()
for _ in 1 2 3 4 5 6 7 8 9; do nine+=(--listen 127.0.0.1:0); done
refuses 2 '--listen' "${good[@]:0:6}" "${nine[@]}"
refuses 2 '--allow-name' "${good[@]}" --allow-name ''

# Files.
refuses 2 "$work/absent.pem" --cert "$work/absent.pem" --key "$ca/server.key" --ca "$ca/ca.pem"
refuses 2 "$work/absent.key" --cert "$ca/server.pem" --key "$work/absent.key" --ca "$ca/ca.pem"
refuses 2 "$work/absent.pem" --cert "$ca/server.pem" --key "$ca/server.key" --ca "$work/absent.pem"
refuses 2 "$work/absent.pem" "${good[@]}" --crl "$work/absent.pem"
refuses 2 "$work/absent.txt" "${good[@]}" --psk-file "$work/absent.txt"
refuses 2 "$ca" --cert "$ca" --key "$ca/server.key" --ca "$ca/ca.pem"
echo 'not a certificate' >"$work/text"
chmod 600 "$work/text"
refuses 2 "$work/text" --cert "$work/text" --key "$ca/server.key" --ca "$ca/ca.pem"
refuses 2 "$work/text" --cert "$ca/server.pem" --key "$work/text" --ca "$ca/ca.pem"
refuses 2 "$work/text" --cert "$ca/server.pem" --key "$ca/server.key" --ca "$work/text"
refuses 2 "$work/text" "${good[@]}" --crl "$work/text"
refuses 2 'client.key' --cert "$ca/server.pem" --key "$ca/client.key" --ca "$ca/ca.pem"

# A key that others can read is no secret any more.
cp "$ca/server.key" "$work/open.key"
for mode in 644 640 604 660; do
    chmod "$mode" "$work/open.key"
    refuses 2 'open.key.*(chmod|permission|mode)' --cert "$ca/server.pem" --key "$work/open.key" --ca "$ca/ca.pem"
done
cp "$ca/psk.txt" "$work/open.txt"
for mode in 640 604 620 644; do
    chmod "$mode" "$work/open.txt"
    refuses 2 'open.txt.*(chmod|permission|mode)' "${good[@]}" --psk-file "$work/open.txt"
done
ln -s open.txt "$work/link.txt"
refuses 2 'link.txt' "${good[@]}" --psk-file "$work/link.txt"
refuses 2 'dev/zero' "${good[@]}" --psk-file /dev/zero
mkfifo "$work/pipe"
chmod 600 "$work/pipe"
refuses 2 'pipe' "${good[@]}" --psk-file "$work/pipe"

# psk LINE: refused, and the message shows neither key nor line.
secret=0123456789abcdef0123456789abcdef
psk() {
    printf '%b' "$1" >"$work/psk.txt"
    chmod 600 "$work/psk.txt"
    refuses 2 'psk.txt' "${good[@]}" --psk-file "$work/psk.txt"
    ! grep -q "${secret:0:12}" "$server_log" || fail "the message shows the key: $1" "$server_log"
}
psk ''
psk 'identity-without-key\n'
psk "identity:\\n"
psk ":$secret\\n"
psk "identity:${secret}xy\\n"
psk "identity:${secret}0\\n"
psk "identity:${secret:0:30}\\n"
psk "identity:$secret$secret$secret$secret$secret\\n"
psk "$(printf '%0300d' 7):$secret\\n"
psk "identity:$secret\\nanother:$secret\\nidentity:$secret\\n"
[ "$(id -u)" -ne 0 ] || {
    printf 'identity:%s\n' "$secret" >"$work/foreign.txt"
    chmod 600 "$work/foreign.txt"
    chown nobody "$work/foreign.txt"
    refuses 2 'foreign.txt' "${good[@]}" --psk-file "$work/foreign.txt"
}

# What the system refuses.
start_server
first_pid=$server_pid
first_log=$server_log
refuses 1 "127.0.0.1:$port" "${good[@]:0:6}" --listen "127.0.0.1:$port"
server_pid=$first_pid
server_log=$first_log
check 'the one that was there first is not disturbed' served
stop_server
refuses 1 '192.0.2.1' "${good[@]:0:6}" --listen 192.0.2.1:4433
refuses 2 'user.*no-such-user' "${good[@]}" --user no-such-user-here

# Help.
"$SERVER" --help >"$work/help" 2>"$work/help.err"
check '--help ends with 0' [ $? -eq 0 ]
for option in cert key ca crl allow-name psk-file listen user max-clients per-source handshake-seconds idle-seconds \
    hello-rate log help; do
    check "--help names --$option" grep -q -- "--$option" "$work/help"
done

# The rights of the process that serves.
rights() {
    sed -n "s/^$1:[[:space:]]*//p" "/proc/$server_pid/status"
}
start_server --listen 127.0.0.1:0 --listen '127.0.0.2:0'
check 'listens twice' [ "$(log_count 'info listening address=127.0.0.[12]:[1-9]')" -eq 2 ]
check 'NoNewPrivs is set' [ "$(rights NoNewPrivs)" = 1 ]
if [ "$(id -u)" -eq 0 ]; then
    nobody=$(id -u nobody)
    group=$(id -g nobody)
    check 'all user numbers are nobody'\''s' [ "$(rights Uid | tr '\t' ' ')" = "$nobody $nobody $nobody $nobody" ]
    check 'all group numbers are nobody'\''s' [ "$(rights Gid | tr '\t' ' ')" = "$group $group $group $group" ]
    check 'no supplementary group but nobody'\''s' [ -z "$(rights Groups | tr ' \t' '\n\n' | grep -v "^$group\$" | tr -d '\n')" ]
    check 'no capability is effective' [ "$(rights CapEff | tr -d 0)" = '' ]
    check 'no capability is permitted' [ "$(rights CapPrm | tr -d 0)" = '' ]
    check 'serves all the same' served
    stop_server
    # A port that only root may bind, on a loopback address where nobody else listens.
    if [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" -gt 853 ]; then
        start_server --listen 127.85.3.1:853 --user daemon
        check 'another user by --user' [ "$(rights Uid | cut -f 1)" = "$(id -u daemon)" ]
        check 'serves at a port that only root may bind' served
        stop_server
    fi
else
    echo 'not root: the change of the user was not tested'
    check 'stays who it was' [ "$(rights Uid | cut -f 1)" = "$(id -u)" ]
    stop_server
fi
finish
