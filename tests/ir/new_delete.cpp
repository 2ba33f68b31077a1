struct T { T(int); ~T(); int v; };
void f(int n)
{
    T *t = new T(n);
    int *a = new int[n], *z = new int(7);
    T *many = new T[3]{1, 2, 3};
    delete t;
    delete[] a;
    delete z;
    delete[] many;
    Unseen *u = new Unseen(n, 2);
    delete u;
}
