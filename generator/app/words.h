// The words of a command line: their order, and what to say of those that mean nothing.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace muster {

/// With the command first: options of a command may stand before it, as git has it.
std::vector<std::string> command_first(const CLI::App& app, std::vector<std::string> words);

/// Says what is wrong with the words that `app` could not use; gives the exit code.
int explain_unknown(const CLI::App& app);

int usage_error(const std::string& message, const std::string& help);

}  // namespace muster
