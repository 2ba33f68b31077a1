// Objects that are made with new.
#include <memory>

struct Job {
    int id = 0;
    int priority = 0;
};

bool accept(int id);

int submit(int id)
{
    Job *job = new Job; // expect: CWE-401
    job->id = id;
    if (id < 0)
        return -1;
    int n = job->id;
    delete job;
    return n;
}

int submit_checked(int id)
{
    Job *job = new Job;
    job->id = id;
    if (id < 0) {
        delete job;
        return -1;
    }
    int n = job->id;
    delete job;
    return n;
}

int submit_owned(int id)
{
    std::unique_ptr<Job> job(new Job);
    job->id = id;
    if (id < 0)
        return -1;
    return job->id;
}
