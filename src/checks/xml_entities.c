/*
 * XML parsers told to follow entities out of the document, or to expand them without a limit: misuse and dangerous facts for CWE-611
 * and CWE-776 in the contracts.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static const u16 cwes[] = {611, 776, 827, 0};

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    UtilMisuse m = util_judgement(c, call, cwes, &fact);
    if (m == MISUSE_NONE)
        return;
    Site site = check_site_inst(c, call->inst);
    if (m == MISUSE_SAFE)
        check_safe(site);
    else if (m == MISUSE_UNKNOWN)
        check_undecided(site, UNDECIDED_VALUE);
    else
        check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]), util_advice(c, fact));
}

static const u8 attrs[] = {CA_MISUSE, CA_DANGEROUS, CA_WEAK, CA_NONE};
static const char *const references[] = {
    "https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html", NULL};

const CheckInfo check_xml_entities = {
    .id = "xml-entities",
    .cwe = 611,
    .related = {776},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "XML parser that follows entities of the document",
    .sites = "calls that say what an XML parser does with entities",
    .message = "`{0}` lets the document decide what is read: {1}.",
    .reason =
        "Whoever writes the document can have files of this machine sent along in the result, reach addresses that only this machine may "
        "reach, or make a few lines grow to gigabytes.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
