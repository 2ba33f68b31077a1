// Reads settings and goes on when there are none.
#include <stdexcept>
#include <string>

std::string readSettings(const std::string &path);
void report(const char *text);

std::string settingsOrNothing(const std::string &path)
{
    std::string text;
    try {
        text = readSettings(path);
        // expect below: CWE-390
    } catch (const std::runtime_error &) {
    }
    return text;
}

std::string settingsRepaired(const std::string &path)
{
    std::string text;
    try {
        text = readSettings(path);
    } catch (const std::runtime_error &e) {
        report(e.what());
    }
    return text;
}
