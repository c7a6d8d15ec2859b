#include "link/past.h"

#include <algorithm>

namespace muster {
namespace {

// By position in RepoHistory::commits: whether the pin descends from it, or is it.
std::vector<bool> ancestors(const RepoHistory& history, const ObjectId& pin) {
  std::vector<bool> seen(history.commits.size(), false);
  std::vector<std::size_t> open;
  const auto visit = [&](const ObjectId& id) {
    const auto at = history.index.find(id);
    if (at == history.index.end() || seen[at->second]) return;
    seen[at->second] = true;
    open.push_back(at->second);
  };
  visit(pin);
  while (!open.empty()) {
    const std::size_t commit = open.back();
    open.pop_back();
    for (const ObjectId& parent : history.commits[commit].parents) visit(parent);
  }
  return seen;
}

}  // namespace

Past::Past(const RepoHistory* history, const Snapshot& snapshot) : history_(history) {
  if (history == nullptr || !snapshot.commit) return;
  const std::vector<bool> seen = ancestors(*history, snapshot.commit->id);
  for (std::size_t i = 0; i < history->changes.size(); ++i) {
    const Change& change = history->changes[i];
    if (change.commit < seen.size() && seen[change.commit]) changes_[change.path].push_back(i);
  }
}

std::optional<Commit> Past::brought(std::string_view path, const ObjectId& blob) const {
  const auto at = changes_.find(path);
  if (at == changes_.end()) return std::nullopt;
  for (auto i = at->second.rbegin(); i != at->second.rend(); ++i) {
    const Change& change = history_->changes[*i];
    if (change.blob == blob) return history_->commits[change.commit];
  }
  return std::nullopt;
}

std::optional<RemovedFile> Past::removed(std::string_view path) const {
  const auto at = changes_.find(path);
  if (at == changes_.end()) return std::nullopt;
  RemovedFile file;
  bool had_blob = false;
  for (auto i = at->second.rbegin(); i != at->second.rend() && !had_blob; ++i) {
    const Change& change = history_->changes[*i];
    if (change.blob) {
      had_blob = true;
      file.blob = *change.blob;
      file.brought_by = history_->commits[change.commit];
    } else if (!file.removed_by) {
      file.removed_by = history_->commits[change.commit];
    }
  }
  if (!had_blob) return std::nullopt;
  return file;
}

}  // namespace muster
