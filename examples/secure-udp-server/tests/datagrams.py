#!/usr/bin/env python3
"""Datagrams that no DTLS library would send, for timers.sh.

    datagrams.py half-open ADDRESS PORT SECONDS   proves its address by the cookie, then never says anything again;
                                                  prints what comes within that time:
                                                  server_hellos=N alerts=N seconds_between=A,B,...
    datagrams.py empty ADDRESS PORT COUNT         sends COUNT datagrams without an octet
"""
import socket
import struct
import sys
import time

DTLS12 = 0xFEFD
ALERT, HANDSHAKE = 21, 22
CLIENT_HELLO, SERVER_HELLO, HELLO_VERIFY_REQUEST = 1, 2, 3
RECORD_HEADER, HANDSHAKE_HEADER = 13, 12


def vector(octets, width):
    return len(octets).to_bytes(width, "big") + octets


def extension(number, octets):
    return struct.pack("!H", number) + vector(octets, 2)


def client_hello(number, random, cookie):
    """RFC 6347, 4.2.1. `number` counts the messages and, as each is a record of its own, the records."""
    suites = struct.pack("!4H", 0xC02B, 0xC02C, 0xC02F, 0xC030)
    extensions = (extension(10, vector(struct.pack("!2H", 23, 29), 2))             # groups: P-256, X25519
                  + extension(11, vector(b"\0", 1))                                # points are uncompressed
                  + extension(13, vector(struct.pack("!3H", 0x0403, 0x0804, 0x0401), 2))
                  + extension(23, b""))                                            # extended master secret
    body = (struct.pack("!H", DTLS12) + random + vector(b"", 1) + vector(cookie, 1) + vector(suites, 2)
            + vector(b"\0", 1) + vector(extensions, 2))
    length = len(body).to_bytes(3, "big")
    message = bytes([CLIENT_HELLO]) + length + struct.pack("!H", number) + b"\0\0\0" + length + body
    return bytes([HANDSHAKE]) + struct.pack("!HHHI", DTLS12, 0, 0, number) + vector(message, 2)


def half_open(peer, seconds):
    random = bytes(range(32))
    peer.settimeout(1)
    for _ in range(20):
        peer.send(client_hello(0, random, b""))
        try:
            answer = peer.recv(65535)
        except socket.timeout:
            continue
        if answer[0] == HANDSHAKE and answer[RECORD_HEADER] == HELLO_VERIFY_REQUEST:
            break
    else:
        sys.exit("no cookie came")
    at = RECORD_HEADER + HANDSHAKE_HEADER + 2
    cookie = answer[at + 1:at + 1 + answer[at]]
    peer.send(client_hello(1, random, cookie))

    hellos, alerts = [], 0
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        peer.settimeout(left)
        try:
            answer = peer.recv(65535)
        except socket.timeout:
            break
        if answer[0] == HANDSHAKE and answer[RECORD_HEADER] == SERVER_HELLO:
            hellos.append(time.monotonic())
        elif answer[0] == ALERT:
            alerts += 1
    between = ",".join("%.1f" % (b - a) for a, b in zip(hellos, hellos[1:]))
    print("server_hellos=%d alerts=%d seconds_between=%s" % (len(hellos), alerts, between))


def main():
    if len(sys.argv) != 5 or sys.argv[1] not in ("half-open", "empty"):
        sys.exit(__doc__)
    peer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    peer.connect((sys.argv[2], int(sys.argv[3])))
    if sys.argv[1] == "half-open":
        half_open(peer, float(sys.argv[4]))
    else:
        for _ in range(int(sys.argv[4])):
            peer.send(b"")


if __name__ == "__main__":
    main()
