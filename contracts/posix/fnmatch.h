/* Contract: fnmatch is declared in glob.h; this file makes the header's name known. */
