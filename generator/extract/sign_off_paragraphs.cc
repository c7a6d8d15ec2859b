// Sign-offs in paragraphs, below a heading of sign-offs: a signer's name, signature and date on
// lines of their own or on one line, below a line that says who signs, and lines such as `Worker A:
// ____`.
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"
#include "extract/sign_off_kinds.h"
#include "extract/signing.h"

namespace muster::extract {

namespace {

constexpr std::string_view kName = "name|print name|printed name|full name|signed by|nombre";
constexpr std::string_view kSignature = "signature|signed|sign|firma";
constexpr std::string_view kDate = "date|date signed|signed on|date time|fecha";

struct Part {
  std::string key;
  record::Entry value;
};

bool is_part_key(std::string_view key) {
  const std::string words = normal_words(key);
  for (const std::string_view list : {kName, kSignature, kDate})
    if (is_listed(list, words)) return true;
  return words.ends_with(" signature");
}

// "PM signature: ____  Date: ____": what begins behind two blanks or a tab may be a part of its
// own.
std::vector<Line> pieces_of(const Line& line) {
  std::vector<Line> pieces;
  const std::string_view source = line.source;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= source.size(); ++at) {
    const bool gap = at == source.size() || source[at] == '\t' ||
                     source.substr(at).starts_with("  ") || source.substr(at).starts_with(" | ");
    if (!gap) continue;
    Line piece = line;
    piece.source = std::string(trim(source.substr(begin, at - begin)));
    piece.column = line.column + static_cast<int>(begin);
    if (!piece.source.empty()) pieces.push_back(std::move(piece));
    begin = at + (source.substr(at).starts_with(" | ") ? 3 : 1);
  }
  return pieces;
}

std::optional<Part> read_part(const Line& line) {
  const std::optional<Statement> statement = read_statement(line);
  if (!statement) return std::nullopt;
  return Part{statement->key, make_entry(statement->value, statement->line, statement->column)};
}

class Paragraphs {
 public:
  explicit Paragraphs(Context& context) : context_(context) {
    for (const record::SignOff& sign_off : context.records.sign_offs)
      lines_.insert({sign_off.line, sign_off.name.line, sign_off.signature.line, sign_off.at.line});
    for (const record::Decision& decision : context.records.decisions)
      decided_.insert(decision.section);
  }

  void read(std::size_t block) {
    const Id<record::Section> section = context_.section_of[block];
    if (context_.lines[block].empty() || context_.in_item(block) || decided_.contains(section) ||
        !is_sign_off(governor_of(context_, block).opener))
      return;
    if (section != section_) finish();
    section_ = section;
    for (const Line& line : context_.lines[block]) read_line(line);
    if (has_parts_) finish();  // whoever signs may stand alone above them
  }

  void finish() {
    if (has_parts_ && !lines_.contains(sign_off_.line)) {
      record::SignOff& sign_off = sign_off_;
      const bool by_signature = is_signed_with(context_, sign_off.signature);
      const bool signature_given = !asks_signature_ || by_signature;
      const bool date_given = !asks_date_ || is_dated(context_, sign_off.at);
      sign_off.signed_off = signature_given && date_given &&
                            (by_signature || is_signed_with(context_, sign_off.name));
      sign_off.shape = record::SignOffShape::block;
      sign_off.section = section_;
      context_.records.sign_offs.add(std::move(sign_off));
    }
    sign_off_ = {};
    has_parts_ = asks_signature_ = asks_date_ = false;
  }

 private:
  void read_line(const Line& line) {
    if (lines_.contains(line.line)) return;
    std::vector<Part> parts;
    for (const Line& piece : pieces_of(line))
      if (std::optional<Part> part = read_part(piece)) parts.push_back(*std::move(part));
    if (parts.empty()) {
      if (names_role(line.text) && count_words(line.text) <= kSignerWords) begin(line);
      return;
    }
    for (const Part& part : parts) read_part_of(part);
  }

  void begin(const Line& line) {
    finish();
    sign_off_.role = std::string(trim(line.text));
    sign_off_.line = line.line;
  }

  void read_part_of(const Part& part) {
    const std::string words = normal_words(part.key);
    if (!is_part_key(part.key)) {
      if (names_role(part.key)) add_role(part);
      return;
    }
    if (words.ends_with(" signature")) {  // "PM signature"
      finish();
      sign_off_.role = part.key.substr(0, part.key.rfind(' '));
    }
    if (entry_for(words).line > 0) {  // the next signer of the same role
      const std::string role = sign_off_.role;
      finish();
      sign_off_.role = role;
    }
    entry_for(words) = part.value;
    asks_date_ = asks_date_ || is_listed(kDate, words);
    asks_signature_ = asks_signature_ || (!is_listed(kName, words) && !is_listed(kDate, words));
    if (sign_off_.line == 0) sign_off_.line = part.value.line;
    has_parts_ = true;
  }

  record::Entry& entry_for(std::string_view key) {
    if (is_listed(kName, key)) return sign_off_.name;
    return is_listed(kDate, key) ? sign_off_.at : sign_off_.signature;
  }

  // "Worker A: ____"
  void add_role(const Part& part) {
    finish();
    record::SignOff sign_off;
    sign_off.shape = record::SignOffShape::fields;
    sign_off.role = part.key;
    sign_off.name = part.value;
    sign_off.section = section_;
    sign_off.line = part.value.line;
    sign_off.signed_off = is_signed_with(context_, part.value) && names_signer(part.value.text);
    context_.records.sign_offs.add(std::move(sign_off));
  }

  Context& context_;
  std::set<int> lines_;  // of sign-offs that are read already
  std::set<Id<record::Section>> decided_;
  Id<record::Section> section_;
  record::SignOff sign_off_;
  bool has_parts_ = false;
  bool asks_signature_ = false;
  bool asks_date_ = false;
};

}  // namespace

void read_sign_off_paragraphs(Context& context) {
  Paragraphs paragraphs(context);
  for (std::size_t i = 1; i < context.block_count(); ++i)
    if (context.block(i).kind == BlockKind::paragraph) paragraphs.read(i);
  paragraphs.finish();
}

}  // namespace muster::extract
