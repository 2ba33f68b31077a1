// Shapes that are owned by raw pointers.
struct Shape {
    int x = 0, y = 0;
    int area() const { return x * y & 255; }
};

int area_after(int x)
{
    Shape *s = new Shape;
    s->x = x & 15;
    delete s;
    return s->x; // expect: CWE-416
}

int area_before(int x)
{
    Shape *s = new Shape;
    s->x = x & 15;
    int result = s->x;
    delete s;
    return result;
}

int sum(int n)
{
    int *values = new int[4]();
    values[0] = n & 7;
    delete[] values;
    return values[0]; // expect: CWE-416
}

int sum_checked(int n)
{
    int *values = new int[4]();
    values[0] = n & 7;
    int first = values[0];
    delete[] values;
    return first;
}
