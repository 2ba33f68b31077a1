// Runs the jobs of a queue.
#include <exception>
#include <string>

struct Job {
    void run();
    bool done;
};

void report(const std::string &text);

void runJob(Job &job)
{
    try {
        job.run();
    } catch (...) { // expect: CWE-396
        job.done = true;
    }
}

void runJobRepaired(Job &job)
{
    try {
        job.run();
    } catch (const std::exception &e) {
        report(e.what());
        job.done = true;
    }
}

void runJobAndTell(Job &job)
{
    try {
        job.run();
    } catch (...) {
        job.done = true;
        throw;
    }
}

void runJobInOrder(Job &job)
{
    try {
        job.run();
    } catch (const std::exception &e) { // expect: CWE-396
        report(e.what());
    } catch (const std::bad_alloc &) {
        job.done = false;
    }
}

void runJobInOrderRepaired(Job &job)
{
    try {
        job.run();
    } catch (const std::bad_alloc &) {
        job.done = false;
    } catch (const std::exception &e) {
        report(e.what());
    }
}

void runJobQuietly(Job &job)
{
    try {
        job.run();
    } catch (std::exception &) { // expect: CWE-396
        job.done = true;
    }
}

int runJobForResult(Job &job)
{
    try {
        job.run();
    } catch (std::exception &) {
        return -1;
    }
    return 0;
}
