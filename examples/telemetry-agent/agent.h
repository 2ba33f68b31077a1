/* Telemetry agent: samples the host's load and memory, keeps a journal, and uploads batches to a collector.
 * Example input for a review: it has mistakes on purpose. Do not use it for anything else. */
#ifndef AGENT_H
#define AGENT_H

#include <stddef.h>
#include <stdio.h>
#include <time.h>

#define BATCH_MAX 64

enum level { LEVEL_DEBUG, LEVEL_INFO, LEVEL_ERROR };

struct config {
    char collector[256]; /* https://host/path */
    char user[64];
    char password[64];
    char journal[256];
    char hook[256]; /* shell command to run after an upload, with the status as its argument */
    unsigned interval;
    enum level level;
};

struct sample {
    time_t when;
    double load;
    unsigned long free_kb;
};

/* config.c */
int config_read(struct config *c, const char *path);

/* journal.c */
int journal_open(const char *path);
void journal_write(enum level level, const char *format, ...);
int journal_rotate(const char *path);

/* upload.c */
int upload_batch(const struct config *c, const struct sample *batch, size_t n);
int control_allowed(const struct config *c, const char *password);

#endif
