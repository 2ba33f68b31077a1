/* Contract: names of Windows that portable code uses. Layouts are those of a 64-bit program. */
typedef int BOOL;
typedef unsigned char BYTE, BOOLEAN, UCHAR;
typedef unsigned short WORD, USHORT, ATOM;
typedef unsigned int DWORD, UINT, ULONG, DWORD32;
typedef int INT, LONG, HRESULT, NTSTATUS;
typedef long long LONGLONG, INT64, LONG_PTR, INT_PTR, SSIZE_T;
typedef unsigned long long ULONGLONG, UINT64, DWORD64, ULONG_PTR, UINT_PTR, DWORD_PTR, SIZE_T, SOCKET;
typedef char CHAR;
typedef unsigned short WCHAR, OLECHAR;
typedef char TCHAR;
typedef void VOID, *PVOID, *LPVOID, *HANDLE, *HMODULE, *HINSTANCE, *HWND, *HKEY, *HGLOBAL, *HLOCAL, *SC_HANDLE;
typedef const void *LPCVOID;
typedef char *LPSTR, *PSTR, *LPTSTR, *PCHAR;
typedef const char *LPCSTR, *PCSTR, *LPCTSTR;
typedef WCHAR *LPWSTR, *PWSTR, *PWCHAR;
typedef const WCHAR *LPCWSTR, *PCWSTR;
typedef BYTE *PBYTE, *LPBYTE, *PUCHAR;
typedef DWORD *PDWORD, *LPDWORD, *PULONG;
typedef LONG *PLONG, *LPLONG;
typedef WORD *LPWORD;
typedef BOOL *LPBOOL, *PBOOL;
typedef HANDLE *PHANDLE, *LPHANDLE;
typedef HKEY *PHKEY;
typedef DWORD COLORREF, ACCESS_MASK, REGSAM;
typedef ULONG_PTR WPARAM, HCRYPTPROV, HCRYPTKEY, HCRYPTHASH;
typedef LONG_PTR LPARAM, LRESULT;
typedef unsigned int ALG_ID;
typedef int (*FARPROC)(void);
typedef union _LARGE_INTEGER { struct { DWORD LowPart; LONG HighPart; }; LONGLONG QuadPart; } LARGE_INTEGER;
typedef struct _FILETIME { DWORD dwLowDateTime; DWORD dwHighDateTime; } FILETIME;
typedef struct _SYSTEMTIME { WORD wYear, wMonth, wDayOfWeek, wDay, wHour, wMinute, wSecond, wMilliseconds; } SYSTEMTIME;
typedef struct _SECURITY_ATTRIBUTES { DWORD nLength; LPVOID lpSecurityDescriptor; BOOL bInheritHandle; } SECURITY_ATTRIBUTES, *LPSECURITY_ATTRIBUTES;
typedef struct _OVERLAPPED { ULONG_PTR Internal, InternalHigh; LONGLONG Offset; HANDLE hEvent; } OVERLAPPED, *LPOVERLAPPED;
typedef struct _CRITICAL_SECTION { void *words[5]; } CRITICAL_SECTION, *LPCRITICAL_SECTION;
typedef struct _PROCESS_INFORMATION { HANDLE hProcess, hThread; DWORD dwProcessId, dwThreadId; } PROCESS_INFORMATION;
typedef struct _STARTUPINFOA { DWORD cb; LPSTR lpReserved, lpDesktop, lpTitle; DWORD numbers[8]; WORD wShowWindow, cbReserved2; LPBYTE lpReserved2; HANDLE hStdInput, hStdOutput, hStdError; } STARTUPINFOA, STARTUPINFO;
typedef struct WSAData { WORD wVersion, wHighVersion; unsigned short iMaxSockets, iMaxUdpDg; char *lpVendorInfo; char szDescription[257], szSystemStatus[129]; } WSADATA;
typedef struct sockaddr SOCKADDR, *PSOCKADDR, *LPSOCKADDR;
typedef struct sockaddr_in SOCKADDR_IN;
#define INVALID_SOCKET ((SOCKET)-1)
enum { SOCKET_ERROR = -1 };
#define INVALID_HANDLE_VALUE ((HANDLE)-1)
enum {
    MAX_PATH = 260, INFINITE = 0xFFFFFFFFU, ERROR_SUCCESS = 0, ERROR_ACCESS_DENIED = 5, GENERIC_READ = 0x80000000U,
    GENERIC_WRITE = 0x40000000U, GENERIC_ALL = 0x10000000U, FILE_SHARE_READ = 1, FILE_SHARE_WRITE = 2, CREATE_NEW = 1,
    CREATE_ALWAYS = 2, OPEN_EXISTING = 3, OPEN_ALWAYS = 4, FILE_ATTRIBUTE_NORMAL = 128, WAIT_OBJECT_0 = 0,
    WAIT_TIMEOUT = 258, WAIT_FAILED = 0xFFFFFFFFU, SD_RECEIVE = 0, SD_SEND = 1, SD_BOTH = 2, CALG_MD2 = 0x8001,
    CALG_MD4 = 0x8002, CALG_MD5 = 0x8003, CALG_SHA1 = 0x8004, CALG_SHA_256 = 0x800c, CALG_DES = 0x6601,
    CALG_RC2 = 0x6602, CALG_3DES = 0x6603, CALG_RC4 = 0x6801, CALG_RC5 = 0x660d, CALG_AES_128 = 0x660e, CALG_AES_256 = 0x6610,
    LOGON32_LOGON_NETWORK = 3, LOGON32_LOGON_INTERACTIVE = 2, LOGON32_PROVIDER_DEFAULT = 0,
    PAGE_EXECUTE_READWRITE = 0x40, PAGE_READWRITE = 4, MEM_COMMIT = 0x1000, MEM_RESERVE = 0x2000,
    MEM_RELEASE = 0x8000, HEAP_ZERO_MEMORY = 8
};
[[stoa::opens(result, HANDLE), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result == -1)]] HANDLE CreateFileA(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition, DWORD flags, HANDLE pattern);
[[stoa::opens(result, HANDLE), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result == -1)]] HANDLE CreateFileW(LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition, DWORD flags, HANDLE pattern);
[[stoa::opens(result, HANDLE), stoa::sink(path, path), stoa::race_use(path), stoa::error_if(result == -1)]] HANDLE CreateFile(LPCTSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition, DWORD flags, HANDLE pattern);
[[stoa::uses(file, HANDLE), stoa::writes_up_to(buffer, size, *count), stoa::taints(buffer, input), stoa::nullable(count, overlapped), stoa::must_check, stoa::error_if(result == 0)]] BOOL ReadFile(HANDLE file, LPVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped);
[[stoa::uses(file, HANDLE), stoa::reads(buffer, size), stoa::exposes(buffer, file), stoa::nullable(count, overlapped), stoa::error_if(result == 0)]] BOOL WriteFile(HANDLE file, LPCVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped);
[[stoa::closes(handle, HANDLE), stoa::error_if(result == 0)]] BOOL CloseHandle(HANDLE handle);
[[stoa::race_use(path), stoa::sink(path, path), stoa::error_if(result == 0)]] BOOL DeleteFileA(LPCSTR path);
[[stoa::race_use(path), stoa::sink(path, path), stoa::error_if(result == 0)]] BOOL DeleteFile(LPCTSTR path);
[[stoa::race_check(path)]] DWORD GetFileAttributesA(LPCSTR path);
[[stoa::sink(path, program), stoa::opens(result, HMODULE), stoa::error_if(result == NULL)]]
[[stoa::weak(427, "a name without a path is searched in folders that others may write to", "LoadLibraryEx with LOAD_LIBRARY_SEARCH_SYSTEM32")]]
HMODULE LoadLibraryA(LPCSTR path);
[[stoa::sink(path, program), stoa::opens(result, HMODULE), stoa::error_if(result == NULL)]]
[[stoa::weak(427, "a name without a path is searched in folders that others may write to", "LoadLibraryEx with LOAD_LIBRARY_SEARCH_SYSTEM32")]]
HMODULE LoadLibraryW(LPCWSTR path);
[[stoa::sink(path, program), stoa::opens(result, HMODULE), stoa::error_if(result == NULL)]] HMODULE LoadLibrary(LPCTSTR path);
[[stoa::sink(path, program), stoa::opens(result, HMODULE), stoa::error_if(result == NULL)]] HMODULE LoadLibraryExA(LPCSTR path, HANDLE file, DWORD flags);
[[stoa::closes(module, HMODULE), stoa::error_if(result == 0)]] BOOL FreeLibrary(HMODULE module);
[[stoa::may_return_null("the library has no such function")]] FARPROC GetProcAddress(HMODULE module, LPCSTR name);
[[stoa::may_return_null("the module is not loaded")]] HMODULE GetModuleHandleA(LPCSTR name);
[[stoa::sink(command, command), stoa::error_if(result == 0)]] BOOL CreateProcessA(LPCSTR program, LPSTR command, LPSECURITY_ATTRIBUTES process_security, LPSECURITY_ATTRIBUTES thread_security, BOOL inherit, DWORD flags, LPVOID environment, LPCSTR folder, STARTUPINFOA *startup, PROCESS_INFORMATION *info);
[[stoa::sink(command, command), stoa::error_if(result == 0)]] BOOL CreateProcess(LPCTSTR program, LPTSTR command, LPSECURITY_ATTRIBUTES process_security, LPSECURITY_ATTRIBUTES thread_security, BOOL inherit, DWORD flags, LPVOID environment, LPCTSTR folder, STARTUPINFO *startup, PROCESS_INFORMATION *info);
[[stoa::sink(command, command)]] UINT WinExec(LPCSTR command, UINT show);
[[stoa::sink(file, command)]] HINSTANCE ShellExecuteA(HWND window, LPCSTR verb, LPCSTR file, LPCSTR parameters, LPCSTR folder, INT show);
[[stoa::noreturn]] void ExitProcess(UINT code);
[[stoa::opens(result, HANDLE), stoa::callback(start, thread, argument), stoa::escapes(argument), stoa::error_if(result == NULL)]] HANDLE CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, DWORD (*start)(LPVOID), LPVOID argument, DWORD flags, LPDWORD id);
[[stoa::blocks]] DWORD WaitForSingleObject(HANDLE handle, DWORD time);
[[stoa::blocks]] void Sleep(DWORD time);
void InitializeCriticalSection(LPCRITICAL_SECTION section);
[[stoa::locks(section, exclusive), stoa::blocks]] void EnterCriticalSection(LPCRITICAL_SECTION section);
[[stoa::try_locks(section, exclusive), stoa::must_check, stoa::error_if(result == 0)]] BOOL TryEnterCriticalSection(LPCRITICAL_SECTION section);
[[stoa::unlocks(section, exclusive)]] void LeaveCriticalSection(LPCRITICAL_SECTION section);
void DeleteCriticalSection(LPCRITICAL_SECTION section);
DWORD GetLastError(void);
void SetLastError(DWORD error);
DWORD GetCurrentProcessId(void);
DWORD GetCurrentThreadId(void);
DWORD GetTickCount(void);
[[stoa::taints(buffer, environment), stoa::writes_string_up_to(buffer, size), stoa::error_if(result == 0)]] DWORD GetEnvironmentVariableA(LPCSTR name, LPSTR buffer, DWORD size);
[[stoa::writes_string_up_to(buffer, size), stoa::error_if(result == 0)]] DWORD GetModuleFileNameA(HMODULE module, LPSTR buffer, DWORD size);
[[stoa::writes_string_up_to(buffer, size)]] DWORD GetTempPathA(DWORD size, LPSTR buffer);
[[stoa::writes_string_up_to(buffer, 260), stoa::error_if(result == 0)]]
[[stoa::misuse(unique != 0, 377, "the file is not made, so another process can take the name", "pass 0 as the number")]]
UINT GetTempFileNameA(LPCSTR folder, LPCSTR prefix, UINT unique, LPSTR buffer);
[[stoa::allocates(result, LocalAlloc, size), stoa::error_if(result == NULL)]] HLOCAL LocalAlloc(UINT flags, SIZE_T size);
[[stoa::frees(block, LocalAlloc)]] HLOCAL LocalFree(HLOCAL block);
[[stoa::allocates(result, GlobalAlloc, size), stoa::error_if(result == NULL)]] HGLOBAL GlobalAlloc(UINT flags, SIZE_T size);
[[stoa::frees(block, GlobalAlloc)]] HGLOBAL GlobalFree(HGLOBAL block);
[[stoa::allocates(result, HeapAlloc, size), stoa::error_if(result == NULL)]] LPVOID HeapAlloc(HANDLE heap, DWORD flags, SIZE_T size);
[[stoa::frees(block, HeapAlloc), stoa::error_if(result == 0)]] BOOL HeapFree(HANDLE heap, DWORD flags, LPVOID block);
HANDLE GetProcessHeap(void);
[[stoa::allocates(result, VirtualAlloc, size), stoa::zeroed, stoa::error_if(result == NULL)]]
[[stoa::misuse(protection == 64, 1419, "memory that is writable and executable lets an overwritten buffer run as code", "PAGE_READWRITE first, then VirtualProtect")]]
LPVOID VirtualAlloc(LPVOID address, SIZE_T size, DWORD type, DWORD protection);
[[stoa::frees(address, VirtualAlloc), stoa::error_if(result == 0)]] BOOL VirtualFree(LPVOID address, SIZE_T size, DWORD type);
[[stoa::wipes(area, size), stoa::writes(area, size), stoa::fills(area, 0, size)]] PVOID SecureZeroMemory(PVOID area, SIZE_T size);
[[stoa::writes(area, size), stoa::fills(area, 0, size)]] void ZeroMemory(PVOID area, SIZE_T size);
[[stoa::writes(area, size), stoa::fills(area, 0, size)]] void RtlZeroMemory(PVOID area, SIZE_T size);
[[stoa::reads(from, size), stoa::writes(to, size), stoa::copies(to, from, size)]] void CopyMemory(PVOID to, const void *from, SIZE_T size);
[[stoa::opens(*provider, HCRYPTPROV), stoa::must_check, stoa::error_if(result == 0)]] BOOL CryptAcquireContextA(HCRYPTPROV *provider, LPCSTR container, LPCSTR name, DWORD type, DWORD flags);
[[stoa::opens(*provider, HCRYPTPROV), stoa::must_check, stoa::error_if(result == 0)]] BOOL CryptAcquireContext(HCRYPTPROV *provider, LPCTSTR container, LPCTSTR name, DWORD type, DWORD flags);
[[stoa::closes(provider, HCRYPTPROV), stoa::error_if(result == 0)]] BOOL CryptReleaseContext(HCRYPTPROV provider, DWORD flags);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::must_check("the bytes are not random"), stoa::error_if(result == 0)]] BOOL CryptGenRandom(HCRYPTPROV provider, DWORD size, BYTE *buffer);
[[stoa::random(buffer, strong), stoa::writes(buffer, size), stoa::must_check("the bytes are not random"), stoa::error_if(result != 0)]] NTSTATUS BCryptGenRandom(HANDLE algorithm, PUCHAR buffer, ULONG size, ULONG flags);
[[stoa::opens(*hash, HCRYPTHASH), stoa::must_check, stoa::error_if(result == 0), stoa::misuse(algorithm == 32769 || algorithm == 32770 || algorithm == 32771 || algorithm == 32772, 328, "collisions of this digest can be made", "CALG_SHA_256")]] BOOL CryptCreateHash(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTKEY key, DWORD flags, HCRYPTHASH *hash);
[[stoa::reads(data, size), stoa::credential(data, password), stoa::must_check, stoa::error_if(result == 0)]] BOOL CryptHashData(HCRYPTHASH hash, const BYTE *data, DWORD size, DWORD flags);
[[stoa::closes(hash, HCRYPTHASH), stoa::error_if(result == 0)]] BOOL CryptDestroyHash(HCRYPTHASH hash);
[[stoa::opens(*key, HCRYPTKEY), stoa::must_check, stoa::error_if(result == 0), stoa::misuse(algorithm == 26113 || algorithm == 26114 || algorithm == 26115 || algorithm == 26125 || algorithm == 26625, 327, "this cipher is broken or its blocks are too short", "CALG_AES_256")]] BOOL CryptDeriveKey(HCRYPTPROV provider, ALG_ID algorithm, HCRYPTHASH hash, DWORD flags, HCRYPTKEY *key);
[[stoa::opens(*key, HCRYPTKEY), stoa::must_check, stoa::error_if(result == 0), stoa::misuse(algorithm == 26113 || algorithm == 26114 || algorithm == 26115 || algorithm == 26125 || algorithm == 26625, 327, "this cipher is broken or its blocks are too short", "CALG_AES_256")]] BOOL CryptGenKey(HCRYPTPROV provider, ALG_ID algorithm, DWORD flags, HCRYPTKEY *key);
[[stoa::closes(key, HCRYPTKEY), stoa::error_if(result == 0)]] BOOL CryptDestroyKey(HCRYPTKEY key);
[[stoa::must_check, stoa::error_if(result == 0)]] BOOL CryptDecrypt(HCRYPTKEY key, HCRYPTHASH hash, BOOL final, DWORD flags, BYTE *data, DWORD *size);
[[stoa::must_check, stoa::error_if(result == 0)]] BOOL CryptEncrypt(HCRYPTKEY key, HCRYPTHASH hash, BOOL final, DWORD flags, BYTE *data, DWORD *size, DWORD room);
[[stoa::credential(password, password), stoa::opens(*token, HANDLE), stoa::must_check, stoa::error_if(result == 0)]] BOOL LogonUserA(LPCSTR user, LPCSTR domain, LPCSTR password, DWORD type, DWORD provider, PHANDLE token);
[[stoa::credential(password, password), stoa::opens(*token, HANDLE), stoa::must_check, stoa::error_if(result == 0)]] BOOL LogonUserW(LPCWSTR user, LPCWSTR domain, LPCWSTR password, DWORD type, DWORD provider, PHANDLE token);
[[stoa::privilege(drop), stoa::must_check("the thread keeps its privileges"), stoa::error_if(result == 0)]] BOOL ImpersonateLoggedOnUser(HANDLE token);
[[stoa::privilege(drop), stoa::must_check("the thread keeps its privileges"), stoa::error_if(result == 0)]] BOOL ImpersonateNamedPipeClient(HANDLE pipe);
[[stoa::must_check, stoa::error_if(result == 0)]] BOOL RevertToSelf(void);
[[stoa::misuse(dacl == NULL && present != 0, 732, "a list that is null gives everyone all rights", "a list that names who may do what"), stoa::error_if(result == 0)]] BOOL SetSecurityDescriptorDacl(PVOID descriptor, BOOL present, PVOID dacl, BOOL defaulted);
[[stoa::opens(*key, HKEY), stoa::must_check, stoa::error_if(result != 0)]] LONG RegOpenKeyExA(HKEY parent, LPCSTR name, DWORD options, REGSAM access, PHKEY key);
[[stoa::closes(key, HKEY), stoa::error_if(result != 0)]] LONG RegCloseKey(HKEY key);
[[stoa::taints(data, system), stoa::writes_up_to(data, *size, *size), stoa::unterminated(data), stoa::nullable(type, data, size), stoa::must_check, stoa::error_if(result != 0)]] LONG RegQueryValueExA(HKEY key, LPCSTR name, LPDWORD reserved, LPDWORD type, LPBYTE data, LPDWORD size);
[[stoa::must_check, stoa::error_if(result != 0)]] int WSAStartup(WORD version, WSADATA *data);
int WSACleanup(void);
int WSAGetLastError(void);
[[stoa::closes(socket, fd), stoa::error_if(result != 0)]] int closesocket(SOCKET socket);
[[stoa::error_if(result != 0)]] int ioctlsocket(SOCKET socket, long command, unsigned long *argument);
[[stoa::propagates(buffer, wide), stoa::error_if(result == 0)]] int WideCharToMultiByte(UINT page, DWORD flags, LPCWSTR wide, int wide_size, LPSTR buffer, int size, LPCSTR missing, LPBOOL used);
[[stoa::propagates(wide, text), stoa::error_if(result == 0)]] int MultiByteToWideChar(UINT page, DWORD flags, LPCSTR text, int text_size, LPWSTR wide, int size);
[[stoa::writes_string_up_to(to, size), stoa::string(from), stoa::copies(to, from), stoa::error_if(result != 0)]] int strcpy_s(char *to, size_t size, const char *from);
[[stoa::writes_string_up_to(to, size), stoa::string(from), stoa::propagates(to, from), stoa::error_if(result != 0)]] int strcat_s(char *to, size_t size, const char *from);
[[stoa::writes_string_up_to(to, size), stoa::string(from, n), stoa::copies(to, from), stoa::error_if(result != 0)]] int strncpy_s(char *to, size_t size, const char *from, size_t n);
[[stoa::writes_up_to(to, size, n), stoa::reads(from, n), stoa::copies(to, from, n), stoa::error_if(result != 0)]] int memcpy_s(void *to, size_t size, const void *from, size_t n);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::writes_string_up_to(buffer, size), stoa::propagates(buffer, varargs)]] int sprintf_s(char *buffer, size_t size, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::writes_up_to(buffer, size), stoa::unterminated(buffer), stoa::propagates(buffer, varargs)]] int _snprintf(char *buffer, size_t size, const char *format, ...);
[[stoa::format(printf, format), stoa::sink(format, format), stoa::writes_up_to(buffer, size), stoa::unterminated(buffer), stoa::propagates(buffer, list)]] int _vsnprintf(char *buffer, size_t size, const char *format, va_list list);
[[stoa::opens(*stream, FILE), stoa::sink(path, path), stoa::must_check, stoa::error_if(result != 0)]] int fopen_s(FILE **stream, const char *path, const char *mode);
[[stoa::random(value, strong), stoa::writes(value, 4), stoa::error_if(result != 0)]] int rand_s(unsigned int *value);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int _stricmp(const char *a, const char *b);
[[stoa::string(a), stoa::string(b), stoa::compares(a, b), stoa::pure]] int stricmp(const char *a, const char *b);
[[stoa::string(s), stoa::allocates(result, malloc, strlen(s) + 1), stoa::copies(result, s), stoa::error_if(result == NULL)]] char *_strdup(const char *s);
[[stoa::opens(result, fd), stoa::sink(path, path), stoa::error_if(result == -1)]] int _open(const char *path, int flags, ...);
[[stoa::closes(fd, fd), stoa::error_if(result != 0)]] int _close(int fd);
[[stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, input), stoa::must_check, stoa::error_if(result == -1)]] int _read(int fd, void *buffer, unsigned int size);
[[stoa::reads(buffer, size), stoa::must_check, stoa::error_if(result == -1)]] int _write(int fd, const void *buffer, unsigned int size);
[[stoa::opens(result, pipe), stoa::sink(command, command), stoa::error_if(result == NULL)]] FILE *_popen(const char *command, const char *mode);
[[stoa::closes(stream, pipe)]] int _pclose(FILE *stream);
[[stoa::blocks, stoa::taints(result, console)]] int _getch(void);
[[stoa::sink(command, command), stoa::blocks]] int _wsystem(const WCHAR *command);
