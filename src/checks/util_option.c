/*
 * Options by the names of their constants. See util_option.h.
 */
#include "checks/util_option.h"

#include <string.h>

static const struct {
    const char *option;
    u8 what;
} options[] = {
    {"CURLOPT_URL", OPTION_URL},
    {"CURLOPT_PASSWORD", OPTION_PASSWORD},
    {"CURLOPT_PROXYPASSWORD", OPTION_PASSWORD},
    {"CURLOPT_KEYPASSWD", OPTION_PASSWORD},
    {"CURLOPT_SSLKEYPASSWD", OPTION_PASSWORD},
    {"CURLOPT_SSLCERTPASSWD", OPTION_PASSWORD},
    {"CURLOPT_PROXY_KEYPASSWD", OPTION_PASSWORD},
    {"CURLOPT_TLSAUTH_PASSWORD", OPTION_PASSWORD},
    {"CURLOPT_PROXY_TLSAUTH_PASSWORD", OPTION_PASSWORD},
    {"CURLOPT_USERPWD", OPTION_LOGIN},
    {"CURLOPT_PROXYUSERPWD", OPTION_LOGIN},
    {"CURLOPT_XOAUTH2_BEARER", OPTION_TOKEN},
};

UtilOption util_option(const CheckCtx *c, const IrCall *call, u32 *value)
{
    const Tree *t = &c->unit->tree;
    if (call->n_args != 3 || !call->name || strcmp(sym_str(call->name), "curl_easy_setopt") != 0)
        return OPTION_OTHER;
    NodeId n = call->arg_nodes[1];
    while (n && tree_kind(t, n) == N_PAREN)
        n = tree_first(t, n);
    if (!n || tree_kind(t, n) != N_NAME)
        return OPTION_OTHER;
    const char *name = sym_str(tree_node(t, n)->a);
    for (u32 i = 0; i < LENGTH(options); i++)
        if (strcmp(name, options[i].option) == 0) {
            *value = 2;
            return (UtilOption)options[i].what;
        }
    return OPTION_OTHER;
}
