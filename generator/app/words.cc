#include "app/words.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/result.h"
#include "base/text.h"

namespace muster {
namespace {

bool is_option(const std::string& word) {
  return word.size() > 1 && word.starts_with('-') && word != "--";
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

bool is_command(const CLI::App& app, const std::string& word) {
  const std::vector<std::string> names = command_names(app);
  return std::find(names.begin(), names.end(), word) != names.end();
}

// Whether the word after this option is its value, whatever the command.
bool takes_value(const CLI::App& app, const std::string& word) {
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    const CLI::Option* option = command->get_option_no_throw(word);
    if (option != nullptr && option->get_items_expected_max() > 0) return true;
  }
  return false;
}

// The options of the command that was given, with their hyphens.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<const CLI::App*> commands = {&app};
  for (const CLI::App* command : app.get_subcommands()) commands.push_back(command);
  std::vector<std::string> names;
  for (const CLI::App* command : commands)
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    }
  return names;
}

std::string see_help(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? std::string("see muster --help")
                          : cat({"see muster ", commands.front()->get_name(), " --help"});
}

std::string near_to(const std::string& word, const std::vector<std::string>& candidates) {
  return std::string(
      did_you_mean(word, std::vector<std::string_view>(candidates.begin(), candidates.end())));
}

int explain_option(const CLI::App& app, const std::string& word) {
  const std::string name = word.substr(0, word.starts_with("--") ? word.find('=') : 2);
  const std::vector<std::string> known = option_names(app);
  const auto other_case = std::find_if(known.begin(), known.end(), [&](const std::string& option) {
    return equals_ignoring_case(option, name);
  });
  const std::string near = other_case != known.end() ? *other_case
                           : name.starts_with("--")  ? near_to(name, known)
                                                     : std::string();
  return usage_error(cat({"there is no option “", name, "” here"}),
                     near.empty() ? see_help(app) : cat({"did you mean ", near, "?"}));
}

int explain_command(const CLI::App& app, const std::string& word) {
  const std::string near = near_to(word, command_names(app));
  return usage_error(cat({"there is no command “", word, "”"}),
                     near.empty() ? "the commands are build, check, export and records"
                                  : cat({"did you mean “muster ", near, "”?"}));
}

std::string advice_for_word(const CLI::App& app, const std::string& word) {
  std::error_code failed;
  const std::string near = near_to("--" + word, option_names(app));
  if (is_command(app, word)) return "give one command at a time";
  if (!near.empty()) return cat({"did you mean ", near, "?"});
  if (std::filesystem::is_directory(word, failed))
    return cat({"to read that repository, write -C ", word});
  if (std::filesystem::exists(word, failed))
    return cat({"to see what is read from one document, write muster records ", word});
  return see_help(app);
}

int explain_no_command(const CLI::App& app, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_option(words[i])) return explain_command(app, words[i]);
    if (takes_value(app, words[i])) ++i;
  }
  return usage_error("no command is given", "write muster build, check, export or records");
}

}  // namespace

std::vector<std::string> command_first(const CLI::App& app, std::vector<std::string> words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with('-')) {
    const bool of_program = app.get_option_no_throw(words[at]) != nullptr;
    if (of_program || words[at] == "--") return words;
    at += takes_value(app, words[at]) ? 2 : 1;
  }
  if (at >= words.size() || !is_command(app, words[at])) return words;
  const auto command = words.begin() + static_cast<std::ptrdiff_t>(at);
  std::rotate(words.begin(), command, command + 1);
  return words;
}

int explain_unknown(const CLI::App& app) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (app.get_subcommands().empty()) return explain_no_command(app, unknown);
  const std::string& word = unknown.front();
  if (is_option(word)) return explain_option(app, word);
  return usage_error(cat({"“", word, "” is not expected here"}), advice_for_word(app, word));
}

int usage_error(const std::string& message, const std::string& help) {
  std::cerr << format_diagnostic(make_error(ExitCode::usage, message, help).diagnostic);
  return static_cast<int>(ExitCode::usage);
}

}  // namespace muster
