/*
 * Suppression comments that do not say why, or that suppress nothing. Only the descriptor stands here: what a
 * comment suppresses is known after all checks have run, so review/suppress.c gives the verdicts.
 */
#include "checks/check.h"

const CheckInfo check_suppression = {
    .id = "suppression",
    .cwe = 1116,
    .severity = SEV_LOW,
    .confidence = CONF_VERY_HIGH,
    .title = "Suppression without a reason or without effect",
    .sites = "suppression comments",
    .message = "{0}",
    .reason =
        "A suppression is a claim that somebody looked at the code and found it safe. Without a reason nobody can check that "
        "claim later; without an effect it tells of a danger that is not there, and will hide the next one that is.",
    .repair = "{1}",
};
