#include "link/citations.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "link/paths.h"

namespace muster {
namespace {

// "Remove `legacy.json`" asks for the file to be gone; it is no proof.
bool speaks_of_removal(std::string_view text) {
  constexpr std::array<std::string_view, 7> verbs = {"remove", "delete", "drop",        "retire",
                                                     "purge",  "rename", "decommission"};
  const std::string small = lower(trim(text));
  const std::string_view first = std::string_view(small).substr(0, small.find_first_of(" :,.;`"));
  return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
    return first == verb || first == cat({verb, "d"}) || first == cat({verb, "ed"});
  });
}

// "pass", "fail" or empty: what a result cell or a line says.
std::string claim_in(std::string_view text) {
  for (const std::string_view word : {"fail", "failed", "failing", "error"})
    if (contains_word(text, word)) return "fail";
  for (const std::string_view mark : {"❌", "🚫"})
    if (text.find(mark) != std::string_view::npos) return "fail";
  for (const std::string_view word : {"pass", "passed", "passing"})
    if (contains_word(text, word)) return "pass";
  return text.find("✅") != std::string_view::npos ? "pass" : "";
}

// The words of an item or a cell, for "the same text".
std::string words_of(std::string_view text) { return lower(collapse_spaces(text)); }

class Gatherer {
 public:
  Gatherer(const Workspace& workspace, const Targets& targets, const std::vector<Past>& past,
           const DocumentFile& source, DocumentId document, std::vector<Named>& out)
      : workspace_(workspace),
        targets_(targets),
        past_(past),
        source_(source),
        records_(source.content->records),
        document_(document),
        out_(out) {}

  void run() {
    const std::size_t begin = out_.size();
    items();
    rows();
    run_notes();
    mentions();
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(),
                     [](const Named& a, const Named& b) {
                       return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                     });
  }

 private:
  using Place = std::tuple<int, int, std::string>;

  void items() {
    for (std::size_t i = 0; i < records_.items.size(); ++i) {
      const Id<record::Item> id(i);
      const record::Item& item = records_.items[id];
      Named named;
      named.item = id;
      named.binding = item.role == Role::deliverable ? Binding::deliverable : Binding::item;
      if (item.state == BoxState::ticked) named.claimed = claim_in(item.text);
      if (speaks_of_removal(item.text)) named.binding = Binding::mention;
      for (const record::Mention& mention : item.mentions) add(named, mention);
    }
  }

  void rows() {
    for (const record::EvidenceRow& row : records_.evidence_rows) {
      Named named;
      named.binding = Binding::row;
      named.item = item_of(row);
      if (row.result.fill == Fill::value) named.claimed = claim_in(row.result.text);
      for (const record::Mention& mention : row.mentions) add(named, mention);
    }
  }

  // The one item that the row is about, by its id or its words.
  Id<record::Item> item_of(const record::EvidenceRow& row) {
    if (items_by_words_.empty()) index_items();
    for (const std::string& text : {row.test.text, row.area}) {
      const auto found = items_by_words_.find(words_of(text));
      if (!text.empty() && found != items_by_words_.end() && found->second) return found->second;
    }
    return {};
  }

  void index_items() {
    const auto put = [&](const std::string& words, Id<record::Item> id) {
      if (words.empty()) return;
      const auto [at, fresh] = items_by_words_.emplace(words, id);
      if (!fresh && at->second != id) at->second = Id<record::Item>();  // names two: names none
    };
    for (std::size_t i = 0; i < records_.items.size(); ++i) {
      const record::Item& item = records_.items[Id<record::Item>(i)];
      put(words_of(item.text), Id<record::Item>(i));
      put(words_of(item.key), Id<record::Item>(i));
    }
  }

  void run_notes() {
    for (const record::RunNote& note : records_.run_notes) {
      Named named;
      named.binding = Binding::section;
      named.gate = note.phase ? records_.phases[note.phase].gate : gate_of(note.section);
      named.claimed = note.verdict;
      for (const record::Mention& mention : note.reports) add(named, mention);
    }
  }

  // The gate of the phase that a section belongs to.
  Id<record::Gate> gate_of(Id<record::Section> section) const {
    for (Id<record::Section> at = section; at && records_.sections[at].level > 0;
         at = records_.sections[at].parent)
      for (const record::Phase& phase : records_.phases)
        if (phase.section == at) return phase.gate;
    return {};
  }

  // A page of prose speaks of files; it cites none as proof.
  bool is_prose() const {
    return records_.kind_hint == DocumentKind::page && records_.gates.empty() &&
           records_.gaps.empty() && records_.evidence_rows.empty();
  }

  void mentions() {
    if (is_prose()) return;
    Named named;
    for (const record::Mention& mention : records_.mentions)
      if (!taken_.contains(place(mention))) add(named, mention);
  }

  static Place place(const record::Mention& mention) {
    return {mention.line, mention.column, mention.text};
  }

  void add(Named named, const record::Mention& mention) {
    taken_.insert(place(mention));
    named.document = document_;
    named.line = mention.line;
    named.column = mention.column;
    if (resolve(named, mention)) out_.push_back(std::move(named));
  }

  bool resolve(Named& named, const record::Mention& mention) const {
    const bool path = mention.kind == record::MentionKind::path;
    if (!path && mention.kind != record::MentionKind::url) return false;
    const auto target =
        path ? targets_.find(source_.repo, source_.file->path, mention.text, mention.link)
             : targets_.find_web(mention.text);
    if (!target) return !path && is_external(named, mention);
    named.target = *target;
    if (target->repo == source_.repo && target->path == source_.file->path) return false;
    if (target->file != nullptr)
      return named.binding != Binding::mention || target->file->use == FileUse::evidence;
    if (target->repo.n < past_.size()) named.removed = past_[target->repo.n].removed(target->path);
    if (named.removed) return named.binding != Binding::mention || evidence_by_name(target->path);
    return named.binding != Binding::mention;
  }

  bool is_external(Named& named, const record::Mention& mention) const {
    if (named.binding != Binding::row && named.binding != Binding::section) return false;
    named.target = {RepoId(0), mention.text, nullptr};
    named.external = true;
    return true;
  }

  bool evidence_by_name(std::string_view path) const {
    if (workspace_.evidence_files.empty()) return extension(path) == "json";
    return std::any_of(workspace_.evidence_files.begin(), workspace_.evidence_files.end(),
                       [&](const std::string& glob) { return matches_glob(path, glob); });
  }

  const Workspace& workspace_;
  const Targets& targets_;
  const std::vector<Past>& past_;
  const DocumentFile& source_;
  const Records& records_;
  DocumentId document_;
  std::vector<Named>& out_;
  std::set<Place> taken_;
  std::map<std::string, Id<record::Item>> items_by_words_;
};

}  // namespace

std::vector<Past> pasts(const Version& version, const std::vector<RepoHistory>& histories) {
  std::vector<Past> found;
  found.reserve(version.snapshots.size());
  for (const Snapshot& snapshot : version.snapshots)
    found.emplace_back(snapshot.repo.n < histories.size() ? &histories[snapshot.repo.n] : nullptr,
                       snapshot);
  return found;
}

std::vector<Named> named_files(const Workspace& workspace, const Targets& targets,
                               const std::vector<Past>& past,
                               const std::vector<DocumentFile>& documents) {
  std::vector<Named> found;
  for (std::size_t d = 0; d < documents.size(); ++d)
    Gatherer(workspace, targets, past, documents[d], DocumentId(d), found).run();
  return found;
}

}  // namespace muster
