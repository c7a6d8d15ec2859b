// Caveats: a line `Caveat: …`, the bullets below a bullet, a label or a heading that announces
// them, and quotes that are marked as a warning.
#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"
#include "extract/glyphs.h"

namespace muster::extract {

namespace {

constexpr std::string_view kNotes = "note|notes|nota|remark|limitation";
constexpr std::string_view kNotRun =
    "no|not|none|never|skipped|omitted|deferred|pending|todo|tbd|manual only|no ejecutado";
constexpr std::string_view kAlerts[] = {"[!WARNING]", "[!CAUTION]"};

class Caveats {
 public:
  explicit Caveats(Context& context) : context_(context) {}

  void read_paragraph(std::size_t block) {
    const std::vector<Line>& lines = context_.lines[block];
    if (lines.empty() || read_alert(block, lines)) return;
    const Line& first = lines.front();
    Line line = first;
    if (const Glyph* glyph = glyph_at(line.source))
      line.source.erase(0, glyph_length(line.source, *glyph));
    const std::optional<Statement> statement = read_statement(line);
    if (!statement || !is_caveat(statement->key) || statement->value.empty()) return;
    std::string text = without_markup(statement->value);
    for (std::size_t i = 1; i < lines.size(); ++i) text += cat({" ", lines[i].text});
    add(block, first.line, std::move(text));
  }

  // "- Caveat:" and the bullets in it.
  void read_item(std::size_t item) {
    const std::size_t paragraph = context_.bullet(item);
    if (paragraph == kNone) return;
    std::string_view text = trim(context_.lines[paragraph].front().text);
    if (text.ends_with(':')) text.remove_suffix(1);
    if (!is_caveat(text)) return read_run(item);
    for (std::size_t i = context_.block(paragraph).end; i < context_.block(item).end;
         i = context_.block(i).end)
      if (context_.block(i).kind == BlockKind::list) read_bullets(i);
  }

  void read_list(std::size_t list) {
    const Label* label = context_.label(list);
    const std::string& above =
        label != nullptr ? label->text : context_.section(context_.section_of[list]).title;
    if (is_caveat(above) && !context_.in_item(list)) read_bullets(list);
  }

 private:
  // Beside runs, what was not run, and what is noted of them: "dashboard checks: not run".
  void read_run(std::size_t item) {
    const int first = context_.block(item).line;
    const int last = context_.block(item).last_line;
    const bool runs = std::any_of(
        context_.records.run_notes.begin(), context_.records.run_notes.end(),
        [&](const record::RunNote& note) { return note.line >= first && note.line <= last; });
    if (!runs) return;
    for (std::size_t i = item + 1; i < context_.block(item).end; ++i) {
      if (context_.block(i).kind != BlockKind::paragraph || context_.lines[i].empty()) continue;
      const Line& line = context_.lines[i].front();
      const std::optional<Statement> statement = read_statement(line);
      if (!statement) continue;
      const std::string said = normal_words(without_markup(statement->value));
      const bool note = is_listed(kNotes, normal_words(statement->key));
      if (note || begins_with_listed(kNotRun, said))
        add(i, line.line, joined_text(context_.lines[i]));
    }
  }

  void read_bullets(std::size_t list) {
    for (std::size_t i = list + 1; i < context_.block(list).end; i = context_.block(i).end)
      if (const std::size_t paragraph = context_.bullet(i); paragraph != kNone)
        add(paragraph, context_.lines[paragraph].front().line,
            joined_text(context_.lines[paragraph]));
  }

  // "> [!WARNING]" and the lines below it.
  bool read_alert(std::size_t block, const std::vector<Line>& lines) {
    if (context_.block(context_.block(block).parent).kind != BlockKind::quote) return false;
    const std::string_view first = trim(lines.front().source);
    for (const std::string_view alert : kAlerts) {
      if (!equals_ignoring_case(first.substr(0, alert.size()), alert)) continue;
      std::string text(trim(first.substr(alert.size())));
      for (std::size_t i = 1; i < lines.size(); ++i) text += cat({" ", lines[i].text});
      add(block, lines.size() > 1 ? lines[1].line : lines.front().line, std::string(trim(text)));
      return true;
    }
    return false;
  }

  void add(std::size_t block, int line, std::string text) {
    if (fill_of(text) != Fill::value || says_none(text) || !lines_.insert(line).second) return;
    context_.records.caveats.add({std::move(text), context_.section_of[block], line});
  }

  static bool says_none(std::string_view text) {
    return is_listed("none|nothing|no|n a|none known|no known limitations|ninguna|ninguno",
                     all_words(text));
  }

  Context& context_;
  std::set<int> lines_;
};

}  // namespace

void read_caveats(Context& context) {
  Caveats caveats(context);
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (kind == BlockKind::paragraph && !context.in_legend[i]) caveats.read_paragraph(i);
    if (kind == BlockKind::item) caveats.read_item(i);
    if (kind == BlockKind::list) caveats.read_list(i);
  }
}

}  // namespace muster::extract
