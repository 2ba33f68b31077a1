/* Shares of a budget whose weights are typed in. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int read_weight(float *weight)
{
    char line[32];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    *weight = (float)atof(line);
    return 0;
}

int share(void)
{
    char line[32];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    float weight = (float)atof(line);
    return (int)(100.0 / weight); // expect: CWE-369
}

int share_of_some(void)
{
    char line[32];
    if (fgets(line, sizeof(line), stdin) == NULL)
        return -1;
    float weight = (float)atof(line);
    if (fabs(weight) > 0.000001)
        return (int)(100.0 / weight);
    return -1;
}

int share_of_positive(void)
{
    float weight;
    if (read_weight(&weight) != 0 || weight <= 0.5f)
        return -1;
    return (int)(100.0f / weight);
}

int share_of_all(int members)
{
    float weight = 0.0f;
    if (read_weight(&weight) != 0)
        return -1;
    if (weight == 0)
        return members;
    return (int)((float)members / weight);
}
