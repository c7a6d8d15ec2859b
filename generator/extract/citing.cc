#include "extract/citing.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

// ---- words; entries with bars between

// In the clause before a path, these set it aside.
constexpr std::string_view kRejecting =
    "not use|not rely on|not trust|not cite|not count|not based on|not covered by|not proven by|"
    "not accept|ignore|ignores|ignoring|disregard|instead of|rather than|in place of|"
    "replace|replaces|replaced|replacing|supersedes|superseding|supersede|withdraw|withdrawn|"
    "obsoletes|discard|discarded|discards|retracted|invalidates|unlike|e g";
// Right before it, articles and words such as “run” between.
constexpr std::string_view kOld =
    "not|old|older|previous|previously|former|formerly|superseded|outdated|obsolete|stale|expired|"
    "withdrawn|invalid|example|sample|deprecated|earlier|wrong|fake|dummy|historical|archived|"
    "except|excluding|unlike";
constexpr std::string_view kBetween =
    "a|an|the|run|runs|report|reports|result|results|file|version|log|evidence|test|this|that|in|"
    "by|from|its|our|one|at|of|failing|failed|first|link|see";
// Before a colon and a path.
constexpr std::string_view kOldLabels =
    "old|previous|previously|former|formerly|superseded|supersedes|outdated|obsolete|stale|expired|"
    "withdrawn|invalid|example|sample|deprecated|replaces|replaced|archived|e g|instead of|not|"
    "old report|old run|old evidence|previous run|previous report|do not use|historical";
// Right after it.
constexpr std::string_view kRejected =
    "does not|doesn t|do not|is not|isn t|was not|wasn t|no longer|cannot|can t|is superseded|"
    "was superseded|superseded|is outdated|outdated|is obsolete|obsolete|is stale|stale|is expired|"
    "expired|is withdrawn|was withdrawn|withdrawn|is invalid|invalid|was replaced|is replaced|"
    "replaced by|retracted|deprecated|is old|is wrong|is an example|not valid|do not use|"
    "don t use|has been superseded|has been replaced|has been withdrawn|must not|should not";

// Right before a path that is proof.
constexpr std::string_view kCiting =
    "see|per|report|reports|evidence|log|logs|result|results|output|proof|screenshot|artifact|"
    "artifacts|attached|run|cf|attachment|by|dump|trace|recording|summary|scan|screenshots";
constexpr std::string_view kProofFolders =
    "evidence|evidences|report|reports|log|logs|result|results|artifact|artifacts|test-results|"
    "test-reports|test_results|screenshots|proof|proofs|coverage|benchmarks|audit|audits|scans|"
    "evidencia|evidencias|attachments|qa";
// Files that are shown or served sooner than they prove.
constexpr std::string_view kShownEndings = "png|jpg|jpeg|svg|gif|ico|html|htm|css|pdf|webp|md";
// The work of an item whose object the file is, by how the verb begins.
constexpr std::string_view kWork =
    "fix|rotat|copy|copi|add|creat|updat|edit|chang|config|set|writ|wrote|mov|renam|remov|delet|"
    "drop|load|serv|deploy|upload|publish|import|export|generat|commit|pars|lint|format|migrat|"
    "merg|replac|regenerat|bump|pin|install|enabl|disabl|encrypt|ship|mask|hide|hid|ignor|clean|"
    "convert|extend|sync|split|rewrit|refactor|adjust|document|translat|minif|compress|sanitiz|"
    "sanitis|protect|lock|restrict|exclud|includ|wire|hook|register|provid|prepar|draft";

// ---- the clause around a path

// From the last stop, dash or bracket on.
std::string_view clause_before(std::string_view text) {
  std::size_t begin = 0;
  for (const std::string_view stop : {". ", "; ", "—", " – ", " - ", "(", ")", ", "}) {
    const std::size_t at = text.rfind(stop);
    if (at != std::string_view::npos) begin = std::max(begin, at + stop.size());
  }
  return text.substr(begin);
}

std::vector<std::string> last_words(std::string_view text, std::size_t count) {
  const std::string words = all_words(text);
  std::vector<std::string> parts;
  for (const std::string_view part : split(words, ' '))
    if (!part.empty()) parts.emplace_back(part);
  if (parts.size() > count)
    parts.erase(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(count));
  return parts;
}

// Marks around a path: code, emphasis, the bracket of a link.
std::string_view without_marks_behind(std::string_view text) {
  constexpr std::string_view marks = "`*_\"'<";
  text = trim(text);
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return trim(text);
}

std::string_view without_marks_before(std::string_view text) {
  constexpr std::string_view marks = "`*_\"'>";
  text = trim(text);
  while (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return trim(text);
}

bool ends_with_dash(std::string_view text) {
  return text.ends_with("—") || text.ends_with("–") || text.ends_with(" -") || text == "-" ||
         text.ends_with("→") || text.ends_with("=>") || text.ends_with("->");
}

bool stands_in_brackets(std::string_view before) {
  int depth = 0;
  for (const char c : before) {
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return depth > 0;
}

// Nothing more is said of the path itself.
bool ends_statement(std::string_view after) {
  if (after.empty()) return true;
  constexpr std::string_view stops = ".,;:!?()[]|&+/";
  return stops.find(after.front()) != std::string_view::npos || after.starts_with("—") ||
         after.starts_with("–") || after.starts_with("- ") || after.starts_with("→") ||
         after.starts_with("✅") || after.starts_with("❌") || after.starts_with("and ");
}

bool is_work(std::string_view word) {
  return any_listed(kWork, [&](std::string_view stem) {
    return word.starts_with(stem) && word.size() <= stem.size() + 4;
  });
}

// “Rotated secrets.json”, “Copy the .env.json”.
bool is_object_of_work(std::string_view before) {
  constexpr std::size_t reach = 3;
  const std::string words = all_words(before);
  return !words.empty() && last_words(before, reach + 1).size() <= reach &&
         is_work(std::string_view(words).substr(0, words.find(' ')));
}

bool is_shown(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos && is_listed(kShownEndings, lower(path.substr(dot + 1)));
}

bool is_in_proof_folder(std::string_view path) {
  const std::vector<std::string_view> parts = split(path, '/');
  return std::any_of(parts.begin(), parts.end() - 1,
                     [](std::string_view part) { return is_listed(kProofFolders, lower(part)); });
}

}  // namespace

bool is_set_aside(std::string_view before, std::string_view after) {
  constexpr std::size_t reach = 6;
  const std::string said = all_words(without_marks_before(after));
  const bool apart = !trim(after).empty() && trim(after).front() == ',';
  if (!apart && begins_with_listed(kRejected, said)) return true;
  std::string_view clause = without_marks_behind(clause_before(before));
  if (clause.ends_with(':')) {
    clause.remove_suffix(1);
    const std::string label = all_words(clause);
    const std::vector<std::string> last = last_words(clause, 1);
    return is_listed(kOldLabels, label) ||
           (!last.empty() && last[0] != "not" && is_listed(kOldLabels, last[0]));
  }
  std::vector<std::string> words = last_words(clause, reach);
  if (words.empty()) return false;
  const std::string& last = words.back();
  if (last == "with" ||
      (last == "by" && (words.size() < 2 || words[words.size() - 2] != "covered")))
    return false;  // “superseded by a.json”
  if (has_listed(kRejecting, join(words, " "))) return true;
  while (!words.empty() && is_listed(kBetween, words.back())) words.pop_back();
  return !words.empty() && is_listed(kOld, words.back());
}

bool is_in_passing(std::string_view before, std::string_view after, std::string_view path) {
  if (is_in_proof_folder(path) || stands_in_brackets(before)) return false;
  before = without_marks_behind(before);
  after = without_marks_before(after);
  if (before.empty()) return !ends_statement(after);
  if (ends_with_dash(before)) return false;
  const std::vector<std::string> last = last_words(before, 1);
  if (!last.empty() && is_listed(kCiting, last[0])) return false;
  if (is_shown(path)) return true;
  if (before.ends_with(':') || before.ends_with(',') || before.ends_with(';')) return false;
  return !ends_statement(after) || is_object_of_work(before);
}

}  // namespace muster::extract
