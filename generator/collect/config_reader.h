// Typed reading of a configuration tree: every wrong value is an error at its place, every unknown
// key a notice with the word that was meant.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "collect/config_keys.h"

namespace muster {

/// Keeps the first error; after it, all that is read is still safe to use.
class ConfigReader {
 public:
  ConfigReader(std::string_view bytes, std::string path);

  void fail(int line, int column, std::string message, std::string help);
  void fail(const Yaml& at, std::string message, std::string help) {
    fail(at.line, at.column, std::move(message), std::move(help));
  }
  const std::optional<Error>& error() const { return error_; }

  /// A diagnostic at a place of the file, with its source line.
  Diagnostic at(int line, int column, std::string message, std::string help) const;
  void warn(int line, int column, std::string message, std::string help,
            std::string_view rule = "config-unread");
  std::vector<Diagnostic> take_notices() { return std::move(notices_); }

  /// The members of a mapping that are read by config_keys(); those that muster knows and does not
  /// read yet and those that it does not know get their notices. `where` is the dotted name of the
  /// mapping, empty for the whole file; `within` is the same as config_keys() has it.
  std::vector<const Yaml::Member*> members(const Yaml& mapping, std::string_view where,
                                           std::string_view within);
  std::vector<const Yaml::Member*> members(const Yaml& mapping, std::string_view where) {
    return members(mapping, where, where);
  }
  /// The same by names that the caller knows.
  std::vector<const Yaml::Member*> members_of(const Yaml& mapping, std::string_view where,
                                              std::span<const std::string_view> names);
  /// All members of a mapping whose names the user chooses.
  std::vector<const Yaml::Member*> named_members(const Yaml& mapping, std::string_view where);
  const std::vector<Yaml>& items(const Yaml& list, std::string_view where);

  std::string text(const Yaml& value, std::string_view where);
  std::vector<std::string> texts(const Yaml& list, std::string_view where);
  std::vector<std::string> globs(const Yaml& list, std::string_view where);
  /// http or https; `others` adds mailto and relative addresses.
  std::string address(const Yaml& value, std::string_view where, bool others = false);
  std::size_t count(const Yaml& value, std::string_view where, std::size_t least, std::size_t most);
  /// Bytes, from words such as `1MiB`.
  std::size_t size(const Yaml& value, std::string_view where);

 private:
  std::vector<const Yaml::Member*> members_among(const Yaml& mapping, std::string_view where,
                                                 std::span<const ConfigKey> keys);
  void warn_unknown(const Yaml::Member& member, std::string_view name,
                    std::span<const ConfigKey> keys);
  void wrong_type(const Yaml& value, std::string_view where, std::string_view wanted);

  std::string path_;
  std::vector<std::string_view> lines_;
  std::optional<Error> error_;
  std::vector<Diagnostic> notices_;
  std::set<std::string> said_;  // keys whose notice stands already
  const std::vector<Yaml> nothing_;
};

}  // namespace muster
