/* Contract: described in gnutls.h; this file makes the header's name known. */
