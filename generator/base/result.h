// A value, or the reason why there is none. Content errors are data (findings); this is for program
// failures.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace muster {

/// Exit codes of the program.
enum class ExitCode {
  ok = 0,
  findings = 1,       // findings at or above --fail-on
  usage = 2,          // usage or configuration error
  source = 3,         // a source could not be read completely
  not_published = 4,  // output not published, the old site is intact
  internal = 70,
  locked = 75,  // output locked by another build
};

struct Error {
  ExitCode code = ExitCode::internal;
  Diagnostic diagnostic;
};

/// An error that has no place in a file: what was seen, and how to fix it.
inline Error make_error(ExitCode code, std::string message, std::string help = {}) {
  Error error;
  error.code = code;
  error.diagnostic.severity = "error";
  error.diagnostic.message = std::move(message);
  error.diagnostic.help = std::move(help);
  return error;
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: a value is a result
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: so is an error

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {};

}  // namespace muster
