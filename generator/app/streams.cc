#include "app/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <iostream>

#include "base/files.h"
#include "base/text.h"

namespace muster {
namespace {

// A closed output becomes one that cannot be written to, so that it is an error all the same.
void open_where_closed(int stream, int flags) {
  if (::fcntl(stream, F_GETFD) != -1) return;
  const int file = ::open("/dev/null", flags);
  if (file < 0 || file == stream) return;
  ::dup2(file, stream);
  ::close(file);
}

}  // namespace

void prepare_streams() {
  open_where_closed(STDIN_FILENO, O_RDONLY);
  open_where_closed(STDOUT_FILENO, O_RDONLY);
  open_where_closed(STDERR_FILENO, O_WRONLY);
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

StandardOutput::StandardOutput() : before_(std::cout.rdbuf(&kept_)) {}

StandardOutput::~StandardOutput() { std::cout.rdbuf(before_); }

ExitCode StandardOutput::write(ExitCode code) {
  if (write_all(STDOUT_FILENO, kept_.view())) return code;
  const int reason = errno;
  if (reason != EPIPE)
    std::cerr << format_diagnostic(
        make_error(ExitCode::not_published,
                   cat({"cannot write to standard output: ", system_reason(reason)}))
            .diagnostic);
  return ExitCode::not_published;
}

}  // namespace muster
