/* Contract: libcurl. */
typedef void CURL;
typedef void CURLM;
typedef void CURLSH;
typedef void CURLU;
typedef long curl_off_t;
typedef int curl_socket_t;
struct curl_slist { char *data; struct curl_slist *next; };
typedef struct curl_mime curl_mime;
typedef enum { CURLE_OK = 0, CURLE_UNSUPPORTED_PROTOCOL = 1, CURLE_FAILED_INIT = 2, CURLE_URL_MALFORMAT = 3, CURLE_COULDNT_RESOLVE_HOST = 6, CURLE_COULDNT_CONNECT = 7, CURLE_WRITE_ERROR = 23, CURLE_OUT_OF_MEMORY = 27, CURLE_OPERATION_TIMEDOUT = 28, CURLE_SSL_CONNECT_ERROR = 35, CURLE_PEER_FAILED_VERIFICATION = 60 } CURLcode;
typedef enum { CURLM_OK = 0 } CURLMcode;
enum {
    CURL_ERROR_SIZE = 256, CURL_MAX_WRITE_SIZE = 16384, CURL_READFUNC_ABORT = 0x10000000, CURL_GLOBAL_SSL = 1,
    CURL_GLOBAL_WIN32 = 2, CURL_GLOBAL_ALL = 3, CURL_GLOBAL_DEFAULT = 3, CURL_SSLVERSION_DEFAULT = 0,
    CURL_SSLVERSION_TLSv1 = 1, CURL_SSLVERSION_SSLv2 = 2, CURL_SSLVERSION_SSLv3 = 3, CURL_SSLVERSION_TLSv1_0 = 4,
    CURL_SSLVERSION_TLSv1_1 = 5, CURL_SSLVERSION_TLSv1_2 = 6, CURL_SSLVERSION_TLSv1_3 = 7, CURLUSESSL_NONE = 0,
    CURLUSESSL_TRY = 1, CURLUSESSL_CONTROL = 2, CURLUSESSL_ALL = 3, CURLAUTH_BASIC = 1, CURLAUTH_DIGEST = 2,
    CURLPROTO_HTTP = 1, CURLPROTO_HTTPS = 2, CURLPROTO_FTP = 4, CURLPROTO_FILE = 1024, CURLPROTO_ALL = ~0
};
typedef enum {
    CURLOPT_WRITEDATA = 10001, CURLOPT_URL = 10002, CURLOPT_PORT = 3, CURLOPT_PROXY = 10004, CURLOPT_USERPWD = 10005, CURLOPT_PROXYUSERPWD = 10006,
    CURLOPT_RANGE = 10007, CURLOPT_READDATA = 10009, CURLOPT_ERRORBUFFER = 10010, CURLOPT_WRITEFUNCTION = 20011, CURLOPT_READFUNCTION = 20012,
    CURLOPT_TIMEOUT = 13, CURLOPT_INFILESIZE = 14, CURLOPT_POSTFIELDS = 10015, CURLOPT_REFERER = 10016, CURLOPT_FTPPORT = 10017, CURLOPT_USERAGENT = 10018,
    CURLOPT_LOW_SPEED_LIMIT = 19, CURLOPT_LOW_SPEED_TIME = 20, CURLOPT_COOKIE = 10022, CURLOPT_HTTPHEADER = 10023, CURLOPT_SSLCERT = 10025,
    CURLOPT_KEYPASSWD = 10026, CURLOPT_HEADERDATA = 10029, CURLOPT_COOKIEFILE = 10031, CURLOPT_SSLVERSION = 32, CURLOPT_CUSTOMREQUEST = 10036,
    CURLOPT_STDERR = 10037, CURLOPT_VERBOSE = 41, CURLOPT_HEADER = 42, CURLOPT_NOPROGRESS = 43, CURLOPT_NOBODY = 44, CURLOPT_FAILONERROR = 45,
    CURLOPT_UPLOAD = 46, CURLOPT_POST = 47, CURLOPT_NETRC = 51, CURLOPT_FOLLOWLOCATION = 52, CURLOPT_PROXYPORT = 59, CURLOPT_POSTFIELDSIZE = 60,
    CURLOPT_SSL_VERIFYPEER = 64, CURLOPT_CAINFO = 10065, CURLOPT_MAXREDIRS = 68, CURLOPT_CONNECTTIMEOUT = 78, CURLOPT_HEADERFUNCTION = 20079,
    CURLOPT_HTTPGET = 80, CURLOPT_SSL_VERIFYHOST = 81, CURLOPT_COOKIEJAR = 10082, CURLOPT_SSL_CIPHER_LIST = 10083, CURLOPT_HTTP_VERSION = 84,
    CURLOPT_SSLKEY = 10087, CURLOPT_DEBUGFUNCTION = 20094, CURLOPT_CAPATH = 10097, CURLOPT_NOSIGNAL = 99, CURLOPT_PROXYTYPE = 101, CURLOPT_ACCEPT_ENCODING = 10102,
    CURLOPT_PRIVATE = 10103, CURLOPT_UNRESTRICTED_AUTH = 105, CURLOPT_HTTPAUTH = 107, CURLOPT_SSL_CTX_FUNCTION = 20108, CURLOPT_PROXYAUTH = 111,
    CURLOPT_USE_SSL = 119, CURLOPT_SSH_PRIVATE_KEYFILE = 10153, CURLOPT_TIMEOUT_MS = 155, CURLOPT_CONNECTTIMEOUT_MS = 156, CURLOPT_COPYPOSTFIELDS = 10165,
    CURLOPT_USERNAME = 10173, CURLOPT_PASSWORD = 10174, CURLOPT_PROXYUSERNAME = 10175, CURLOPT_PROXYPASSWORD = 10176, CURLOPT_PROTOCOLS = 181,
    CURLOPT_REDIR_PROTOCOLS = 182, CURLOPT_XOAUTH2_BEARER = 10220, CURLOPT_PINNEDPUBLICKEY = 10230, CURLOPT_SSL_VERIFYSTATUS = 232,
    CURLOPT_PROXY_SSL_VERIFYPEER = 248, CURLOPT_PROXY_SSL_VERIFYHOST = 249, CURLOPT_MIMEPOST = 10269, CURLOPT_DOH_SSL_VERIFYPEER = 306,
    CURLOPT_PROTOCOLS_STR = 10318, CURLOPT_REDIR_PROTOCOLS_STR = 10319
} CURLoption;
typedef enum { CURLINFO_EFFECTIVE_URL = 0x100001, CURLINFO_RESPONSE_CODE = 0x200002, CURLINFO_CONTENT_TYPE = 0x100012, CURLINFO_PRIVATE = 0x100015 } CURLINFO;
[[stoa::error_if(result != 0)]] CURLcode curl_global_init(long flags);
void curl_global_cleanup(void);
[[stoa::allocates(result, CURL), stoa::error_if(result == NULL)]] CURL *curl_easy_init(void);
[[stoa::frees(handle, CURL)]] void curl_easy_cleanup(CURL *handle);
[[stoa::error_if(result != 0), stoa::nonnull(handle)]]
[[stoa::misuse((option == CURLOPT_SSL_VERIFYPEER || option == CURLOPT_PROXY_SSL_VERIFYPEER || option == CURLOPT_DOH_SSL_VERIFYPEER) && arg3 == 0, 295, "the certificate of the server is not verified, so anybody can stand in for it", "leave the option at 1, and name own authorities with CURLOPT_CAINFO")]]
[[stoa::misuse((option == CURLOPT_SSL_VERIFYHOST || option == CURLOPT_PROXY_SSL_VERIFYHOST) && (arg3 == 0 || arg3 == 1), 297, "the name in the server's certificate is not compared, so any valid certificate will do", "leave the option at 2")]]
[[stoa::misuse(option == CURLOPT_SSLVERSION && (arg3 == 2 || arg3 == 3 || arg3 == 4 || arg3 == 5), 327, "TLS before 1.2 is broken", "CURL_SSLVERSION_TLSv1_2")]]
[[stoa::misuse(option == CURLOPT_USE_SSL && arg3 == 1, 319, "the transfer goes on unencrypted when TLS fails", "CURLUSESSL_ALL")]]
[[stoa::misuse(option == CURLOPT_UNRESTRICTED_AUTH && arg3 == 1, 522, "name and password go to every host that the server redirects to", "leave the option off")]]
CURLcode curl_easy_setopt(CURL *handle, CURLoption option, ...);
[[stoa::must_check("nothing may have been transferred"), stoa::blocks, stoa::error_if(result != 0)]] CURLcode curl_easy_perform(CURL *handle);
[[stoa::error_if(result != 0)]] CURLcode curl_easy_getinfo(CURL *handle, CURLINFO info, ...);
[[stoa::allocates(result, CURL), stoa::error_if(result == NULL)]] CURL *curl_easy_duphandle(CURL *handle);
void curl_easy_reset(CURL *handle);
[[stoa::error_if(result != 0)]] CURLcode curl_easy_pause(CURL *handle, int bits);
[[stoa::writes_up_to(buffer, size, *count), stoa::taints(buffer, network), stoa::must_check, stoa::error_if(result != 0)]] CURLcode curl_easy_recv(CURL *handle, void *buffer, size_t size, size_t *count);
[[stoa::reads(buffer, size), stoa::must_check, stoa::error_if(result != 0)]] CURLcode curl_easy_send(CURL *handle, const void *buffer, size_t size, size_t *count);
[[stoa::returns_static]] const char *curl_easy_strerror(CURLcode code);
[[stoa::allocates(result, curl), stoa::error_if(result == NULL), stoa::propagates(result, text), stoa::sanitizes(result, url)]] char *curl_easy_escape(CURL *handle, const char *text, int size);
[[stoa::allocates(result, curl), stoa::error_if(result == NULL), stoa::propagates(result, text)]] char *curl_easy_unescape(CURL *handle, const char *text, int size, int *out_size);
[[stoa::frees(block, curl)]] void curl_free(void *block);
[[stoa::returns_static]] char *curl_version(void);
[[stoa::string(text), stoa::propagates(result, text), stoa::error_if(result == NULL)]] struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text);
[[stoa::frees(list, curl_slist)]] void curl_slist_free_all(struct curl_slist *list);
[[stoa::allocates(result, CURLM), stoa::error_if(result == NULL)]] CURLM *curl_multi_init(void);
[[stoa::frees(multi, CURLM), stoa::error_if(result != 0)]] CURLMcode curl_multi_cleanup(CURLM *multi);
[[stoa::error_if(result != 0)]] CURLMcode curl_multi_add_handle(CURLM *multi, CURL *handle);
[[stoa::error_if(result != 0)]] CURLMcode curl_multi_remove_handle(CURLM *multi, CURL *handle);
[[stoa::error_if(result != 0)]] CURLMcode curl_multi_perform(CURLM *multi, int *running);
[[stoa::blocks, stoa::error_if(result != 0)]] CURLMcode curl_multi_wait(CURLM *multi, void *extra, unsigned int count, int timeout, int *ready);
[[stoa::allocates(result, curl_mime), stoa::error_if(result == NULL)]] curl_mime *curl_mime_init(CURL *handle);
[[stoa::frees(mime, curl_mime)]] void curl_mime_free(curl_mime *mime);
