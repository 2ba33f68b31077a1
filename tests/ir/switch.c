enum color { RED, GREEN = 4, BLUE };
int f(int);
int pick(enum color c, int n, unsigned char b)
{
    switch (c) {
    case RED: n = 1;
    case GREEN: n++; break;
    case BLUE: return f(n);
    }
    switch (n) {
    case 1:
    case 2 ... 5: return 7;
    default: n = 0;
    case UNSEEN_CONSTANT: n--;
    }
    switch (b) {
        int k;
    case 255: k = 3; return k;
    }
    return n;
}
