#include "collect/config_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

std::string dotted(std::string_view where, std::string_view name) {
  return where.empty() ? std::string(name) : cat({where, ".", name});
}

std::string_view kind_name(const Yaml& value) {
  switch (value.kind) {
    case Yaml::Kind::null:
      return "nothing";
    case Yaml::Kind::scalar:
      return "a single value";
    case Yaml::Kind::sequence:
      return "a list";
    case Yaml::Kind::mapping:
      return "keys with values";
  }
  return "";
}

/// Why a text is no glob, as the end of "the glob … "; empty where it is one.
std::string_view glob_problem(std::string_view glob) {
  if (glob.empty()) return "is empty";
  if (glob.front() == '/') return "is absolute";
  if (glob.front() == '!') return "begins with an exclamation mark, which has no meaning here";
  if (glob.find('\\') != std::string_view::npos) return "holds a backslash";
  if (glob.find('{') != std::string_view::npos) return "holds braces, which have no meaning here";
  for (const std::string_view component : split(glob, '/'))
    if (component == ".." || component == "." || component.empty())
      return "has a component that names no file";
  for (std::size_t i = glob.find('['); i != std::string_view::npos; i = glob.find('[', i + 1)) {
    const std::size_t end = glob.find(']', i + 2);
    if (end == std::string_view::npos) return "has a `[` without its `]`";
    i = end;
  }
  return {};
}

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

ConfigReader::ConfigReader(std::string_view bytes, std::string path)
    : path_(std::move(path)), lines_(split_lines(bytes)) {}

Diagnostic ConfigReader::at(int line, int column, std::string message, std::string help) const {
  Diagnostic diagnostic;
  diagnostic.path = path_;
  diagnostic.line = line;
  diagnostic.column = column;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  const std::size_t index = static_cast<std::size_t>(std::max(line, 1)) - 1;
  if (line > 0 && index < lines_.size()) diagnostic.source_line = lines_[index];
  return diagnostic;
}

void ConfigReader::fail(int line, int column, std::string message, std::string help) {
  if (error_) return;
  error_.emplace();
  error_->code = ExitCode::usage;
  error_->diagnostic = at(line, column, std::move(message), std::move(help));
  error_->diagnostic.severity = "error";
  error_->diagnostic.rule = "config-invalid";
}

void ConfigReader::warn(int line, int column, std::string message, std::string help,
                        std::string_view rule) {
  Diagnostic notice = at(line, column, std::move(message), std::move(help));
  notice.severity = to_string(Severity::warning);
  notice.rule = rule;
  notices_.push_back(std::move(notice));
}

void ConfigReader::wrong_type(const Yaml& value, std::string_view where, std::string_view wanted) {
  fail(value, cat({in_quotes(where), " must be ", wanted, ", and is ", kind_name(value)}),
       cat({"write ", wanted}));
}

std::vector<const Yaml::Member*> ConfigReader::members(const Yaml& mapping, std::string_view where,
                                                       std::string_view within) {
  std::vector<ConfigKey> keys;
  for (const ConfigKey& key : config_keys())
    if (key.within == within) keys.push_back(key);
  return members_among(mapping, where, keys);
}

std::vector<const Yaml::Member*> ConfigReader::members_of(const Yaml& mapping,
                                                          std::string_view where,
                                                          std::span<const std::string_view> names) {
  std::vector<ConfigKey> keys;
  for (const std::string_view name : names) keys.push_back({where, name});
  return members_among(mapping, where, keys);
}

std::vector<const Yaml::Member*> ConfigReader::members_among(const Yaml& mapping,
                                                             std::string_view where,
                                                             std::span<const ConfigKey> keys) {
  std::vector<const Yaml::Member*> read;
  for (const Yaml::Member* member : named_members(mapping, where)) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const ConfigKey& candidate) {
      return candidate.name == member->name;
    });
    const std::string name = dotted(where, member->name);
    if (key != keys.end() && key->read) {
      read.push_back(member);
    } else if (said_.insert(name).second) {
      if (key != keys.end())
        warn(member->line, member->column,
             cat({in_quotes(name), " is not read by this version of muster"}), "");
      else
        warn_unknown(*member, name, keys);
    }
  }
  return read;
}

void ConfigReader::warn_unknown(const Yaml::Member& member, std::string_view name,
                                std::span<const ConfigKey> keys) {
  std::vector<std::string_view> names;
  for (const ConfigKey& key : keys) names.push_back(key.name);
  const std::string_view meant = did_you_mean(member.name, names);
  warn(member.line, member.column, cat({"the key ", in_quotes(name), " is not known"}),
       meant.empty()
           ? cat({"known here: ", join(std::vector<std::string>(names.begin(), names.end()), ", ")})
           : cat({"did you mean ", in_quotes(meant), "?"}));
}

std::vector<const Yaml::Member*> ConfigReader::named_members(const Yaml& mapping,
                                                             std::string_view where) {
  std::vector<const Yaml::Member*> all;
  if (mapping.is(Yaml::Kind::null)) return all;
  if (!mapping.is(Yaml::Kind::mapping)) {
    wrong_type(mapping, where.empty() ? path_ : where, "keys with values");
    return all;
  }
  for (const Yaml::Member& member : mapping.members) all.push_back(&member);
  return all;
}

const std::vector<Yaml>& ConfigReader::items(const Yaml& list, std::string_view where) {
  if (list.is(Yaml::Kind::null)) return nothing_;
  if (list.is(Yaml::Kind::sequence)) return list.items;
  wrong_type(list, where, "a list");
  return nothing_;
}

std::string ConfigReader::text(const Yaml& value, std::string_view where) {
  if (value.is(Yaml::Kind::null)) return {};
  if (!value.is(Yaml::Kind::scalar)) {
    wrong_type(value, where, "a single value");
    return {};
  }
  return value.text;
}

std::vector<std::string> ConfigReader::texts(const Yaml& list, std::string_view where) {
  std::vector<std::string> out;
  for (const Yaml& item : items(list, where)) {
    out.push_back(text(item, where));
    if (trim(out.back()).empty())
      fail(item, cat({in_quotes(where), " has an empty entry"}), "fill it in or remove it");
  }
  return out;
}

std::vector<std::string> ConfigReader::globs(const Yaml& list, std::string_view where) {
  std::vector<std::string> out;
  for (const Yaml& item : items(list, where)) {
    std::string glob = text(item, where);
    const std::string_view problem = glob_problem(glob);
    if (!problem.empty())
      fail(
          item, cat({"the glob ", in_quotes(glob), " ", problem}),
          "write it relative to the repository, with `*`, `?`, `**` and `[abc]`; several globs are "
          "a list");
    out.push_back(std::move(glob));
  }
  if (list.is(Yaml::Kind::sequence) && out.empty())
    fail(list, cat({in_quotes(where), " is an empty list"}), "remove the key to get its default");
  return out;
}

std::string ConfigReader::address(const Yaml& value, std::string_view where, bool others) {
  std::string url = text(value, where);
  const std::string scheme = lower(std::string_view(url).substr(0, url.find(':')));
  const bool web = lower(url).starts_with("http://") || lower(url).starts_with("https://");
  const bool relative = url.find(':') == std::string::npos && !url.starts_with("//");
  if (url.empty() || web || (others && (scheme == "mailto" || relative))) return url;
  fail(value, cat({in_quotes(where), " is no web address: ", in_quotes(url)}),
       "write an address that begins with https:// or http://");
  return {};
}

std::size_t ConfigReader::count(const Yaml& value, std::string_view where, std::size_t least,
                                std::size_t most) {
  const std::string written = text(value, where);
  const std::optional<std::size_t> read = read_number(written);
  if (read && *read >= least && *read <= most) return *read;
  fail(value, cat({in_quotes(where), " must be a number, and is ", in_quotes(written)}),
       cat({"write a whole number from ", number(static_cast<long long>(least)), " to ",
            number(static_cast<long long>(most))}));
  return least;
}

std::size_t ConfigReader::size(const Yaml& value, std::string_view where) {
  struct Unit {
    std::string_view name;
    std::size_t bytes;
  };
  constexpr std::array<Unit, 9> kUnits = {{{"", 1},
                                           {"b", 1},
                                           {"bytes", 1},
                                           {"kb", 1000},
                                           {"kib", 1u << 10},
                                           {"mb", 1000 * 1000},
                                           {"mib", 1u << 20},
                                           {"gb", 1000 * 1000 * 1000},
                                           {"gib", 1u << 30}}};
  constexpr std::size_t kMost = 1u << 30;
  const std::string written = text(value, where);
  const std::size_t end = std::min(written.find_first_not_of("0123456789"), written.size());
  const std::optional<std::size_t> amount = read_number(std::string_view(written).substr(0, end));
  const std::string name = lower(trim(std::string_view(written).substr(end)));
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                 [&](const Unit& candidate) { return candidate.name == name; });
  const bool known = amount && unit != kUnits.end() && *amount > 0;
  if (known && *amount <= kMost / unit->bytes) return *amount * unit->bytes;
  fail(value, cat({in_quotes(where), " must be a size, and is ", in_quotes(written)}),
       "write a size such as `512KiB` or `4MiB`, at most 1GiB");
  return 1;
}

}  // namespace muster
