// Standard output, kept until the end and written once: so that what cannot be written is an error
// with its reason, and half of it is no answer.
#pragma once

#include <sstream>
#include <streambuf>

#include "base/result.h"

namespace muster {

/// Call first. Opens the standard streams that the caller closed, as the next file that is opened
/// would take their place; and makes a file over the limit of the system an error, not a signal.
void prepare_streams();

/// While it lives, what goes to std::cout is kept here.
class StandardOutput {
 public:
  StandardOutput();
  ~StandardOutput();
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;

  /// Writes what was kept. Gives `code`, or not_published where it could not be written: with an
  /// error, unless it is that the reader has gone.
  ExitCode write(ExitCode code);

 private:
  std::stringbuf kept_;
  std::streambuf* before_;
};

}  // namespace muster
