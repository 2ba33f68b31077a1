/* Contract: described in crypto.h; this file makes the header's name known. */
