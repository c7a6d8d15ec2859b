#include "collect/own_rules.h"

#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

constexpr std::size_t kConfigBytes = 1u << 20;

}  // namespace

RulesOfVersions::RulesOfVersions(const Workspace& workspace, ObjectStore& store,
                                 const ConfigNames& names, std::vector<Diagnostic>& notices)
    : workspace_(workspace),
      store_(store),
      names_(names),
      notices_(notices),
      elsewhere_{workspace.policy, workspace.vocabulary} {}

const OwnRules& RulesOfVersions::at(const Snapshot& snapshot, const std::string& version) {
  // A configuration from elsewhere has no past: it holds for every version.
  const std::string path = workspace_.versioned_config();
  if (path.empty()) return elsewhere_;
  const FileEntry* file = snapshot.find(path);
  if (file == nullptr) return defaults_;
  const auto known = known_.find(file->blob);
  if (known != known_.end()) return known->second;
  return known_[file->blob] = file->kind == EntryKind::file
                                  ? read(*file, version)
                                  : defaults(path, version, "it is not a regular file");
}

OwnRules RulesOfVersions::read(const FileEntry& file, const std::string& version) {
  const RawObject object = store_.read(file.blob, kConfigBytes);
  if (object.kind != ObjectKind::blob)
    return defaults(file.path, version, cat({"object ", file.blob.hex(), " ", object.problem}),
                    "source-incomplete");
  Result<OwnRules> rules = parse_own_rules(object.bytes, file.path, names_);
  if (rules) return std::move(*rules);
  const Diagnostic& error = rules.error().diagnostic;
  return defaults(file.path, version, cat({"line ", number(error.line), ": ", error.message}));
}

OwnRules RulesOfVersions::defaults(const std::string& path, const std::string& version,
                                   const std::string& why, std::string_view rule) {
  Diagnostic notice = make_notice(Severity::warning, rule,
                                  cat({in_quotes(path), " of version ", in_quotes(version),
                                       " is not read, its policy and its words are the defaults"}));
  notice.path = path;
  notice.notes.push_back(why);
  notices_.push_back(std::move(notice));
  return {};
}

}  // namespace muster
