#include "rename.h"

#include <array>
#include <map>
#include <regex>
#include <span>
#include <vector>

#include "base/text.h"

namespace muster::test {

namespace {

struct Pair {
  std::string_view from;  // in lower case
  std::string_view to;
};

// Longer phrases first.
constexpr Pair kOpeners[] = {
    {"go/no-go decision point", "Go-live decision"},
    {"rollback decision point", "Abort decision"},
    {"go/no-go decision", "Go-live decision"},
    {"acceptance criteria", "Success criteria"},
    {"completion criteria", "Launch criteria"},
    {"rollback triggers", "Abort conditions"},
    {"sign-off checklist", "Signoffs"},
    {"final approval", "Final authorization"},
    {"announcements", "Broadcasts"},
    {"deliverables", "Artifacts"},
    {"exit gate", "Definition of done"},
    {"criteria", "Conditions"},
    {"sign-off", "Signoff"},
    {"approval", "Authorization"},
    {"actual", "Observed"},
    {"phase", "Stage"},
    {"after", "After"},
};

constexpr Pair kKeys[] = {
    {"status", "State"},
    {"owner", "Assignee"},
    {"priority", "Urgency"},
    {"labels", "Tags"},
    {"time", "Effort"},
    {"dependencies", "Depends on"},
    {"notes", "Remarks"},
    {"question", "To decide"},
    {"decision", "Verdict"},
    {"approver", "Decided by"},
    {"approved by", "Decision maker"},
    {"date/time", "Timestamp"},
    {"timestamp (utc)", "Decided at (UTC)"},
    {"last updated", "Last modified"},
    {"next update", "Next review"},
    {"document version", "Revision"},
    {"purpose", "Goal"},
    {"date (utc)", "When (UTC)"},
    {"date", "Signed on"},
    {"name", "Full name"},
    {"signature", "Signed"},
    {"comments", "Note"},
    {"command", "cmd"},
    {"result", "test result"},
    {"evidence report", "evidence file"},
    {"note", "remarks"},
    {"release candidate", "Candidate"},
    {"operator", "Performed by"},
    {"notes/exceptions", "Remarks/comments"},
    {"start time", "Started"},
    {"end time", "Finished"},
    {"total duration", "Elapsed time"},
};

constexpr Pair kHeaders[] = {
    {"#", "No"},
    {"area", "Component"},
    {"test", "Scenario"},
    {"timestamp (utc)", "Run at (UTC)"},
    {"result", "Outcome"},
    {"evidence", "Proof"},
    {"follow-up", "Next step"},
    {"gap", "Blocker"},
    {"repo", "Codebase"},
    {"issue link", "Ticket"},
    {"issue", "Ticket"},
    {"owner", "Assignee"},
    {"eta", "Due date"},
    {"date", "Signed on"},
    {"audience", "Recipients"},
    {"message", "Announcement"},
    {"task", "Activity"},
    {"severity", "Sev"},
    {"status", "State"},
    {"resolution", "Workaround"},
    {"time", "Time slot"},
    {"notes", "Remarks"},
    {"role", "Function"},
    {"name", "Person"},
    {"contact", "Email"},
    {"availability", "On call"},
    {"notification", "Available"},
    {"update", "Message"},
    {"sent by", "Sender"},
    {"channel", "Medium"},
    {"signature", "Signed by"},
    {"item", "Topic"},
    {"value", "Setting"},
    {"date (yyyy-mm-dd)", "Decided on (YYYY-MM-DD)"},
    {"evidence/link", "Proof/Link"},
};

std::string_view find(std::span<const Pair> pairs, std::string_view text) {
  const std::string small = lower(text);
  for (const Pair& pair : pairs)
    if (pair.from == small) return pair.to;
  return {};
}

// A word that no vocabulary knows, the same for the same word.
std::string neutral(const std::string& word) {
  constexpr std::array<std::string_view, 8> first = {"al", "bri", "cor", "dun",
                                                     "el", "fas", "gor", "hul"};
  constexpr std::array<std::string_view, 8> last = {"dira", "mont", "vex",  "lumo",
                                                    "quin", "tar",  "zeph", "nol"};
  std::size_t sum = 7;
  for (const char c : lower(word)) sum = sum * 31 + static_cast<unsigned char>(c);
  return cat({first[sum % 8], last[sum / 8 % 8], last[sum / 64 % 8]});
}

std::string with_ids(const std::string& text) {
  static const std::regex id("\\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*-[0-9]+\\b");
  std::string out;
  auto begin = text.cbegin();
  for (std::sregex_iterator it(text.begin(), text.end(), id), end; it != end; ++it) {
    out.append(begin, (*it)[0].first);
    out += renamed_id(it->str());
    begin = (*it)[0].second;
  }
  return out.append(begin, text.cend());
}

// Openers become synonyms, ids, numbers and single capitals stay, other words mean nothing.
std::string words(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string rest = lower(std::string_view(text).substr(i));
    const bool begins = i == 0 || !is_alnum(text[i - 1]);
    bool replaced = false;
    for (const Pair& pair : kOpeners) {
      const std::size_t end = pair.from.size();
      if (!begins || !rest.starts_with(pair.from) || (end < rest.size() && is_alnum(rest[end])))
        continue;
      out += pair.to;
      i += end;
      replaced = true;
      break;
    }
    if (replaced) continue;
    std::size_t end = i;
    bool lower_case = false;
    while (end < text.size() && (is_alnum(text[end]) || text[end] == '-' || text[end] == '_')) {
      lower_case = lower_case || is_lower(text[end]);
      ++end;
    }
    const std::string word = text.substr(i, end - i);
    const bool keep = word.size() < 2 || !is_alpha(word.front()) ||
                      (!lower_case && word.find('-') != std::string::npos);
    if (end > i) {
      out += keep ? word : neutral(word);
      i = end;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string key_words(const std::string& key) {
  const std::string_view known = find(kKeys, key);
  return known.empty() ? words(key) : std::string(known);
}

std::string header_row(const std::string& line) {
  std::string out;
  for (const std::string_view cell : split(line, '|')) {
    const std::string_view known = find(kHeaders, trim(cell));
    if (!out.empty() || cell.data() != line.data()) out += '|';
    out += known.empty() ? std::string(cell) : cat({" ", known, " "});
  }
  return out;
}

std::string renamed_line(const std::string& line) {
  static const std::regex heading("^(#+ )(.*)$");
  static const std::regex bold("^(\\s*(?:- )?\\*\\*)([^*:]+)(\\*\\*[^:]*:|:\\*\\*)(.*)$");
  static const std::regex plain("^(\\s*(?:- )?)([A-Za-z][A-Za-z /()-]{0,40})(:)( .*|$)$");
  std::smatch match;
  if (std::regex_match(line, match, heading)) return match[1].str() + words(match[2].str());
  if (std::regex_match(line, match, bold) || std::regex_match(line, match, plain))
    return match[1].str() + key_words(match[2].str()) + match[3].str() + match[4].str();
  return line;
}

}  // namespace

std::string renamed_id(std::string_view id) {
  const std::size_t dash = id.rfind('-');
  std::string prefix;
  for (const char c : id.substr(0, dash))
    prefix += is_upper(c) ? static_cast<char>('A' + (c - 'A' + 7) % 26) : c;
  return cat({prefix, "X", id.substr(dash)});
}

std::string renamed(std::string_view markdown) {
  const std::vector<std::string_view> lines = split_lines(markdown);
  std::string out;
  bool fenced = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line(lines[i]);
    if (line.starts_with("```")) fenced = !fenced;
    const bool header = line.starts_with('|') && i + 1 < lines.size() &&
                        lines[i + 1].find_first_not_of("|-: ") == std::string_view::npos &&
                        !lines[i + 1].empty();
    if (fenced || line.starts_with("```")) {
      out += line;
    } else if (header) {
      out += header_row(line);
    } else {
      out += with_ids(renamed_line(line));
    }
    out += '\n';
  }
  return out;
}

}  // namespace muster::test
