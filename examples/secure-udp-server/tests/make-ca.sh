#!/usr/bin/env bash
# make-ca.sh FOLDER: certificates and keys for a trial of the server, good ones and all kinds of bad ones, by a scratch
# CA that lives in FOLDER alone. Used by ../run and the tests. Nothing here is for real use: the CA's key is not protected.
#
#   ca.pem crl.pem              the CA, and its list of revoked certificates
#   server.pem server.key       for localhost, 127.0.0.1 and ::1
#   client.pem client.key       for client.example
#   expired revoked othername noeku (.pem, .key)
#                               clients: of yesterday, on the list, named other.example, and not meant for clients
#   badserver.pem badserver.key a server's, but for wrong.example
#   otherca.pem wrongca.pem wrongca.key
#                               another CA, and a client of that one
#   psk.txt                     one pre-shared key, of the identity sensor-1
set -euo pipefail
umask 077
export LC_ALL=C

[ $# -eq 1 ] || {
    echo 'usage: make-ca.sh FOLDER' >&2
    exit 2
}
mkdir -p "$1"
cd "$1"

cat >ca.cnf <<'CNF'
[ca]
default_ca = scratch
[scratch]
dir = .
database = $dir/index.txt
new_certs_dir = $dir
rand_serial = yes
default_md = sha256
default_days = 30
default_crl_days = 30
policy = policy
unique_subject = no
[policy]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
commonName = scratch
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = ${ENV::ALT_NAME}
[client]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectAltName = ${ENV::ALT_NAME}
CNF
export ALT_NAME=DNS:unused.example
: >index.txt

# Quiet unless it fails; openssl reports progress on standard error.
quietly() {
    if ! "$@" >openssl.out 2>&1; then
        cat openssl.out >&2
        echo "make-ca.sh: failed: $*" >&2
        exit 1
    fi
}

key() {
    quietly openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
}

# authority NAME COMMON-NAME: NAME.pem and NAME.key, self-signed.
authority() {
    key "$1.key"
    quietly openssl req -x509 -new -config ca.cnf -extensions authority -key "$1.key" -subj "/CN=$2" -days 30 \
        -out "$1.pem"
}

# issue NAME SECTION ALT_NAMES CA [OPTION...]: NAME.pem and NAME.key, named by ALT_NAMES, signed by CA. The name in the
# subject is another one on purpose: who reads that instead of the alternative names is not served.
issue() {
    local name=$1 section=$2 alternatives=$3 authority=$4
    shift 4
    key "$name.key"
    quietly openssl req -new -config ca.cnf -key "$name.key" -subj "/CN=scratch $name" -out request.pem
    ALT_NAME=$alternatives quietly openssl ca -batch -notext -config ca.cnf -extensions "$section" \
        -cert "$authority.pem" -keyfile "$authority.key" -in request.pem -out "$name.pem" "$@"
}

authority ca 'scratch authority'
authority otherca 'another authority'

issue server server DNS:localhost,IP:127.0.0.1,IP:::1 ca
issue badserver server DNS:wrong.example ca
issue client client DNS:client.example ca
issue othername client DNS:other.example ca
issue noeku server DNS:client.example ca
issue wrongca client DNS:client.example otherca
issue expired client DNS:client.example ca -startdate 20200101000000Z -enddate 20200201000000Z
issue revoked client DNS:client.example ca

quietly openssl ca -config ca.cnf -cert ca.pem -keyfile ca.key -revoke revoked.pem
quietly openssl ca -config ca.cnf -cert ca.pem -keyfile ca.key -gencrl -out crl.pem

printf 'sensor-1:%s\n' "$(openssl rand -hex 32)" >psk.txt

rm -f request.pem openssl.out index.txt* ./[0-9A-F]*.pem
