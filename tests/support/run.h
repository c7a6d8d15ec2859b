// Runs a program and keeps what it printed, for tests of the whole binary.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/git_repo.h"

namespace muster::test {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Ran {
  int code = -1;  // 128 + n where a signal ended it
  std::string out;
  std::string err;
};

/// Runs words[0] with the other words as its arguments, in `folder`; `environment` goes before it
/// ("TZ=UTC LANG=C").
inline Ran run(const std::vector<std::string>& words, const std::filesystem::path& folder,
               const std::string& environment = {}) {
  const TemporaryFolder scratch;
  std::string command = "cd " + shell_quote(folder.string()) + " && env " + environment;
  for (const std::string& word : words) command += " " + shell_quote(word);
  command += " >" + shell_quote((scratch.path() / "out").string()) + " 2>" +
             shell_quote((scratch.path() / "err").string());
  const int status = std::system(command.c_str());
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = read_text(scratch.path() / "out");
  ran.err = read_text(scratch.path() / "err");
  return ran;
}

}  // namespace muster::test
