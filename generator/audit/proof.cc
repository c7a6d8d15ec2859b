#include "audit/proof.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace muster {
namespace {

using record::ReportVerdict;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What work is done on, or what is only named (`Backlog.md`), and not what proves it.
bool is_object_of_work(std::string_view path) {
  constexpr std::array<std::string_view, 28> sources = {
      "c",     "cc",  "cpp",   "h",  "cs",  "go",   "java", "js",  "jsx", "mjs",
      "cjs",   "ts",  "tsx",   "py", "rb",  "rs",   "sh",   "sql", "php", "kt",
      "swift", "css", "rules", "tf", "yml", "yaml", "toml", "lock"};
  constexpr std::array<std::string_view, 7> manifests = {
      "package.json",     "package-lock.json", "tsconfig.json", "firebase.json",
      "requirements.txt", "composer.json",     "cmakelists.txt"};
  const std::size_t slash = path.rfind('/');
  const std::string name = lower(slash == std::string_view::npos ? path : path.substr(slash + 1));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || is_one_of(manifests, name)) return true;
  const std::string end = name.substr(dot + 1);
  return is_one_of(sources, end) || (end == "md" && slash == std::string_view::npos);
}

constexpr std::int64_t kDay = 24 * 60 * 60;

bool tested_nothing(const record::Report& report) {
  if (report.verdict == ReportVerdict::empty) return true;
  return report.verdict == ReportVerdict::pass && (report.executed == 0 || report.passed == 0);
}

// More than a fifth skipped leaves too much untested.
bool skipped_too_much(const record::Report& report) {
  const long long skipped = report.skipped.value_or(0);
  return skipped * 5 > report.executed.value_or(0) + skipped;
}

bool is_from_the_future(const record::Report& report, Instant as_of) {
  return report.taken_at && report.taken_at->seconds > as_of.seconds + kDay;
}

// Why a passing report still verifies nothing.
bool proves_nothing(const record::Report& report, Instant as_of) {
  if (report.format.empty() || report.generic) return true;
  if (report.verdict != ReportVerdict::pass) return true;
  if (report.executed.value_or(0) <= 0 || report.passed.value_or(0) <= 0) return true;
  return skipped_too_much(report) || is_from_the_future(report, as_of);
}

// As a reference may write a path: without `./` and anchor.
std::string_view plain_path(std::string_view path) {
  path = path.substr(0, path.find('#'));
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

// "smoke.json" and "evidence/smoke.json" may both name evidence/smoke.json.
bool names_itself(std::string_view ref, std::string_view path) {
  ref = plain_path(ref);
  if (ref.empty() || !path.ends_with(ref)) return false;
  return ref.size() == path.size() || path[path.size() - ref.size() - 1] == '/';
}

bool cites_only_itself(const Evidence& evidence) {
  const std::vector<std::string>& refs = evidence.content->report.refs;
  return !refs.empty() && std::all_of(refs.begin(), refs.end(), [&](const std::string& ref) {
    return names_itself(ref, evidence.path);
  });
}

// A key that stands twice, or a number that cannot be held.
bool is_ambiguous(const ReportContent& content) {
  return std::any_of(content.notes.begin(), content.notes.end(),
                     [](const Note& note) { return note.rule == "evidence-ambiguous"; });
}

Proof read_proof(const Evidence& evidence, Instant as_of) {
  const ReportContent& content = *evidence.content;
  const record::Report& report = content.report;
  if (report.format.empty()) return Proof::attached;
  if (report.verdict == ReportVerdict::fail || report.failed.value_or(0) > 0) return Proof::failing;
  if (tested_nothing(report)) return Proof::empty;
  const bool nothing =
      proves_nothing(report, as_of) || is_ambiguous(content) || cites_only_itself(evidence);
  return nothing ? Proof::attached : Proof::passing;
}

}  // namespace

Proof proof_of(const Evidence& evidence, Instant as_of) {
  switch (evidence.state) {
    case EvidenceState::missing:
      return Proof::missing;
    case EvidenceState::removed:
      return Proof::removed;
    case EvidenceState::external:
      return Proof::external;
    case EvidenceState::unreadable:
      return Proof::unreadable;
    case EvidenceState::present:
      break;
  }
  return evidence.content == nullptr ? Proof::attached : read_proof(evidence, as_of);
}

Proof last_proof_of(const Evidence& evidence, Instant as_of) {
  if (evidence.state != EvidenceState::removed || evidence.content == nullptr)
    return proof_of(evidence, as_of);
  const Proof last = read_proof(evidence, as_of);
  return last == Proof::failing || last == Proof::empty ? last : Proof::removed;
}

bool cited_as_proof(const Judging& judging, const Citation& citation) {
  const bool ticked = judging.ticked(citation);
  if (citation.by_front_matter) return citation.binding != Binding::mention;
  if (citation.binding == Binding::deliverable) return ticked;
  if (is_object_of_work(judging.model.evidence[citation.evidence].path)) return false;
  switch (citation.binding) {
    case Binding::item:
      return ticked && !citation.in_passing;
    case Binding::row:
      return ticked || !citation.item || !citation.claimed.empty();
    case Binding::section:
      return true;
    case Binding::deliverable:
    case Binding::mention:
      return false;
  }
  return false;
}

std::string why_without_values(const Evidence& evidence) {
  if (evidence.state == EvidenceState::missing) return "is not there";
  if (evidence.state == EvidenceState::removed) return "was removed";
  if (evidence.state != EvidenceState::present || evidence.content == nullptr)
    return "cannot be read";
  if (evidence.content->json == nullptr) return "is no JSON";
  return is_ambiguous(*evidence.content) ? "can be read in two ways" : "";
}

std::string doubt_of(const Evidence& evidence, Instant as_of) {
  if (evidence.content == nullptr || proof_of(evidence, as_of) != Proof::attached) return {};
  const record::Report& report = evidence.content->report;
  if (report.verdict != ReportVerdict::pass) return reason_of(evidence);
  if (report.generic) return {};
  if (is_from_the_future(report, as_of))
    return cat({"it is of ", format_date(date_of(*report.taken_at)), ", which is still to come"});
  if (skipped_too_much(report))
    return cat({number(*report.skipped), " of ",
                number(report.executed.value_or(0) + *report.skipped), " were skipped"});
  if (cites_only_itself(evidence)) return "the only evidence that it names is itself";
  if (is_ambiguous(*evidence.content)) return {};  // has its own finding
  return "it does not say how much was executed";
}

std::string reason_of(const Evidence& evidence) {
  if (evidence.content == nullptr || evidence.content->report.reasons.empty()) return {};
  return evidence.content->report.reasons.front();
}

}  // namespace muster
