// Legends of boxes: “[x] done, [~] in progress, [-] not applicable”, as a line, as bullets or boxes
// under “Legend”, or as a table. A mark has this meaning in the whole document; an empty box is
// never done, whatever a legend says.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/fills.h"
#include "extract/legends.h"

namespace muster::extract {

namespace {

constexpr std::size_t kLongestMark = 3;

struct FoundBox {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// "[~]", and neither "a[1]" nor the text of a link.
std::size_t box_length(std::string_view text, std::size_t at) {
  if (text[at] != '[' || (at > 0 && is_alnum(text[at - 1]))) return 0;
  const std::size_t close = text.find(']', at);
  if (close == std::string_view::npos || close - at - 1 > kLongestMark) return 0;
  const bool link = close + 1 < text.size() && (text[close + 1] == '(' || text[close + 1] == '[');
  return link ? 0 : close + 1 - at;
}

std::vector<FoundBox> marks_in(std::string_view text) {
  std::vector<FoundBox> boxes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = box_length(text, at);
    if (length > 0) boxes.push_back({at, at + length});
    at += std::max<std::size_t>(length, 1);
  }
  return boxes;
}

class BoxLegends {
 public:
  explicit BoxLegends(Context& context) : context_(context) {}

  void read_paragraph(std::size_t block) {
    const std::vector<Line>& lines = context_.lines[block];
    if (const std::optional<std::string> text = labelled_legend(lines)) {
      if (add_all(*text)) set_in_legend(context_, block);
    } else if (context_.explains_signs(block) && !lines.empty()) {
      const Block& item = context_.block(context_.block(block).parent);
      const bool boxed = item.kind == BlockKind::item && item.box != BoxState::none;
      if (add_all(cat({boxed ? cat({"[", item.mark, "] "}) : "", joined_text(lines)})))
        set_in_legend(context_, block);
    }
  }

  void read_table(std::size_t table) {
    if (!context_.explains_signs(table)) return;
    const std::vector<std::vector<std::string>> rows = rows_of(context_, table);
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (rows[i].size() > 1) add_all(cat({rows[i][0], " ", rows[i][1]}));
  }

  std::map<std::string, BoxState> take() { return std::move(found_); }

 private:
  // Whether the text begins with a box; of “[x] ✅ done” the words count.
  bool add_all(const std::string& text) {
    const std::vector<FoundBox> boxes = marks_in(text);
    if (boxes.empty() || !trim(std::string_view(text).substr(0, boxes.front().begin)).empty())
      return false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const std::size_t end = i + 1 < boxes.size() ? boxes[i + 1].begin : text.size();
      const std::string_view all = text;
      add(all.substr(boxes[i].begin + 1, boxes[i].end - boxes[i].begin - 2),
          meaning_in(all.substr(boxes[i].end, end - boxes[i].end)));
    }
    return true;
  }

  void add(std::string_view mark, std::string_view meaning) {
    if (trim(mark).empty() || meaning.empty()) return;
    const BoxState state = state_of(meaning);
    const bool ticked = equals_ignoring_case(mark, "x");
    if (state == BoxState::unknown && ticked && !says_otherwise(meaning)) return;
    const auto [at, added] = found_.emplace(lower(mark), state);
    if (!added && at->second != state) at->second = BoxState::unknown;
  }

  BoxState state_of(std::string_view meaning) const {
    if (fill_of(meaning) == Fill::not_applicable) return BoxState::not_applicable;
    switch (class_of_meaning(context_, meaning)) {
      case StatusClass::done:
        return BoxState::ticked;
      case StatusClass::dropped:
        return BoxState::dropped;
      case StatusClass::active:
      case StatusClass::open:
      case StatusClass::blocked:
        return BoxState::open;
      case StatusClass::unknown:
        break;
    }
    return BoxState::unknown;
  }

  // “[x] = done, not deployed” takes the usual meaning away; “[x] = yes” does not.
  bool says_otherwise(std::string_view meaning) const {
    return class_of_sign(context_, "☑", meaning) != StatusClass::done;
  }

  Context& context_;
  std::map<std::string, BoxState> found_;  // by mark, in lower case
};

}  // namespace

void read_box_legends(Context& context) {
  BoxLegends legends(context);
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (kind == BlockKind::paragraph) legends.read_paragraph(i);
    if (kind == BlockKind::table) legends.read_table(i);
  }
  context.box_meanings = legends.take();
}

}  // namespace muster::extract
