/* Verification of a message in several steps. */
int hash_update(const unsigned char *data, int n);
int hash_final(unsigned char *out);
int signature_check(const unsigned char *digest);
void log_failure(void);
void reset(void);

int verify(const unsigned char *data, int n)
{
    unsigned char digest[32];
    int err;

    if ((err = hash_update(data, n)) != 0)
        goto fail;
    if ((err = hash_final(digest)) != 0)
        goto fail;
        goto fail; // expect: CWE-483
    err = signature_check(digest); // expect: CWE-561
fail:
    return err;
}

int retry(int tries)
{
    if (tries > 3); // expect: CWE-483
        log_failure();
    while (tries-- > 0); // expect: CWE-483
    {
        reset();
    }
    return tries;
}

/* Near misses. */
int verify_all(const unsigned char *data, int n)
{
    if (n < 0)
        return -1;
    for (int i = 0; i < n; i++)
        if (hash_update(data, n) != 0)
            log_failure();
    reset();
    if (n == 0) ; else reset();
    if (n > 1) log_failure(); else
        reset();
    return 0;
}

int skip_blanks(const char **text)
{
    while (**text == ' ' && *(*text)++);
    return **text;
}

int dangling(int level, int admin)
{
    if (level > 3)
        if (admin)
            reset();
    else // expect: CWE-483
        log_failure();
    return level;
}

int verify_on_one_line(int code, int *seen)
{
    // expect below: CWE-483
    if (code == 0) (*seen)++; code = 1;
    if (code == 2) return 3; code++;
    switch (code) {
    case 4: if (*seen) code = 5; break;
    }
    return code;
}
