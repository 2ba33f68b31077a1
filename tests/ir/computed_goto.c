int run(const unsigned char *code)
{
    static void *table[] = {&&op_inc, &&op_end};
    int acc = 0;
    void *to = &&op_inc;
    goto *to;
op_inc:
    acc++;
    goto *table[*code++];
op_end:
    return acc;
}
