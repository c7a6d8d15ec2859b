#include "compose/site_map.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace muster {
namespace {

std::vector<std::string_view> folders_of(std::string_view path) {
  std::vector<std::string_view> parts = split(path, '/');
  parts.pop_back();
  return parts;
}

std::string_view file_of(std::string_view path) { return split(path, '/').back(); }

std::string_view folder_of(PageKind kind) {
  switch (kind) {
    case PageKind::checklists:
    case PageKind::checklist:
      return "checklists/";
    case PageKind::tracker:
      return "trackers/";
    case PageKind::issues:
    case PageKind::issue:
      return "issues/";
    case PageKind::document:
      return "documents/";
    case PageKind::gaps:
      return "gaps/";
    case PageKind::parity:
      return "parity/";
    case PageKind::evidence_index:
      return "evidence/";
    case PageKind::findings:
      return "findings/";
    default:
      return "";
  }
}

// Pages and files that every version has.
constexpr PageKind kOfVersion[] = {
    PageKind::overview, PageKind::checklists,     PageKind::issues,   PageKind::gaps,
    PageKind::parity,   PageKind::evidence_index, PageKind::findings, PageKind::readiness_json};

void plan_version(const Judged& judged, std::size_t version, std::vector<PagePlan>& plan) {
  const Version& shown = judged.model.version;
  for (const PageKind kind : kOfVersion) plan.push_back({page_path(shown, kind), kind, version, 0});
  for (std::size_t row = 0; row < judged.model.documents.size(); ++row) {
    const Document& document = judged.model.documents[DocumentId(row)];
    plan.push_back({document_path(shown, document), page_kind(document.kind), version, row});
  }
}

// One page for each distinct report. The oldest version that has it speaks for it, so that its page
// stays as it is.
void plan_reports(const SiteInput& input, std::vector<PagePlan>& plan) {
  std::set<ObjectId> seen;
  for (std::size_t version = 0; version < input.versions.size(); ++version) {
    const Model& model = input.versions[version].model;
    std::set<std::pair<RepoId, std::string_view>> documents;
    for (const Document& document : model.documents)
      documents.emplace(document.repo, document.path);
    for (std::size_t row = 0; row < model.evidence.size(); ++row) {
      const Evidence& one = model.evidence[EvidenceId(row)];
      const bool document = one.state == EvidenceState::present &&
                            documents.contains({one.repo, std::string_view(one.path)});
      if (has_page(one) && !document && seen.insert(one.blob).second)
        plan.push_back({report_path(one.blob), PageKind::evidence, version, row});
    }
  }
}

class AnchorMaker {
 public:
  AnchorMaker(const Model& model, DocumentId document) : model_(model), document_(document) {}

  PageAnchors make() {
    const Content& content = *model_.documents[document_].content;
    name_headings(content);
    name_items(content);
    const std::vector<Block>& blocks = content.markdown.blocks;
    anchors_.of_block.resize(blocks.size());
    for (std::size_t i = 1; i < blocks.size(); ++i) add(i, blocks[i]);
    std::stable_sort(anchors_.by_line.begin(), anchors_.by_line.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [block, section] : sections_)
      if (!anchors_.of_block[block].empty() && !section.empty())
        anchors_.of_fragment.emplace(section, anchors_.of_block[block]);
    return std::move(anchors_);
  }

 private:
  // A heading that is a task or a phase has that one's anchor.
  void name_headings(const Content& content) {
    const Records& records = content.records;
    for (const record::Section& section : records.sections)
      if (section.level > 0) {
        sections_[section.block] = section.anchor;
        wanted_[section.block] = cat({"h-", section.anchor});
      }
    for (const Phase& phase : model_.phases)
      if (phase.document == document_) name_line(content, phase.where.line, phase.anchor);
    for (const Task& task : model_.tasks)
      if (task.document == document_) name_line(content, task.where.line, task.anchor);
  }

  void name_line(const Content& content, int line, const std::string& anchor) {
    for (auto& [block, name] : wanted_)
      if (block < content.markdown.blocks.size() && content.markdown.blocks[block].line == line &&
          !anchor.empty())
        name = anchor;
  }

  void name_items(const Content& content) {
    for (const Item& item : model_.items)
      if (item.document == document_ && item.record)
        wanted_[content.records.items[item.record].block] = item.anchor;
  }

  void add(std::size_t index, const Block& block) {
    const auto wanted = wanted_.find(index);
    const bool container = block.kind == BlockKind::list || block.kind == BlockKind::quote ||
                           block.kind == BlockKind::table || block.kind == BlockKind::cell;
    std::string name;
    if (wanted != wanted_.end() && !wanted->second.empty()) {
      name = wanted->second;
    } else if (!container && block.line > last_line_) {
      name = cat({"L", number(block.line)});
    } else {
      return;
    }
    if (!used_.insert(name).second) {
      name = cat({"L", number(block.line)});
      if (!used_.insert(name).second) return;
    }
    last_line_ = std::max(last_line_, block.line);
    anchors_.by_line.emplace_back(block.line, name);
    anchors_.of_block[index] = std::move(name);
  }

  const Model& model_;
  DocumentId document_;
  std::map<std::size_t, std::string> wanted_;    // by block
  std::map<std::size_t, std::string> sections_;  // GitHub's anchor, by block
  std::set<std::string> used_;
  int last_line_ = 0;
  PageAnchors anchors_;
};

}  // namespace

std::string relative_path(std::string_view from, std::string_view to) {
  const std::vector<std::string_view> source = folders_of(from);
  const std::vector<std::string_view> target = folders_of(to);
  std::size_t shared = 0;
  while (shared < source.size() && shared < target.size() && source[shared] == target[shared])
    ++shared;
  std::string path;
  for (std::size_t i = shared; i < source.size(); ++i) path += "../";
  for (std::size_t i = shared; i < target.size(); ++i) path += cat({target[i], "/"});
  return path + std::string(file_of(to));
}

PageKind page_kind(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::issue:
      return PageKind::issue;
    case DocumentKind::checklist:
      return PageKind::checklist;
    case DocumentKind::tracker:
      return PageKind::tracker;
    case DocumentKind::report:
    case DocumentKind::page:
      break;
  }
  return PageKind::document;
}

std::string page_path(const Version& version, PageKind kind) {
  const std::string_view file =
      kind == PageKind::readiness_json ? "readiness.json" : std::string_view("index.html");
  return cat({version.folder, "/", folder_of(kind), file});
}

std::string document_path(const Version& version, const Document& document) {
  return cat(
      {version.folder, "/", folder_of(page_kind(document.kind)), document.slug, "/index.html"});
}

std::string report_path(const ObjectId& blob) {
  return cat({"evidence/blob/", blob.hex(), "/index.html"});
}

bool has_page(const Evidence& evidence) { return evidence.content != nullptr; }

std::optional<std::size_t> front_version(const SiteInput& input) {
  for (std::size_t i = 0; i < input.versions.size(); ++i)
    if (input.versions[i].model.version.kind == VersionKind::latest) return i;
  if (input.versions.empty()) return std::nullopt;
  return input.versions.size() - 1;
}

std::vector<PagePlan> plan_site(const SiteInput& input) {
  std::vector<PagePlan> plan;
  if (const std::optional<std::size_t> front = front_version(input)) {
    plan.push_back({"index.html", PageKind::overview, *front, 0});
    plan.push_back({"404.html", PageKind::not_found, *front, 0});
    plan.push_back({"versions/index.html", PageKind::versions, *front, 0});
    plan.push_back({"versions.json", PageKind::versions_json, *front, 0});
  }
  for (std::size_t i = 0; i < input.versions.size(); ++i) plan_version(input.versions[i], i, plan);
  plan_reports(input, plan);
  std::sort(plan.begin(), plan.end(),
            [](const PagePlan& a, const PagePlan& b) { return a.path < b.path; });
  return plan;
}

std::string_view PageAnchors::at(int line) const {
  const auto after =
      std::upper_bound(by_line.begin(), by_line.end(), line,
                       [](int wanted, const auto& entry) { return wanted < entry.first; });
  if (after == by_line.begin()) return {};
  return std::prev(after)->second;
}

PageAnchors anchors_of(const Model& model, DocumentId document) {
  if (model.documents[document].content == nullptr) return {};
  return AnchorMaker(model, document).make();
}

std::vector<std::string> unique_names(std::vector<std::string> names) {
  std::set<std::string> used;
  for (std::string& name : names) {
    const std::string first = name;
    for (int n = 2; !used.insert(name).second; ++n) name = cat({first, "-", number(n)});
  }
  return names;
}

}  // namespace muster
