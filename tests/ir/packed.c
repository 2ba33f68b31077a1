struct __attribute__((packed)) wire {
    char kind;
    int length;
    short end;
};
struct aligned {
    char c;
} __attribute__((aligned(16)));
typedef struct {
    char c;
    long l;
} padded;
unsigned long f(void)
{
    return sizeof(struct wire) * 100 + sizeof(struct aligned) * 10 + sizeof(padded);
}
