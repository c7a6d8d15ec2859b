#include "link/citations.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/text.h"
#include "link/bindings.h"
#include "link/item_index.h"
#include "link/paths.h"
#include "link/runs.h"

namespace muster {
namespace {

// “Remove `legacy.json`” asks for the file to be gone: unless it is a report, it is no proof.
bool speaks_of_removal(std::string_view text) {
  constexpr std::array<std::string_view, 14> verbs = {
      "remove", "removed", "delete", "deleted", "drop",         "dropped",        "retire",
      "purge",  "purged",  "rename", "renamed", "decommission", "decommissioned", "retired"};
  const std::string small = lower(trim(text));
  const std::string_view first = std::string_view(small).substr(0, small.find_first_of(" :,.;`"));
  return std::find(verbs.begin(), verbs.end(), first) != verbs.end();
}

// Whether the file is what the verb removes: “Removed users (`report.json`)” names one beside it.
bool is_object_of_verb(std::string_view text, const record::Mention& mention) {
  const std::size_t at = text.find(mention.text);
  return at == std::string_view::npos || text.substr(0, at).find_first_of(",;:(") == text.npos;
}

// A link such as `/pricing.html` is as well one of a web site.
bool is_page(std::string_view path) {
  const std::string end = extension(path);
  return end == "html" || end == "htm" || end == "md" || end == "png" || end == "svg";
}

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
        out_(out),
        items_by_words_(records_) {}

  void run() {
    const std::size_t begin = out_.size();
    items();
    rows();
    run_notes();
    bindings();
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
      named.claimed = item.claimed == "undone" ? "pending" : item.claimed;
      named.only_reports = speaks_of_removal(item.text);
      for (const record::Mention& mention : item.mentions) {
        Named one = named;
        // A report that should be gone may speak against the tick, not for it.
        if (named.only_reports && is_object_of_verb(item.text, mention) && one.claimed != "fail")
          one.claimed = "pending";
        add(std::move(one), mention);
      }
    }
  }

  void rows() {
    for (const record::EvidenceRow& row : records_.evidence_rows) {
      Named named;
      named.binding = Binding::row;
      named.item = items_by_words_.find(row);
      named.gate = gate_of_row(row.line);
      named.claimed = row.claimed;
      if (named.claimed == "pending" && is_open(named.item)) named.claimed.clear();  // none yet
      for (const record::Mention& mention : row.mentions) add(named, mention);
    }
  }

  Id<record::Gate> gate_of_row(int line) const {
    for (const record::Gate& gate : records_.gates)
      if (gate.row_status && gate.line == line) return records_.gates.id_of(gate);
    return {};
  }

  bool is_open(Id<record::Item> item) const {
    return item && records_.items[item].state != BoxState::ticked;
  }

  void run_notes() {
    for (const record::RunNote& note : records_.run_notes) {
      Named named;
      named.binding = Binding::section;
      if (note.phase) named.gate = records_.phases[note.phase].gate;
      named.claimed = note.verdict;
      named.matched = item_of_run(records_, note);
      for (const record::Mention& mention : note.reports) add(named, mention);
    }
  }

  // By front matter. Values that are only taken from a report say nothing for or against a box.
  void bindings() {
    for (const record::EvidenceBinding& binding : records_.evidence_bindings) {
      Named named;
      bool several = false;
      named.item = find_item(records_, binding.item.text, several);
      if (!binding.item.text.empty() && !named.item) continue;  // told by link_bindings
      named.binding = named.item ? Binding::item : Binding::section;
      if (!named.item) named.gate = gate_of_section(binding.section.text);
      named.expect = binding.expect;
      bind(std::move(named), binding.report);
    }
    for (const record::MetricBinding& binding : records_.metric_bindings) bind({}, binding.report);
    if (records_.parity_binding) {
      bind({}, records_.parity_binding->staging);
      bind({}, records_.parity_binding->production);
    }
  }

  // The gate of a section, or of its phase.
  Id<record::Gate> gate_of_section(std::string_view title) const {
    const Id<record::Section> section = find_section(records_, title);
    if (title.empty() || !section) return {};
    for (const record::Gate& gate : records_.gates)
      if (gate.section == section) return records_.gates.id_of(gate);
    for (const record::Phase& phase : records_.phases)
      if (phase.section == section) return phase.gate;
    return {};
  }

  void bind(Named named, const record::Written& file) {
    const auto target = bound_target(targets_, source_.repo, source_.file->path, file.text);
    if (!target) return;
    named.document = document_;
    named.line = file.line;
    named.column = file.column;
    named.by_front_matter = true;
    named.target = *target;
    if (target->file == nullptr && target->link == nullptr) named.removed = removed(*target);
    out_.push_back(std::move(named));
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
    named.in_passing = mention.in_passing;
    if (mention.set_aside) named.binding = Binding::mention;
    if (resolve(named, mention)) out_.push_back(std::move(named));
  }

  bool resolve(Named& named, const record::Mention& mention) const {
    const bool path = mention.kind == record::MentionKind::path;
    if (!path && mention.kind != record::MentionKind::url) return false;
    const auto target = path ? find(named, mention) : targets_.find_web(mention.text);
    if (!target || !target->current) return !path && is_external(named, mention);
    named.target = *target;
    if (target->repo == source_.repo && target->path == source_.file->path) return false;
    if (target->link != nullptr) return named.binding != Binding::mention;
    if (target->file != nullptr)
      return named.binding != Binding::mention || target->file->use == FileUse::evidence;
    if (!named.removed) named.removed = removed(*target);
    if (named.removed) return named.binding != Binding::mention || evidence_by_name(target->path);
    return named.binding != Binding::mention;
  }

  // A file that is there, else one that was: proof is never looked for in other folders.
  std::optional<Target> find(Named& named, const record::Mention& mention) const {
    const std::string& document = source_.file->path;
    const auto target = targets_.find(source_.repo, document, mention.text, mention.link);
    if (target && (target->file != nullptr || target->link != nullptr)) return target;
    for (const Target& place : targets_.places(source_.repo, document, mention.text))
      if ((named.removed = removed(place))) return place;
    if (target && mention.text.starts_with('/') && is_page(target->path)) return std::nullopt;
    if (named.binding != Binding::mention || mention.link) return target;
    const auto elsewhere = targets_.find_by_end(source_.repo, mention.text);
    return elsewhere ? elsewhere : target;
  }

  std::optional<RemovedFile> removed(const Target& target) const {
    return target.repo.n < past_.size() ? past_[target.repo.n].removed(target.path) : std::nullopt;
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
  ItemIndex items_by_words_;
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
