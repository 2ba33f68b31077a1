/* Contract: described in bio.h; this file makes the header's name known. */
