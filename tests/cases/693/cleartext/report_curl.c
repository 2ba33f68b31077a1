/* Sends a crash report. */
#include <curl/curl.h>

int report(const char *text)
{
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    curl_easy_setopt(curl, CURLOPT_URL, "http://reports.meteo-nord.net/crash"); // expect: CWE-319
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    CURLcode result = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return result == CURLE_OK ? 0 : -1;
}

int report_repaired(const char *text)
{
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    curl_easy_setopt(curl, CURLOPT_URL, "https://reports.meteo-nord.net/crash");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    CURLcode result = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return result == CURLE_OK ? 0 : -1;
}

/* The agent on the same machine. */
int report_local(const char *text)
{
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    curl_easy_setopt(curl, CURLOPT_URL, "http://localhost:8125/crash");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    CURLcode result = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return result == CURLE_OK ? 0 : -1;
}
