struct Log { Log(const char *); };
int compute(int);
Log log_file("a.log");
int cached = compute(3);
int f() { static int once = compute(4); static Log l("b"); return once; }
