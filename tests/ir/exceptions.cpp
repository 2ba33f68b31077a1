int may(int);
struct Error { int code; };
int guarded(int n)
{
    try {
        n = may(n);
        try {
            may(1);
        } catch (int code) {
            n = code;
        }
        if (n > 3)
            throw Error{n};
    } catch (const Error &e) {
        return e.code;
    } catch (...) {
        may(2);
        throw;
    }
    throw 5;
}
