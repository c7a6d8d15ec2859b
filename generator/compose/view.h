// What every page is made with: its version, its own address, and the links that lead from it to
// all else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"
#include "compose/site_map.h"
#include "compose/words.h"

namespace muster {

class View {
 public:
  View(const SiteInput& input, const PagePlan& plan);

  const SiteInput& input;
  const PagePlan& plan;
  const Judged& judged;
  const Model& model;
  const Audit& audit;
  const Version& version;

  /// A link from this page. `path` is an address of the site.
  Url to(std::string_view path, std::string_view anchor = {}) const;
  Url to(PageKind kind, std::string_view anchor = {}) const;
  Url to(DocumentId document, std::string_view anchor = {}) const;
  Url to(ItemId item) const;
  Url to(GapId gap) const;
  Url to(EvidenceId evidence) const;  // the document that it is, its page, or its row in the index
  Url to_finding(std::size_t finding) const;
  /// The nearest anchor of a document's page to a line.
  Url to_line(DocumentId document, int line) const;
  /// None where it stands nowhere.
  std::optional<Url> to(const Subject& subject, DocumentId document) const;

  const PageAnchors& anchors(DocumentId document) const;
  /// Empty where the item's box is not shown on its document's page.
  std::string item_anchor(ItemId item) const;
  std::string gap_anchor(GapId gap) const;
  std::string finding_anchor(std::size_t finding) const;
  std::string evidence_anchor(EvidenceId evidence) const;
  std::optional<DocumentId> document_at(RepoId repo, std::string_view path) const;
  /// The document that is cited as proof, where it is one.
  std::optional<DocumentId> document_of(const Evidence& evidence) const;
  /// Where a declared id leads: a document's page or a task's heading. None where nothing or more
  /// than one thing declares it.
  std::optional<Url> declared(std::string_view id) const;

  /// A file at the commit of this version, on the web; none where the repository has no such
  /// address.
  std::optional<Url> web(RepoId repo, std::string_view path, int line = 0) const;
  std::optional<Url> web_commit(RepoId repo, const ObjectId& commit) const;

  /// `{text, href}`: path and line, as a link to our page or to the web where there is one.
  Data::Object place(const Where& where) const;
  /// `{short, href}` of a commit.
  Data::Object commit(RepoId repo, const ObjectId& id) const;
  /// `{name, nobody}` of an owner.
  static Data::Object owner(std::string_view name);

  /// Findings by severity: note, warning, blocker.
  struct SeverityCounts {
    int blockers = 0;
    int warnings = 0;
    int notes = 0;
    int total() const { return blockers + warnings + notes; }
  };
  SeverityCounts count_findings(std::optional<DocumentId> document = std::nullopt) const;
  int open_gaps(std::optional<DocumentId> document = std::nullopt) const;
  bool overdue(const Gap& gap) const;
  /// The title of the whole programme.
  std::string programme() const;

 private:
  struct Declared {
    DocumentId document;
    int line = 0;  // of a task; 0 = the document itself
    int times = 0;
  };
  void declare(const std::string& id, DocumentId document, int line);

  mutable std::map<DocumentId, PageAnchors> anchors_;
  std::map<std::string, Declared, std::less<>> declared_;
  std::map<std::pair<RepoId, std::string>, DocumentId, std::less<>> documents_;
  std::vector<std::string> gap_anchors_;
  std::vector<std::string> finding_anchors_;
  std::vector<std::string> evidence_anchors_;
};

/// `{text, href}` with an empty address: false.
Data link_or_none(const std::optional<Url>& url);
/// The text, or false where it is empty.
Data text_or_none(std::string_view text);
/// `{iso, text}` for a `<time>`.
Data::Object time_of(Instant instant);
Data::Object time_of(Date date);
/// Widths of a bar and its numbers: `{v, c, d, cx, dx, verified, total, doubt}`.
Data::Object bar_of(const Tally& tally);
/// Marks with counts: `[{icon, tone, word, count}]`, worst first, without those of none.
Data::List severity_marks(const View::SeverityCounts& counts);
/// A value as written, or the words for its absence: `{text, dim}`.
Data::Object entry_of(const record::Entry& entry, std::string_view absent);

}  // namespace muster
