/*
 * Setters whose one argument says what another one is, such as curl_easy_setopt(handle, CURLOPT_PASSWORD, value): contracts
 * describe parameters, not the meaning that an option gives them, so these stand here as a table. Called by checks only.
 */
#ifndef CHECKS_UTIL_OPTION_H
#define CHECKS_UTIL_OPTION_H

#include "checks/check.h"

typedef enum UtilOption { OPTION_OTHER, OPTION_URL, OPTION_PASSWORD, OPTION_LOGIN, OPTION_TOKEN } UtilOption;

/* What the call sets, and which argument is the value; OPTION_OTHER for other calls and options. OPTION_LOGIN is "user:password". */
UtilOption util_option(const CheckCtx *c, const IrCall *call, u32 *value);

#endif
