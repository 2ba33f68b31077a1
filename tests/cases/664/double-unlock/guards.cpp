// A queue whose lock carries the annotations of the thread safety analysis, and a guard for it.
#define CAPABILITY __attribute__((capability("mutex")))
#define SCOPED __attribute__((scoped_lockable))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))

class CAPABILITY Lock {
public:
    void take() ACQUIRE();
    void give() RELEASE();
};

class SCOPED Guard {
public:
    explicit Guard(Lock *lock) ACQUIRE(lock) : lock_(lock)
    {
        lock_->take();
    }
    ~Guard() RELEASE()
    {
        lock_->give();
    }

private:
    Lock *const lock_;
};

class Queue {
public:
    int length();
    int waitForOne();
    void drain();

private:
    int refill();
    Lock lock_;
    int length_ = 0;
};

int Queue::length()
{
    Guard guard(&lock_);
    return length_;
}

int Queue::waitForOne()
{
    for (int i = 0; i < 8; i++) {
        Guard guard(&lock_);
        if (length_ > 0)
            return length_;
    }
    return 0;
}

// Called with the lock held: it is given back while the work is done.
int Queue::refill()
{
    int before = length_;
    lock_.give();
    for (int i = 0; i < before; i++)
        waitForOne();
    lock_.take();
    return length_;
}

void Queue::drain()
{
    Lock own;
    own.take();
    length_ = 0;
    own.give();
    own.give(); // expect: CWE-765
}
