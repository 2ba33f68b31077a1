/*
 * What is known of libraries before anything is parsed; see library.h.
 */
#include "syntax/library.h"

#include <string.h>

#include "base/embed.h"
#include "base/str.h"

/* Headers without a contract of their own; * stands for anything. In no order: the list is short and asked once per name. */
static const char *const system_names[] = {
    /* C and POSIX */
    "aio.h", "complex.h", "cpio.h", "fmtmsg.h", "memory.h", "mntent.h", "monetary.h", "mqueue.h",
    "nl_types.h", "paths.h", "search.h", "stropts.h", "tar.h", "tgmath.h", "trace.h", "ucontext.h",
    "ulimit.h", "utime.h", "utmp.h", "utmpx.h", "values.h", "varargs.h", "stdbit.h", "stdckdint.h",
    "stdfix.h",
    /* Linux, BSD, macOS, compilers */
    "aliases.h", "argp.h", "argz.h", "ar.h", "a.out.h", "asm/*", "asm-generic/*", "linux/*", "gnu/*",
    "scsi/*", "netpacket/*", "netipx/*", "protocols/*", "rpc/*", "mach/*", "mach-o/*", "elf.h", "link.h",
    "execinfo.h", "envz.h", "fstab.h", "fts.h", "gconv.h", "ieee754.h", "ifaddrs.h", "lastlog.h", "libintl.h",
    "libio.h", "mcheck.h", "obstack.h", "printf.h", "proc_service.h", "pty.h", "re_comp.h", "regexp.h",
    "resolv.h", "sgtty.h", "stdio_ext.h", "stab.h", "sysexits.h", "termio.h", "thread_db.h", "ttyent.h",
    "ustat.h", "libutil.h", "features.h", "unwind.h", "cpuid.h", "cet.h", "*intrin.h", "arm_neon.h",
    "arm_acle.h", "altivec.h", "omp.h", "mm_malloc.h", "copyfile.h", "crt_externs.h", "libkern/*",
    "libproc.h", "sandbox.h", "CoreFoundation/*", "CoreServices/*", "Security/*", "SystemConfiguration/*",
    "TargetConditionals.h", "Availability*", "AvailabilityMacros.h", "IOKit/*", "Foundation/*", "Cocoa/*",
    "AppKit/*", "OpenGL/*", "GL/*", "GLES*", "EGL/*",
    /* Windows */
    "windows.h", "Windows.h", "windef.h", "winbase.h", "winnt.h", "winsock.h", "winsock2.h", "WinSock2.h",
    "ws2tcpip.h", "Ws2tcpip.h", "mswsock.h", "iphlpapi.h", "wincrypt.h", "bcrypt.h", "ncrypt.h", "ntsecapi.h",
    "winioctl.h", "winreg.h", "winuser.h", "winsvc.h", "winternl.h", "winldap.h", "winber.h", "wininet.h",
    "winhttp.h", "shellapi.h", "shlobj.h", "shlwapi.h", "psapi.h", "tlhelp32.h", "dbghelp.h", "direct.h",
    "conio.h", "tchar.h", "share.h", "crtdbg.h", "excpt.h", "intrin.h", "sal.h", "objbase.h", "ole2.h",
    "oleauto.h", "combaseapi.h", "comdef.h", "mmsystem.h", "commctrl.h", "commdlg.h", "lm.h", "sddl.h",
    "aclapi.h", "accctrl.h", "sspi.h", "schannel.h", "schnlsp.h", "versionhelpers.h", "sdkddkver.h",
    "ntstatus.h",
    /* libraries that nobody carries along */
    "glib.h", "glib/*", "glib-object.h", "gio/*", "gmodule.h", "gtk/*", "gdk/*", "pango/*", "cairo*",
    "libxml/*", "libxslt/*", "openssl/*", "gnutls/*", "mbedtls/*", "psa/*", "wolfssl/*", "nss/*", "nspr/*",
    "curl/*", "krb5.h", "krb5/*", "gssapi/*", "gssapi.h", "gssapi_*", "sasl/*", "ldap.h", "lber.h", "ldap_*",
    "security/pam_*", "systemd/*", "dbus/*", "selinux/*", "sqlite3.h", "mysql/*", "mysql.h", "libpq-fe.h",
    "X11/*", "xcb/*", "curses.h", "ncurses*", "readline/*", "editline/*", "jpeglib.h", "tiffio.h",
    "ft2build.h", "freetype/*", "fontconfig/*", "event2/*", "ev.h", "uv.h", "pcre*", "expat.h", "bzlib.h",
    "lzma.h", "zstd.h", "lz4*.h", "brotli/*", "nghttp2/*", "nghttp3/*", "ngtcp2/*", "libssh2.h", "libssh/*",
    "idn2.h", "unistr.h", "unicase.h", "iconv.h", "unicode/*", "jansson.h", "json-c/*", "cjson/*", "yaml.h",
    "boost/*", "gtest/*", "gmock/*", "benchmark/*", "Python.h", "jni.h", "ruby.h", "perl.h", "valgrind/*",
    "sanitizer/*", "tcl.h", "tk.h", "pcap.h", "pcap/*", "gmp.h", "mpfr.h", "fuse.h", "libusb*",
    /* the C++ library */
    "algorithm", "any", "array", "atomic", "barrier", "bit", "bitset", "charconv", "chrono", "codecvt",
    "compare", "complex", "concepts", "condition_variable", "coroutine", "deque", "exception", "execution",
    "expected", "filesystem", "format", "forward_list", "fstream", "functional", "future", "generator",
    "initializer_list", "iomanip", "ios", "iosfwd", "iostream", "istream", "iterator", "latch", "limits",
    "list", "locale", "map", "mdspan", "memory", "memory_resource", "mutex", "new", "numbers", "numeric",
    "optional", "ostream", "print", "queue", "random", "ranges", "ratio", "regex", "scoped_allocator",
    "semaphore", "set", "shared_mutex", "source_location", "span", "spanstream", "sstream", "stack",
    "stacktrace", "stdexcept", "stop_token", "streambuf", "string", "string_view", "strstream", "syncstream",
    "system_error", "thread", "tuple", "type_traits", "typeindex", "typeinfo", "unordered_map",
    "unordered_set", "utility", "valarray", "variant", "vector", "version", "cxxabi.h", "ext/*",
    "experimental/*", "cassert", "cctype", "cerrno", "cfenv", "cfloat", "cinttypes", "climits", "clocale",
    "cmath", "csetjmp", "csignal", "cstdarg", "cstddef", "cstdint", "cstdio", "cstdlib", "cstring", "ctime",
    "cuchar", "cwchar", "cwctype", "ciso646", "cstdbool"};

/* <QSslSocket>, <QtNetwork/QSslSocket>, <QtCore>: Qt's own headers have no suffix. */
static bool is_qt_name(const char *name)
{
    if (name[0] != 'Q' || strchr(name, '.'))
        return false;
    if (name[1] == 't')
        return name[2] >= 'A' && name[2] <= 'Z';
    return name[1] >= 'A' && name[1] <= 'Z' && !strchr(name, '/');
}

bool library_is_cxx(const char *path)
{
    return str_starts(path, "qt/") || str_starts(path, "cxx/");
}

/* Folders of contracts/ that are part of the name in an #include, as in <openssl/ssl.h>. */
static bool folder_is_included(const char *path)
{
    static const char *const folders[] = {"openssl/", "gnutls/", "mbedtls/", "curl/"};
    for (u32 i = 0; i < LENGTH(folders); i++)
        if (str_starts(path, folders[i]))
            return true;
    return false;
}

bool library_is_system_header(const char *name)
{
    for (size_t i = 0; i < embed_contracts_count; i++) {
        const char *path = embed_contracts[i].path, *slash = strchr(path, '/');
        if (slash && strcmp(folder_is_included(path) ? path : slash + 1, name) == 0)
            return true;
    }
    for (u32 i = 0; i < LENGTH(system_names); i++)
        if (strchr(system_names[i], '*') ? str_glob(system_names[i], name)
                                         : strcmp(system_names[i], name) == 0)
            return true;
    return is_qt_name(name);
}
