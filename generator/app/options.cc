#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <vector>

#include "app/version.h"
#include "app/words.h"
#include "base/text.h"

namespace muster {
namespace {

// Option values as the command line gives them, before they mean anything.
struct Arguments {
  std::string directory;
  std::string config;
  std::string output = "site";
  std::string as_of;
  std::string version = "latest";
  std::string format = "text";
  std::string file;
  std::vector<std::string> trusted;
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  bool worktree = false;
  bool allow_shallow = false;
};

// CLI11 takes the next word as a value even where it is an option itself.
CLI::Validator is_value() {
  return CLI::Validator(
      [](std::string& text) {
        if (text.empty())
          return std::string("its value is empty; leave the option out, or fill it in");
        return text.starts_with("-") && text != "-"
                   ? cat({"“", text,
                          "” is not a value; to name a file that begins with a hyphen, write ./",
                          text})
                   : std::string();
      },
      "");
}

void add_input_options(CLI::App& command, Arguments& arguments) {
  command
      .add_option("-C", arguments.directory,
                  "The repository to read (default: the folder you are in)")
      ->type_name("DIR")
      ->take_last()
      ->check(is_value())
      ->envname("MUSTER_DIRECTORY");
  command
      .add_option("--config", arguments.config,
                  "Configuration file (default: muster.yaml at the top of the repository)")
      ->type_name("FILE")
      ->take_last()
      ->check(is_value())
      ->envname("MUSTER_CONFIG");
  command
      .add_option("--as-of", arguments.as_of,
                  "“Today” for latest: 2026-02-18 or 2026-02-18T09:00:00Z (default: the newest "
                  "commit read)")
      ->type_name("DATE")
      ->take_last()
      ->check(is_value())
      ->envname("MUSTER_AS_OF");
  command
      .add_flag("--worktree", arguments.worktree, "Add the uncommitted state as version “draft”")
      ->envname("MUSTER_WORKTREE");
  command.add_option("--jobs", arguments.jobs, "Threads (default: as many as the machine has)")
      ->type_name("N")
      ->take_last()
      ->check(CLI::Range(1u, 256u))
      ->envname("MUSTER_JOBS");
  command
      .add_flag("--allow-shallow", arguments.allow_shallow,
                "Read a shallow clone, although its history is cut")
      ->envname("MUSTER_ALLOW_SHALLOW");
  command
      .add_option("--trust-repository", arguments.trusted,
                  "Read a repository that belongs to another user; may be given more than once")
      ->type_name("PATH")
      ->allow_extra_args(false)
      ->take_all()
      ->check(is_value())
      ->envname("MUSTER_TRUST_REPOSITORY");
}

std::optional<Instant> read_as_of(std::string_view text) {
  if (text.size() == 10)
    if (const std::optional<Date> date = read_date(text)) return end_of_day(*date);
  bool zone_missing = false;
  return read_instant(text, &zone_missing);
}

std::optional<Instant> source_date_epoch(const char* text) {
  const std::string_view digits(text);
  Instant instant;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), instant.seconds);
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  if (instant.seconds < 0 || instant.seconds > kEndOfYear9999) return std::nullopt;
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return instant;
}

Invocation ended(int code) { return {std::nullopt, static_cast<ExitCode>(code)}; }

}  // namespace

Invocation read_options(int argc, const char* const* argv) {
  Arguments arguments;
  CLI::App app{
      "Example: muster build -o site\n\nReads readiness documents out of git history, tells what "
      "is verified from what is "
      "claimed, and renders a\nversioned static site.",
      "muster"};
  app.set_version_flag("--version", cat({"muster ", kProgramVersion}));
  app.require_subcommand(0, 1);
  app.fallthrough();
  CLI::App* build =
      app.add_subcommand("build",
                         "Example: muster build -o site --as-of 2026-02-18\n\nMake the site of "
                         "every version. The verdict never changes the exit code.");
  CLI::App* exported =
      app.add_subcommand("export",
                         "Example: muster export --version v1.0.0 > readiness.json\n\nPrint the "
                         "model of one version as JSON.");
  CLI::App* check = app.add_subcommand("check",
                                       "Example: muster check --format json\n\nPrint the findings "
                                       "of the latest version; exit 1 when there is a blocker.");
  CLI::App* records =
      app.add_subcommand("records",
                         "Example: muster records docs/cutover.md\n\nPrint what is read from one "
                         "document, line by line, and what stays prose.");
  records->add_option("file", arguments.file, "A Markdown file, or - for standard input")
      ->type_name("FILE")
      ->required();
  for (CLI::App* command : {build, exported, check}) add_input_options(*command, arguments);
  build->add_option("-o,--output", arguments.output, "Folder of the site (default: site)")
      ->type_name("DIR")
      ->take_last()
      ->check(is_value())
      ->envname("MUSTER_OUTPUT");
  exported->add_option("--version", arguments.version, "Name of the version (default: latest)")
      ->type_name("NAME")
      ->take_last()
      ->check(is_value());
  check->add_option("--format", arguments.format, "text or json")
      ->type_name("FORMAT")
      ->take_last()
      ->check(CLI::IsMember({"text", "json"}))
      ->envname("MUSTER_FORMAT");

  const std::vector<std::string> words = command_first(app, {argv + 1, argv + std::max(argc, 1)});
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp& help) {
    return ended(app.exit(help));
  } catch (const CLI::CallForVersion& version) {
    return ended(app.exit(version));
  } catch (const CLI::ExtrasError&) {
    return ended(explain_unknown(app));
  } catch (const CLI::ParseError& error) {
    return ended(usage_error(error.what(), "see muster --help"));
  }
  if (app.get_subcommands().empty()) {
    std::cout << app.help();
    return ended(static_cast<int>(words.empty() ? ExitCode::usage : ExitCode::ok));
  }

  Options options;
  const std::string command = app.get_subcommands().front()->get_name();
  options.command = command == "export"    ? Command::export_model
                    : command == "check"   ? Command::check
                    : command == "records" ? Command::records
                                           : Command::build;
  if (!arguments.directory.empty()) options.collect.directory = arguments.directory;
  std::error_code failed;
  if (!std::filesystem::is_directory(options.collect.directory, failed))
    return ended(usage_error(cat({"there is no folder “", arguments.directory, "”"}),
                             "name an existing folder after -C"));
  if (!arguments.as_of.empty()) {
    options.collect.as_of = read_as_of(arguments.as_of);
    if (!options.collect.as_of)
      return ended(usage_error(cat({"“", arguments.as_of, "” is no date"}),
                               "write it as 2026-02-18 or 2026-02-18T09:00:00Z"));
  } else if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
             epoch != nullptr && *epoch != '\0') {
    options.collect.as_of = source_date_epoch(epoch);
    if (!options.collect.as_of)
      return ended(
          usage_error(cat({"SOURCE_DATE_EPOCH is “", epoch, "”, which is no time that is known"}),
                      "unset it, or set it to whole seconds since 1970, up to the year 9999"));
  }
  if (!arguments.config.empty()) options.collect.config = arguments.config;
  options.collect.trusted.assign(arguments.trusted.begin(), arguments.trusted.end());
  options.collect.allow_shallow = arguments.allow_shallow;
  options.collect.worktree = arguments.worktree;
  options.output = arguments.output;
  options.jobs = arguments.jobs;
  options.version = arguments.version;
  options.file = arguments.file;
  options.format = arguments.format == "json" ? Format::json : Format::text;
  return {options, ExitCode::ok};
}

}  // namespace muster
