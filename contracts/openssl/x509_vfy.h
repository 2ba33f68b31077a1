/* Contract: described in x509.h; this file makes the header's name known. */
