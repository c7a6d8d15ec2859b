// Helpers for tests that run the whole binary: streams of commits, and what a finished site holds.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/run.h"

namespace muster::test {

using Files = std::vector<std::pair<std::string, std::string>>;

/// One commit of a fast-import stream on branch main; `day` is a day of February 2026, at 09:00
/// UTC.
inline std::string commit(int mark, int day, const std::string& message, const Files& files) {
  constexpr long long kFirst = 1769936400;  // 2026-02-01 09:00 UTC
  const std::string when = std::to_string(kFirst + (day - 1) * 86400LL);
  std::string out = "commit refs/heads/main\nmark :" + std::to_string(mark) +
                    "\nauthor QA Lead <qa@example.org> " + when +
                    " +0000\ncommitter QA Lead <qa@example.org> " + when + " +0000\ndata " +
                    std::to_string(message.size()) + "\n" + message + "\n";
  if (mark > 1) out += "from :" + std::to_string(mark - 1) + "\n";
  for (const auto& [path, bytes] : files)
    out += "M 100644 inline \"" + path + "\"\ndata " + std::to_string(bytes.size()) + "\n" + bytes +
           "\n";
  return out + "\n";
}

inline std::string tag(const std::string& name, int mark) {
  return "reset refs/tags/" + name + "\nfrom :" + std::to_string(mark) + "\n\n";
}

/// muster with these arguments, in `folder`.
inline Ran muster_run(const std::vector<std::string>& words, const std::filesystem::path& folder,
                      const std::string& environment = {}) {
  std::vector<std::string> command;
  command.reserve(words.size() + 1);
  command.emplace_back(MUSTER_BINARY);
  command.insert(command.end(), words.begin(), words.end());
  return run(command, folder, environment);
}

/// Every file below a folder: its path, and its bytes.
inline std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[std::filesystem::relative(entry.path(), folder).generic_string()] =
          read_text(entry.path());
  return files;
}

/// The values of an attribute in a page, entities for & resolved.
inline std::vector<std::string> attribute_values(const std::string& html, const std::string& name) {
  std::vector<std::string> values;
  const std::string opening = " " + name + "=\"";
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at)) {
    at += opening.size();
    std::string value = html.substr(at, html.find('"', at) - at);
    for (std::size_t entity = value.find("&amp;"); entity != std::string::npos;
         entity = value.find("&amp;"))
      value.replace(entity, 5, "&");
    values.push_back(value);
  }
  return values;
}

/// The links of a site that lead nowhere: "page -> link". Anchors are checked too; outside links
/// are not followed.
inline std::vector<std::string> broken_links(const std::filesystem::path& site) {
  const std::map<std::string, std::string> files = files_below(site);
  std::map<std::string, std::vector<std::string>> ids;
  std::vector<std::string> broken;
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".html")) continue;
    std::vector<std::string> links = attribute_values(bytes, "href");
    for (const std::string& source : attribute_values(bytes, "src")) links.push_back(source);
    for (const std::string& link : links) {
      if (link.starts_with("http:") || link.starts_with("https:") || link.starts_with("mailto:"))
        continue;
      const std::string file_part = link.substr(0, link.find_first_of("#?"));
      const std::string target = file_part.empty()
                                     ? path
                                     : (std::filesystem::path(path).parent_path() / file_part)
                                           .lexically_normal()
                                           .generic_string();
      const auto file = files.find(target);
      if (file == files.end()) {
        broken.push_back(path + " -> " + link);
        continue;
      }
      const std::size_t hash = link.find('#');
      if (hash == std::string::npos || hash + 1 == link.size() || !target.ends_with(".html"))
        continue;
      auto& known = ids[target];
      if (known.empty()) known = attribute_values(file->second, "id");
      if (std::find(known.begin(), known.end(), link.substr(hash + 1)) == known.end())
        broken.push_back(path + " -> " + link);
    }
  }
  return broken;
}

}  // namespace muster::test
