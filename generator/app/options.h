// The command line as data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "collect/collect.h"

namespace muster {

enum class Command { build, export_model, check, records };

enum class Format { text, json };

struct Options {
  Command command = Command::build;
  CollectOptions collect;
  std::filesystem::path output = "site";  // build
  unsigned jobs = 1;
  std::string version = "latest";  // export
  Format format = Format::text;    // check
  std::string file;                // records; "-" is standard input
};

/// What the command line asks for: work to do, or an answer that was printed already (help,
/// version, a usage error).
struct Invocation {
  std::optional<Options> options;  // none: end with `code`
  ExitCode code = ExitCode::ok;
};

/// Reads the arguments and the environment (MUSTER_* and SOURCE_DATE_EPOCH). Every path is relative
/// to the folder of the caller; -C names the repository to read and moves nothing else.
Invocation read_options(int argc, const char* const* argv);

}  // namespace muster
