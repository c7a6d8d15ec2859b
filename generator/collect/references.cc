#include "collect/references.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "collect/objects.h"

namespace muster {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPackedRefs = 64u << 20;  // bytes
constexpr std::size_t kLooseRef = 4096;
constexpr std::size_t kReferences = 20000;
constexpr std::size_t kTagObject = 1u << 20;
constexpr int kSymbolicDepth = 5;
constexpr int kTagDepth = 16;
constexpr int kFolderDepth = 32;
constexpr std::string_view kSymbolic = "ref:";
constexpr std::string_view kBranches = "refs/heads/";

/// The value of every reference as text: an id, or `ref: name`.
using Values = std::map<std::string, std::string>;

struct Reader {
  const Repository& repository;
  Notices& notices;
  Values values;
  std::vector<std::string> damaged = {};  // full names of those that lead to no commit
  bool full = false;

  void put(const std::string& name, std::string_view value) {
    if (values.size() >= kReferences && !values.contains(name)) {
      full = true;
      return;
    }
    values[name] = trim(value);
  }

  void unreadable(const std::string& name) {
    notices.add("reference", make_notice(Severity::warning, "source-incomplete",
                                         cat({"the reference ", in_quotes(name), " of repository ",
                                              in_quotes(repository.name), " cannot be read"})));
  }

  void read_packed() {
    const Result<std::string> text =
        read_git_file(repository.common / "packed-refs", kPackedRefs, repository.shown);
    if (!text) return unreadable("packed-refs");
    for (const std::string_view line : split_lines(*text)) {
      if (line.empty() || line.front() == '#' || line.front() == '^') continue;
      const std::size_t blank = line.find(' ');
      if (blank == std::string_view::npos) {
        unreadable(std::string(line.substr(0, 60)));
        continue;
      }
      const std::string name(line.substr(blank + 1));
      if (name.starts_with("refs/")) put(name, line.substr(0, blank));
    }
  }

  void read_loose(const fs::path& folder, const std::string& prefix, int depth) {
    std::error_code error;
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      struct stat status {};
      const fs::path path = folder / name;
      if (name.ends_with(".lock") || lstat(path.c_str(), &status) != 0) continue;
      if (S_ISDIR(status.st_mode)) {
        if (depth < kFolderDepth) read_loose(path, prefix + name + "/", depth + 1);
        continue;
      }
      const Result<std::string> text = read_git_file(path, kLooseRef, repository.shown);
      if (text) {
        put(prefix + name, *text);
      } else {
        damaged.push_back(prefix + name);
        unreadable(prefix + name);
      }
    }
  }

  /// The id that a value leads to; none where it leads nowhere.
  std::optional<ObjectId> resolve(std::string value) const {
    for (int depth = 0; depth < kSymbolicDepth && value.starts_with(kSymbolic); ++depth) {
      const auto at = values.find(std::string(trim(value.substr(kSymbolic.size()))));
      if (at == values.end()) return std::nullopt;
      value = at->second;
    }
    return ObjectId::from_hex(value);
  }
};

/// The commit at the end of a chain of tag objects. `problem` says why there is none.
std::optional<ObjectId> peel(ObjectStore& store, ObjectId id, std::string& problem) {
  for (int depth = 0; depth < kTagDepth; ++depth) {
    const RawObject object = store.read(id, kTagObject);
    if (object.kind == ObjectKind::commit) return id;
    if (object.kind == ObjectKind::none) {
      problem = cat({"leads to object ", id.short_hex(), ", which ", object.problem});
      return std::nullopt;
    }
    const std::optional<ObjectId> next =
        object.kind == ObjectKind::tag ? parse_tag(object.bytes) : std::nullopt;
    if (!next) {
      problem = "does not name a commit";
      return std::nullopt;
    }
    id = *next;
  }
  problem = "leads through too many tags";
  return std::nullopt;
}

/// The branches that are there and lead nowhere: the file of one is empty, or was written over.
std::vector<std::string> damaged_branches(const Reader& reader) {
  std::vector<std::string> names;
  for (const std::string& name : reader.damaged)
    if (name.starts_with(kBranches)) names.push_back(name.substr(kBranches.size()));
  std::sort(names.begin(), names.end());
  return names;
}

bool by_name(const Ref& a, const Ref& b) { return a.name < b.name; }

/// The references below `prefix`, by the rest of their names.
std::vector<Ref> resolve_all(Reader& reader, ObjectStore& store, const std::string& prefix,
                             std::string_view what) {
  std::vector<Ref> refs;
  for (auto at = reader.values.lower_bound(prefix);
       at != reader.values.end() && at->first.starts_with(prefix); ++at) {
    const std::string name = at->first.substr(prefix.size());
    if (name == "HEAD" && what != "tag") continue;
    std::string problem = "cannot be read";
    const std::optional<ObjectId> id = reader.resolve(at->second);
    const std::optional<ObjectId> commit = id ? peel(store, *id, problem) : std::nullopt;
    if (commit) {
      refs.push_back({valid_utf8(name), *commit});
      continue;
    }
    reader.damaged.push_back(at->first);
    reader.notices.add(
        cat({"reference ", problem.substr(0, 8)}),
        make_notice(problem.starts_with("does not") ? Severity::note : Severity::warning,
                    "source-incomplete",
                    cat({"the ", what, " ", in_quotes(name), " of repository ",
                         in_quotes(reader.repository.name), " ", problem})));
  }
  std::sort(refs.begin(), refs.end(), by_name);
  return refs;
}

/// A clone has most branches only as those of `origin`; they count under their own name.
void add_remote_branches(std::vector<Ref>& branches, const std::vector<Ref>& remote) {
  std::vector<Ref> added;
  for (const Ref& ref : remote)
    if (!std::binary_search(branches.begin(), branches.end(), ref, by_name)) added.push_back(ref);
  branches.insert(branches.end(), added.begin(), added.end());
  std::sort(branches.begin(), branches.end(), by_name);
}

}  // namespace

Result<References> read_references(const Repository& repository, ObjectStore& store,
                                   Notices& notices) {
  const Result<std::string> head =
      read_git_file(repository.git / "HEAD", kLooseRef, repository.shown);
  if (!head) return head.error();
  // Loose before packed, as git does: one that is packed meanwhile is then found in the pack.
  Reader loose{repository, notices, {}};
  loose.read_loose(repository.common / "refs", "refs/", 0);
  Reader reader{repository, notices, {}};
  reader.read_packed();
  for (const auto& [name, value] : loose.values) reader.put(name, value);
  reader.damaged = loose.damaged;
  if (loose.full || reader.full)
    notices.add("references",
                make_notice(Severity::warning, "limit-exceeded",
                            cat({"repository ", in_quotes(repository.name),
                                 " has more than 20,000 references; the others are not read"})));

  References references;
  references.tags = resolve_all(reader, store, "refs/tags/", "tag");
  references.branches = resolve_all(reader, store, std::string(kBranches), "branch");
  add_remote_branches(references.branches,
                      resolve_all(reader, store, "refs/remotes/origin/", "branch of origin"));

  references.damaged = damaged_branches(reader);

  const std::string value(trim(*head));
  if (value.starts_with(kSymbolic)) {
    const std::string name(trim(value.substr(kSymbolic.size())));
    references.head_branch =
        valid_utf8(name.starts_with(kBranches) ? std::string_view(name).substr(kBranches.size())
                                               : std::string_view(name));
  }
  std::string problem;
  const std::optional<ObjectId> id = reader.resolve(value);
  if (id) references.head = peel(store, *id, problem);
  const bool readable = value.starts_with(kSymbolic) || id;
  if (!readable || !problem.empty())
    return make_error(ExitCode::source,
                      cat({"HEAD of the repository at ", shown_path(repository.shown), " ",
                           problem.empty() ? "cannot be read" : problem}),
                      "check out a branch there, or clone it anew");
  return references;
}

}  // namespace muster
