#include "collect/git_config.h"

#include "base/text.h"

namespace muster {

namespace {

/// A value without its comment and quotes.
std::string plain_value(std::string_view text) {
  std::string out;
  bool quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      quotes = !quotes;
    } else if (c == '\\' && i + 1 < text.size()) {
      out += text[++i];
    } else if (!quotes && (c == '#' || c == ';')) {
      break;
    } else {
      out += c;
    }
  }
  return std::string(trim(out));
}

}  // namespace

GitConfig::GitConfig(std::string_view text) {
  std::string section;
  for (std::string_view line : split_lines(text)) {
    line = trim(line);
    if (line.starts_with('[')) {
      const std::size_t end = line.find(']');
      if (end == std::string_view::npos) continue;
      section = lower(trim(line.substr(1, end - 1)));
      line = trim(line.substr(end + 1));
    }
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    const std::size_t equals = line.find('=');
    const std::string name = lower(trim(line.substr(0, equals)));
    values_[cat({section, ".", name})] =
        equals == std::string_view::npos ? "true" : plain_value(line.substr(equals + 1));
  }
}

std::string GitConfig::get(const std::string& key) const {
  const auto at = values_.find(key);
  return at == values_.end() ? "" : at->second;
}

std::vector<std::string> GitConfig::names(std::string_view prefix) const {
  std::vector<std::string> out;
  for (const auto& [name, value] : values_)
    if (name.starts_with(prefix)) out.push_back(name);
  return out;
}

}  // namespace muster
