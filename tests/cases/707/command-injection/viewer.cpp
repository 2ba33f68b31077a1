// Shows files with another program.
#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>

int showTyped()
{
    std::string name;
    std::getline(std::cin, name);
    return std::system(("cat " + name).c_str()); // expect: CWE-78, CWE-426
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return showTyped();
    std::string command = "less ";
    command += argv[1];
    return system(command.c_str()); // expect: CWE-78
}

int showManual()
{
    std::string command = "man ";
    command += "stoa";
    return system(command.c_str());
}

int showTypedRepaired()
{
    std::string name;
    std::getline(std::cin, name);
    return execlp("cat", "cat", "--", name.c_str(), static_cast<char *>(nullptr));
}
