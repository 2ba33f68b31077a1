/*
 * The checks of accesses outside of an object: what each says. Which of them an access belongs to is decided
 * in bounds.c. Slots: {0} who accesses, {1} the object or pointer, {2} the numbers side by side, {3} the
 * value that decides it.
 */
#include "checks/bounds.h"

#define WRITES_OTHERS                                                 \
    "What lies there is overwritten: other variables, pointers, the " \
    "bookkeeping of the allocator. Who controls the data or its "     \
    "length can make the program crash or run what he wants."
#define READS_OTHERS                                                            \
    "What lies there belongs to something else. It can reach the outside with " \
    "the answer (keys, addresses), and the program crashes "                    \
    "when the memory is not mapped."

#define BOUNDS(name, id_, cwe_, severity_, title_, sites_, message_, reason_, repair_, ...) \
    const CheckInfo check_##name = {                                                        \
        .id = id_,                                                                          \
        .cwe = cwe_,                                                                        \
        .related = {__VA_ARGS__},                                                           \
        .severity = severity_,                                                              \
        .confidence = CONF_HIGH,                                                            \
        .title = title_,                                                                    \
        .sites = sites_,                                                                    \
        .message = message_,                                                                \
        .reason = reason_,                                                                  \
        .repair = repair_,                                                                  \
        .references = references,                                                           \
        .events = bounds_events,                                                            \
        .family = bounds_family,                                                            \
        .on_event = bounds_on_event,                                                        \
    };

static const char *const references[] = {"CERT C ARR30-C", "CERT C ARR38-C", "CERT C STR31-C", NULL};

BOUNDS(
    out_of_bounds_write, "out-of-bounds-write", 787, SEV_HIGH, "A write goes beyond the end of an object",
    "writes through pointers, indices and callees to memory that is neither on the stack nor on the heap",
    "{0} writes beyond the end of {1}: {2}.", WRITES_OTHERS,
    "Test the index or the length against the size of {1} before the write, or make the object large enough for every case.",
    119, 805)
BOUNDS(
    stack_buffer_overflow, "stack-buffer-overflow", 121, SEV_HIGH,
    "A write goes beyond the end of a local object",
    "writes through pointers, indices and callees to local objects", "{0} writes beyond the end of {1}: {2}.",
    "Behind it on the stack lie other variables, saved registers and the return address. Who controls the data or its length decides where the function returns to.",
    "Test the index or the length against the size of {1} before the write, or give the callee the size of the destination as its limit.",
    787, 805)
BOUNDS(
    heap_buffer_overflow, "heap-buffer-overflow", 122, SEV_HIGH,
    "A write goes beyond the end of an allocated block",
    "writes through pointers, indices and callees to allocated blocks",
    "{0} writes beyond the end of {1}: {2}.",
    "Behind the block lie other blocks and the bookkeeping of the allocator. Who controls the data or its length can overwrite pointers there and, by them, any memory.",
    "Compute the size of the block from what is put into it, and test the length against it before the write.",
    787, 805)
BOUNDS(buffer_underwrite, "buffer-underwrite", 124, SEV_HIGH, "A write begins before the start of an object",
       "writes that may begin before their object", "{0} writes before the start of {1}: {2}.", WRITES_OTHERS,
       "Test that the index or offset is not negative (or not 0 before something is subtracted from it).",
       786, 787)
BOUNDS(out_of_bounds_read, "out-of-bounds-read", 125, SEV_MEDIUM, "A read goes outside of an object",
       "reads through pointers, indices and callees of memory whose object is not known",
       "{0} reads outside of {1}: {2}.", READS_OTHERS,
       "Test the index or the length against the size of {1} before the read.", 119)
BOUNDS(
    buffer_overread, "buffer-overread", 126, SEV_MEDIUM, "A read goes beyond the end of an object",
    "reads through pointers, indices and callees of variables and allocated blocks",
    "{0} reads beyond the end of {1}: {2}.", READS_OTHERS,
    "Test the index or the length against the size of {1} before the read; a length that came with the data is not the size of the buffer.",
    125, 788)
BOUNDS(buffer_underread, "buffer-underread", 127, SEV_MEDIUM, "A read begins before the start of an object",
       "reads that may begin before their object", "{0} reads before the start of {1}: {2}.", READS_OTHERS,
       "Test that the index or offset is not negative (or not 0 before something is subtracted from it).",
       125, 786)
BOUNDS(access_outside, "access-outside", 119, SEV_HIGH, "An access may be on either side of its object",
       "accesses that may be on either side of their object", "{0} may lie on either side of {1}: {2}.",
       WRITES_OTHERS, "Test the offset on both sides before it is used.", 125, 787)
BOUNDS(untrusted_index, "untrusted-index", 129, SEV_HIGH, "An index from outside is used without a test",
       "uses of untested values from outside as an index",
       "`{3}` comes from outside and is used as an index of {1} without any test: {2}.",
       "The sender chooses which memory is read or written, anywhere around the array.",
       "Test that `{3}` is not negative and less than the number of elements before it is used.", 119, 823)
BOUNDS(untrusted_offset, "untrusted-offset", 823, SEV_HIGH,
       "An offset from outside is added to a pointer without a test",
       "uses of pointers to which an untested value from outside was added",
       "{0} goes where `{3}` leads, which comes from outside and was not tested: {2}.",
       "The sender chooses which memory is read or written, anywhere around the object.",
       "Test the offset against the size of {1} before it is added.", 119, 129)
BOUNDS(
    allocation_too_small, "allocation-too-small", 131, SEV_HIGH,
    "A block is allocated smaller than what is put into it",
    "allocations into which a text or an array is written", "{0} writes more than {1} was made for: {2}.",
    "The end of what is written lands in the next block or in the bookkeeping of the allocator.",
    "Allocate one element more for the terminator of a text, and multiply the number of elements by their size.",
    122, 787)
BOUNDS(
    off_by_one, "off-by-one", 193, SEV_HIGH, "An access is one element too far",
    "accesses at most one element too far", "{0} is one element beyond the end of {1}: {2}.",
    "The last valid index is one less than the number of elements, and the terminator of a text needs a place too. One element is enough to change a length, a pointer's low byte or a flag behind the object.",
    "Let the test say `<` instead of `<=`, or make the object one element larger.", 787, 125)
BOUNDS(
    string_not_ended, "string-not-ended", 170, SEV_MEDIUM, "A text is used that has no terminator",
    "uses of memory as a terminated text", "{0} needs a terminated text, and {1} has no terminator.",
    "The text is followed behind the end of the object until some zero byte comes: what lies there is read, copied or sent.",
    "Write the terminator after filling the buffer, or use a function that takes the length.", 126, 125)
