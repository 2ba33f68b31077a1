/* Contract: described in mysql.h; this file makes the header's name known. */
