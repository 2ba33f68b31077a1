int use(int);
void f(std::vector<int> &v)
{
    int a[3] = {1, 2, 3};
    for (int x : a)
        use(x);
    for (int &x : a)
        x++;
    for (const auto &e : v)
        use(e);
    for (auto e : make_list(1))
        if (use(e))
            break;
}
