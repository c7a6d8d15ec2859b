// Labels: paragraphs that announce the lists after them. A label holds until the next label,
// heading or rule, or until prose follows a list; that of an exit gate goes on after prose, as a
// criterion that is not counted would open the gate. A label that stands right under an item,
// without a blank line, belongs to what comes after that item, not to it.
#include <algorithm>

#include "base/text.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

constexpr int kLabelWords = 8;  // more is a sentence, and opens nothing

// "Triggers" alone opens something only where a heading above speaks of a rollback.
std::optional<Opener> opener_in(const Context& context, std::string_view text,
                                Id<record::Section> section) {
  if (is_trigger_word(text))
    for (; section; section = context.section(section).parent)
      if (says_rollback(context.section(section).title)) return opener_of("rollback triggers");
  return opener_of(text);
}

struct Walker {
  Context& context;

  std::size_t add(std::string text, std::string aside, const Line& line) {
    Label label;
    label.text = std::move(text);
    label.aside = std::move(aside);
    label.block = line.block;
    label.line = line.line;
    if (count_words(label.text) <= kLabelWords)
      label.opener = opener_in(context, label.text, context.section_of[line.block]);
    context.labels.push_back(std::move(label));
    return context.labels.size() - 1;
  }

  // A long sentence that ends in a colon introduces a list too; it has no key.
  static bool introduces(const Line& line) {
    return line.source.ends_with(':') || line.source.ends_with(":**") ||
           line.source.ends_with(":__");
  }

  // The label that a line is, or kNone. With `list_follows`, an opener with a remark after its
  // colon is one too: "**Acceptance Criteria**: (all must hold)".
  std::size_t label_in(const Line& line, bool list_follows) {
    if (std::optional<std::string> text = bold_line(line)) {
      if (text->ends_with(':')) text->pop_back();
      return add(std::string(trim(*text)), {}, line);
    }
    if (const std::optional<Statement> statement = read_statement(line)) {
      const std::optional<Opener> opener = opener_of(statement->key);
      const bool opens = list_follows && opener && opener->role.has_value();
      if (statement->value.empty() || opens) return add(statement->key, statement->aside, line);
      return kNone;
    }
    if (!introduces(line)) return kNone;
    std::string_view text = trim(line.text);
    while (text.ends_with(':')) text.remove_suffix(1);
    return add(std::string(trim(text)), {}, line);
  }

  bool list_follows(std::size_t index) const {
    const std::size_t next = context.block(index).end;
    return next < context.block_count() &&
           context.block(next).parent == context.block(index).parent &&
           context.block(next).kind == BlockKind::list;
  }

  // Labels that later lines of an item's paragraph hold, no deeper than its marker, taken out of
  // the item's text.
  std::size_t swallowed_label(std::size_t item, std::size_t paragraph) {
    std::size_t found = kNone;
    const int marker = std::max(context.block(item).column, 1);
    std::vector<Line>& lines = context.lines[paragraph];
    for (std::size_t i = 1; i < lines.size();) {
      const std::optional<Statement> statement = read_statement(lines[i]);
      const bool bold_label = bold_line(lines[i]).has_value() ||
                              (statement && statement->bold && statement->value.empty());
      if (!bold_label || lines[i].column > marker) {
        ++i;
        continue;
      }
      found = label_in(lines[i], true);
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return found;
  }

  // Walks the children of a container; returns a label that holds beyond it, or kNone.
  std::size_t walk(std::size_t container, std::size_t label) {
    std::size_t escaping = kNone;
    bool used = false;
    for (std::size_t i = container + 1; i < context.block(container).end;
         i = context.block(i).end) {
      const Block& block = context.block(i);
      if (block.kind == BlockKind::heading || block.kind == BlockKind::rule) label = kNone;
      if (block.kind == BlockKind::paragraph) {
        const bool of_item = context.block(container).kind == BlockKind::item;
        if (of_item) {
          const std::size_t swallowed = swallowed_label(container, i);
          if (swallowed != kNone) escaping = swallowed;
        }
        const bool boxed = of_item && context.block(container).box != BoxState::none;
        const std::vector<Line>& lines = context.lines[i];
        const std::size_t here =
            boxed || lines.empty() ? kNone : label_in(lines.back(), list_follows(i));
        const bool ends = used || is_metadata(lines);
        if (here != kNone || (!of_item && ends && !outlasts_prose(label, lines))) label = kNone;
        context.label_of[i] = label;
        if (here != kNone) label = here;
        used = false;
        continue;
      }
      context.label_of[i] = label;
      const std::size_t held = walk(i, label);
      if (held != kNone) {
        label = held;
        if (block.kind == BlockKind::item || block.kind == BlockKind::list) escaping = held;
      }
      if (block.kind == BlockKind::list || block.kind == BlockKind::table) used = true;
    }
    return escaping;
  }

  // Of an exit gate, all but metadata other than a note: "Note: the drill was repeated."
  bool outlasts_prose(std::size_t label, const std::vector<Line>& lines) const {
    if (label == kNone || !context.labels[label].opener) return false;
    if (context.labels[label].opener->gate != GateKind::exit) return false;
    if (!is_metadata(lines)) return true;
    const std::optional<Statement> statement = read_statement(lines.front());
    return key_name(statement->key) == "notes";
  }

  // "**Notes**: ____" ends what stood above it.
  static bool is_metadata(const std::vector<Line>& lines) {
    if (lines.empty()) return false;
    const std::optional<Statement> statement = read_statement(lines.front());
    return statement && !statement->value.empty() &&
           (statement->bold || !key_name(statement->key).empty());
  }
};

}  // namespace

void read_labels(Context& context) {
  context.label_of.assign(context.block_count(), kNone);
  if (context.block_count() > 0) Walker{context}.walk(0, kNone);
}

Governor governor_of(const Context& context, std::size_t block) {
  Governor governor;
  if (const Label* label = context.label(block); label != nullptr && label->opener) {
    governor.opener = label->opener;
    governor.label = context.label_of[block];
    return governor;
  }
  Id<record::Section> id = context.section_of[block];
  while (id && context.section(id).level > 0 && !context.is_title(id)) {
    const record::Section& section = context.section(id);
    if (const std::optional<Opener> opener = opener_in(context, section.title, section.parent)) {
      governor.opener = opener;
      governor.section = id;
      return governor;
    }
    id = section.parent;
  }
  return governor;
}

}  // namespace muster::extract
