// What collect could not read, as sentences: folded, so that ten thousand missing objects are not
// ten thousand lines.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace muster {

/// Text of a repository between backticks, with control characters and newlines as escapes.
std::string in_quotes(std::string_view text);

/// A path of the file system as a message shows it.
std::string shown_path(std::string_view path);

/// Of the rule source-incomplete, a warning says that something could not be read, and a note that
/// it was left alone.
Diagnostic make_notice(Severity severity, std::string_view rule, std::string message,
                       std::string help = {});

/// Collects notices; of those of one fold only the first few are kept, and the rest are counted.
class Notices {
 public:
  void add(std::string_view fold, Diagnostic notice);
  std::vector<Diagnostic> take();

 private:
  struct Fold {
    std::size_t last = 0;  // the last one kept
    int left_out = 0;
    int kept = 0;
  };
  std::vector<Diagnostic> notices_;
  std::map<std::string, Fold, std::less<>> folds_;
};

}  // namespace muster
