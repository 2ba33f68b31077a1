# What the test scripts share: starting servers, waiting for conditions, telling failures, and cleaning up. Sourced by
# each tests/NAME.sh, which CTest gives SERVER, CLIENT, TOOLS (a folder), SRC (this example's folder), perhaps STOA,
# SHORT=1 (short lengths) and SANITIZED=1. Servers choose their ports, so tests run side by side.
# shellcheck shell=bash
set -uo pipefail
: "${SERVER:?the server}" "${CLIENT:?the client}" "${TOOLS:?the folder of the test tools}" "${SRC:?the example}"
export LC_ALL=C

work=$(mktemp -d "${TMPDIR:-/tmp}/sus-test.XXXXXX") || exit 1
ca=$work/ca
children=()   # processes that cleanup ends if the test leaves them behind
failures=0
checks=0

cleanup() {
    local status=$? pid
    trap - EXIT
    for pid in "${children[@]}"; do
        kill -KILL "$pid" 2>/dev/null
    done
    wait 2>/dev/null
    rm -rf "$work"
    exit "$status"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

# short LENGTH FULL: the length for this run.
short() {
    if [ "${SHORT:-0}" = 1 ]; then echo "$1"; else echo "$2"; fi
}

skip() {
    echo "skipped: $*"
    exit 77
}

# fail MESSAGE [FILE]...: counts, goes on; shows the ends of the files.
fail() {
    local file
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$1"
    shift
    for file in "$@"; do
        printf '    --- the end of %s\n' "${file##*/}"
        grep -a -v ' info status ' "$file" 2>/dev/null | tail -n 8 | tr -c '[:print:]\n\t' '.' | cut -c 1-300 | sed 's/^/    /'
    done
}

# give_up MESSAGE [FILE]...: what comes after it would make no sense.
give_up() {
    fail "$@"
    exit 1
}

# check DESCRIPTION COMMAND...: the command must succeed.
check() {
    local description=$1
    shift
    checks=$((checks + 1))
    "$@" || fail "$description" "${server_log:-/dev/null}"
}

# The last line of each test.
finish() {
    echo "$checks checks, $failures failures"
    [ "$failures" -eq 0 ]
    exit
}

# wait_for SECONDS COMMAND...: polls until the command succeeds. The seconds are a generous limit, no expectation.
wait_for() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.05
    done
}

# alive PID: runs and is not a zombie.
alive() {
    local state
    state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null)
    [ -n "$state" ] && [ "$state" != Z ]
}

dead() {
    ! alive "$1"
}

# ended PID SECONDS: waits for the end of a child and gives its exit status; kills it after that time (status 137).
ended() {
    wait_for "$2" dead "$1" || kill -KILL "$1" 2>/dev/null
    # The shell's own remark about a killed child says nothing new.
    { wait "$1"; } 2>/dev/null
}

resident_kib() {
    sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status"
}

make_ca() {
    "$SRC/tests/make-ca.sh" "$ca" || give_up 'make-ca.sh'
}

inputs_open=() # descriptors of pipes that lead to other programs
# apart COMMAND...: for the background. Without those descriptors: as long as any process has one open, the program at
# its other end does not see the end of its input.
apart() {
    local descriptor
    for descriptor in "${inputs_open[@]}"; do
        exec {descriptor}>&-
    done
    exec "$@"
}

servers=0
# launch ARGUMENT...: starts the server with exactly these arguments; sets server_pid and server_log.
launch() {
    servers=$((servers + 1))
    server_log=$work/server$servers.log
    : >"$server_log" # so that it can be looked into before the server has begun
    "$SERVER" "$@" >"$work/server$servers.out" 2>"$server_log" </dev/null &
    server_pid=$!
    children+=("$server_pid")
}

# start_server ARGUMENT...: with the good certificate unless --cert is among the arguments, on a free port of 127.0.0.1
# unless --listen is; waits until it is ready. Sets also address and port, of its first socket.
start_server() {
    local arguments=()
    case " $* " in *' --listen '*) ;; *) arguments+=(--listen 127.0.0.1:0) ;; esac
    case " $* " in *' --cert '*) ;; *) arguments+=(--cert "$ca/server.pem" --key "$ca/server.key") ;; esac
    case " $* " in *' --ca '*) ;; *) arguments+=(--ca "$ca/ca.pem") ;; esac
    launch "${arguments[@]}" "$@"
    wait_for 30 ready_or_dead
    grep -q ' info ready ' "$server_log" || give_up "the server does not start: $*" "$server_log"
    address=$(sed -n 's/.* info listening address=//p' "$server_log" | head -n 1)
    port=${address##*:}
    status_lines=0
}

ready_or_dead() {
    grep -q ' info ready ' "$server_log" || dead "$server_pid"
}

# No sanitizer has complained in the log of the present server.
log_is_sane() {
    ! grep -E -q 'Sanitizer|runtime error:' "$server_log"
}

# stop_server [EXPECTED-STATUS]: by SIGTERM; it must end by itself, with that status (0), and say so.
stop_server() {
    local status=0
    alive "$server_pid" || fail 'the server has ended by itself' "$server_log"
    kill -TERM "$server_pid" 2>/dev/null
    ended "$server_pid" 60 || status=$?
    checks=$((checks + 1))
    [ "$status" -eq "${1:-0}" ] || fail "the server ended with status $status" "$server_log"
    [ "${1:-0}" -ne 0 ] || tail -n 1 "$server_log" | grep -q ' info stopped ' ||
        fail 'the last line of the log is not "stopped"' "$server_log"
    log_is_sane || fail 'the server ran into a sanitizer' "$server_log"
}

# logged REGEX: an extended expression is in the log of the present server.
logged() {
    grep -E -q -- "$1" "$server_log"
}

log_count() {
    grep -E -c -- "$1" "$server_log" || :
}

# mark, then logged_since REGEX: in what was logged after the mark.
mark() {
    log_mark=$(wc -l <"$server_log")
}

logged_since() {
    tail -n "+$((log_mark + 1))" "$server_log" | grep -E -q -- "$1"
}

more_status_lines() {
    [ "$(grep -c ' info status ' "$server_log")" -gt "$status_lines" ]
}

# status FIELD: asks the server and prints that field of its answer; nothing if it doesn't answer. It is asked again
# because a line that nobody reads at once is left out of the log.
status() {
    status_lines=$(grep -c ' info status ' "$server_log")
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        kill -USR1 "$server_pid" 2>/dev/null || return 0
        wait_for 2 more_status_lines && break
    done
    grep ' info status ' "$server_log" | tail -n 1 | tr ' ' '\n' | sed -n "s/^$1=//p"
}

# clients_are NUMBER: as the server counts them.
clients_are() {
    [ "$(status clients)" = "$1" ]
}

# field FILE NAME: the value in a tool's NAME=VALUE lines.
field() {
    tr ' ' '\n' <"$1" | sed -n "s/^$2=//p" | tail -n 1
}

# client ARGUMENT...: our own client with the good certificate, at the present server.
client() {
    timeout 60 "$CLIENT" --connect "$address" --ca "$ca/ca.pem" --cert "$ca/client.pem" --key "$ca/client.key" "$@"
}

# served: a good client gets its acknowledgement.
served() {
    client --text 'still served' >"$work/served.out" 2>&1 && grep -q '^ack ' "$work/served.out"
}

not() {
    ! "$@"
}

# A peer is another program that talks DTLS, with a pipe as its input.
peers=0
acknowledgement=0102000000000001

# peer COMMAND...: starts the command, with a text message of our protocol as its input. Sets peer_pid, peer_out (what it
# printed), peer_err and peer_in, the descriptor of its input.
peer() {
    local pipe=$work/peer$((++peers)).in
    peer_out=$work/peer$peers.out
    peer_err=$work/peer$peers.err
    mkfifo "$pipe"
    : >"$peer_out"
    apart "$@" <"$pipe" >"$peer_out" 2>"$peer_err" &
    peer_pid=$!
    children+=("$peer_pid")
    exec {peer_in}<>"$pipe"
    inputs_open+=("$peer_in")
    printf '\001\001\000\005\000\000\000\001hello' >&"$peer_in"
}

acknowledged() {
    od -An -v -tx1 "$peer_out" | tr -d ' \n' | grep -q "$acknowledgement"
}

acknowledged_or_dead() {
    acknowledged || dead "$peer_pid"
}

# Closes the peer's input and waits for its end; sets peer_status.
peer_end() {
    exec {peer_in}>&-
    peer_status=0
    ended "$peer_pid" 20 2>/dev/null || peer_status=$?
}

# openssl_peer [OPTION...]: the same with openssl s_client and the good certificate, at the present server.
openssl_peer() {
    peer openssl s_client -dtls1_2 -connect "$address" -CAfile "$ca/ca.pem" -cert "$ca/client.pem" \
        -key "$ca/client.key" -verify_return_error -quiet -no_ign_eof "$@"
}
