/* Timers in the style of old code. */
int timer_start(id, seconds)
int id;
int seconds;
{
    return id + seconds;
}

int timers_start(void)
{
    int a = timer_start(1); // expect: CWE-685
    int b = timer_start(2, 30);
    int c = timer_start(3, 30, 1); // expect: CWE-685
    return a + b + c;
}
