/* Contract: described in parser.h; this file makes the header's name known. */
