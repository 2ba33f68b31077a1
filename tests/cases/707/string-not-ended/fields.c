/* Fields of fixed width that are used as texts. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What is read from a descriptor has no terminator. */
size_t answer_length(int fd)
{
    char answer[64];
    if (read(fd, answer, sizeof(answer)) != sizeof(answer))
        return 0;
    return strlen(answer); // expect: CWE-170
}

size_t answer_length_checked(int fd)
{
    char answer[64];
    ssize_t n = read(fd, answer, sizeof(answer) - 1);
    if (n < 0)
        return 0;
    answer[n] = '\0';
    return strlen(answer);
}

/* strncpy leaves no terminator when the text is as long as the field. */
int is_operator(void)
{
    char name[8];
    strncpy(name, "operators", sizeof(name));
    return strcmp(name, "operator") == 0; // expect: CWE-170
}

int is_operator_checked(void)
{
    char name[10];
    strncpy(name, "operators", sizeof(name));
    return strcmp(name, "operator") == 0;
}

/* Five characters for a word of five. */
int starts(const char *line)
{
    char word[5] = {'H', 'E', 'L', 'L', 'O'};
    return strncmp(line, word, strlen(word)) == 0; // expect: CWE-170
}

int starts_checked(const char *line)
{
    char word[] = "HELLO";
    return strncmp(line, word, strlen(word)) == 0;
}

/* All of it is set to blanks. */
void blank(FILE *out)
{
    char line[40];
    memset(line, ' ', sizeof(line));
    fputs(line, out); // expect: CWE-170
}

void blank_checked(FILE *out)
{
    char line[40];
    memset(line, ' ', sizeof(line) - 1);
    line[sizeof(line) - 1] = '\0';
    fputs(line, out);
}
