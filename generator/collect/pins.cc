#include "collect/pins.h"

#include <algorithm>

#include "base/text.h"

namespace muster {

namespace {

constexpr std::size_t kShortestId = 4;

const Commit* first_parent(const RepoHistory& history, const Commit& commit) {
  return commit.parents.empty() ? nullptr : commit_of(history, commit.parents.front());
}

/// The only commit whose id begins so.
const Commit* find_abbreviated(const RepoHistory& history, std::string_view prefix) {
  const bool hex = prefix.size() >= kShortestId && prefix.size() <= 40 &&
                   prefix.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  if (!hex) return nullptr;
  const std::string wanted = lower(prefix);
  const ObjectId least = *ObjectId::from_hex(wanted + std::string(40 - wanted.size(), '0'));
  const auto at = history.index.lower_bound(least);
  if (at == history.index.end() || !at->first.hex().starts_with(wanted)) return nullptr;
  const auto next = std::next(at);
  if (next != history.index.end() && next->first.hex().starts_with(wanted)) return nullptr;
  return &history.commits[at->second];
}

}  // namespace

const Commit* commit_of(const RepoHistory& history, const ObjectId& id) {
  const auto at = history.index.find(id);
  return at == history.index.end() ? nullptr : &history.commits[at->second];
}

const Ref* find_ref(const std::vector<Ref>& refs, std::string_view name) {
  const auto at =
      std::find_if(refs.begin(), refs.end(), [&](const Ref& ref) { return ref.name == name; });
  return at == refs.end() ? nullptr : &*at;
}

const Commit* find_commit(const RepoHistory& history, std::string_view ref) {
  const auto without = [&](std::string_view prefix) {
    return ref.starts_with(prefix) ? ref.substr(prefix.size()) : std::string_view();
  };
  const auto of = [&](const std::vector<Ref>& refs, std::string_view name) {
    const Ref* found = name.empty() ? nullptr : find_ref(refs, name);
    return found == nullptr ? nullptr : commit_of(history, found->commit);
  };
  if (ref == "HEAD") return history.head ? commit_of(history, *history.head) : nullptr;
  for (const std::string_view name : {ref, without("refs/tags/"), without("tags/")})
    if (const Commit* commit = of(history.tags, name)) return commit;
  for (const std::string_view name : {ref, without("refs/heads/"), without("heads/"),
                                      without("origin/"), without("refs/remotes/origin/")})
    if (const Commit* commit = of(history.branches, name)) return commit;
  return find_abbreviated(history, ref);
}

const Commit* tip_of(const RepoHistory& history, std::string_view branch) {
  if (branch.empty()) return history.head ? commit_of(history, *history.head) : nullptr;
  const Ref* ref = find_ref(history.branches, branch);
  return ref == nullptr ? nullptr : commit_of(history, ref->commit);
}

const Commit* commit_at(const RepoHistory& history, const Commit& tip, Instant time) {
  const Commit* best = nullptr;
  for (const Commit* at = &tip; at != nullptr; at = first_parent(history, *at)) {
    if (!at->credible_time || at->commit_time > time) continue;
    if (best == nullptr || at->commit_time > best->commit_time) best = at;
  }
  return best;
}

std::optional<Instant> credible_time(const RepoHistory& history, const Commit& commit) {
  for (const Commit* at = &commit; at != nullptr; at = first_parent(history, *at))
    if (at->credible_time) return at->commit_time;
  return std::nullopt;
}

}  // namespace muster
