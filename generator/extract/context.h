// What the passes over one document share. Each pass reads what the earlier ones left and adds its
// own rows; extract.cc is their order.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/markdown.h"
#include "domain/record.h"
#include "domain/vocabulary.h"
#include "extract/dialect.h"
#include "extract/lines.h"
#include "extract/markup.h"
#include "extract/statements.h"
#include "extract/vocabulary.h"

namespace muster::extract {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A paragraph such as `Exit gate:` or `**Deliverables**:` that says what the lists after it are.
struct Label {
  std::string text;   // without colon and markup
  std::string aside;  // "Any one triggers rollback"
  std::size_t block = 0;
  int line = 0;
  std::optional<Opener> opener;
};

/// A statement of metadata with the place that it was read in. Parallel to Records::fields until
/// the last pass sorts those.
struct FieldPlace {
  std::size_t group = 0;      // the list or the paragraph that the statement stands in
  std::size_t label = kNone;  // that governs it
};

struct Context {
  Context(const Markdown& source, Records& out, const Vocabulary& words)
      : markdown(source), records(out), vocabulary(words), dialect(dialect_of(words)) {}

  const Markdown& markdown;
  Records& records;
  const Vocabulary& vocabulary;
  Dialect dialect;

  // By block.
  std::vector<Id<record::Section>> section_of;
  std::vector<std::size_t> label_of;                   // into labels, or kNone
  std::vector<std::vector<Line>> lines;                // of paragraphs, headings and cells
  std::vector<std::vector<record::Mention>> mentions;  // of paragraphs, headings and cells
  std::vector<Id<record::Item>> item_of;               // of item blocks with a box
  std::vector<std::size_t> choice_blocks;  // the paragraph or cell of each choice made of boxes
  std::vector<bool> set_aside;  // of items: no work, but an answer or the meaning of a mark

  std::vector<bool> in_legend;  // nothing else is read from it

  std::map<std::string, BoxState> box_meanings;  // of marks that a legend explains

  std::vector<Label> labels;
  std::vector<FieldPlace> field_places;

  // By section.
  std::vector<Id<record::Phase>> phase_of;
  std::vector<Id<record::Task>> task_of;

  const Block& block(std::size_t index) const { return markdown.blocks[index]; }
  std::size_t block_count() const { return markdown.blocks.size(); }
  const record::Section& section(Id<record::Section> id) const { return records.sections[id]; }
  const Label* label(std::size_t block) const {
    return label_of[block] == kNone ? nullptr : &labels[label_of[block]];
  }
  /// A status, a result or an answer in built-in words.
  std::string plain(std::string_view text) const { return in_plain_words(dialect, text); }
  record::Entry plain(const record::Entry& entry) const { return in_plain_words(dialect, entry); }
  /// Whether the heading or the label above a block says that signs are explained there.
  bool explains_signs(std::size_t block) const;
  /// The paragraph of a list item that has no box and is no part of a legend, or kNone.
  std::size_t bullet(std::size_t item) const;
  /// Whether an entry of the list has a box.
  bool holds_boxes(std::size_t list) const;
  /// Whether the block stands in a list item.
  bool in_item(std::size_t index) const;
  /// Whether this section's heading is the title of the document: the first heading, of level 1.
  bool is_title(Id<record::Section> section) const;
  /// The section of the document itself where this one is its title.
  Id<record::Section> metadata_section(Id<record::Section> section) const;
};

// The passes, in their order.
void read_sections(Context& context);
void read_lines(Context& context);
void read_mentions(Context& context);
void read_labels(Context& context);
void read_legends(Context& context);
void read_front_matter(Context& context);
void read_fields(Context& context);
void note_unclear_dates(Context& context);
void read_phases(Context& context);
void read_tasks(Context& context);
void read_gates(Context& context);
void read_items(Context& context);
void read_choices(Context& context);
void set_items_aside(Context& context);
void read_decisions(Context& context);
void read_undecided_gates(Context& context);
void order_gates(Context& context);
void read_answers(Context& context);
void read_tables(Context& context);
void read_sign_offs(Context& context);
void read_gap_bullets(Context& context);
void read_change_bullets(Context& context);
void read_metrics(Context& context);
void read_run_notes(Context& context);
void read_claims(Context& context);
void read_marks(Context& context);
void read_requirements(Context& context);
void read_caveats(Context& context);
void read_owners(Context& context);
void count_records(Context& context);

/// What governs a box: the nearest label that opens something, else the nearest heading that does.
/// The title of the document opens nothing.
struct Governor {
  std::optional<Opener> opener;
  std::size_t label = kNone;    // where it is a label
  Id<record::Section> section;  // where it is a heading
};
Governor governor_of(const Context& context, std::size_t block);

}  // namespace muster::extract
