#include "audit/gaps.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace muster {
namespace {

Finding& add_finding(const Judging& judging, Findings& out, std::size_t row) {
  const Gap& gap = judging.model.gaps[GapId(row)];
  const std::string key = gap.issue_key.empty() ? plain_words(gap.text) : gap.issue_key;
  Finding& finding = out.add(SubjectKind::gap, static_cast<std::uint32_t>(row), key).finding;
  finding.document = gap.document;
  finding.label = gap.issue_key.empty() ? shorten(gap.text, 60) : gap.issue_key;
  finding.owner = value_of(gap.owner);
  finding.due = gap.eta;
  finding.where = gap.where;
  return finding;
}

// The cell that is meant, where its place is known.
void point_at(Finding& finding, const record::Entry& entry) {
  if (entry.line == finding.where.line && entry.column > 0) finding.where.column = entry.column;
}

std::string say_owner(const record::Entry& owner) {
  switch (owner.fill) {
    case Fill::placeholder:
    case Fill::not_applicable:
      return cat({"has the owner ", quoted(owner.text)});
    case Fill::blank:
      return "has a blank for its owner";
    default:
      return "has no owner";
  }
}

// Words in lower case, without the signs between them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower(text)) {
    const bool of_word = is_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
    if (of_word) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_critical_at(const std::vector<std::string>& words, std::size_t i) {
  constexpr std::array<std::string_view, 17> single = {
      "p0",      "s0",       "sev0",     "sev1",    "critical",    "crit",
      "blocker", "blockers", "blocking", "blocks",  "showstopper", "showstoppers",
      "crítico", "crítica",  "critico",  "critica", "bloqueante"};
  if (is_one_of(single, words[i])) return true;
  const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1]) : "";
  if (words[i] == "show") return next == "stopper" || next == "stoppers";
  if (words[i] == "sev" || words[i] == "severity") return next == "0" || next == "1";
  return words[i] == "p" && next == "0";
}

// "not a blocker", "non-blocking", "was P0"
bool is_taken_back(const std::vector<std::string>& words, std::size_t i) {
  constexpr std::array<std::string_view, 9> before = {
      "not", "non", "no", "never", "isn", "was", "formerly", "previously", "from"};
  for (std::size_t back = 1; back <= 2 && back <= i; ++back)
    if (is_one_of(before, words[i - back])) return true;
  return false;
}

bool is_critical_priority(std::string_view text) {
  for (const std::string_view arrow : {"→", "->", "=>", "⇒"})
    if (const std::size_t at = text.rfind(arrow); at != std::string_view::npos)
      text.remove_prefix(at + arrow.size());
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_critical_at(words, i) && !is_taken_back(words, i)) return true;
  return false;
}

}  // namespace

// One of several words for it, "P2, blocker", is enough; "P0 → P2" is P2.
bool is_critical(const Gap& gap) {
  const auto parts = split(gap.priority, ',');
  return std::any_of(parts.begin(), parts.end(), is_critical_priority);
}

int check_gap_without_owner(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::closed) continue;
    ++subjects;
    if (gap.owner.fill == Fill::value) continue;
    Finding& finding = add_finding(judging, out, i);
    finding.message = cat({"gap ", quoted(gap.text), " ", say_owner(gap.owner)});
    const std::string issue_owner =
        gap.issue ? value_of(model.documents[gap.issue].owner) : std::string();
    finding.advice =
        issue_owner.empty()
            ? "Name the person or role that closes it."
            : cat({"Name its owner here; ", gap.issue_key, " names ", quoted(issue_owner), "."});
    point_at(finding, gap.owner);
  }
  return subjects;
}

int check_gap_overdue(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  const Date today = date_of(judging.as_of);
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::closed || !gap.eta) continue;
    ++subjects;
    if (*gap.eta >= today) continue;
    Finding& finding = add_finding(judging, out, i);
    const int days = today.days - gap.eta->days;
    finding.message = cat({"gap ", quoted(gap.text), " was due on ", format_date(*gap.eta), ", ",
                           counted(days, "day", "days"), " before ", format_date(today)});
    finding.advice = "Close the gap, or agree on a new date and write it here.";
    point_at(finding, gap.eta_entry);
  }
  return subjects;
}

int check_gap_closed_issue_open(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::open || !gap.issue) continue;
    ++subjects;
    if (gap.state != GapState::claimed_closed) continue;
    const Document& issue = model.documents[gap.issue];
    Finding& finding = add_finding(judging, out, i);
    finding.message =
        cat({"gap ", quoted(gap.text), " is marked closed and ",
             issue.status.fill == Fill::empty
                 ? cat({"none of the boxes of ", name_of(issue), " is ticked"})
                 : cat({"the status of ", name_of(issue), " is ", quoted(issue.status.text)})});
    finding.advice = "Close the issue, or open the gap again.";
    finding.related.push_back({issue.repo, issue.path, issue.status.line, issue.status.column});
    point_at(finding, gap.issue_entry);
  }
  return subjects;
}

}  // namespace muster
