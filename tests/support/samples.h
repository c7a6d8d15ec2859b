// Sample documents of others, read from the folder that MUSTER_SAMPLES names. Where it is unset, a
// test that needs them says so and ends; the runner counts it as skipped.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/json.h"

namespace muster::test {

inline std::optional<std::string> samples_folder() {
  const char* folder = std::getenv("MUSTER_SAMPLES");
  if (folder != nullptr && *folder != '\0') return std::string(folder);
  std::cout << "muster-skip: MUSTER_SAMPLES does not name the folder of sample documents\n";
  return std::nullopt;
}

/// A sample's bytes; a sample that is not there fails the test.
inline std::string read_sample(const std::string& folder, const std::string& path) {
  std::ifstream file(folder + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("there is no sample " + path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The Markdown documents of the corpus with the counts that its list gives for each.
inline std::vector<Json::Member> corpus_documents(const std::string& folder) {
  const JsonRead list = read_json(read_sample(folder, "corpus/COUNTS.json"));
  const Json* files = list.value.find("files");
  if (files == nullptr || files->members.empty())
    throw std::runtime_error("the list of the corpus names no document");
  return files->members;
}

}  // namespace muster::test
