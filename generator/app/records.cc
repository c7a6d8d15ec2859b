// muster records: what was read from one file of the disk.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "app/commands.h"
#include "app/read.h"
#include "app/say.h"
#include "base/text.h"
#include "compose/compose.h"

namespace muster {
namespace {

Result<std::string> bytes_of(const std::string& file) {
  if (file == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  std::error_code failed;
  const std::filesystem::path path(file);
  if (!std::filesystem::exists(path, failed))
    return make_error(ExitCode::usage, cat({"there is no file “", file, "”"}),
                      "name a Markdown file, or - for standard input");
  if (!std::filesystem::is_regular_file(path, failed))
    return make_error(ExitCode::usage, cat({"“", file, "” is no plain file"}),
                      "name a Markdown file, or - for standard input");
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream)
    return make_error(ExitCode::source, cat({"“", file, "” could not be read"}),
                      "see that you may read it");
  return bytes.str();
}

}  // namespace

ExitCode run_records(const Options& options) {
  const Result<std::string> bytes = bytes_of(options.file);
  if (!bytes) return fail(bytes.error());
  std::cout << records_text(options.file, *read_document(*bytes, Limits{}));
  return ExitCode::ok;
}

}  // namespace muster
