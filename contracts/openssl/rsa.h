/* Contract: described in md5.h; this file makes the header's name known. */
