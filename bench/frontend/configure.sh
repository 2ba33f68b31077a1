#!/bin/sh
# Makes configured copies of the corpus, each with the compile_commands.json of a real build.
# Usage: bench/frontend/configure.sh CORPUS CONFIGURED [NAME...]
# CORPUS is what bench/fetch.sh made. The pristine trees are not touched; CONFIGURED/NAME is a copy in
# which a file has the same relative path as in CORPUS/NAME. A finished copy is left alone.
#
# Each package is built with as many of its features as the distribution's libraries allow, because
# only code that is compiled has a truth. Make-based builds are recorded by bear; optimization is off,
# for it changes no tree and costs most of the time.
set -eu

if [ $# -lt 2 ]; then
    echo "usage: $0 CORPUS CONFIGURED [NAME...]" >&2
    exit 2
fi
corpus=$(cd "$1" && pwd)
full=$corpus.cache/full
mkdir -p "$2"
out=$(cd "$2" && pwd)
shift 2
jobs=${JOBS:-2}
export CFLAGS=-O0 CXXFLAGS=-O0

all='zlib lua curl redis mosquitto nginx libpng busybox sqlite3 leveldb re2 fmt'
libraries='bear libbenchmark-dev libbrotli-dev libcjson-dev libexpat1-dev libgd-dev libgeoip-dev
    libgmock-dev libgnutls28-dev libgtest-dev libidn2-dev libkrb5-dev libldap2-dev libnghttp2-dev
    libpcre2-dev libpng-dev libpsl-dev libreadline-dev librtmp-dev libsnappy-dev libssh2-1-dev
    libssl-dev libsystemd-dev libtool-bin libwebsockets-dev libwrap0-dev libxslt1-dev libzstd-dev tcl
    uthash-dev zlib1g-dev'

missing=$(for p in $libraries; do
    dpkg-query -W -f '${Status}' "$p" 2> /dev/null | grep -q 'ok installed' || echo "$p"
done)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # one word per package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null
fi

# bear writes compile_commands.json into the folder the build is started from.
record() { bear -- make -j"$jobs" "$@"; }
cmake_record() { cmake -S . -B .build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@" && mv .build/compile_commands.json .; }

build_zlib() { ./configure && record all; }
# The package builds each file as C++ as well; that one is left out, and so is what would need its objects.
build_lua() {
    # What debian/rules makes before the build.
    echo "#define DEB_HOST_MULTIARCH \"$(gcc -print-multiarch)\"" > src/lua5.4-deb-multiarch.h
    record -k -C src linux-readline LIBTOOL=libtool CXX=true MYCFLAGS=-O0
}
build_curl() {
    ./configure --disable-dependency-tracking --with-openssl --with-gnutls --with-brotli --with-zstd \
        --with-nghttp2 --with-libidn2 --with-librtmp --with-libssh2 --with-gssapi --with-zlib \
        --enable-ldap --enable-ldaps --enable-versioned-symbols=no --disable-manual --enable-websockets \
        --disable-shared --enable-static &&
        record -C lib && bear --append -- make -j"$jobs" -C src
}
build_redis() {
    make -C deps hiredis linenoise lua hdr_histogram &&
        record -C src MALLOC=libc BUILD_TLS=yes OPTIMIZATION=-O0 DEBUG= REDIS_CFLAGS=-O0
}
build_mosquitto() { cmake_record -DWITH_SYSTEMD=ON -DWITH_WEBSOCKETS=ON -DDOCUMENTATION=OFF -DWITH_TLS_PSK=ON; }
build_nginx() {
    ./configure --with-compat --with-debug --with-pcre-jit --with-http_ssl_module \
        --with-http_stub_status_module --with-http_realip_module --with-http_auth_request_module \
        --with-http_v2_module --with-http_dav_module --with-http_slice_module --with-threads \
        --with-http_addition_module --with-http_flv_module --with-http_gunzip_module \
        --with-http_gzip_static_module --with-http_mp4_module --with-http_random_index_module \
        --with-http_secure_link_module --with-http_sub_module --with-mail_ssl_module \
        --with-stream_ssl_module --with-stream_ssl_preread_module --with-stream_realip_module \
        --with-http_geoip_module --with-http_image_filter_module --with-http_xslt_module \
        --with-mail --with-stream --with-stream_geoip_module --with-file-aio --with-cc-opt=-O0 && record
}
build_libpng() { ./configure --disable-dependency-tracking --disable-shared &&
    record all pngtest pngunknown pngstest pngvalid pngimage timepng pngcp; }
build_busybox() { make defconfig && record busybox_unstripped EXTRA_CFLAGS=-O0 SKIP_STRIP=y; }
build_sqlite3() {
    # The amalgamation and the shell, with the options the distribution's package sets.
    cat > compile_commands.json << JSON
[
{"directory": "$PWD", "file": "sqlite3.c", "arguments": ["cc", "-O0", "-DSQLITE_SECURE_DELETE",
 "-DSQLITE_ENABLE_COLUMN_METADATA", "-DSQLITE_SOUNDEX", "-DSQLITE_ENABLE_UNLOCK_NOTIFY",
 "-DSQLITE_ENABLE_DBSTAT_VTAB", "-DSQLITE_ALLOW_ROWID_IN_VIEW=1", "-DSQLITE_ENABLE_UPDATE_DELETE_LIMIT=1",
 "-DSQLITE_ENABLE_LOAD_EXTENSION", "-DSQLITE_LIKE_DOESNT_MATCH_BLOBS", "-DSQLITE_THREADSAFE=1",
 "-DSQLITE_ENABLE_FTS3=1", "-DSQLITE_ENABLE_FTS3_PARENTHESIS", "-DSQLITE_ENABLE_FTS3_TOKENIZER=1",
 "-DSQLITE_ENABLE_FTS5", "-DSQLITE_ENABLE_RTREE", "-DSQLITE_ENABLE_SESSION", "-DSQLITE_ENABLE_PREUPDATE_HOOK",
 "-DSQLITE_ENABLE_STMTVTAB", "-DHAVE_USLEEP=1", "-c", "sqlite3.c"]},
{"directory": "$PWD", "file": "shell.c", "arguments": ["cc", "-O0", "-DHAVE_READLINE=1",
 "-DSQLITE_HAVE_ZLIB=1", "-DSQLITE_ENABLE_FTS5", "-DSQLITE_ENABLE_SESSION", "-DSQLITE_ENABLE_PREUPDATE_HOOK",
 "-DSQLITE_ENABLE_DBPAGE_VTAB", "-DSQLITE_ENABLE_STMTVTAB", "-c", "shell.c"]}
]
JSON
}
build_leveldb() { cmake_record; }
build_re2() {
    # Tables that the package generates while it is built: they are in no pristine tree, so they may be empty.
    touch re2/perl_groups.cc re2/unicode_casefold.cc re2/unicode_groups.cc
    cmake_record -DRE2_BUILD_TESTING=ON
}
build_fmt() { cmake_record -DFMT_TEST=ON; }

failed=
# shellcheck disable=SC2086 # one word per name
[ $# -gt 0 ] || set -- $all
for name in "$@"; do
    [ -f "$out/$name/.configured" ] && continue
    rm -rf "${out:?}/$name"
    mkdir "$out/$name"
    if [ "$name" = redis ]; then
        cp -a "$full/redis/." "$out/$name/"
    else
        cp -a "$corpus/$name/." "$out/$name/"
    fi
    # Not in a condition: `set -e` does not hold inside one, and each step is joined by && anyway.
    (cd "$out/$name" && "build_$name") > "$out/$name.log" 2>&1 || true
    if grep -q '"file"' "$out/$name/compile_commands.json" 2> /dev/null; then
        touch "$out/$name/.configured"
        echo "$name: $(grep -c '"file"' "$out/$name/compile_commands.json") commands"
    else
        failed="$failed $name"
        echo "$name: failed, see $out/$name.log" >&2
    fi
done
[ -z "$failed" ]
