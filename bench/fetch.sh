#!/bin/sh
# Brings the benchmark corpus: source packages of the distribution, unpacked and not configured.
# Usage: bench/fetch.sh DIR. Safe to run again: a package that is already there is left alone.
#
# apt is run with a private configuration (sources, lists and cache below DIR.cache) that is derived
# from the machine's own sources with their type changed to deb-src. The machine's own apt
# configuration is only read. Whatever version the distribution has is taken and noted in DIR/VERSIONS.
# DIR holds the pristine trees only; DIR.cache/full has the whole packages for configured copies.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: $0 DIR" >&2
    exit 2
fi
mkdir -p "$1"
dir=$(cd "$1" && pwd)
cache=$dir.cache
apt=$cache/apt
down=$cache/download
full=$cache/full
mkdir -p "$full"
mkdir -p "$apt/sources.d" "$apt/lists/partial" "$apt/cache/archives/partial" "$down"

# name in the corpus, source package, part of the package that is kept (. = all of it)
packages='
zlib zlib .
lua lua5.4 .
curl curl .
redis redis src
mosquitto mosquitto .
nginx nginx .
libpng libpng1.6 .
busybox busybox .
leveldb leveldb .
re2 re2 .
fmt fmtlib .
'

derive_sources() {
    for f in /etc/apt/sources.list.d/*.sources; do
        [ -f "$f" ] || continue
        sed 's/^Types:.*/Types: deb-src/' "$f" > "$apt/sources.d/${f##*/}"
    done
    for f in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$f" ] || continue
        sed -n 's/^[[:space:]]*deb[[:space:]]/deb-src /p' "$f" > "$apt/sources.d/${f##*/}"
    done
}

private_apt() {
    tool=$1
    shift
    "$tool" -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt/sources.d" \
        -o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User= "$@"
}

# Downloads source package $1 into its own folder of the cache; prints the .dsc file's path. A mirror
# can list a version that it does not hold (yet, or any more): then the next older one is taken.
download() {
    if ! ls "$down/$1"/*.dsc > /dev/null 2>&1; then
        for v in $(private_apt apt-cache showsrc --only-source "$1" | sed -n 's/^Version: *//p' | sort -Vru); do
            rm -rf "$down/$1.part"
            mkdir -p "$down/$1.part"
            if (cd "$down/$1.part" && private_apt apt-get source --download-only --only-source "$1=$v" >&2); then
                mv "$down/$1.part" "$down/$1"
                break
            fi
        done
    fi
    ls "$down/$1"/*.dsc
}

# Writes the line of package $1 ($2 = its .dsc) in VERSIONS, once.
note_version() {
    version=$(sed -n 's/^Version: *//p' "$2" | head -n 1)
    touch "$dir/VERSIONS"
    { grep -v "^$1 " "$dir/VERSIONS" || true; echo "$1 $version"; } | LC_ALL=C sort > "$dir/VERSIONS.new"
    mv "$dir/VERSIONS.new" "$dir/VERSIONS"
}

# Unpacks package $2 to $full/$1.
unpack() {
    if [ ! -d "$full/$1" ]; then
        rm -rf "$full/$1.part"
        dpkg-source --no-check -q -x "$dsc" "$full/$1.part" >&2
        rm -rf "$full/$1.part/.pc"
        mv "$full/$1.part" "$full/$1"
    fi
    note_version "$2" "$dsc"
}

derive_sources
private_apt apt-get update

echo "$packages" | while read -r name package part; do
    [ -n "$name" ] || continue
    dsc=$(download "$package")
    unpack "$name" "$package"
    if [ ! -d "$dir/$name" ]; then
        rm -rf "$dir/.$name.part"
        mkdir "$dir/.$name.part"
        if [ "$part" = . ]; then
            cp -a "$full/$name/." "$dir/.$name.part/"
        else
            cp -a "$full/$name/$part" "$dir/.$name.part/"
        fi
        mv "$dir/.$name.part" "$dir/$name"
    fi
    echo "$name: $(grep "^$package " "$dir/VERSIONS")"
done

# sqlite3: what projects embed and what is measured is the amalgamation; the package has its parts only.
dsc=$(download sqlite3)
unpack sqlite3 sqlite3
if [ ! -d "$dir/sqlite3" ]; then
    command -v tclsh > /dev/null || { echo "$0: sqlite3 needs tclsh (package tcl)" >&2; exit 1; }
    rm -rf "$dir/.sqlite3.work" "$dir/.sqlite3.part"
    cp -a "$full/sqlite3" "$dir/.sqlite3.work"
    (cd "$dir/.sqlite3.work" && ./configure > configure.log 2>&1 && make sqlite3.c sqlite3.h shell.c > make.log 2>&1)
    mkdir "$dir/.sqlite3.part"
    cp "$dir/.sqlite3.work/sqlite3.c" "$dir/.sqlite3.work/sqlite3.h" "$dir/.sqlite3.work/shell.c" "$dir/.sqlite3.part/"
    rm -rf "$dir/.sqlite3.work"
    mv "$dir/.sqlite3.part" "$dir/sqlite3"
fi
echo "sqlite3: $(grep '^sqlite3 ' "$dir/VERSIONS")"

# Qt's secure UDP server: one example of a package too large to unpack whole.
dsc=$(download qtbase-opensource-src)
note_version qtbase-opensource-src "$dsc"
if [ ! -d "$dir/qt" ]; then
    rm -rf "$dir/.qt.part"
    mkdir "$dir/.qt.part"
    orig=$(find "${dsc%/*}" -name '*.orig.tar.*' ! -name '*.asc' | head -n 1)
    tar -xf "$orig" -C "$dir/.qt.part" --wildcards '*/examples/network/secureudpserver/*'
    mv "$dir"/.qt.part/*/examples/network/secureudpserver "$dir/qt"
    rm -rf "$dir/.qt.part"
fi
echo "qt: $(grep '^qtbase' "$dir/VERSIONS")"
