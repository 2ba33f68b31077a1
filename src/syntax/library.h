/*
 * What is known of libraries before anything is parsed (library_): the names of headers that belong to no project.
 * Read by syntax/project.c.
 */
#ifndef SYNTAX_LIBRARY_H
#define SYNTAX_LIBRARY_H

#include "base/base.h"

/* Is this a header of the system or of a well-known library ("stdio.h", "sys/socket.h", "QSslSocket", "vector")? Such
 * headers are not looked for by suffix in the project. */
bool library_is_system_header(const char *name);

/* Is the contract header at this path (relative to contracts/) C++? */
bool library_is_cxx(const char *path);

#endif
