#include <exception>
#include <iostream>
#include <new>

#include "app/commands.h"
#include "app/options.h"
#include "app/streams.h"
#include "collect/collect.h"
#include "parse/parse.h"

namespace {

muster::ExitCode run(int argc, const char* const* argv) {
  const muster::Invocation invocation = muster::read_options(argc, argv);
  if (!invocation.options) return invocation.code;
  muster::prepare_git();
  muster::prepare_parser();
  switch (invocation.options->command) {
    case muster::Command::build:
      return muster::run_build(*invocation.options);
    case muster::Command::export_model:
      return muster::run_export(*invocation.options);
    case muster::Command::check:
      return muster::run_check(*invocation.options);
    case muster::Command::records:
      return muster::run_records(*invocation.options);
  }
  return muster::ExitCode::internal;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  muster::prepare_streams();
  try {
    muster::StandardOutput output;
    return static_cast<int>(output.write(run(argc, argv)));
  } catch (const std::bad_alloc&) {
    std::cerr << "error: there is not enough memory\n"
              << "   = help: use fewer threads with --jobs, or read fewer versions (`keep`)\n";
  } catch (const std::exception& error) {
    std::cerr << "error: internal error: " << error.what()
              << "\n   = help: this is a defect of muster; please report it with the command that "
                 "you ran\n";
  }
  return static_cast<int>(muster::ExitCode::internal);
}
