// Sample documents of others, read from the folder that MUSTER_SAMPLES names. Where it is unset, a
// test that needs them says so and ends; the runner counts it as skipped.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>

namespace muster::test {

inline std::optional<std::string> samples_folder() {
  const char* folder = std::getenv("MUSTER_SAMPLES");
  if (folder != nullptr && *folder != '\0') return std::string(folder);
  std::cout << "muster-skip: MUSTER_SAMPLES does not name the folder of sample documents\n";
  return std::nullopt;
}

/// A sample's bytes; a sample that is not there fails the test by its empty text.
inline std::string read_sample(const std::string& folder, const std::string& path) {
  std::ifstream file(folder + "/" + path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace muster::test
