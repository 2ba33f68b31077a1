/* Uploads measurements. */
#include <curl/curl.h>
#include <stdlib.h>

int upload(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_USERPWD, "meter:aX7-kk2-Zm"); // expect: CWE-798
    curl_easy_setopt(curl, CURLOPT_KEYPASSWD, "kk2aX7Zm");       // expect: CWE-798
    return curl_easy_perform(curl) == CURLE_OK ? 0 : -1;
}

int upload_repaired(CURL *curl)
{
    const char *login = getenv("METER_LOGIN");
    if (login == NULL)
        return -1;
    curl_easy_setopt(curl, CURLOPT_USERPWD, login);
    return curl_easy_perform(curl) == CURLE_OK ? 0 : -1;
}

/* Asks for Kerberos: no password. */
int upload_negotiated(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_USERPWD, ":");
    return curl_easy_perform(curl) == CURLE_OK ? 0 : -1;
}
