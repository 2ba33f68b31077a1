class Counter {
public:
    Counter(int start) : value(start), step(1) {}
    ~Counter();
    int next() { value += step; return value; }
    static int zero() { return 0; }
    int peek() const { return this->value; }
    virtual void reset();
private:
    int value, step;
    int limit = 10;
};
void Counter::reset() { value = zero(); next(); }
int use(Counter &c, Counter *p)
{
    Counter local(3);
    return c.next() + p->peek() + Counter::zero() + local.next();
}
