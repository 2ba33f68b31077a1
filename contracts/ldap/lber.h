/* Contract: described in ldap.h; this file makes the header's name known. */
