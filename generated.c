#include <stdlib.h>
#include <string.h>

int dispatch(const unsigned char *in, size_t n, int mode)
{
    int a = mode, b = 0, c = 1;
    char line[64] = {0};
    int table[16] = {0};
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1186)
            break;
    }
    line[table[3] & 63] = 'x';
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1712u && in[13] == 35)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    if (n > 3880u && in[3] == 114)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6499)
            break;
    }
    if (n > 190u && in[7] == 68)
        a += table[7];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    line[table[9] & 63] = 'x';
    line[table[5] & 63] = 'x';
    if (n > 1525u && in[6] == 49)
        a += table[6];
    line[table[2] & 63] = 'x';
    line[table[1] & 63] = 'x';
    line[table[6] & 63] = 'x';
    table[13] = c & 15;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1341)
            break;
    }
    line[table[9] & 63] = 'x';
    line[table[15] & 63] = 'x';
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    if (n > 675u && in[13] == 175)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5140)
            break;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    if (n > 3869u && in[2] == 138)
        a += table[2];
    table[2] = c & 15;
    if (n > 2650u && in[9] == 228)
        a += table[9];
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    if (n > 241u && in[15] == 111)
        a += table[15];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    if (n > 1839u && in[5] == 205)
        a += table[5];
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5878)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3780)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3404u && in[15] == 93)
        a += table[15];
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    table[12] = c & 15;
    table[3] = c & 15;
    table[12] = c & 15;
    if (n > 275u && in[6] == 106)
        a += table[6];
    table[5] = c & 15;
    if (n > 2460u && in[10] == 26)
        a += table[10];
    if (n > 2321u && in[0] == 77)
        a += table[0];
    line[table[3] & 63] = 'x';
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3477u && in[3] == 249)
        a += table[3];
    table[15] = c & 15;
    table[9] = c & 15;
    if (n > 418u && in[4] == 175)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7841)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8459)
            break;
    }
    if (n > 3895u && in[6] == 185)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4278)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3197)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3275)
            break;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1925u && in[7] == 100)
        a += table[7];
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1964)
            break;
    }
    table[6] = c & 15;
    table[5] = c & 15;
    table[10] = c & 15;
    if (n > 1897u && in[12] == 205)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2602)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2419u && in[4] == 238)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7771)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2554)
            break;
    }
    line[table[4] & 63] = 'x';
    if (n > 3274u && in[0] == 52)
        a += table[0];
    line[table[4] & 63] = 'x';
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    line[table[10] & 63] = 'x';
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3676u && in[11] == 234)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8219)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    table[5] = c & 15;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    line[table[1] & 63] = 'x';
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1017u && in[1] == 97)
        a += table[1];
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2300u && in[14] == 14)
        a += table[14];
    if (n > 1333u && in[14] == 102)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7411)
            break;
    }
    line[table[15] & 63] = 'x';
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3319)
            break;
    }
    table[4] = c & 15;
    table[3] = c & 15;
    table[14] = c & 15;
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2742u && in[6] == 155)
        a += table[6];
    if (n > 3848u && in[4] == 187)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 319)
            break;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6297)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3762u && in[3] == 117)
        a += table[3];
    if (n > 1087u && in[2] == 139)
        a += table[2];
    if (n > 1107u && in[5] == 66)
        a += table[5];
    table[8] = c & 15;
    table[4] = c & 15;
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1465)
            break;
    }
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3843u && in[8] == 8)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4268)
            break;
    }
    if (n > 272u && in[7] == 135)
        a += table[7];
    if (n > 47u && in[14] == 173)
        a += table[14];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    if (n > 1072u && in[5] == 25)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2106u && in[6] == 243)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2689u && in[13] == 253)
        a += table[13];
    line[table[12] & 63] = 'x';
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3761)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6630)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2561u && in[2] == 130)
        a += table[2];
    table[5] = c & 15;
    if (n > 2724u && in[2] == 195)
        a += table[2];
    line[table[9] & 63] = 'x';
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 741)
            break;
    }
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3346u && in[8] == 45)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    table[0] = c & 15;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5343)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2448)
            break;
    }
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8282)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1394)
            break;
    }
    if (n > 545u && in[1] == 184)
        a += table[1];
    if (n > 3423u && in[12] == 231)
        a += table[12];
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8707)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8016)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2700u && in[2] == 33)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4131)
            break;
    }
    if (n > 961u && in[8] == 105)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    if (n > 3729u && in[15] == 147)
        a += table[15];
    if (n > 317u && in[6] == 75)
        a += table[6];
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2186)
            break;
    }
    if (n > 248u && in[15] == 248)
        a += table[15];
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    if (n > 1276u && in[6] == 43)
        a += table[6];
    table[0] = c & 15;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1846)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3790)
            break;
    }
    table[15] = c & 15;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6818)
            break;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 7u && in[10] == 166)
        a += table[10];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4148)
            break;
    }
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3418u && in[1] == 146)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4084)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8998)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1846u && in[13] == 70)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7955)
            break;
    }
    if (n > 699u && in[4] == 241)
        a += table[4];
    table[10] = c & 15;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6655)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4928)
            break;
    }
    table[12] = c & 15;
    if (n > 2634u && in[5] == 82)
        a += table[5];
    if (n > 2050u && in[6] == 254)
        a += table[6];
    line[table[7] & 63] = 'x';
    table[10] = c & 15;
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6272)
            break;
    }
    table[6] = c & 15;
    table[8] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1517)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    table[9] = c & 15;
    if (n > 132u && in[4] == 217)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8025)
            break;
    }
    if (n > 1603u && in[2] == 239)
        a += table[2];
    table[7] = c & 15;
    if (n > 632u && in[7] == 77)
        a += table[7];
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1392)
            break;
    }
    line[table[1] & 63] = 'x';
    if (n > 952u && in[4] == 19)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2096)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8654)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1837)
            break;
    }
    if (n > 1230u && in[2] == 98)
        a += table[2];
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1886u && in[9] == 142)
        a += table[9];
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    line[table[7] & 63] = 'x';
    if (n > 2886u && in[13] == 157)
        a += table[13];
    if (n > 795u && in[0] == 255)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1328)
            break;
    }
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2942u && in[10] == 215)
        a += table[10];
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3027u && in[9] == 34)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    line[table[4] & 63] = 'x';
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3016)
            break;
    }
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1854)
            break;
    }
    if (n > 1348u && in[5] == 97)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2721u && in[9] == 193)
        a += table[9];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1146u && in[2] == 41)
        a += table[2];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    table[11] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    if (n > 801u && in[15] == 190)
        a += table[15];
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4063)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 666)
            break;
    }
    table[1] = c & 15;
    table[2] = c & 15;
    if (n > 798u && in[8] == 32)
        a += table[8];
    line[table[10] & 63] = 'x';
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    if (n > 439u && in[7] == 243)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6332)
            break;
    }
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2479)
            break;
    }
    line[table[7] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7892)
            break;
    }
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1084u && in[2] == 43)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2837)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4815)
            break;
    }
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3263)
            break;
    }
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1030u && in[12] == 125)
        a += table[12];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7600)
            break;
    }
    if (n > 18u && in[3] == 243)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2459u && in[6] == 99)
        a += table[6];
    if (n > 2099u && in[11] == 91)
        a += table[11];
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1733)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3565)
            break;
    }
    if (n > 1392u && in[11] == 72)
        a += table[11];
    if (n > 1044u && in[6] == 19)
        a += table[6];
    line[table[6] & 63] = 'x';
    if (n > 1675u && in[10] == 190)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 128u && in[6] == 253)
        a += table[6];
    line[table[15] & 63] = 'x';
    if (n > 415u && in[13] == 202)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8749)
            break;
    }
    if (n > 1629u && in[5] == 138)
        a += table[5];
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6845)
            break;
    }
    if (n > 3052u && in[9] == 182)
        a += table[9];
    table[13] = c & 15;
    if (n > 2639u && in[11] == 100)
        a += table[11];
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    table[3] = c & 15;
    if (n > 2366u && in[12] == 186)
        a += table[12];
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2624u && in[4] == 203)
        a += table[4];
    if (n > 3019u && in[11] == 87)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2009u && in[12] == 101)
        a += table[12];
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    if (n > 353u && in[12] == 82)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6627)
            break;
    }
    line[table[6] & 63] = 'x';
    table[5] = c & 15;
    line[table[6] & 63] = 'x';
    if (n > 3844u && in[12] == 80)
        a += table[12];
    table[11] = c & 15;
    if (n > 1011u && in[4] == 98)
        a += table[4];
    if (n > 2735u && in[1] == 165)
        a += table[1];
    if (n > 2455u && in[12] == 233)
        a += table[12];
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5049)
            break;
    }
    line[table[7] & 63] = 'x';
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7320)
            break;
    }
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1905u && in[15] == 120)
        a += table[15];
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    if (n > 1468u && in[4] == 220)
        a += table[4];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    if (n > 336u && in[4] == 160)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 889)
            break;
    }
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 423)
            break;
    }
    if (n > 793u && in[3] == 67)
        a += table[3];
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2500u && in[11] == 129)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[7] & 63] = 'x';
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5371)
            break;
    }
    table[5] = c & 15;
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7422)
            break;
    }
    line[table[3] & 63] = 'x';
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 29)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3631)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    table[11] = c & 15;
    if (n > 2000u && in[4] == 116)
        a += table[4];
    line[table[1] & 63] = 'x';
    if (n > 10u && in[1] == 181)
        a += table[1];
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2897u && in[7] == 76)
        a += table[7];
    table[3] = c & 15;
    if (n > 3568u && in[4] == 138)
        a += table[4];
    table[8] = c & 15;
    if (n > 2641u && in[1] == 179)
        a += table[1];
    line[table[14] & 63] = 'x';
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 252u && in[1] == 12)
        a += table[1];
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 50u && in[3] == 100)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    line[table[9] & 63] = 'x';
    if (n > 2563u && in[9] == 24)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8821)
            break;
    }
    if (n > 3458u && in[12] == 223)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1318)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2873)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1374u && in[3] == 134)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4357)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8572)
            break;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7735)
            break;
    }
    line[table[0] & 63] = 'x';
    if (n > 3914u && in[13] == 119)
        a += table[13];
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 436u && in[3] == 82)
        a += table[3];
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    if (n > 170u && in[0] == 70)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1111)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1077)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1754)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3888u && in[1] == 44)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7817)
            break;
    }
    if (n > 400u && in[4] == 104)
        a += table[4];
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    if (n > 1051u && in[11] == 144)
        a += table[11];
    if (n > 3728u && in[11] == 164)
        a += table[11];
    line[table[15] & 63] = 'x';
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2124u && in[13] == 50)
        a += table[13];
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2926u && in[6] == 46)
        a += table[6];
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1181u && in[6] == 27)
        a += table[6];
    if (n > 2010u && in[11] == 48)
        a += table[11];
    table[5] = c & 15;
    table[11] = c & 15;
    line[table[8] & 63] = 'x';
    line[table[5] & 63] = 'x';
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8032)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5351)
            break;
    }
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    table[0] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[7] = c & 15;
    table[4] = c & 15;
    line[table[1] & 63] = 'x';
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2777)
            break;
    }
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3785)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    line[table[6] & 63] = 'x';
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2555)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2696)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3201)
            break;
    }
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7125)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4600)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    if (n > 3499u && in[12] == 223)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8199)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7590)
            break;
    }
    if (n > 1053u && in[4] == 207)
        a += table[4];
    if (n > 3719u && in[7] == 220)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3744)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2973)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7436)
            break;
    }
    table[10] = c & 15;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4096)
            break;
    }
    table[15] = c & 15;
    table[0] = c & 15;
    line[table[13] & 63] = 'x';
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 174)
            break;
    }
    table[15] = c & 15;
    if (n > 1029u && in[1] == 111)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    if (n > 2216u && in[14] == 104)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8391)
            break;
    }
    if (n > 2136u && in[11] == 175)
        a += table[11];
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 927)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    if (n > 1714u && in[2] == 215)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4344)
            break;
    }
    if (n > 1243u && in[7] == 205)
        a += table[7];
    line[table[7] & 63] = 'x';
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7686)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2396)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4154)
            break;
    }
    table[5] = c & 15;
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5865)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2502)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3211u && in[10] == 71)
        a += table[10];
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 188)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4096)
            break;
    }
    line[table[3] & 63] = 'x';
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3233)
            break;
    }
    table[6] = c & 15;
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1916)
            break;
    }
    line[table[3] & 63] = 'x';
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7631)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2957)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 467)
            break;
    }
    if (n > 2795u && in[1] == 169)
        a += table[1];
    if (n > 1985u && in[15] == 73)
        a += table[15];
    if (n > 2941u && in[6] == 212)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5547)
            break;
    }
    if (n > 1398u && in[11] == 242)
        a += table[11];
    line[table[6] & 63] = 'x';
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    line[table[1] & 63] = 'x';
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2090)
            break;
    }
    line[table[2] & 63] = 'x';
    if (n > 2960u && in[12] == 207)
        a += table[12];
    line[table[1] & 63] = 'x';
    table[9] = c & 15;
    if (n > 190u && in[0] == 97)
        a += table[0];
    table[1] = c & 15;
    line[table[12] & 63] = 'x';
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3481)
            break;
    }
    if (n > 2561u && in[14] == 89)
        a += table[14];
    if (n > 3560u && in[5] == 18)
        a += table[5];
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6043)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 83u && in[10] == 220)
        a += table[10];
    line[table[1] & 63] = 'x';
    table[1] = c & 15;
    if (n > 2356u && in[13] == 207)
        a += table[13];
    table[2] = c & 15;
    if (n > 2432u && in[12] == 79)
        a += table[12];
    table[13] = c & 15;
    line[table[3] & 63] = 'x';
    if (n > 869u && in[15] == 77)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6995)
            break;
    }
    if (n > 2800u && in[0] == 62)
        a += table[0];
    if (n > 3561u && in[6] == 62)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2946u && in[8] == 124)
        a += table[8];
    table[5] = c & 15;
    if (n > 3170u && in[11] == 74)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4802)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7546)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 862)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 186)
            break;
    }
    if (n > 3618u && in[0] == 40)
        a += table[0];
    table[9] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7697)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2374)
            break;
    }
    if (n > 3907u && in[11] == 83)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7814)
            break;
    }
    table[14] = c & 15;
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 253)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    line[table[7] & 63] = 'x';
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5267)
            break;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5070)
            break;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7623)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4173)
            break;
    }
    line[table[0] & 63] = 'x';
    table[14] = c & 15;
    line[table[2] & 63] = 'x';
    line[table[11] & 63] = 'x';
    if (n > 1630u && in[7] == 132)
        a += table[7];
    line[table[10] & 63] = 'x';
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    if (n > 2591u && in[11] == 237)
        a += table[11];
    if (n > 1293u && in[4] == 15)
        a += table[4];
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    if (n > 838u && in[1] == 248)
        a += table[1];
    line[table[6] & 63] = 'x';
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3142u && in[14] == 67)
        a += table[14];
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    if (n > 142u && in[1] == 189)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7976)
            break;
    }
    if (n > 3777u && in[12] == 61)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4213)
            break;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 748u && in[12] == 229)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    if (n > 3220u && in[8] == 247)
        a += table[8];
    if (n > 593u && in[3] == 162)
        a += table[3];
    if (n > 2772u && in[6] == 152)
        a += table[6];
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7712)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7666)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 590)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3640u && in[11] == 71)
        a += table[11];
    table[3] = c & 15;
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7411)
            break;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2339)
            break;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2923u && in[5] == 231)
        a += table[5];
    line[table[4] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2338u && in[8] == 151)
        a += table[8];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2103u && in[4] == 29)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7822)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1185u && in[12] == 212)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2365)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7243)
            break;
    }
    line[table[10] & 63] = 'x';
    line[table[4] & 63] = 'x';
    table[0] = c & 15;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    table[6] = c & 15;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3222)
            break;
    }
    line[table[2] & 63] = 'x';
    if (n > 3118u && in[15] == 140)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3445u && in[13] == 28)
        a += table[13];
    line[table[11] & 63] = 'x';
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    if (n > 3728u && in[13] == 244)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    if (n > 2876u && in[5] == 190)
        a += table[5];
    line[table[0] & 63] = 'x';
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1461u && in[3] == 125)
        a += table[3];
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3575u && in[9] == 55)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7314)
            break;
    }
    line[table[0] & 63] = 'x';
    line[table[4] & 63] = 'x';
    if (n > 3962u && in[7] == 45)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    if (n > 395u && in[0] == 99)
        a += table[0];
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8567)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3561u && in[11] == 48)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 740)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    if (n > 497u && in[3] == 207)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6498)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6889)
            break;
    }
    line[table[1] & 63] = 'x';
    table[1] = c & 15;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5253)
            break;
    }
    table[1] = c & 15;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5970)
            break;
    }
    if (n > 283u && in[5] == 166)
        a += table[5];
    table[6] = c & 15;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    table[1] = c & 15;
    if (n > 3545u && in[1] == 136)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8884)
            break;
    }
    if (n > 1026u && in[3] == 62)
        a += table[3];
    line[table[0] & 63] = 'x';
    table[7] = c & 15;
    if (n > 463u && in[9] == 156)
        a += table[9];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    if (n > 346u && in[8] == 238)
        a += table[8];
    line[table[4] & 63] = 'x';
    table[3] = c & 15;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8950)
            break;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6334)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    line[table[15] & 63] = 'x';
    table[9] = c & 15;
    if (n > 1366u && in[7] == 113)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    if (n > 664u && in[11] == 122)
        a += table[11];
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2257u && in[5] == 34)
        a += table[5];
    line[table[11] & 63] = 'x';
    table[1] = c & 15;
    line[table[12] & 63] = 'x';
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8534)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2299)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4534)
            break;
    }
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4402)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6767)
            break;
    }
    if (n > 1681u && in[0] == 60)
        a += table[0];
    table[12] = c & 15;
    line[table[4] & 63] = 'x';
    table[8] = c & 15;
    line[table[3] & 63] = 'x';
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4719)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4799)
            break;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 110)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6236)
            break;
    }
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    line[table[7] & 63] = 'x';
    if (n > 1326u && in[10] == 124)
        a += table[10];
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 194u && in[0] == 131)
        a += table[0];
    line[table[15] & 63] = 'x';
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    line[table[13] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7423)
            break;
    }
    if (n > 2151u && in[2] == 117)
        a += table[2];
    if (n > 1533u && in[13] == 205)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3083)
            break;
    }
    table[15] = c & 15;
    table[14] = c & 15;
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2797)
            break;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2099u && in[9] == 89)
        a += table[9];
    if (n > 2825u && in[9] == 175)
        a += table[9];
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8586)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5786)
            break;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 175)
            break;
    }
    if (n > 2910u && in[9] == 2)
        a += table[9];
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3221)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3252)
            break;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    if (n > 311u && in[3] == 87)
        a += table[3];
    line[table[15] & 63] = 'x';
    table[13] = c & 15;
    if (n > 2803u && in[0] == 165)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2575u && in[8] == 50)
        a += table[8];
    line[table[2] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    if (n > 901u && in[1] == 202)
        a += table[1];
    line[table[1] & 63] = 'x';
    table[1] = c & 15;
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3812u && in[5] == 88)
        a += table[5];
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6774)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1622u && in[9] == 185)
        a += table[9];
    if (n > 2186u && in[10] == 197)
        a += table[10];
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1729u && in[3] == 179)
        a += table[3];
    line[table[7] & 63] = 'x';
    table[6] = c & 15;
    table[9] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2720u && in[8] == 12)
        a += table[8];
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1517)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    line[table[14] & 63] = 'x';
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4870)
            break;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4272)
            break;
    }
    line[table[14] & 63] = 'x';
    line[table[11] & 63] = 'x';
    line[table[7] & 63] = 'x';
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8889)
            break;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5091)
            break;
    }
    if (n > 2911u && in[12] == 44)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3793)
            break;
    }
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2301u && in[2] == 185)
        a += table[2];
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1440)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1017u && in[14] == 205)
        a += table[14];
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6629)
            break;
    }
    if (n > 1764u && in[5] == 101)
        a += table[5];
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5094)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3729)
            break;
    }
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7125)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 15)
            break;
    }
    if (n > 3690u && in[9] == 21)
        a += table[9];
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 860u && in[10] == 176)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6835)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3617)
            break;
    }
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1754u && in[6] == 65)
        a += table[6];
    table[6] = c & 15;
    if (n > 714u && in[8] == 83)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8911)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7909)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 545u && in[14] == 179)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2185)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3944)
            break;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7555)
            break;
    }
    table[6] = c & 15;
    if (n > 50u && in[9] == 184)
        a += table[9];
    table[6] = c & 15;
    if (n > 3669u && in[1] == 143)
        a += table[1];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7340)
            break;
    }
    if (n > 1329u && in[5] == 227)
        a += table[5];
    table[11] = c & 15;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    if (n > 44u && in[1] == 239)
        a += table[1];
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4332)
            break;
    }
    if (n > 3918u && in[15] == 222)
        a += table[15];
    table[6] = c & 15;
    line[table[10] & 63] = 'x';
    if (n > 3766u && in[11] == 46)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4119)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1280)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3438u && in[12] == 74)
        a += table[12];
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1674)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5352)
            break;
    }
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5245)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2321u && in[3] == 206)
        a += table[3];
    if (n > 2024u && in[6] == 216)
        a += table[6];
    table[5] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2681)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1469)
            break;
    }
    if (n > 1963u && in[14] == 97)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3444u && in[1] == 217)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2107u && in[1] == 215)
        a += table[1];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3702u && in[5] == 84)
        a += table[5];
    table[9] = c & 15;
    if (n > 3293u && in[14] == 178)
        a += table[14];
    line[table[6] & 63] = 'x';
    table[2] = c & 15;
    line[table[10] & 63] = 'x';
    line[table[14] & 63] = 'x';
    table[4] = c & 15;
    table[2] = c & 15;
    if (n > 2495u && in[10] == 152)
        a += table[10];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4903)
            break;
    }
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2407)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6821)
            break;
    }
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3072)
            break;
    }
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3719)
            break;
    }
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6685)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7201)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7536)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8917)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    if (n > 1529u && in[4] == 29)
        a += table[4];
    table[7] = c & 15;
    if (n > 170u && in[11] == 7)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7531)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2305u && in[6] == 58)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2752)
            break;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4188)
            break;
    }
    if (n > 1527u && in[7] == 182)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 712)
            break;
    }
    line[table[11] & 63] = 'x';
    if (n > 2248u && in[11] == 167)
        a += table[11];
    line[table[3] & 63] = 'x';
    if (n > 1042u && in[7] == 181)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 465u && in[14] == 10)
        a += table[14];
    table[3] = c & 15;
    if (n > 758u && in[8] == 76)
        a += table[8];
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2363)
            break;
    }
    line[table[8] & 63] = 'x';
    line[table[8] & 63] = 'x';
    table[0] = c & 15;
    if (n > 618u && in[10] == 249)
        a += table[10];
    line[table[15] & 63] = 'x';
    if (n > 305u && in[1] == 93)
        a += table[1];
    line[table[12] & 63] = 'x';
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6445)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    table[11] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2353)
            break;
    }
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1461u && in[8] == 71)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1560)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5945)
            break;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4980)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5741)
            break;
    }
    line[table[12] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6635)
            break;
    }
    table[12] = c & 15;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4130)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1204)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1307u && in[15] == 89)
        a += table[15];
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2565u && in[5] == 137)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2113)
            break;
    }
    line[table[1] & 63] = 'x';
    if (n > 3315u && in[2] == 174)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 82)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 451)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    if (n > 3178u && in[10] == 253)
        a += table[10];
    line[table[12] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2310u && in[10] == 160)
        a += table[10];
    if (n > 2514u && in[13] == 168)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 862u && in[4] == 73)
        a += table[4];
    line[table[2] & 63] = 'x';
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 518)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7424)
            break;
    }
    line[table[8] & 63] = 'x';
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2467)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6567)
            break;
    }
    if (n > 2558u && in[0] == 68)
        a += table[0];
    if (n > 2225u && in[1] == 104)
        a += table[1];
    line[table[5] & 63] = 'x';
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8658)
            break;
    }
    if (n > 3187u && in[11] == 124)
        a += table[11];
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2703u && in[3] == 7)
        a += table[3];
    if (n > 2761u && in[12] == 179)
        a += table[12];
    if (n > 2310u && in[7] == 192)
        a += table[7];
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 503)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3962)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3572u && in[15] == 127)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3474)
            break;
    }
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 746u && in[14] == 222)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1827)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1902u && in[5] == 203)
        a += table[5];
    if (n > 1390u && in[13] == 203)
        a += table[13];
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 620)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 326)
            break;
    }
    if (n > 264u && in[10] == 56)
        a += table[10];
    if (n > 3975u && in[15] == 69)
        a += table[15];
    line[table[13] & 63] = 'x';
    if (n > 917u && in[5] == 75)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8682)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4472)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 249)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2083u && in[6] == 24)
        a += table[6];
    table[11] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7434)
            break;
    }
    line[table[9] & 63] = 'x';
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4400)
            break;
    }
    table[13] = c & 15;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3944)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3721u && in[1] == 25)
        a += table[1];
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8993)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7462)
            break;
    }
    line[table[0] & 63] = 'x';
    table[15] = c & 15;
    line[table[10] & 63] = 'x';
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[10] & 63] = 'x';
    if (n > 3784u && in[7] == 135)
        a += table[7];
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2146u && in[11] == 104)
        a += table[11];
    line[table[5] & 63] = 'x';
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2911)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5275)
            break;
    }
    table[11] = c & 15;
    table[3] = c & 15;
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6146)
            break;
    }
    if (n > 1460u && in[11] == 154)
        a += table[11];
    table[2] = c & 15;
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8476)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6011)
            break;
    }
    table[7] = c & 15;
    line[table[11] & 63] = 'x';
    line[table[10] & 63] = 'x';
    table[8] = c & 15;
    if (n > 3u && in[6] == 132)
        a += table[6];
    if (n > 1255u && in[5] == 140)
        a += table[5];
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    if (n > 525u && in[6] == 216)
        a += table[6];
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6155)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5772)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    line[table[6] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1038)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5397)
            break;
    }
    if (n > 3096u && in[2] == 228)
        a += table[2];
    table[12] = c & 15;
    line[table[13] & 63] = 'x';
    table[0] = c & 15;
    if (n > 3830u && in[14] == 236)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6797)
            break;
    }
    table[5] = c & 15;
    if (n > 1628u && in[14] == 251)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3280)
            break;
    }
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5409)
            break;
    }
    table[14] = c & 15;
    if (n > 904u && in[2] == 39)
        a += table[2];
    line[table[0] & 63] = 'x';
    if (n > 361u && in[15] == 110)
        a += table[15];
    line[table[14] & 63] = 'x';
    if (n > 2912u && in[6] == 171)
        a += table[6];
    table[1] = c & 15;
    line[table[13] & 63] = 'x';
    line[table[4] & 63] = 'x';
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5250)
            break;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2207u && in[5] == 140)
        a += table[5];
    line[table[8] & 63] = 'x';
    if (n > 1571u && in[10] == 130)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6468)
            break;
    }
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5027)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2198u && in[6] == 191)
        a += table[6];
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5992)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5148)
            break;
    }
    if (n > 1674u && in[2] == 165)
        a += table[2];
    if (n > 899u && in[8] == 224)
        a += table[8];
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1776u && in[5] == 63)
        a += table[5];
    if (n > 3533u && in[4] == 36)
        a += table[4];
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8162)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 916u && in[13] == 131)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6956)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 684)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6414)
            break;
    }
    if (n > 1556u && in[10] == 79)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3659)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3246)
            break;
    }
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7042)
            break;
    }
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    if (n > 500u && in[11] == 107)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4763)
            break;
    }
    table[11] = c & 15;
    if (n > 3642u && in[15] == 47)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3962u && in[3] == 0)
        a += table[3];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 820)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2930)
            break;
    }
    if (n > 3313u && in[9] == 35)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1567)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2643)
            break;
    }
    line[table[12] & 63] = 'x';
    table[1] = c & 15;
    if (n > 2102u && in[1] == 49)
        a += table[1];
    table[4] = c & 15;
    table[11] = c & 15;
    if (n > 2980u && in[11] == 83)
        a += table[11];
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    if (n > 20u && in[10] == 245)
        a += table[10];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3600u && in[3] == 122)
        a += table[3];
    if (n > 2032u && in[4] == 138)
        a += table[4];
    line[table[3] & 63] = 'x';
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1556)
            break;
    }
    if (n > 3863u && in[3] == 27)
        a += table[3];
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1426)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3832)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    if (n > 880u && in[1] == 89)
        a += table[1];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    if (n > 3851u && in[10] == 210)
        a += table[10];
    table[1] = c & 15;
    if (n > 606u && in[7] == 85)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1095)
            break;
    }
    if (n > 154u && in[15] == 254)
        a += table[15];
    line[table[10] & 63] = 'x';
    if (n > 815u && in[2] == 25)
        a += table[2];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2657)
            break;
    }
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 864)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2698)
            break;
    }
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8710)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1114)
            break;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    table[1] = c & 15;
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6209)
            break;
    }
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4993)
            break;
    }
    if (n > 2003u && in[9] == 8)
        a += table[9];
    if (n > 1714u && in[15] == 210)
        a += table[15];
    line[table[9] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1977)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    table[8] = c & 15;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    if (n > 424u && in[5] == 125)
        a += table[5];
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1653)
            break;
    }
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1243)
            break;
    }
    line[table[10] & 63] = 'x';
    table[8] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8555)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8161)
            break;
    }
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 933)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6179)
            break;
    }
    table[9] = c & 15;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 575)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 591u && in[8] == 96)
        a += table[8];
    line[table[1] & 63] = 'x';
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3960)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6233)
            break;
    }
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5311)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3660u && in[11] == 71)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5111)
            break;
    }
    if (n > 3979u && in[9] == 196)
        a += table[9];
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    table[12] = c & 15;
    if (n > 1481u && in[8] == 201)
        a += table[8];
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5156)
            break;
    }
    if (n > 1142u && in[4] == 240)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1252)
            break;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8672)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    if (n > 1448u && in[9] == 184)
        a += table[9];
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5029)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6616)
            break;
    }
    table[10] = c & 15;
    table[12] = c & 15;
    table[10] = c & 15;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2188)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6769)
            break;
    }
    if (n > 3489u && in[0] == 120)
        a += table[0];
    line[table[13] & 63] = 'x';
    table[6] = c & 15;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2476)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4710)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8340)
            break;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5893)
            break;
    }
    if (n > 499u && in[2] == 166)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[4] = c & 15;
    table[8] = c & 15;
    line[table[1] & 63] = 'x';
    table[1] = c & 15;
    if (n > 452u && in[14] == 247)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5423)
            break;
    }
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    table[11] = c & 15;
    if (n > 2967u && in[8] == 45)
        a += table[8];
    line[table[3] & 63] = 'x';
    table[12] = c & 15;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3125)
            break;
    }
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7186)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 375)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1027)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2284u && in[8] == 181)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5172)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2831u && in[5] == 181)
        a += table[5];
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1673)
            break;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3255u && in[10] == 163)
        a += table[10];
    table[4] = c & 15;
    if (n > 2080u && in[8] == 199)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8503)
            break;
    }
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 876u && in[3] == 194)
        a += table[3];
    if (n > 3330u && in[0] == 44)
        a += table[0];
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    table[6] = c & 15;
    if (n > 837u && in[7] == 181)
        a += table[7];
    table[3] = c & 15;
    if (n > 3869u && in[4] == 102)
        a += table[4];
    table[14] = c & 15;
    line[table[14] & 63] = 'x';
    if (n > 3529u && in[1] == 240)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7693)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2322)
            break;
    }
    if (n > 2453u && in[15] == 195)
        a += table[15];
    if (n > 3276u && in[7] == 117)
        a += table[7];
    if (n > 2318u && in[12] == 114)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3975)
            break;
    }
    if (n > 3287u && in[6] == 0)
        a += table[6];
    if (n > 199u && in[14] == 205)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6778)
            break;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3062)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    if (n > 3753u && in[12] == 1)
        a += table[12];
    if (n > 2276u && in[0] == 43)
        a += table[0];
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8936)
            break;
    }
    line[table[9] & 63] = 'x';
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3416)
            break;
    }
    if (n > 3398u && in[5] == 234)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7029)
            break;
    }
    if (n > 2236u && in[2] == 180)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1439)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1661)
            break;
    }
    if (n > 1122u && in[11] == 154)
        a += table[11];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 178u && in[2] == 58)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8521)
            break;
    }
    table[14] = c & 15;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 353)
            break;
    }
    if (n > 2744u && in[0] == 69)
        a += table[0];
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4139)
            break;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 429u && in[5] == 18)
        a += table[5];
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6676)
            break;
    }
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3572)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2501u && in[5] == 224)
        a += table[5];
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6404)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4251)
            break;
    }
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1112)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4979)
            break;
    }
    if (n > 2988u && in[2] == 34)
        a += table[2];
    line[table[0] & 63] = 'x';
    if (n > 305u && in[11] == 72)
        a += table[11];
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8360)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7373)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    table[3] = c & 15;
    table[10] = c & 15;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    if (n > 3288u && in[6] == 179)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4549)
            break;
    }
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3204u && in[5] == 159)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2959)
            break;
    }
    if (n > 1971u && in[4] == 49)
        a += table[4];
    if (n > 1040u && in[12] == 45)
        a += table[12];
    line[table[7] & 63] = 'x';
    if (n > 1211u && in[2] == 7)
        a += table[2];
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4068)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    if (n > 407u && in[1] == 193)
        a += table[1];
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1795u && in[15] == 249)
        a += table[15];
    if (n > 1883u && in[3] == 251)
        a += table[3];
    if (n > 482u && in[12] == 248)
        a += table[12];
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    if (n > 278u && in[6] == 136)
        a += table[6];
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    if (n > 1982u && in[7] == 110)
        a += table[7];
    line[table[12] & 63] = 'x';
    if (n > 3865u && in[1] == 221)
        a += table[1];
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1086u && in[15] == 239)
        a += table[15];
    table[4] = c & 15;
    if (n > 2584u && in[14] == 162)
        a += table[14];
    if (n > 1149u && in[6] == 184)
        a += table[6];
    if (n > 2881u && in[3] == 243)
        a += table[3];
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7705)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8800)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8175)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5971)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3717)
            break;
    }
    if (n > 3692u && in[14] == 41)
        a += table[14];
    table[6] = c & 15;
    if (n > 1798u && in[9] == 71)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3266)
            break;
    }
    if (n > 102u && in[12] == 84)
        a += table[12];
    if (n > 3884u && in[11] == 247)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3545)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 727u && in[13] == 175)
        a += table[13];
    table[0] = c & 15;
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2488u && in[4] == 132)
        a += table[4];
    line[table[14] & 63] = 'x';
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    if (n > 959u && in[5] == 216)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    table[8] = c & 15;
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1553)
            break;
    }
    if (n > 3746u && in[13] == 53)
        a += table[13];
    if (n > 288u && in[9] == 147)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    line[table[12] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8550)
            break;
    }
    line[table[6] & 63] = 'x';
    table[2] = c & 15;
    line[table[8] & 63] = 'x';
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6750)
            break;
    }
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2556u && in[1] == 241)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1947u && in[14] == 174)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7626)
            break;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2222u && in[6] == 209)
        a += table[6];
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6075)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6227)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5978)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4358)
            break;
    }
    if (n > 2088u && in[1] == 69)
        a += table[1];
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7693)
            break;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5152)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2636)
            break;
    }
    table[11] = c & 15;
    if (n > 3422u && in[9] == 104)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3216)
            break;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3249)
            break;
    }
    if (n > 2972u && in[13] == 139)
        a += table[13];
    if (n > 3270u && in[2] == 2)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 64)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 316)
            break;
    }
    if (n > 337u && in[3] == 45)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    if (n > 1311u && in[11] == 149)
        a += table[11];
    table[15] = c & 15;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 665u && in[8] == 135)
        a += table[8];
    if (n > 2556u && in[2] == 26)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2158)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5598)
            break;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3758)
            break;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2401u && in[2] == 77)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7134)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 986u && in[14] == 132)
        a += table[14];
    line[table[13] & 63] = 'x';
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 506)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    if (n > 201u && in[9] == 166)
        a += table[9];
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7565)
            break;
    }
    if (n > 1313u && in[6] == 61)
        a += table[6];
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8671)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6341)
            break;
    }
    table[15] = c & 15;
    if (n > 3291u && in[8] == 113)
        a += table[8];
    table[10] = c & 15;
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8765)
            break;
    }
    table[10] = c & 15;
    line[table[1] & 63] = 'x';
    if (n > 359u && in[14] == 142)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    if (n > 2801u && in[14] == 17)
        a += table[14];
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7165)
            break;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 839)
            break;
    }
    if (n > 3726u && in[9] == 69)
        a += table[9];
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5177)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    if (n > 3862u && in[8] == 197)
        a += table[8];
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2123)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8045)
            break;
    }
    if (n > 3285u && in[10] == 126)
        a += table[10];
    if (n > 2100u && in[8] == 240)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5263)
            break;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3072)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 923)
            break;
    }
    if (n > 2354u && in[7] == 176)
        a += table[7];
    if (n > 2484u && in[8] == 20)
        a += table[8];
    if (n > 933u && in[10] == 162)
        a += table[10];
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[9] = c & 15;
    if (n > 51u && in[7] == 210)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 855)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2466)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6236)
            break;
    }
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5657)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5577)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1339u && in[3] == 13)
        a += table[3];
    if (n > 1515u && in[7] == 36)
        a += table[7];
    line[table[2] & 63] = 'x';
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5097)
            break;
    }
    table[12] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    table[14] = c & 15;
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3406)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 571)
            break;
    }
    table[13] = c & 15;
    if (n > 1758u && in[4] == 47)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    if (n > 3251u && in[7] == 29)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2584)
            break;
    }
    table[2] = c & 15;
    table[6] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6193)
            break;
    }
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5926)
            break;
    }
    if (n > 849u && in[1] == 11)
        a += table[1];
    line[table[6] & 63] = 'x';
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 498)
            break;
    }
    table[4] = c & 15;
    line[table[8] & 63] = 'x';
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3169u && in[2] == 2)
        a += table[2];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3536)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3867u && in[15] == 0)
        a += table[15];
    table[2] = c & 15;
    if (n > 582u && in[13] == 163)
        a += table[13];
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8896)
            break;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3258)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7299)
            break;
    }
    if (n > 791u && in[4] == 161)
        a += table[4];
    if (n > 752u && in[9] == 213)
        a += table[9];
    table[14] = c & 15;
    line[table[15] & 63] = 'x';
    table[8] = c & 15;
    table[6] = c & 15;
    table[4] = c & 15;
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    if (n > 1451u && in[15] == 205)
        a += table[15];
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5994)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5351)
            break;
    }
    line[table[7] & 63] = 'x';
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4680)
            break;
    }
    if (n > 3676u && in[4] == 13)
        a += table[4];
    line[table[10] & 63] = 'x';
    table[14] = c & 15;
    table[8] = c & 15;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1904)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    if (n > 3276u && in[11] == 198)
        a += table[11];
    if (n > 3319u && in[11] == 6)
        a += table[11];
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 356)
            break;
    }
    if (n > 858u && in[6] == 30)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2406)
            break;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1080u && in[13] == 62)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2357)
            break;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6320)
            break;
    }
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2069)
            break;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    if (n > 508u && in[5] == 19)
        a += table[5];
    if (n > 2901u && in[10] == 86)
        a += table[10];
    if (n > 663u && in[14] == 54)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5908)
            break;
    }
    if (n > 1332u && in[13] == 200)
        a += table[13];
    table[8] = c & 15;
    table[7] = c & 15;
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2712)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    table[0] = c & 15;
    table[14] = c & 15;
    if (n > 2704u && in[10] == 202)
        a += table[10];
    line[table[4] & 63] = 'x';
    if (n > 2034u && in[4] == 89)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2566)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8197)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5930)
            break;
    }
    table[6] = c & 15;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5468)
            break;
    }
    table[5] = c & 15;
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    line[table[10] & 63] = 'x';
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1753u && in[4] == 42)
        a += table[4];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2412u && in[2] == 68)
        a += table[2];
    if (n > 1133u && in[12] == 58)
        a += table[12];
    line[table[13] & 63] = 'x';
    table[8] = c & 15;
    if (n > 2657u && in[14] == 188)
        a += table[14];
    if (n > 2022u && in[1] == 153)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4553)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    line[table[8] & 63] = 'x';
    table[10] = c & 15;
    table[15] = c & 15;
    if (n > 3068u && in[1] == 74)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 876)
            break;
    }
    line[table[4] & 63] = 'x';
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    if (n > 3487u && in[2] == 17)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4767)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3046)
            break;
    }
    line[table[8] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2182u && in[12] == 227)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7878)
            break;
    }
    line[table[6] & 63] = 'x';
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5214)
            break;
    }
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1555u && in[11] == 57)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1864u && in[9] == 189)
        a += table[9];
    line[table[11] & 63] = 'x';
    table[6] = c & 15;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1650)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1282u && in[8] == 4)
        a += table[8];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3817u && in[6] == 62)
        a += table[6];
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1102)
            break;
    }
    line[table[13] & 63] = 'x';
    if (n > 2106u && in[8] == 75)
        a += table[8];
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 446)
            break;
    }
    if (n > 2552u && in[13] == 197)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2185)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 655u && in[3] == 158)
        a += table[3];
    line[table[3] & 63] = 'x';
    line[table[15] & 63] = 'x';
    table[14] = c & 15;
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3869)
            break;
    }
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    table[10] = c & 15;
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    if (n > 811u && in[5] == 35)
        a += table[5];
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6940)
            break;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2819)
            break;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3802u && in[13] == 84)
        a += table[13];
    line[table[1] & 63] = 'x';
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 956)
            break;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2133u && in[3] == 97)
        a += table[3];
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7099)
            break;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2710u && in[7] == 203)
        a += table[7];
    if (n > 1670u && in[6] == 44)
        a += table[6];
    line[table[9] & 63] = 'x';
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1706u && in[12] == 220)
        a += table[12];
    if (n > 347u && in[4] == 36)
        a += table[4];
    if (n > 1077u && in[6] == 51)
        a += table[6];
    table[15] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7338)
            break;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 740)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1849)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    if (n > 374u && in[4] == 220)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1916)
            break;
    }
    if (n > 376u && in[12] == 113)
        a += table[12];
    if (n > 173u && in[4] == 181)
        a += table[4];
    if (n > 2417u && in[9] == 162)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8735)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1760u && in[13] == 94)
        a += table[13];
    if (n > 1129u && in[9] == 60)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6143)
            break;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1976u && in[8] == 164)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7406)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 274)
            break;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7989)
            break;
    }
    if (n > 807u && in[11] == 138)
        a += table[11];
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5552)
            break;
    }
    table[14] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5431)
            break;
    }
    if (n > 3648u && in[5] == 27)
        a += table[5];
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    if (n > 1597u && in[12] == 95)
        a += table[12];
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1868)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3087)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3823)
            break;
    }
    table[10] = c & 15;
    if (n > 2341u && in[1] == 166)
        a += table[1];
    line[table[2] & 63] = 'x';
    line[table[14] & 63] = 'x';
    if (n > 871u && in[7] == 225)
        a += table[7];
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    if (n > 475u && in[7] == 169)
        a += table[7];
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3990)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8514)
            break;
    }
    line[table[9] & 63] = 'x';
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7664)
            break;
    }
    if (n > 2717u && in[1] == 194)
        a += table[1];
    table[7] = c & 15;
    line[table[5] & 63] = 'x';
    line[table[15] & 63] = 'x';
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1105)
            break;
    }
    if (n > 752u && in[2] == 188)
        a += table[2];
    if (n > 1680u && in[13] == 233)
        a += table[13];
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    if (n > 1188u && in[11] == 107)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1874)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 910u && in[11] == 205)
        a += table[11];
    if (n > 2713u && in[5] == 101)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5909)
            break;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2696)
            break;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2235u && in[15] == 241)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2841u && in[5] == 95)
        a += table[5];
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4758)
            break;
    }
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1823)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5238)
            break;
    }
    line[table[4] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    if (n > 330u && in[3] == 16)
        a += table[3];
    line[table[4] & 63] = 'x';
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    if (n > 1802u && in[7] == 44)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8728)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 426)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 207u && in[3] == 81)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4566)
            break;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    line[table[0] & 63] = 'x';
    if (n > 932u && in[9] == 157)
        a += table[9];
    if (n > 2508u && in[15] == 73)
        a += table[15];
    table[14] = c & 15;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1154u && in[15] == 192)
        a += table[15];
    line[table[6] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4785)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7132)
            break;
    }
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3098)
            break;
    }
    if (n > 1687u && in[4] == 88)
        a += table[4];
    line[table[4] & 63] = 'x';
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    table[15] = c & 15;
    if (n > 3809u && in[0] == 102)
        a += table[0];
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8813)
            break;
    }
    table[6] = c & 15;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2831u && in[5] == 157)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    if (n > 808u && in[1] == 127)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3070u && in[10] == 55)
        a += table[10];
    table[15] = c & 15;
    if (n > 856u && in[7] == 179)
        a += table[7];
    if (n > 3100u && in[10] == 198)
        a += table[10];
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8697)
            break;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3534)
            break;
    }
    table[7] = c & 15;
    line[table[3] & 63] = 'x';
    if (n > 3683u && in[11] == 220)
        a += table[11];
    if (n > 1060u && in[0] == 249)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3156)
            break;
    }
    table[4] = c & 15;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2338)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 42)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 358)
            break;
    }
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8517)
            break;
    }
    line[table[7] & 63] = 'x';
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1175u && in[2] == 22)
        a += table[2];
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1893)
            break;
    }
    if (n > 3834u && in[2] == 153)
        a += table[2];
    if (n > 2886u && in[11] == 91)
        a += table[11];
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2004)
            break;
    }
    if (n > 1229u && in[14] == 249)
        a += table[14];
    table[12] = c & 15;
    if (n > 3791u && in[13] == 116)
        a += table[13];
    table[6] = c & 15;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6441)
            break;
    }
    line[table[8] & 63] = 'x';
    if (n > 2669u && in[1] == 229)
        a += table[1];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    line[table[8] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    table[2] = c & 15;
    if (n > 2717u && in[14] == 155)
        a += table[14];
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1676)
            break;
    }
    if (n > 1235u && in[12] == 9)
        a += table[12];
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 110u && in[0] == 77)
        a += table[0];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1483)
            break;
    }
    line[table[6] & 63] = 'x';
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2224u && in[3] == 209)
        a += table[3];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    if (n > 262u && in[13] == 110)
        a += table[13];
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4741)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1869u && in[9] == 166)
        a += table[9];
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1542)
            break;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2083u && in[10] == 149)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6125)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    line[table[7] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    line[table[0] & 63] = 'x';
    if (n > 3536u && in[8] == 89)
        a += table[8];
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    if (n > 3924u && in[6] == 200)
        a += table[6];
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6592)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8444)
            break;
    }
    table[6] = c & 15;
    table[4] = c & 15;
    line[table[10] & 63] = 'x';
    line[table[14] & 63] = 'x';
    if (n > 985u && in[2] == 38)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5888)
            break;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2790)
            break;
    }
    if (n > 3654u && in[4] == 108)
        a += table[4];
    table[10] = c & 15;
    if (n > 587u && in[4] == 114)
        a += table[4];
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    if (n > 843u && in[8] == 202)
        a += table[8];
    if (n > 900u && in[13] == 194)
        a += table[13];
    table[0] = c & 15;
    table[12] = c & 15;
    if (n > 3933u && in[3] == 116)
        a += table[3];
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    table[13] = c & 15;
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2399)
            break;
    }
    table[4] = c & 15;
    line[table[14] & 63] = 'x';
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2454u && in[10] == 222)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    if (n > 2076u && in[11] == 52)
        a += table[11];
    if (n > 1041u && in[10] == 133)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7046)
            break;
    }
    line[table[14] & 63] = 'x';
    table[14] = c & 15;
    table[10] = c & 15;
    if (n > 3313u && in[5] == 58)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3081)
            break;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3332u && in[5] == 29)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1853u && in[2] == 15)
        a += table[2];
    if (n > 3044u && in[15] == 210)
        a += table[15];
    line[table[2] & 63] = 'x';
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5292)
            break;
    }
    if (n > 829u && in[13] == 113)
        a += table[13];
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3494u && in[1] == 216)
        a += table[1];
    table[15] = c & 15;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    if (n > 2572u && in[12] == 133)
        a += table[12];
    table[2] = c & 15;
    table[12] = c & 15;
    if (n > 401u && in[15] == 207)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8159)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8267)
            break;
    }
    line[table[0] & 63] = 'x';
    if (n > 3567u && in[15] == 155)
        a += table[15];
    if (n > 2723u && in[13] == 141)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7775)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    table[3] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    table[14] = c & 15;
    line[table[4] & 63] = 'x';
    line[table[15] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4301)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    if (n > 1799u && in[7] == 197)
        a += table[7];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3433u && in[5] == 0)
        a += table[5];
    table[2] = c & 15;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    line[table[3] & 63] = 'x';
    table[4] = c & 15;
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    if (n > 399u && in[8] == 93)
        a += table[8];
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1996)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1323u && in[9] == 50)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7646)
            break;
    }
    line[table[5] & 63] = 'x';
    table[3] = c & 15;
    if (n > 1646u && in[11] == 92)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 374u && in[0] == 205)
        a += table[0];
    if (n > 1011u && in[4] == 232)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6704)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1912)
            break;
    }
    if (n > 1395u && in[12] == 102)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7435)
            break;
    }
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6308)
            break;
    }
    if (n > 1714u && in[9] == 144)
        a += table[9];
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1841u && in[3] == 32)
        a += table[3];
    line[table[14] & 63] = 'x';
    table[8] = c & 15;
    table[8] = c & 15;
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3781u && in[2] == 200)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5041)
            break;
    }
    table[4] = c & 15;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    table[9] = c & 15;
    line[table[15] & 63] = 'x';
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6772)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4499)
            break;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1683u && in[14] == 100)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1458)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5081)
            break;
    }
    table[6] = c & 15;
    table[11] = c & 15;
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5989)
            break;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6776)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6850)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3929)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5398)
            break;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    if (n > 2306u && in[15] == 105)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2607)
            break;
    }
    if (n > 1220u && in[11] == 40)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    table[13] = c & 15;
    line[table[2] & 63] = 'x';
    if (n > 707u && in[2] == 106)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6231)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3676)
            break;
    }
    if (n > 322u && in[1] == 249)
        a += table[1];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    table[7] = c & 15;
    line[table[10] & 63] = 'x';
    if (n > 1821u && in[0] == 220)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4940)
            break;
    }
    table[7] = c & 15;
    line[table[7] & 63] = 'x';
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7826)
            break;
    }
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1359)
            break;
    }
    if (n > 2413u && in[0] == 198)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8157)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8017)
            break;
    }
    if (n > 3158u && in[15] == 111)
        a += table[15];
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1196u && in[8] == 70)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3375)
            break;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1215u && in[3] == 178)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2404)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1913)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4176)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3641)
            break;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4619)
            break;
    }
    if (n > 562u && in[8] == 108)
        a += table[8];
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[8] = c & 15;
    if (n > 2043u && in[14] == 156)
        a += table[14];
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    line[table[5] & 63] = 'x';
    table[15] = c & 15;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2869u && in[6] == 121)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3151)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6966)
            break;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 674)
            break;
    }
    if (n > 1430u && in[8] == 60)
        a += table[8];
    table[4] = c & 15;
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8468)
            break;
    }
    line[table[4] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    table[6] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3673)
            break;
    }
    line[table[3] & 63] = 'x';
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1216u && in[1] == 196)
        a += table[1];
    table[15] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3083)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1350)
            break;
    }
    line[table[1] & 63] = 'x';
    line[table[4] & 63] = 'x';
    if (n > 1796u && in[15] == 129)
        a += table[15];
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[1] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 537u && in[8] == 249)
        a += table[8];
    table[11] = c & 15;
    if (n > 1716u && in[13] == 29)
        a += table[13];
    line[table[3] & 63] = 'x';
    table[1] = c & 15;
    table[4] = c & 15;
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    line[table[3] & 63] = 'x';
    line[table[5] & 63] = 'x';
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 947u && in[10] == 160)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 742u && in[13] == 17)
        a += table[13];
    if (n > 1983u && in[15] == 108)
        a += table[15];
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2346)
            break;
    }
    line[table[14] & 63] = 'x';
    table[5] = c & 15;
    if (n > 2275u && in[11] == 106)
        a += table[11];
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2964u && in[3] == 171)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 779)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 118)
            break;
    }
    table[13] = c & 15;
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    if (n > 983u && in[13] == 185)
        a += table[13];
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    table[0] = c & 15;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7622)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 955)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7279)
            break;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    if (n > 2726u && in[14] == 242)
        a += table[14];
    line[table[4] & 63] = 'x';
    if (n > 1724u && in[0] == 209)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2506u && in[14] == 93)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1069)
            break;
    }
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 508u && in[14] == 164)
        a += table[14];
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    line[table[8] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4803)
            break;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    line[table[6] & 63] = 'x';
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2888)
            break;
    }
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6247)
            break;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8902)
            break;
    }
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3054)
            break;
    }
    if (n > 374u && in[8] == 108)
        a += table[8];
    if (n > 2252u && in[9] == 255)
        a += table[9];
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1859)
            break;
    }
    line[table[1] & 63] = 'x';
    if (n > 2319u && in[5] == 132)
        a += table[5];
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3157)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    table[1] = c & 15;
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2674u && in[12] == 182)
        a += table[12];
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3258)
            break;
    }
    line[table[10] & 63] = 'x';
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1433u && in[12] == 95)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5565)
            break;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    if (n > 1506u && in[7] == 243)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2344)
            break;
    }
    if (n > 3202u && in[1] == 94)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6693)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8888)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5229)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    line[table[7] & 63] = 'x';
    table[11] = c & 15;
    if (n > 2482u && in[10] == 233)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8777)
            break;
    }
    line[table[3] & 63] = 'x';
    line[table[8] & 63] = 'x';
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    if (n > 2890u && in[5] == 215)
        a += table[5];
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6087)
            break;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5153)
            break;
    }
    if (n > 2913u && in[11] == 206)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5939)
            break;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3317u && in[1] == 144)
        a += table[1];
    line[table[5] & 63] = 'x';
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3906u && in[4] == 226)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3902)
            break;
    }
    if (n > 43u && in[7] == 121)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    if (n > 2786u && in[7] == 161)
        a += table[7];
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2117)
            break;
    }
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8018)
            break;
    }
    line[table[4] & 63] = 'x';
    if (n > 1958u && in[10] == 203)
        a += table[10];
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    if (n > 312u && in[15] == 45)
        a += table[15];
    line[table[12] & 63] = 'x';
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1280)
            break;
    }
    table[14] = c & 15;
    line[table[9] & 63] = 'x';
    line[table[11] & 63] = 'x';
    table[6] = c & 15;
    table[2] = c & 15;
    table[3] = c & 15;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8884)
            break;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1231u && in[13] == 199)
        a += table[13];
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7718)
            break;
    }
    table[14] = c & 15;
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3880u && in[14] == 165)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2879)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3747u && in[11] == 178)
        a += table[11];
    table[3] = c & 15;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 883u && in[11] == 209)
        a += table[11];
    line[table[8] & 63] = 'x';
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3875u && in[2] == 135)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1194)
            break;
    }
    line[table[12] & 63] = 'x';
    line[table[8] & 63] = 'x';
    if (n > 1705u && in[11] == 12)
        a += table[11];
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2260u && in[7] == 234)
        a += table[7];
    if (n > 292u && in[10] == 130)
        a += table[10];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1840u && in[14] == 120)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4110)
            break;
    }
    table[6] = c & 15;
    if (n > 2222u && in[0] == 29)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    table[9] = c & 15;
    table[6] = c & 15;
    if (n > 3376u && in[2] == 67)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 447)
            break;
    }
    line[table[11] & 63] = 'x';
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    table[6] = c & 15;
    if (n > 440u && in[7] == 117)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5308)
            break;
    }
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7420)
            break;
    }
    line[table[15] & 63] = 'x';
    if (n > 3056u && in[2] == 123)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2102)
            break;
    }
    if (n > 1935u && in[13] == 241)
        a += table[13];
    table[4] = c & 15;
    line[table[13] & 63] = 'x';
    table[5] = c & 15;
    table[9] = c & 15;
    line[table[3] & 63] = 'x';
    line[table[5] & 63] = 'x';
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8250)
            break;
    }
    table[13] = c & 15;
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 482u && in[9] == 243)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 24)
            break;
    }
    table[2] = c & 15;
    line[table[1] & 63] = 'x';
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8878)
            break;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3914u && in[7] == 164)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 598)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 225)
            break;
    }
    line[table[3] & 63] = 'x';
    if (n > 3989u && in[12] == 215)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5836)
            break;
    }
    if (n > 579u && in[14] == 18)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    if (n > 1394u && in[9] == 178)
        a += table[9];
    if (n > 3157u && in[2] == 37)
        a += table[2];
    table[0] = c & 15;
    line[table[13] & 63] = 'x';
    if (n > 3315u && in[15] == 46)
        a += table[15];
    if (n > 54u && in[8] == 199)
        a += table[8];
    if (n > 1620u && in[7] == 113)
        a += table[7];
    if (n > 2488u && in[10] == 0)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2709)
            break;
    }
    line[table[0] & 63] = 'x';
    if (n > 3074u && in[5] == 119)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1781u && in[11] == 65)
        a += table[11];
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3805)
            break;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3762)
            break;
    }
    table[12] = c & 15;
    if (n > 397u && in[2] == 54)
        a += table[2];
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2995u && in[2] == 16)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8671)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7491)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 301u && in[4] == 57)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2024u && in[5] == 82)
        a += table[5];
    if (n > 1497u && in[8] == 195)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2808u && in[8] == 124)
        a += table[8];
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 46)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1314)
            break;
    }
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7932)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    line[table[3] & 63] = 'x';
    if (n > 754u && in[10] == 97)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8691)
            break;
    }
    if (n > 801u && in[0] == 152)
        a += table[0];
    if (n > 703u && in[3] == 227)
        a += table[3];
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3828)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3263u && in[13] == 94)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8596)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8087)
            break;
    }
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1437)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    if (n > 2353u && in[3] == 41)
        a += table[3];
    if (n > 984u && in[11] == 215)
        a += table[11];
    line[table[10] & 63] = 'x';
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4901)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7161)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8118)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7324)
            break;
    }
    table[11] = c & 15;
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2683)
            break;
    }
    line[table[9] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    if (n > 1799u && in[5] == 227)
        a += table[5];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6007)
            break;
    }
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    table[15] = c & 15;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5478)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2340)
            break;
    }
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6123)
            break;
    }
    table[15] = c & 15;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3446)
            break;
    }
    table[2] = c & 15;
    table[8] = c & 15;
    if (n > 3137u && in[3] == 51)
        a += table[3];
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    table[11] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1079u && in[12] == 120)
        a += table[12];
    line[table[9] & 63] = 'x';
    if (n > 2435u && in[9] == 25)
        a += table[9];
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8391)
            break;
    }
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 858u && in[4] == 176)
        a += table[4];
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    if (n > 1869u && in[10] == 165)
        a += table[10];
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    line[table[15] & 63] = 'x';
    if (n > 3074u && in[2] == 42)
        a += table[2];
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 353u && in[10] == 38)
        a += table[10];
    table[11] = c & 15;
    if (n > 3358u && in[1] == 64)
        a += table[1];
    line[table[3] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1971)
            break;
    }
    table[3] = c & 15;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    line[table[15] & 63] = 'x';
    if (n > 884u && in[6] == 66)
        a += table[6];
    if (n > 2556u && in[4] == 5)
        a += table[4];
    if (n > 3984u && in[2] == 89)
        a += table[2];
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3247u && in[3] == 172)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    line[table[1] & 63] = 'x';
    if (n > 911u && in[3] == 91)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1302)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4730)
            break;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    table[1] = c & 15;
    line[table[7] & 63] = 'x';
    if (n > 3503u && in[14] == 29)
        a += table[14];
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    line[table[15] & 63] = 'x';
    if (n > 82u && in[4] == 133)
        a += table[4];
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4730)
            break;
    }
    if (n > 535u && in[8] == 14)
        a += table[8];
    line[table[7] & 63] = 'x';
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 427)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5520)
            break;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1691)
            break;
    }
    if (n > 2114u && in[6] == 131)
        a += table[6];
    if (n > 2621u && in[9] == 250)
        a += table[9];
    table[13] = c & 15;
    table[0] = c & 15;
    line[table[11] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1610u && in[15] == 1)
        a += table[15];
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2085u && in[0] == 243)
        a += table[0];
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    if (n > 146u && in[1] == 196)
        a += table[1];
    table[0] = c & 15;
    line[table[4] & 63] = 'x';
    if (n > 509u && in[11] == 45)
        a += table[11];
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    if (n > 260u && in[3] == 225)
        a += table[3];
    if (n > 744u && in[10] == 169)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3540)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3834u && in[12] == 184)
        a += table[12];
    table[2] = c & 15;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8070)
            break;
    }
    line[table[10] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2626)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1092)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1991u && in[3] == 76)
        a += table[3];
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    table[6] = c & 15;
    line[table[5] & 63] = 'x';
    if (n > 527u && in[15] == 158)
        a += table[15];
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    table[4] = c & 15;
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6269)
            break;
    }
    if (n > 2084u && in[8] == 36)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2592)
            break;
    }
    table[7] = c & 15;
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4381)
            break;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1512u && in[13] == 185)
        a += table[13];
    line[table[2] & 63] = 'x';
    line[table[8] & 63] = 'x';
    table[13] = c & 15;
    line[table[14] & 63] = 'x';
    if (n > 1465u && in[1] == 37)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8760)
            break;
    }
    if (n > 2747u && in[15] == 132)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4531)
            break;
    }
    line[table[6] & 63] = 'x';
    if (n > 1471u && in[3] == 148)
        a += table[3];
    if (n > 3919u && in[3] == 237)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    if (n > 1593u && in[6] == 217)
        a += table[6];
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2016u && in[2] == 38)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    if (n > 2362u && in[6] == 106)
        a += table[6];
    if (n > 2298u && in[10] == 80)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8970)
            break;
    }
    table[5] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    if (n > 252u && in[1] == 237)
        a += table[1];
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    if (n > 2582u && in[6] == 225)
        a += table[6];
    line[table[14] & 63] = 'x';
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2311)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    table[13] = c & 15;
    if (n > 1670u && in[1] == 70)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2393)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5354)
            break;
    }
    table[8] = c & 15;
    if (n > 2882u && in[6] == 67)
        a += table[6];
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2771u && in[11] == 186)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6744)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4776)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6911)
            break;
    }
    if (n > 459u && in[9] == 246)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3830)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2767u && in[2] == 252)
        a += table[2];
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5972)
            break;
    }
    table[11] = c & 15;
    if (n > 361u && in[2] == 204)
        a += table[2];
    if (n > 1273u && in[11] == 190)
        a += table[11];
    line[table[8] & 63] = 'x';
    if (n > 3534u && in[6] == 65)
        a += table[6];
    if (n > 3916u && in[7] == 191)
        a += table[7];
    table[5] = c & 15;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4501)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    line[table[8] & 63] = 'x';
    if (n > 856u && in[2] == 79)
        a += table[2];
    line[table[10] & 63] = 'x';
    if (n > 639u && in[2] == 249)
        a += table[2];
    line[table[6] & 63] = 'x';
    table[5] = c & 15;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 525)
            break;
    }
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5875)
            break;
    }
    if (n > 1310u && in[15] == 200)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6886)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6329)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 734)
            break;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 884)
            break;
    }
    line[table[6] & 63] = 'x';
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7142)
            break;
    }
    line[table[5] & 63] = 'x';
    if (n > 3924u && in[13] == 250)
        a += table[13];
    if (n > 3420u && in[6] == 243)
        a += table[6];
    if (n > 499u && in[6] == 207)
        a += table[6];
    if (n > 897u && in[14] == 21)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2845)
            break;
    }
    table[15] = c & 15;
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4839)
            break;
    }
    table[1] = c & 15;
    table[11] = c & 15;
    line[table[7] & 63] = 'x';
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1385u && in[4] == 7)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7446)
            break;
    }
    table[9] = c & 15;
    table[6] = c & 15;
    if (n > 986u && in[0] == 237)
        a += table[0];
    line[table[3] & 63] = 'x';
    line[table[4] & 63] = 'x';
    if (n > 3613u && in[1] == 115)
        a += table[1];
    if (n > 1532u && in[4] == 210)
        a += table[4];
    line[table[0] & 63] = 'x';
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8841)
            break;
    }
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1534)
            break;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    line[table[5] & 63] = 'x';
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    table[13] = c & 15;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1635u && in[13] == 114)
        a += table[13];
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5926)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 194)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1458u && in[6] == 78)
        a += table[6];
    if (n > 171u && in[4] == 139)
        a += table[4];
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    line[table[3] & 63] = 'x';
    if (n > 2653u && in[0] == 45)
        a += table[0];
    line[table[14] & 63] = 'x';
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[5] = c & 15;
    if (n > 256u && in[4] == 213)
        a += table[4];
    if (n > 1914u && in[9] == 10)
        a += table[9];
    line[table[8] & 63] = 'x';
    if (n > 1081u && in[12] == 242)
        a += table[12];
    if (n > 689u && in[4] == 244)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    if (n > 823u && in[4] == 37)
        a += table[4];
    if (n > 661u && in[1] == 99)
        a += table[1];
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1464u && in[6] == 160)
        a += table[6];
    if (n > 531u && in[15] == 177)
        a += table[15];
    table[3] = c & 15;
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2314u && in[7] == 80)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5472)
            break;
    }
    line[table[0] & 63] = 'x';
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1349)
            break;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[2] & 63] = 'x';
    line[table[4] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4405)
            break;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8501)
            break;
    }
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8325)
            break;
    }
    line[table[14] & 63] = 'x';
    if (n > 3353u && in[5] == 254)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3295u && in[2] == 130)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    table[12] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    line[table[15] & 63] = 'x';
    line[table[6] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2729u && in[5] == 3)
        a += table[5];
    table[9] = c & 15;
    table[6] = c & 15;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1044u && in[9] == 232)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 175)
            break;
    }
    if (n > 19u && in[2] == 135)
        a += table[2];
    table[3] = c & 15;
    if (n > 2291u && in[7] == 98)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8633)
            break;
    }
    if (n > 3224u && in[1] == 43)
        a += table[1];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3734)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2904)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2280u && in[0] == 22)
        a += table[0];
    if (n > 2732u && in[14] == 68)
        a += table[14];
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8880)
            break;
    }
    line[table[1] & 63] = 'x';
    line[table[12] & 63] = 'x';
    line[table[8] & 63] = 'x';
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2982)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4724)
            break;
    }
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1025)
            break;
    }
    if (n > 3605u && in[15] == 137)
        a += table[15];
    line[table[12] & 63] = 'x';
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 269)
            break;
    }
    line[table[10] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 888u && in[7] == 7)
        a += table[7];
    line[table[8] & 63] = 'x';
    table[4] = c & 15;
    if (n > 3781u && in[10] == 46)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 699)
            break;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 333u && in[12] == 241)
        a += table[12];
    if (n > 3910u && in[3] == 186)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1547)
            break;
    }
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7939)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    table[5] = c & 15;
    if (n > 3629u && in[10] == 106)
        a += table[10];
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4550)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    if (n > 3211u && in[0] == 22)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1959)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6722)
            break;
    }
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6081)
            break;
    }
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    table[11] = c & 15;
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6405)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1296u && in[6] == 174)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3695)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5374)
            break;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4323)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8985)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3546u && in[9] == 216)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1274)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 869u && in[2] == 96)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 626u && in[9] == 34)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2545u && in[12] == 154)
        a += table[12];
    if (n > 2228u && in[0] == 146)
        a += table[0];
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2076u && in[4] == 101)
        a += table[4];
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1872)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7642)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2599)
            break;
    }
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2621u && in[15] == 185)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 152)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8448)
            break;
    }
    table[15] = c & 15;
    if (n > 2241u && in[6] == 254)
        a += table[6];
    table[6] = c & 15;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7478)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3049u && in[6] == 50)
        a += table[6];
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5668)
            break;
    }
    if (n > 2336u && in[0] == 93)
        a += table[0];
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2194)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8751)
            break;
    }
    if (n > 1715u && in[9] == 42)
        a += table[9];
    if (n > 2603u && in[3] == 175)
        a += table[3];
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1295)
            break;
    }
    table[1] = c & 15;
    if (n > 541u && in[3] == 95)
        a += table[3];
    if (n > 2352u && in[9] == 165)
        a += table[9];
    line[table[7] & 63] = 'x';
    if (n > 784u && in[3] == 99)
        a += table[3];
    table[1] = c & 15;
    if (n > 2924u && in[15] == 190)
        a += table[15];
    if (n > 321u && in[5] == 38)
        a += table[5];
    line[table[0] & 63] = 'x';
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4905)
            break;
    }
    line[table[12] & 63] = 'x';
    if (n > 368u && in[12] == 215)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    table[0] = c & 15;
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3995)
            break;
    }
    line[table[7] & 63] = 'x';
    if (n > 3940u && in[6] == 89)
        a += table[6];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3595u && in[0] == 46)
        a += table[0];
    if (n > 3887u && in[11] == 34)
        a += table[11];
    line[table[14] & 63] = 'x';
    if (n > 772u && in[1] == 167)
        a += table[1];
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2142u && in[0] == 202)
        a += table[0];
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6853)
            break;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8070)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    line[table[11] & 63] = 'x';
    table[4] = c & 15;
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1487)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7128)
            break;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 222)
            break;
    }
    line[table[3] & 63] = 'x';
    table[13] = c & 15;
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3759)
            break;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    table[7] = c & 15;
    if (n > 475u && in[15] == 232)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8126)
            break;
    }
    if (n > 2854u && in[3] == 182)
        a += table[3];
    line[table[5] & 63] = 'x';
    line[table[1] & 63] = 'x';
    table[6] = c & 15;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    if (n > 360u && in[7] == 158)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1674)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1725u && in[15] == 111)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    table[4] = c & 15;
    if (n > 549u && in[9] == 33)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 403)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8492)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    if (n > 3928u && in[8] == 99)
        a += table[8];
    line[table[15] & 63] = 'x';
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 989)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1849u && in[9] == 240)
        a += table[9];
    if (n > 2289u && in[0] == 57)
        a += table[0];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4170)
            break;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2806u && in[5] == 141)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2298)
            break;
    }
    table[4] = c & 15;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8659)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3109u && in[1] == 47)
        a += table[1];
    table[14] = c & 15;
    if (n > 529u && in[4] == 9)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 148u && in[15] == 248)
        a += table[15];
    line[table[2] & 63] = 'x';
    table[10] = c & 15;
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7088)
            break;
    }
    if (n > 3368u && in[4] == 60)
        a += table[4];
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 902)
            break;
    }
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5259)
            break;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5201)
            break;
    }
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6051)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6756)
            break;
    }
    if (n > 1579u && in[8] == 46)
        a += table[8];
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    if (n > 1009u && in[2] == 172)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2852)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8484)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    table[15] = c & 15;
    line[table[9] & 63] = 'x';
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3767)
            break;
    }
    table[0] = c & 15;
    table[5] = c & 15;
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6101)
            break;
    }
    if (n > 1895u && in[7] == 109)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 892)
            break;
    }
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    table[9] = c & 15;
    if (n > 1526u && in[1] == 80)
        a += table[1];
    table[4] = c & 15;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    if (n > 459u && in[0] == 223)
        a += table[0];
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    table[4] = c & 15;
    table[4] = c & 15;
    if (n > 573u && in[9] == 85)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 93u && in[9] == 55)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5275)
            break;
    }
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4840)
            break;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7248)
            break;
    }
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7687)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    table[11] = c & 15;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    if (n > 152u && in[4] == 157)
        a += table[4];
    table[9] = c & 15;
    if (n > 3239u && in[11] == 4)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7998)
            break;
    }
    if (n > 3405u && in[4] == 244)
        a += table[4];
    line[table[5] & 63] = 'x';
    table[15] = c & 15;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[15] = c & 15;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 94)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6245)
            break;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    line[table[9] & 63] = 'x';
    line[table[2] & 63] = 'x';
    line[table[6] & 63] = 'x';
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1725u && in[14] == 60)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8182)
            break;
    }
    table[11] = c & 15;
    table[14] = c & 15;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2906)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3401u && in[7] == 197)
        a += table[7];
    table[12] = c & 15;
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5943)
            break;
    }
    table[9] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2993)
            break;
    }
    if (n > 3851u && in[9] == 69)
        a += table[9];
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2998u && in[14] == 94)
        a += table[14];
    if (n > 2883u && in[11] == 143)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3114)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3216)
            break;
    }
    if (n > 2259u && in[2] == 212)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 143)
            break;
    }
    line[table[13] & 63] = 'x';
    line[table[13] & 63] = 'x';
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    if (n > 1688u && in[5] == 67)
        a += table[5];
    table[6] = c & 15;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3254u && in[1] == 54)
        a += table[1];
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    table[9] = c & 15;
    if (n > 308u && in[11] == 162)
        a += table[11];
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2374u && in[13] == 255)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2193)
            break;
    }
    if (n > 2739u && in[10] == 171)
        a += table[10];
    if (n > 3791u && in[8] == 79)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2628)
            break;
    }
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1437)
            break;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5171)
            break;
    }
    line[table[15] & 63] = 'x';
    table[9] = c & 15;
    table[11] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    if (n > 3749u && in[11] == 96)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3614)
            break;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    if (n > 2634u && in[15] == 96)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    line[table[9] & 63] = 'x';
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8028)
            break;
    }
    if (n > 2161u && in[12] == 100)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8589)
            break;
    }
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4305)
            break;
    }
    table[8] = c & 15;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2441u && in[3] == 50)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7473)
            break;
    }
    table[3] = c & 15;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7337)
            break;
    }
    line[table[1] & 63] = 'x';
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    if (n > 2279u && in[3] == 59)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 915)
            break;
    }
    if (n > 3765u && in[10] == 83)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3596)
            break;
    }
    if (n > 558u && in[3] == 89)
        a += table[3];
    line[table[10] & 63] = 'x';
    table[10] = c & 15;
    table[0] = c & 15;
    line[table[8] & 63] = 'x';
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3467u && in[4] == 205)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1176)
            break;
    }
    if (n > 2662u && in[4] == 247)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 407u && in[8] == 16)
        a += table[8];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1380)
            break;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4646)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1229)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 881)
            break;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 380)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2875)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3743u && in[5] == 218)
        a += table[5];
    line[table[11] & 63] = 'x';
    line[table[10] & 63] = 'x';
    if (n > 3976u && in[0] == 153)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2533)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2049)
            break;
    }
    line[table[3] & 63] = 'x';
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3684u && in[9] == 142)
        a += table[9];
    table[15] = c & 15;
    line[table[14] & 63] = 'x';
    if (n > 3270u && in[9] == 244)
        a += table[9];
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1915)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3443u && in[12] == 39)
        a += table[12];
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 747)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5919)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2707)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8297)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2689u && in[5] == 233)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    line[table[15] & 63] = 'x';
    table[7] = c & 15;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[13] & 63] = 'x';
    if (n > 2537u && in[3] == 232)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6599)
            break;
    }
    table[15] = c & 15;
    if (n > 332u && in[13] == 203)
        a += table[13];
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3108u && in[1] == 141)
        a += table[1];
    table[5] = c & 15;
    line[table[9] & 63] = 'x';
    if (n > 1374u && in[0] == 37)
        a += table[0];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3763u && in[5] == 236)
        a += table[5];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1990)
            break;
    }
    line[table[3] & 63] = 'x';
    line[table[13] & 63] = 'x';
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    table[4] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 830)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4247)
            break;
    }
    table[10] = c & 15;
    line[table[8] & 63] = 'x';
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    table[2] = c & 15;
    table[10] = c & 15;
    if (n > 2269u && in[5] == 183)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1337)
            break;
    }
    line[table[6] & 63] = 'x';
    table[11] = c & 15;
    table[12] = c & 15;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    if (n > 3650u && in[8] == 55)
        a += table[8];
    line[table[0] & 63] = 'x';
    table[12] = c & 15;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7253)
            break;
    }
    if (n > 3893u && in[2] == 9)
        a += table[2];
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 915)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1073)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 984)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7784)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4871)
            break;
    }
    table[5] = c & 15;
    table[8] = c & 15;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7004)
            break;
    }
    table[2] = c & 15;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8012)
            break;
    }
    table[14] = c & 15;
    if (n > 98u && in[7] == 207)
        a += table[7];
    table[9] = c & 15;
    line[table[0] & 63] = 'x';
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    if (n > 3567u && in[1] == 78)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4742)
            break;
    }
    table[5] = c & 15;
    table[2] = c & 15;
    if (n > 435u && in[13] == 114)
        a += table[13];
    if (n > 15u && in[9] == 186)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5641)
            break;
    }
    if (n > 2351u && in[3] == 47)
        a += table[3];
    line[table[8] & 63] = 'x';
    line[table[11] & 63] = 'x';
    if (n > 1539u && in[14] == 50)
        a += table[14];
    table[8] = c & 15;
    if (n > 1465u && in[6] == 112)
        a += table[6];
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    if (n > 2808u && in[4] == 57)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4297)
            break;
    }
    if (n > 1416u && in[11] == 209)
        a += table[11];
    table[11] = c & 15;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5484)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7032)
            break;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3376u && in[7] == 114)
        a += table[7];
    line[table[12] & 63] = 'x';
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4979)
            break;
    }
    table[7] = c & 15;
    line[table[10] & 63] = 'x';
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6302)
            break;
    }
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8202)
            break;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    table[4] = c & 15;
    if (n > 1639u && in[15] == 128)
        a += table[15];
    table[11] = c & 15;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 522u && in[3] == 6)
        a += table[3];
    table[15] = c & 15;
    table[14] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7857)
            break;
    }
    if (n > 1317u && in[15] == 242)
        a += table[15];
    if (n > 3046u && in[7] == 152)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7070)
            break;
    }
    if (n > 3045u && in[9] == 52)
        a += table[9];
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1127u && in[8] == 240)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7595)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1754)
            break;
    }
    if (n > 1441u && in[2] == 167)
        a += table[2];
    table[15] = c & 15;
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7660)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 170)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5414)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2725)
            break;
    }
    line[table[1] & 63] = 'x';
    line[table[9] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8257)
            break;
    }
    if (n > 3574u && in[10] == 94)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2739)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3742)
            break;
    }
    table[14] = c & 15;
    if (n > 439u && in[14] == 77)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5442)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2375)
            break;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2867u && in[6] == 34)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2387u && in[3] == 41)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    if (n > 2683u && in[12] == 124)
        a += table[12];
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7456)
            break;
    }
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2846)
            break;
    }
    table[12] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8320)
            break;
    }
    table[11] = c & 15;
    table[7] = c & 15;
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2145u && in[14] == 125)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8836)
            break;
    }
    table[7] = c & 15;
    if (n > 1688u && in[12] == 177)
        a += table[12];
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2186)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6904)
            break;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3157)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7517)
            break;
    }
    table[15] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2321u && in[4] == 20)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8324)
            break;
    }
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5947)
            break;
    }
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3788)
            break;
    }
    table[14] = c & 15;
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3835)
            break;
    }
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    if (n > 2144u && in[7] == 125)
        a += table[7];
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6603)
            break;
    }
    if (n > 2978u && in[9] == 188)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2388)
            break;
    }
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3874)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2272)
            break;
    }
    if (n > 3777u && in[5] == 246)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6200)
            break;
    }
    if (n > 2928u && in[6] == 165)
        a += table[6];
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[4] = c & 15;
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7061)
            break;
    }
    line[table[6] & 63] = 'x';
    table[12] = c & 15;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1501u && in[10] == 151)
        a += table[10];
    table[11] = c & 15;
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1507u && in[1] == 136)
        a += table[1];
    table[5] = c & 15;
    if (n > 1773u && in[13] == 78)
        a += table[13];
    if (n > 1416u && in[4] == 117)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6927)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 867u && in[3] == 213)
        a += table[3];
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3572u && in[15] == 171)
        a += table[15];
    table[4] = c & 15;
    table[9] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1365)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4446)
            break;
    }
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1260)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1944)
            break;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3389u && in[12] == 134)
        a += table[12];
    line[table[9] & 63] = 'x';
    table[5] = c & 15;
    line[table[15] & 63] = 'x';
    if (n > 3661u && in[13] == 178)
        a += table[13];
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5361)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    table[1] = c & 15;
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4656)
            break;
    }
    table[8] = c & 15;
    table[9] = c & 15;
    if (n > 1811u && in[6] == 7)
        a += table[6];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 22)
            break;
    }
    if (n > 1376u && in[1] == 141)
        a += table[1];
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6984)
            break;
    }
    table[2] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3731u && in[1] == 229)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5757)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    table[14] = c & 15;
    line[table[10] & 63] = 'x';
    table[10] = c & 15;
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    line[table[14] & 63] = 'x';
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4866)
            break;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    if (n > 748u && in[0] == 214)
        a += table[0];
    if (n > 1922u && in[6] == 166)
        a += table[6];
    line[table[0] & 63] = 'x';
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    if (n > 1506u && in[15] == 42)
        a += table[15];
    line[table[7] & 63] = 'x';
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8497)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1440u && in[13] == 189)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 697u && in[1] == 168)
        a += table[1];
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2180u && in[11] == 213)
        a += table[11];
    table[12] = c & 15;
    if (n > 3334u && in[15] == 179)
        a += table[15];
    if (n > 2849u && in[5] == 109)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 135u && in[9] == 20)
        a += table[9];
    line[table[13] & 63] = 'x';
    if (n > 988u && in[3] == 231)
        a += table[3];
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 487u && in[14] == 128)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 833)
            break;
    }
    table[9] = c & 15;
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7917)
            break;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2550u && in[8] == 74)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 949)
            break;
    }
    line[table[0] & 63] = 'x';
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7112)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1882u && in[8] == 36)
        a += table[8];
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7903)
            break;
    }
    table[7] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4985)
            break;
    }
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    if (n > 3133u && in[6] == 127)
        a += table[6];
    if (n > 697u && in[1] == 241)
        a += table[1];
    if (n > 87u && in[13] == 36)
        a += table[13];
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4254)
            break;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5485)
            break;
    }
    if (n > 1134u && in[10] == 114)
        a += table[10];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 82)
            break;
    }
    table[7] = c & 15;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    if (n > 838u && in[2] == 199)
        a += table[2];
    line[table[7] & 63] = 'x';
    if (n > 1172u && in[12] == 202)
        a += table[12];
    table[10] = c & 15;
    if (n > 3775u && in[1] == 84)
        a += table[1];
    line[table[12] & 63] = 'x';
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    if (n > 954u && in[3] == 57)
        a += table[3];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    table[15] = c & 15;
    line[table[13] & 63] = 'x';
    if (n > 3265u && in[8] == 145)
        a += table[8];
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3544)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2100u && in[9] == 163)
        a += table[9];
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8103)
            break;
    }
    line[table[4] & 63] = 'x';
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3958)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 934u && in[2] == 247)
        a += table[2];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8332)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4526)
            break;
    }
    line[table[5] & 63] = 'x';
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3164u && in[13] == 154)
        a += table[13];
    table[4] = c & 15;
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5550)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4891)
            break;
    }
    table[5] = c & 15;
    line[table[3] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7232)
            break;
    }
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4700)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6470)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 30)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6287)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 736)
            break;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    if (n > 3829u && in[15] == 9)
        a += table[15];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    if (n > 3427u && in[6] == 237)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7712)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3460)
            break;
    }
    table[6] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4136)
            break;
    }
    table[12] = c & 15;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5559)
            break;
    }
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7570)
            break;
    }
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7805)
            break;
    }
    if (n > 2256u && in[5] == 176)
        a += table[5];
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    table[2] = c & 15;
    table[6] = c & 15;
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6681)
            break;
    }
    table[11] = c & 15;
    table[10] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7562)
            break;
    }
    table[13] = c & 15;
    table[14] = c & 15;
    if (n > 1927u && in[0] == 202)
        a += table[0];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1477u && in[12] == 204)
        a += table[12];
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3535u && in[10] == 20)
        a += table[10];
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    if (n > 2199u && in[4] == 144)
        a += table[4];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3292u && in[3] == 89)
        a += table[3];
    table[9] = c & 15;
    if (n > 401u && in[2] == 155)
        a += table[2];
    line[table[6] & 63] = 'x';
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8532)
            break;
    }
    line[table[14] & 63] = 'x';
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 106)
            break;
    }
    table[4] = c & 15;
    line[table[1] & 63] = 'x';
    if (n > 1405u && in[11] == 172)
        a += table[11];
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1806u && in[15] == 36)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7061)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 956u && in[9] == 141)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6308)
            break;
    }
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2983u && in[11] == 212)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    if (n > 323u && in[7] == 146)
        a += table[7];
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4683)
            break;
    }
    line[table[10] & 63] = 'x';
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3779u && in[8] == 117)
        a += table[8];
    if (n > 1864u && in[3] == 221)
        a += table[3];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    line[table[12] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8129)
            break;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1607)
            break;
    }
    if (n > 337u && in[7] == 203)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 594)
            break;
    }
    line[table[6] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    line[table[5] & 63] = 'x';
    if (n > 3233u && in[10] == 65)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 418u && in[2] == 49)
        a += table[2];
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4482)
            break;
    }
    table[2] = c & 15;
    table[3] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4409)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7676)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3714)
            break;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3529u && in[4] == 185)
        a += table[4];
    if (n > 654u && in[4] == 174)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4782)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3854)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    if (n > 1207u && in[8] == 247)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 565u && in[1] == 105)
        a += table[1];
    line[table[4] & 63] = 'x';
    line[table[15] & 63] = 'x';
    line[table[5] & 63] = 'x';
    if (n > 1516u && in[11] == 38)
        a += table[11];
    if (n > 3226u && in[8] == 67)
        a += table[8];
    line[table[5] & 63] = 'x';
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[9] & 63] = 'x';
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6088)
            break;
    }
    line[table[7] & 63] = 'x';
    table[0] = c & 15;
    if (n > 2006u && in[13] == 121)
        a += table[13];
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3265u && in[7] == 222)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6924)
            break;
    }
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5721)
            break;
    }
    table[9] = c & 15;
    if (n > 1454u && in[10] == 111)
        a += table[10];
    if (n > 2054u && in[0] == 192)
        a += table[0];
    table[4] = c & 15;
    line[table[15] & 63] = 'x';
    if (n > 581u && in[2] == 4)
        a += table[2];
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    if (n > 594u && in[6] == 111)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7362)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1438)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7880)
            break;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    if (n > 242u && in[1] == 230)
        a += table[1];
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3305u && in[15] == 72)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2807)
            break;
    }
    if (n > 2212u && in[3] == 253)
        a += table[3];
    line[table[8] & 63] = 'x';
    table[4] = c & 15;
    line[table[5] & 63] = 'x';
    if (n > 2886u && in[0] == 9)
        a += table[0];
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 654)
            break;
    }
    if (n > 2936u && in[2] == 197)
        a += table[2];
    if (n > 3941u && in[6] == 225)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    line[table[13] & 63] = 'x';
    if (n > 1844u && in[12] == 19)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7250)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[4] = c & 15;
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1717)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3150)
            break;
    }
    line[table[10] & 63] = 'x';
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2773u && in[7] == 131)
        a += table[7];
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8440)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6239)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 455)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5720)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 975)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 551u && in[5] == 136)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8110)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5038)
            break;
    }
    table[0] = c & 15;
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3450)
            break;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 816)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5444)
            break;
    }
    line[table[1] & 63] = 'x';
    if (n > 1674u && in[6] == 252)
        a += table[6];
    if (n > 2682u && in[6] == 35)
        a += table[6];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    if (n > 785u && in[5] == 186)
        a += table[5];
    table[4] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4194)
            break;
    }
    if (n > 1160u && in[4] == 216)
        a += table[4];
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5770)
            break;
    }
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3479)
            break;
    }
    table[14] = c & 15;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    if (n > 576u && in[3] == 60)
        a += table[3];
    if (n > 2726u && in[2] == 144)
        a += table[2];
    line[table[5] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2299u && in[3] == 200)
        a += table[3];
    line[table[9] & 63] = 'x';
    line[table[13] & 63] = 'x';
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1918u && in[6] == 33)
        a += table[6];
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8142)
            break;
    }
    if (n > 3543u && in[11] == 37)
        a += table[11];
    if (n > 157u && in[0] == 105)
        a += table[0];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8694)
            break;
    }
    if (n > 159u && in[10] == 76)
        a += table[10];
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6864)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    if (n > 3200u && in[9] == 130)
        a += table[9];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    line[table[7] & 63] = 'x';
    line[table[11] & 63] = 'x';
    table[4] = c & 15;
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4968)
            break;
    }
    table[14] = c & 15;
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3916u && in[3] == 86)
        a += table[3];
    if (n > 2498u && in[0] == 89)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3465u && in[4] == 9)
        a += table[4];
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    table[10] = c & 15;
    if (n > 56u && in[3] == 69)
        a += table[3];
    table[5] = c & 15;
    if (n > 3735u && in[11] == 150)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8409)
            break;
    }
    if (n > 509u && in[6] == 234)
        a += table[6];
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    table[0] = c & 15;
    if (n > 1113u && in[0] == 4)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6675)
            break;
    }
    if (n > 9u && in[4] == 223)
        a += table[4];
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2206)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6533)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    table[1] = c & 15;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1808u && in[1] == 246)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7860)
            break;
    }
    table[0] = c & 15;
    if (n > 3451u && in[11] == 169)
        a += table[11];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7667)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    line[table[2] & 63] = 'x';
    table[10] = c & 15;
    table[11] = c & 15;
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    if (n > 353u && in[15] == 75)
        a += table[15];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[1] & 63] = 'x';
    line[table[12] & 63] = 'x';
    if (n > 3548u && in[14] == 0)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5585)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 821)
            break;
    }
    if (n > 3657u && in[4] == 152)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3900)
            break;
    }
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3924)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1809u && in[7] == 79)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 19u && in[15] == 108)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 805)
            break;
    }
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    table[13] = c & 15;
    line[table[10] & 63] = 'x';
    line[table[1] & 63] = 'x';
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    table[3] = c & 15;
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4463)
            break;
    }
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2837u && in[5] == 185)
        a += table[5];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    if (n > 737u && in[6] == 128)
        a += table[6];
    table[7] = c & 15;
    if (n > 1016u && in[14] == 90)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8311)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7992)
            break;
    }
    table[12] = c & 15;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6354)
            break;
    }
    table[12] = c & 15;
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4267)
            break;
    }
    if (n > 3353u && in[4] == 132)
        a += table[4];
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    line[table[2] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3758u && in[14] == 78)
        a += table[14];
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3888u && in[12] == 250)
        a += table[12];
    line[table[4] & 63] = 'x';
    table[4] = c & 15;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6200)
            break;
    }
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3638)
            break;
    }
    if (n > 3003u && in[1] == 12)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    line[table[5] & 63] = 'x';
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1623)
            break;
    }
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    table[15] = c & 15;
    line[table[11] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[0] = c & 15;
    line[table[3] & 63] = 'x';
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3835u && in[6] == 43)
        a += table[6];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4933)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2925)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2474u && in[5] == 243)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    line[table[9] & 63] = 'x';
    line[table[0] & 63] = 'x';
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1463)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5635)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 585)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2736)
            break;
    }
    line[table[6] & 63] = 'x';
    if (n > 1306u && in[6] == 7)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7008)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    switch (b) {
    case 44:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    line[table[3] & 63] = 'x';
    if (n > 456u && in[4] == 62)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7037)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1377)
            break;
    }
    table[0] = c & 15;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6620)
            break;
    }
    table[5] = c & 15;
    table[13] = c & 15;
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    table[12] = c & 15;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    line[table[0] & 63] = 'x';
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 234)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    if (n > 3376u && in[1] == 165)
        a += table[1];
    if (n > 3599u && in[11] == 53)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 234)
            break;
    }
    table[11] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3908)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7638)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8126)
            break;
    }
    if (n > 2596u && in[0] == 18)
        a += table[0];
    if (n > 1845u && in[7] == 218)
        a += table[7];
    line[table[3] & 63] = 'x';
    line[table[9] & 63] = 'x';
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3451u && in[7] == 199)
        a += table[7];
    line[table[9] & 63] = 'x';
    line[table[0] & 63] = 'x';
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1320u && in[7] == 233)
        a += table[7];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8148)
            break;
    }
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6346)
            break;
    }
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3458u && in[0] == 51)
        a += table[0];
    table[4] = c & 15;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2052u && in[8] == 78)
        a += table[8];
    table[10] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    table[10] = c & 15;
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3712)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1041)
            break;
    }
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    table[5] = c & 15;
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    line[table[8] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    table[12] = c & 15;
    line[table[5] & 63] = 'x';
    if (n > 468u && in[12] == 99)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3142)
            break;
    }
    table[11] = c & 15;
    if (n > 465u && in[11] == 59)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8610)
            break;
    }
    table[10] = c & 15;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    if (n > 3289u && in[1] == 106)
        a += table[1];
    line[table[8] & 63] = 'x';
    table[8] = c & 15;
    if (n > 1715u && in[2] == 229)
        a += table[2];
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6440)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1167u && in[8] == 207)
        a += table[8];
    if (n > 1842u && in[11] == 76)
        a += table[11];
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5088)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6970)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    if (n > 432u && in[9] == 57)
        a += table[9];
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4265)
            break;
    }
    if (n > 160u && in[7] == 14)
        a += table[7];
    table[3] = c & 15;
    line[table[7] & 63] = 'x';
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2871u && in[12] == 196)
        a += table[12];
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    if (n > 1289u && in[9] == 11)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 865u && in[1] == 65)
        a += table[1];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1145)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 605)
            break;
    }
    if (n > 1635u && in[4] == 54)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7719)
            break;
    }
    table[10] = c & 15;
    if (n > 43u && in[5] == 199)
        a += table[5];
    line[table[2] & 63] = 'x';
    if (n > 522u && in[13] == 141)
        a += table[13];
    table[7] = c & 15;
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 191)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4374)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 253)
            break;
    }
    if (n > 3402u && in[3] == 107)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    if (n > 3260u && in[15] == 217)
        a += table[15];
    line[table[0] & 63] = 'x';
    table[14] = c & 15;
    if (n > 1327u && in[6] == 125)
        a += table[6];
    table[0] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4526)
            break;
    }
    if (n > 1095u && in[9] == 128)
        a += table[9];
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5429)
            break;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    line[table[9] & 63] = 'x';
    if (n > 2504u && in[13] == 97)
        a += table[13];
    table[13] = c & 15;
    if (n > 3070u && in[13] == 232)
        a += table[13];
    if (n > 731u && in[11] == 196)
        a += table[11];
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2433u && in[14] == 225)
        a += table[14];
    table[8] = c & 15;
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2176u && in[11] == 191)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 171)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8538)
            break;
    }
    if (n > 3795u && in[6] == 112)
        a += table[6];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 577)
            break;
    }
    line[table[4] & 63] = 'x';
    line[table[8] & 63] = 'x';
    table[0] = c & 15;
    table[15] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8893)
            break;
    }
    line[table[3] & 63] = 'x';
    if (n > 2436u && in[13] == 173)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4397)
            break;
    }
    table[13] = c & 15;
    table[0] = c & 15;
    line[table[7] & 63] = 'x';
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1690)
            break;
    }
    if (n > 185u && in[9] == 162)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3905)
            break;
    }
    line[table[5] & 63] = 'x';
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2776)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2682)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8975)
            break;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1925u && in[2] == 44)
        a += table[2];
    if (n > 1878u && in[10] == 89)
        a += table[10];
    line[table[5] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6533)
            break;
    }
    table[13] = c & 15;
    table[6] = c & 15;
    line[table[10] & 63] = 'x';
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1488)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3347u && in[14] == 26)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5376)
            break;
    }
    line[table[1] & 63] = 'x';
    line[table[10] & 63] = 'x';
    if (n > 375u && in[12] == 84)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3816)
            break;
    }
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8383)
            break;
    }
    line[table[10] & 63] = 'x';
    line[table[15] & 63] = 'x';
    if (n > 3946u && in[13] == 227)
        a += table[13];
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    if (n > 912u && in[11] == 255)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6181)
            break;
    }
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    table[9] = c & 15;
    line[table[1] & 63] = 'x';
    if (n > 3467u && in[4] == 164)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 48)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    switch (b) {
    case 7:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    table[15] = c & 15;
    if (n > 2029u && in[13] == 172)
        a += table[13];
    table[2] = c & 15;
    if (n > 2690u && in[1] == 103)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3370)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2577u && in[13] == 91)
        a += table[13];
    line[table[12] & 63] = 'x';
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5272)
            break;
    }
    line[table[12] & 63] = 'x';
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    if (n > 60u && in[11] == 158)
        a += table[11];
    table[2] = c & 15;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2495)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7046)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[0] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4811)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    table[8] = c & 15;
    if (n > 2951u && in[12] == 241)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5610)
            break;
    }
    table[10] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    if (n > 419u && in[5] == 108)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8856)
            break;
    }
    if (n > 415u && in[2] == 183)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6159)
            break;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5815)
            break;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3562u && in[7] == 201)
        a += table[7];
    line[table[0] & 63] = 'x';
    table[7] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    if (n > 3551u && in[8] == 154)
        a += table[8];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1887)
            break;
    }
    if (n > 2238u && in[13] == 101)
        a += table[13];
    table[9] = c & 15;
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 280)
            break;
    }
    line[table[7] & 63] = 'x';
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3501)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1230)
            break;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[5] & 63] = 'x';
    line[table[4] & 63] = 'x';
    line[table[10] & 63] = 'x';
    table[11] = c & 15;
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 782)
            break;
    }
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7662)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[15] = c & 15;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6569)
            break;
    }
    if (n > 2376u && in[12] == 193)
        a += table[12];
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 581)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8492)
            break;
    }
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2651)
            break;
    }
    switch (b) {
    case 35:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4992)
            break;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    line[table[4] & 63] = 'x';
    line[table[6] & 63] = 'x';
    table[2] = c & 15;
    if (n > 1005u && in[14] == 54)
        a += table[14];
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    if (n > 319u && in[3] == 102)
        a += table[3];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4047)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1367)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8518)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4789)
            break;
    }
    table[10] = c & 15;
    line[table[10] & 63] = 'x';
    line[table[1] & 63] = 'x';
    if (n > 3495u && in[7] == 50)
        a += table[7];
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 546)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3041)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4063)
            break;
    }
    if (n > 2696u && in[7] == 57)
        a += table[7];
    if (n > 2150u && in[4] == 35)
        a += table[4];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2338)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 273)
            break;
    }
    line[table[0] & 63] = 'x';
    line[table[0] & 63] = 'x';
    if (n > 615u && in[15] == 40)
        a += table[15];
    if (n > 213u && in[13] == 164)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    if (n > 588u && in[11] == 28)
        a += table[11];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7389)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6306)
            break;
    }
    table[2] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 352)
            break;
    }
    table[15] = c & 15;
    table[5] = c & 15;
    if (n > 1861u && in[14] == 242)
        a += table[14];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 970)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[2] & 63] = 'x';
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3389)
            break;
    }
    line[table[7] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2462)
            break;
    }
    line[table[3] & 63] = 'x';
    table[0] = c & 15;
    if (n > 2368u && in[12] == 237)
        a += table[12];
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    table[14] = c & 15;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7241)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2528u && in[15] == 105)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 712)
            break;
    }
    table[4] = c & 15;
    line[table[7] & 63] = 'x';
    table[1] = c & 15;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5496)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1021)
            break;
    }
    line[table[5] & 63] = 'x';
    if (n > 1360u && in[13] == 195)
        a += table[13];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2862)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    if (n > 3514u && in[14] == 229)
        a += table[14];
    table[8] = c & 15;
    table[12] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3418u && in[4] == 219)
        a += table[4];
    line[table[11] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 345)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7029)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7789)
            break;
    }
    table[13] = c & 15;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2061u && in[7] == 19)
        a += table[7];
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3432u && in[8] == 252)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    line[table[10] & 63] = 'x';
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4407)
            break;
    }
    line[table[0] & 63] = 'x';
    line[table[6] & 63] = 'x';
    table[0] = c & 15;
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    line[table[0] & 63] = 'x';
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    if (n > 1224u && in[15] == 85)
        a += table[15];
    line[table[4] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[11] & 63] = 'x';
    table[4] = c & 15;
    if (n > 644u && in[13] == 17)
        a += table[13];
    line[table[0] & 63] = 'x';
    switch (b) {
    case 41:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    if (n > 395u && in[6] == 36)
        a += table[6];
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5973)
            break;
    }
    if (n > 2813u && in[1] == 94)
        a += table[1];
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1401)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6221)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4441)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7288)
            break;
    }
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 131)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2390)
            break;
    }
    if (n > 235u && in[8] == 97)
        a += table[8];
    line[table[13] & 63] = 'x';
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2767)
            break;
    }
    table[13] = c & 15;
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[11] = c & 15;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7193)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5384)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 897u && in[5] == 220)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8594)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5985)
            break;
    }
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3567)
            break;
    }
    line[table[5] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3819u && in[15] == 28)
        a += table[15];
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 551u && in[14] == 87)
        a += table[14];
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 255)
            break;
    }
    line[table[11] & 63] = 'x';
    if (n > 3648u && in[15] == 72)
        a += table[15];
    if (n > 752u && in[3] == 239)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4781)
            break;
    }
    if (n > 2888u && in[10] == 92)
        a += table[10];
    if (n > 2353u && in[14] == 157)
        a += table[14];
    if (n > 958u && in[11] == 205)
        a += table[11];
    line[table[3] & 63] = 'x';
    line[table[2] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 914)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    line[table[3] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 892)
            break;
    }
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1346u && in[13] == 192)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1518)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 533)
            break;
    }
    table[10] = c & 15;
    line[table[6] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3883u && in[15] == 241)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4874)
            break;
    }
    table[8] = c & 15;
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3618u && in[8] == 176)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6035)
            break;
    }
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7757)
            break;
    }
    if (n > 79u && in[4] == 234)
        a += table[4];
    table[10] = c & 15;
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1868u && in[2] == 116)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[9] & 63] = 'x';
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1314)
            break;
    }
    switch (b) {
    case 29:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3253u && in[13] == 137)
        a += table[13];
    table[9] = c & 15;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    if (n > 779u && in[14] == 163)
        a += table[14];
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3787)
            break;
    }
    if (n > 3416u && in[9] == 225)
        a += table[9];
    table[5] = c & 15;
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1313u && in[14] == 108)
        a += table[14];
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    line[table[15] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1311)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5222)
            break;
    }
    if (n > 920u && in[9] == 99)
        a += table[9];
    table[8] = c & 15;
    line[table[9] & 63] = 'x';
    line[table[14] & 63] = 'x';
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7770)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1145)
            break;
    }
    line[table[10] & 63] = 'x';
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3926)
            break;
    }
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7267)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5910)
            break;
    }
    if (n > 792u && in[5] == 142)
        a += table[5];
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6519)
            break;
    }
    if (n > 3512u && in[3] == 94)
        a += table[3];
    line[table[15] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    if (n > 599u && in[9] == 248)
        a += table[9];
    switch (b) {
    case 32:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    table[11] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5947)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 545)
            break;
    }
    switch (b) {
    case 30:
        c++;
        break;
    default:
        b--;
    }
    if (n > 639u && in[0] == 238)
        a += table[0];
    if (n > 2526u && in[9] == 219)
        a += table[9];
    line[table[8] & 63] = 'x';
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3350)
            break;
    }
    line[table[14] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6329)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 432)
            break;
    }
    table[12] = c & 15;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    if (n > 912u && in[15] == 85)
        a += table[15];
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 53u && in[13] == 170)
        a += table[13];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5553)
            break;
    }
    table[14] = c & 15;
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7104)
            break;
    }
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[7] & 63] = 'x';
    line[table[0] & 63] = 'x';
    if (n > 2347u && in[2] == 93)
        a += table[2];
    table[11] = c & 15;
    if (n > 735u && in[8] == 9)
        a += table[8];
    if (n > 1169u && in[14] == 157)
        a += table[14];
    switch (b) {
    case 39:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[1] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    if (n > 226u && in[7] == 116)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 732)
            break;
    }
    if (n > 1133u && in[4] == 116)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3627)
            break;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6456)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5847)
            break;
    }
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    line[table[14] & 63] = 'x';
    line[table[2] & 63] = 'x';
    if (n > 3230u && in[2] == 218)
        a += table[2];
    table[6] = c & 15;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    line[table[5] & 63] = 'x';
    line[table[11] & 63] = 'x';
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 368u && in[10] == 25)
        a += table[10];
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 11:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3858)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7705)
            break;
    }
    table[4] = c & 15;
    if (n > 2523u && in[12] == 230)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1340)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5702)
            break;
    }
    if (n > 709u && in[0] == 253)
        a += table[0];
    table[12] = c & 15;
    line[table[7] & 63] = 'x';
    line[table[8] & 63] = 'x';
    if (n > 1843u && in[12] == 154)
        a += table[12];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8438)
            break;
    }
    if (n > 3161u && in[5] == 72)
        a += table[5];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2843u && in[1] == 152)
        a += table[1];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3285)
            break;
    }
    if (n > 2622u && in[10] == 115)
        a += table[10];
    table[1] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    table[8] = c & 15;
    if (n > 3628u && in[3] == 36)
        a += table[3];
    line[table[9] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[7] = c & 15;
    if (n > 1138u && in[9] == 144)
        a += table[9];
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4286)
            break;
    }
    table[1] = c & 15;
    table[8] = c & 15;
    table[13] = c & 15;
    switch (b) {
    case 21:
        c++;
        break;
    default:
        b--;
    }
    if (n > 406u && in[9] == 18)
        a += table[9];
    line[table[0] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4016)
            break;
    }
    switch (b) {
    case 5:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    if (n > 2862u && in[6] == 225)
        a += table[6];
    if (n > 2463u && in[8] == 243)
        a += table[8];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    table[13] = c & 15;
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1166u && in[6] == 217)
        a += table[6];
    switch (b) {
    case 4:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1931u && in[15] == 221)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4960)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    if (n > 2417u && in[7] == 245)
        a += table[7];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    table[4] = c & 15;
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    line[table[12] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[0] & 63] = 'x';
    if (n > 326u && in[1] == 165)
        a += table[1];
    if (n > 910u && in[11] == 201)
        a += table[11];
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2271)
            break;
    }
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5501)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5086)
            break;
    }
    if (n > 38u && in[6] == 62)
        a += table[6];
    if (n > 2232u && in[4] == 142)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 19:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6091)
            break;
    }
    if (n > 2870u && in[10] == 64)
        a += table[10];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 588u && in[4] == 62)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[14] & 63] = 'x';
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6429)
            break;
    }
    if (n > 3452u && in[2] == 87)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    if (n > 2186u && in[7] == 228)
        a += table[7];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2530)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1464)
            break;
    }
    if (n > 1727u && in[12] == 74)
        a += table[12];
    line[table[9] & 63] = 'x';
    if (n > 325u && in[14] == 68)
        a += table[14];
    table[11] = c & 15;
    table[15] = c & 15;
    table[6] = c & 15;
    table[5] = c & 15;
    table[1] = c & 15;
    table[6] = c & 15;
    table[6] = c & 15;
    if (n > 408u && in[15] == 94)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1210)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3449u && in[6] == 19)
        a += table[6];
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2391u && in[3] == 0)
        a += table[3];
    if (n > 1677u && in[12] == 21)
        a += table[12];
    table[1] = c & 15;
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    table[8] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1943)
            break;
    }
    table[11] = c & 15;
    if (n > 1531u && in[0] == 141)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6731)
            break;
    }
    line[table[12] & 63] = 'x';
    if (n > 291u && in[0] == 112)
        a += table[0];
    if (n > 935u && in[0] == 160)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3866u && in[12] == 116)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7319)
            break;
    }
    if (n > 1180u && in[12] == 115)
        a += table[12];
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2083)
            break;
    }
    if (n > 800u && in[11] == 194)
        a += table[11];
    line[table[6] & 63] = 'x';
    table[12] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7550)
            break;
    }
    line[table[12] & 63] = 'x';
    if (n > 2622u && in[12] == 138)
        a += table[12];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5962)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2416u && in[5] == 229)
        a += table[5];
    if (n > 1886u && in[11] == 237)
        a += table[11];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3630)
            break;
    }
    table[12] = c & 15;
    if (n > 740u && in[9] == 254)
        a += table[9];
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 43:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1075)
            break;
    }
    table[7] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 1275u && in[2] == 164)
        a += table[2];
    switch (b) {
    case 2:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2550)
            break;
    }
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3806)
            break;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2592u && in[5] == 166)
        a += table[5];
    table[15] = c & 15;
    if (n > 3054u && in[7] == 30)
        a += table[7];
    if (n > 3246u && in[8] == 0)
        a += table[8];
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8834)
            break;
    }
    line[table[2] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2812)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3657)
            break;
    }
    line[table[14] & 63] = 'x';
    line[table[12] & 63] = 'x';
    line[table[10] & 63] = 'x';
    line[table[1] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4297)
            break;
    }
    if (n > 418u && in[6] == 176)
        a += table[6];
    table[13] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    line[table[7] & 63] = 'x';
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7412)
            break;
    }
    if (n > 3626u && in[13] == 205)
        a += table[13];
    if (n > 2356u && in[5] == 46)
        a += table[5];
    table[6] = c & 15;
    if (n > 2647u && in[2] == 224)
        a += table[2];
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    table[1] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5385)
            break;
    }
    if (n > 5u && in[11] == 23)
        a += table[11];
    if (n > 2197u && in[0] == 165)
        a += table[0];
    table[15] = c & 15;
    table[1] = c & 15;
    if (n > 597u && in[9] == 158)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7936)
            break;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    table[10] = c & 15;
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3604u && in[13] == 94)
        a += table[13];
    table[3] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8924)
            break;
    }
    if (n > 397u && in[0] == 170)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    if (n > 2392u && in[14] == 229)
        a += table[14];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2229)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[6] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4533)
            break;
    }
    table[4] = c & 15;
    table[13] = c & 15;
    table[7] = c & 15;
    line[table[3] & 63] = 'x';
    line[table[11] & 63] = 'x';
    line[table[3] & 63] = 'x';
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    line[table[7] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1127u && in[9] == 141)
        a += table[9];
    if (n > 2034u && in[15] == 148)
        a += table[15];
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    table[15] = c & 15;
    table[9] = c & 15;
    if (n > 527u && in[7] == 248)
        a += table[7];
    if (n > 1558u && in[2] == 86)
        a += table[2];
    table[8] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2089u && in[15] == 100)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6582)
            break;
    }
    if (n > 2461u && in[11] == 11)
        a += table[11];
    if (n > 3181u && in[11] == 139)
        a += table[11];
    table[6] = c & 15;
    line[table[4] & 63] = 'x';
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 3:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7883)
            break;
    }
    if (n > 1456u && in[4] == 147)
        a += table[4];
    switch (b) {
    case 28:
        c++;
        break;
    default:
        b--;
    }
    table[9] = c & 15;
    switch (b) {
    case 17:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2042)
            break;
    }
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6348)
            break;
    }
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1876)
            break;
    }
    table[1] = c & 15;
    switch (b) {
    case 6:
        c++;
        break;
    default:
        b--;
    }
    table[11] = c & 15;
    if (n > 3069u && in[9] == 114)
        a += table[9];
    switch (b) {
    case 9:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7827)
            break;
    }
    if (n > 370u && in[8] == 114)
        a += table[8];
    switch (b) {
    case 15:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    line[table[2] & 63] = 'x';
    line[table[7] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7711)
            break;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 24:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    table[9] = c & 15;
    switch (b) {
    case 40:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    table[14] = c & 15;
    if (n > 2414u && in[11] == 12)
        a += table[11];
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8140)
            break;
    }
    switch (b) {
    case 47:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 854)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2209)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5979)
            break;
    }
    table[8] = c & 15;
    switch (b) {
    case 26:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[3] = c & 15;
    if (n > 1708u && in[14] == 229)
        a += table[14];
    switch (b) {
    case 16:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 45:
        c++;
        break;
    default:
        b--;
    }
    line[table[13] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6597)
            break;
    }
    if (n > 1438u && in[12] == 59)
        a += table[12];
    line[table[0] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 3409u && in[4] == 94)
        a += table[4];
    table[11] = c & 15;
    table[1] = c & 15;
    line[table[13] & 63] = 'x';
    table[3] = c & 15;
    table[11] = c & 15;
    if (n > 2852u && in[0] == 109)
        a += table[0];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7436)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7684)
            break;
    }
    table[9] = c & 15;
    line[table[8] & 63] = 'x';
    if (n > 3805u && in[5] == 132)
        a += table[5];
    table[3] = c & 15;
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 8354)
            break;
    }
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    table[5] = c & 15;
    table[2] = c & 15;
    switch (b) {
    case 27:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2625u && in[1] == 124)
        a += table[1];
    switch (b) {
    case 31:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2236u && in[3] == 219)
        a += table[3];
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 5642)
            break;
    }
    if (n > 3288u && in[0] == 15)
        a += table[0];
    for (int i = 0; i < a; i++)
        b ^= i;
    table[9] = c & 15;
    switch (b) {
    case 36:
        c++;
        break;
    default:
        b--;
    }
    line[table[8] & 63] = 'x';
    line[table[12] & 63] = 'x';
    line[table[11] & 63] = 'x';
    table[15] = c & 15;
    line[table[5] & 63] = 'x';
    switch (b) {
    case 0:
        c++;
        break;
    default:
        b--;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    if (n > 1556u && in[5] == 243)
        a += table[5];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1487)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[13] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4467)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[8] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3938)
            break;
    }
    switch (b) {
    case 10:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 18:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1786u && in[8] == 180)
        a += table[8];
    if (n > 2613u && in[7] == 167)
        a += table[7];
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3213)
            break;
    }
    switch (b) {
    case 33:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 585)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3989)
            break;
    }
    table[11] = c & 15;
    line[table[14] & 63] = 'x';
    if (n > 3428u && in[15] == 58)
        a += table[15];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1371)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 227)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    table[2] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2598u && in[6] == 227)
        a += table[6];
    if (n > 1537u && in[4] == 190)
        a += table[4];
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 587)
            break;
    }
    switch (b) {
    case 25:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1659u && in[13] == 196)
        a += table[13];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[12] & 63] = 'x';
    if (n > 685u && in[7] == 66)
        a += table[7];
    table[9] = c & 15;
    if (n > 240u && in[12] == 74)
        a += table[12];
    line[table[4] & 63] = 'x';
    table[5] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 619)
            break;
    }
    if (n > 1020u && in[1] == 196)
        a += table[1];
    if (n > 3097u && in[10] == 153)
        a += table[10];
    table[10] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[14] = c & 15;
    if (n > 2344u && in[11] == 117)
        a += table[11];
    switch (b) {
    case 22:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3181u && in[8] == 142)
        a += table[8];
    line[table[4] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 2663)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    if (n > 2496u && in[4] == 110)
        a += table[4];
    switch (b) {
    case 8:
        c++;
        break;
    default:
        b--;
    }
    if (n > 3004u && in[2] == 237)
        a += table[2];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[3] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4581)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 49:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 37:
        c++;
        break;
    default:
        b--;
    }
    line[table[11] & 63] = 'x';
    switch (b) {
    case 1:
        c++;
        break;
    default:
        b--;
    }
    line[table[10] & 63] = 'x';
    line[table[6] & 63] = 'x';
    switch (b) {
    case 46:
        c++;
        break;
    default:
        b--;
    }
    line[table[1] & 63] = 'x';
    line[table[10] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7113)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 267)
            break;
    }
    if (n > 1928u && in[3] == 203)
        a += table[3];
    line[table[12] & 63] = 'x';
    while (c < b) {
        c = c * 2 + 1;
        if (c > 988)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 95)
            break;
    }
    table[5] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 34:
        c++;
        break;
    default:
        b--;
    }
    table[2] = c & 15;
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    if (n > 371u && in[9] == 157)
        a += table[9];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 4018)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    switch (b) {
    case 13:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 14:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1708)
            break;
    }
    if (n > 1574u && in[7] == 142)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[5] & 63] = 'x';
    line[table[1] & 63] = 'x';
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[13] & 63] = 'x';
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3163)
            break;
    }
    table[0] = c & 15;
    switch (b) {
    case 48:
        c++;
        break;
    default:
        b--;
    }
    line[table[15] & 63] = 'x';
    if (n > 3178u && in[4] == 225)
        a += table[4];
    if (n > 2826u && in[7] == 232)
        a += table[7];
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    line[table[10] & 63] = 'x';
    if (n > 3951u && in[9] == 186)
        a += table[9];
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    switch (b) {
    case 23:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 1090)
            break;
    }
    for (int i = 0; i < a; i++)
        b ^= i;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[10] = c & 15;
    switch (b) {
    case 20:
        c++;
        break;
    default:
        b--;
    }
    table[6] = c & 15;
    for (int i = 0; i < a; i++)
        b ^= i;
    table[8] = c & 15;
    if (n > 3056u && in[12] == 117)
        a += table[12];
    switch (b) {
    case 38:
        c++;
        break;
    default:
        b--;
    }
    if (n > 1340u && in[13] == 102)
        a += table[13];
    switch (b) {
    case 42:
        c++;
        break;
    default:
        b--;
    }
    if (n > 2428u && in[3] == 79)
        a += table[3];
    table[6] = c & 15;
    while (c < b) {
        c = c * 2 + 1;
        if (c > 3886)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6491)
            break;
    }
    switch (b) {
    case 12:
        c++;
        break;
    default:
        b--;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 7311)
            break;
    }
    while (c < b) {
        c = c * 2 + 1;
        if (c > 6080)
            break;
    }
    table[14] = c & 15;
    if (n > 30u && in[3] == 54)
        a += table[3];
    while (c < b) {
        c = c * 2 + 1;
        if (c > 574)
            break;
    }
    return a + b + c + line[0];
}
