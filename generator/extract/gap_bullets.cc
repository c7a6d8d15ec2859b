// Gaps told in bullets under "Blockers", "Open issues" and the like. Boxes there are items, and in
// a document with nothing to judge the bullets are prose.
#include <algorithm>

#include "base/text.h"
#include "extract/columns.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/gap_rows.h"
#include "extract/ids.h"
#include "extract/markup.h"
#include "extract/status_words.h"

namespace muster::extract {

namespace {

// ---- words, in normal form with bars between

constexpr std::string_view kNothing =
    "none|nothing|n a|na|nil|no|not applicable|0|zero|ninguno|ninguna|nada";
constexpr std::string_view kNothingInFront = "none|nothing|ninguno|ninguna";
constexpr std::string_view kNo = "no|zero|0|without|sin";
constexpr std::string_view kThings =
    "blocker|blockers|blocking|issue|issues|item|items|gap|gaps|outstanding|problem|problems|"
    "defect|defects|bug|bugs|bloqueos|pendientes";
constexpr std::size_t kReachOfNo = 4;  // words: "no known open release blockers"

constexpr std::string_view kPointers = "see|refer|tracked|listed|ver";

// ---- where they stand

GapList opened_for(const Context& context, std::size_t list) {
  if (const Label* label = context.label(list)) return gaps_under(label->text);
  return gaps_under(context.section(context.section_of[list]).title);
}

bool holds_work(const Records& records) {
  return !records.items.empty() || !records.gates.empty() || !records.decisions.empty() ||
         !records.sign_offs.empty() || !records.gaps.empty() || !records.evidence_rows.empty();
}

// ---- what a bullet says

// "None", "no open blockers"; not "No rollback path".
bool says_none(const std::string& words) {
  if (is_listed(kNothing, words) || begins_with_listed(kNothingInFront, words)) return true;
  const std::vector<std::string_view> parts = split(words, ' ');
  if (!is_listed(kNo, parts.front())) return false;
  const std::size_t end = std::min(parts.size(), kReachOfNo + 1);
  return std::any_of(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(end),
                     [](std::string_view word) { return is_listed(kThings, word); });
}

bool ends_with_done(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Glyph* glyph = glyph_at(text.substr(at));
    if (glyph != nullptr && glyph->status == StatusClass::done &&
        at + glyph_length(text.substr(at), *glyph) >= text.size())
      return true;
  }
  return false;
}

// "Fix CI — resolved", "Fix CI (closed)", "Fixed: CI".
bool is_stated_done(std::string_view text) {
  const std::vector<std::string_view> statements = statements_in(text);
  if (statements.size() < 2) return false;
  return status_class(statements.back()) == StatusClass::done ||
         status_class(statements.front()) == StatusClass::done;
}

bool is_closed(std::string_view source, std::string_view text) {
  if (trim(without_struck(source)).empty()) return true;
  const bool doubt = any_glyph(text, [](const Glyph& glyph) {
    return glyph.box == BoxState::unknown || glyph.box == BoxState::open;
  });
  if (doubt) return false;
  return is_marked_done(text) || ends_with_done(text) || is_stated_done(text);
}

void read_part(std::string_view part, const Line& line, record::Gap& gap) {
  if (id_at(part) == part && !part.empty()) {
    gap.issues.emplace_back(part);
    if (gap.issue.text.empty()) gap.issue = make_entry(part, line.line, line.column);
    return;
  }
  const std::size_t colon = part.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view key = part.substr(0, colon);
  const std::string_view value = trim(part.substr(colon + 1));
  const std::string_view column = column_name(key);
  if (column == "issue" && !value.empty()) {
    gap.issue = make_entry(value, line.line, line.column);
    gap.issues.assign(1, std::string(value));
  }
  if (column == "owner" && !names_nobody(value))
    gap.owner = make_entry(value, line.line, line.column);
  if (column == "eta") gap.eta = make_entry(value, line.line, line.column);
}

// What a bullet says of its gap: "CI red (BE-1), owner: Bob, ETA: 2026-03-01".
void read_parts(std::string_view text, const Line& line, record::Gap& gap) {
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t length = 0;
    for (const std::string_view sign : {" — ", " – ", " - ", ", ", "; ", " | ", "(", ")", ". "})
      if (const std::size_t at = text.find(sign); at < end) {
        end = at;
        length = sign.size();
      }
    read_part(trim(text.substr(0, end)), line, gap);
    text.remove_prefix(end + length);
  }
}

void read_bullet(Context& context, std::size_t item, GapList list) {
  const std::size_t paragraph = context.bullet(item);
  if (paragraph == kNone) return;
  const std::string text = joined_text(context.lines[paragraph]);
  std::string source;
  for (const Line& line : context.lines[paragraph])
    source += cat({source.empty() ? "" : " ", line.source});
  const std::string words = all_words(text);
  if (fill_of(source) != Fill::value || words.empty() || says_none(words) ||
      is_listed(kPointers, first_word(words)))
    return;
  const Line& first = context.lines[paragraph].front();
  record::Gap gap;
  gap.text = without_glyph(context, text);
  gap.in_words = true;
  gap.critical = list == GapList::blockers;
  if (gap.critical) gap.priority = make_entry("blocker", first.line, first.column);
  gap.section = context.section_of[item];
  gap.line = first.line;
  read_parts(gap.text, first, gap);
  gap.marked_closed = is_closed(source, context.plain(text));
  context.records.gaps.add(std::move(gap));
}

}  // namespace

void read_gap_bullets(Context& context) {
  if (!holds_work(context.records)) return;
  for (std::size_t list = 1; list < context.block_count(); ++list) {
    if (context.block(list).kind != BlockKind::list || context.in_item(list)) continue;
    const GapList gaps = opened_for(context, list);
    if (gaps == GapList::none) continue;
    for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end)
      read_bullet(context, i, gaps);
  }
}

}  // namespace muster::extract
