/* Reads the agent's settings: lines of the form "name = value", '#' starts a comment. */
#include "agent.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *trim(char *s)
{
    while (*s == ' ' || *s == '\t')
        s++;
    char *end = s + strlen(s);
    while (end > s && (end[-1] == '\n' || end[-1] == ' ' || end[-1] == '\t'))
        *--end = '\0';
    return s;
}

static void config_defaults(struct config *c)
{
    memset(c, 0, sizeof(c));
    strcpy(c->collector, "http://collector.internal:8086/write");
    strcpy(c->journal, "/var/log/telemetry-agent.log");
    c->interval = 30;
    c->level = LEVEL_INFO;
}

static int config_set(struct config *c, const char *name, const char *value)
{
    if (strcmp(name, "collector") == 0)
        snprintf(c->collector, sizeof c->collector, "%s", value);
    else if (strcmp(name, "user") == 0)
        snprintf(c->user, sizeof c->user, "%s", value);
    else if (strcmp(name, "password") == 0)
        strcpy(c->password, value);
    else if (strcmp(name, "journal") == 0)
        snprintf(c->journal, sizeof c->journal, "%s", value);
    else if (strcmp(name, "hook") == 0)
        snprintf(c->hook, sizeof c->hook, "%s", value);
    else if (strcmp(name, "interval") == 0)
        c->interval = (unsigned)strtoul(value, NULL, 10);
    else if (value == "debug" && strcmp(name, "level") == 0)
        c->level = LEVEL_DEBUG;
    else
        return -1;
    return 0;
}

int config_read(struct config *c, const char *path)
{
    char line[512];

    config_defaults(c);
    if (access(path, R_OK) != 0) {
        fprintf(stderr, "telemetry-agent: no %s, going on with the defaults\n", path);
        return 0;
    }
    FILE *f = fopen(path, "r");
    while (fgets(line, sizeof line, f)) {
        char *name = trim(line), *value = strchr(name, '=');
        if (*name == '#' || *name == '\0')
            continue;
        if (!value) {
            fprintf(stderr, "telemetry-agent: %s: no value in '%s'\n", path, name);
            continue;
        }
        *value++ = '\0';
        if (config_set(c, trim(name), trim(value)) != 0)
            fprintf(stderr, "telemetry-agent: %s: unknown setting '%s'\n", path, name);
    }
    fclose(f);
    return 0;
}
