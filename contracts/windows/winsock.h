/* Contract: described in windows.h; this file makes the header's name known. */
