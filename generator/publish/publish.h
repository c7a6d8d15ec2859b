// publish: from finished files to a folder that is always whole. The only stage that writes the
// site.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/page.h"

namespace muster {

struct PublishReport {
  std::size_t files = 0;
  std::size_t bytes = 0;
  std::size_t folders_changed = 0;    // version folders put in place anew
  std::size_t folders_unchanged = 0;  // left untouched
};

/// Makes files 0 … count - 1 on `jobs` threads and puts them in place of what `output` held. An
/// output folder with files that muster did not make is refused (usage). If any file cannot be made
/// or written, the old site stays as it was (not_published, or the error of `make`); another build
/// at work on the same output is `locked`.
Result<PublishReport> publish(const std::filesystem::path& output, unsigned jobs, std::size_t count,
                              const std::function<Result<OutputFile>(std::size_t)>& make);

}  // namespace muster
