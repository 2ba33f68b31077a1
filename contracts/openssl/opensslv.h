/* Contract: version of OpenSSL; it is left open, so that code for each version is reviewed. */
