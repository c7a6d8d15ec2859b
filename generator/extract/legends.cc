// Legends: where a document says what its signs mean. From there on the signs have that meaning
// in all of it, and nothing else is read from the lines that say so. Known shapes are a line
// (“Legend: ✅ = planned, ❌ = not started”), bullets under “Legend”, and a table of signs and
// meanings. A sign that is explained in words of no known class, or in two ways, is unknown: it is
// never done.
#include "extract/legends.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/status_words.h"

namespace muster::extract {

namespace {

// ---- tables, in normal form with bars between

constexpr std::string_view kSignHeaders =
    "symbol|symbols|sign|signs|icon|icons|emoji|marker|glyph|badge|indicator|status icon|status "
    "symbol|status emoji|status marker|color|colour|símbolo|icono";
constexpr std::string_view kMeaningHeaders =
    "meaning|means|definition|explanation|what it means|significance|interpretation|significado";
constexpr std::string_view kStatusHeaders = "status|state|description|estado";
// Between a sign and its meaning.
constexpr std::string_view kMeans[] = {"=>", "->", "→", "=", ":", "—", "–", "-", "|"};
constexpr std::string_view kAfterMeaning[] = {"|", "·", ",", ";", "/", "•", "—", "–", "-", "."};
// Words in front that say nothing of how far it is.
constexpr std::string_view kPreamble =
    "means|is|are|was|has been|have been|fully|completely|successfully|task|tasks|item|items|"
    "feature|step|it|this";
// These say of a sign that stands for done by custom that it does so here.
constexpr std::string_view kAsUsual =
    "supported|available|working|works|exists|exist|present|have|shipped|success|successful|"
    "achieved|yes|ok|covered|validated|proven|passing|live|deployed|released|tested|met|included";
constexpr std::string_view kDenials = "not|no|missing|absent|unsupported|unavailable";

// ---- meanings

struct Explained {
  std::string sign;  // without variation selector
  std::string words;
};

std::string_view without_front(std::string_view text, std::span<const std::string_view> signs) {
  for (bool cut = true; cut;) {
    cut = false;
    text = trim(text);
    for (const std::string_view sign : signs) {
      if (!text.starts_with(sign)) continue;
      text.remove_prefix(sign.size());
      cut = true;
    }
  }
  return text;
}

std::string_view without_end(std::string_view text, std::span<const std::string_view> signs) {
  for (bool cut = true; cut;) {
    cut = false;
    text = trim(text);
    for (const std::string_view sign : signs) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      cut = true;
    }
  }
  return text;
}

std::string_view without_preamble(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = any_listed(kPreamble, [&](std::string_view word) {
      if (text.size() <= word.size() || text[word.size()] != ' ' ||
          !equals_ignoring_case(text.substr(0, word.size()), word))
        return false;
      text = trim(text.substr(word.size()));
      return true;
    });
  }
  return text;
}

std::string said_by(const Context& context, std::string_view meaning) {
  const std::string joined = replace_all(std::string(meaning), " & ", " and ");
  return context.plain(without_preamble(joined));
}

// ---- entries of a text

struct FoundSign {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<FoundSign> signs_in(std::string_view text) {
  std::vector<FoundSign> signs;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts_word = at == 0 || !is_alnum(text[at - 1]);
    const std::size_t length = starts_word ? sign_length(text.substr(at)) : 0;
    if (length > 0) signs.push_back({at, at + length});
    at += std::max<std::size_t>(length, 1);
  }
  return signs;
}

std::string sign_of(std::string_view text, const FoundSign& sign) {
  return std::string(without_variation(text.substr(sign.begin, sign.end - sign.begin)));
}

// “done = ✅”
bool is_words_first(std::string_view text) {
  const std::vector<FoundSign> signs = signs_in(text);
  if (signs.empty()) return false;
  const std::string_view front = trim(text.substr(0, signs.front().begin));
  return front.ends_with('=') || front.ends_with(':');
}

// “✅ done, ❌ open”; of “🟢 ✅ passed” both signs are explained. Words may
// stand in front: “done = ✅”.
std::vector<Explained> entries_in(std::string_view text) {
  std::vector<Explained> entries;
  const std::vector<FoundSign> signs = signs_in(text);
  if (signs.empty()) return entries;
  if (is_words_first(text)) {
    std::size_t begin = 0;
    for (const FoundSign& sign : signs) {
      const std::string_view words = text.substr(begin, sign.begin - begin);
      entries.push_back({sign_of(text, sign),
                         std::string(without_end(without_front(words, kAfterMeaning), kMeans))});
      begin = sign.end;
    }
    return entries;
  }
  std::vector<std::string> waiting;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const std::size_t end = i + 1 < signs.size() ? signs[i + 1].begin : text.size();
    waiting.push_back(sign_of(text, signs[i]));
    const std::string_view words = meaning_in(text.substr(signs[i].end, end - signs[i].end));
    if (words.empty()) continue;
    for (std::string& sign : waiting) entries.push_back({std::move(sign), std::string(words)});
    waiting.clear();
  }
  return entries;
}

// How often the text says “✅ =”, and whether it begins so.
struct Equations {
  int count = 0;
  bool in_front = false;
};

Equations equations_in(std::string_view text) {
  Equations found;
  for (const FoundSign& sign : signs_in(text)) {
    if (!trim(text.substr(sign.end)).starts_with('=')) continue;
    ++found.count;
    found.in_front = found.in_front || trim(text.substr(0, sign.begin)).empty();
  }
  return found;
}

// Whether a line explains signs: in the place of a legend it begins with one, or ends with one
// behind words; elsewhere it says “✅ =”.
bool explains(std::string_view text, bool place) {
  if (place && sign_length(trim(text)) > 0) return true;
  if (text.find('=') == std::string_view::npos && !place) return false;
  const Equations equations = equations_in(text);
  return equations.in_front || equations.count > 1 || (place && is_words_first(text));
}

// ---- where legends stand

struct Legends {
  Context& context;
  std::map<std::string, StatusClass> found;

  void add(const Explained& explained) {
    const StatusClass status = class_of_sign(context, explained.sign, explained.words);
    const auto [at, added] = found.emplace(explained.sign, status);
    if (!added && at->second != status) at->second = StatusClass::unknown;
  }

  bool add_all(std::string_view text) {
    const std::vector<Explained> entries = entries_in(text);
    for (const Explained& entry : entries) add(entry);
    return !entries.empty();
  }

  bool read_labelled(const std::vector<Line>& lines) {
    const std::optional<std::string> text = labelled_legend(lines);
    if (!text) return false;
    const std::vector<std::string_view> equations = equations_of(*text);
    if (equations.size() < 2) return add_all(*text);
    bool any = false;  // of “✓ = done, P = partial” the words are read elsewhere
    for (const std::string_view equation : equations)
      any =
          (sign_length(equation) > 0 || is_words_first(equation)) && add_all(equation) ? true : any;
    return any;
  }

  void read_text(std::size_t block) {
    const std::vector<Line>& lines = context.lines[block];
    bool all = read_labelled(lines);
    if (!all && context.block(block).kind == BlockKind::paragraph) {
      const bool place = context.explains_signs(block);
      all = !lines.empty();
      for (const Line& line : lines)
        all = (explains(line.text, place) && add_all(line.text)) && all;
    }
    if (all) set_in_legend(context, block);
  }

  // ---- tables

  // The column whose cells all begin with a sign, each with another one.
  static std::optional<std::size_t> sign_column(const std::vector<std::vector<std::string>>& rows) {
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
      std::set<std::string> seen;
      const bool signs = std::all_of(rows.begin() + 1, rows.end(), [&](const auto& row) {
        if (column >= row.size()) return false;
        const std::size_t length = sign_length(row[column]);
        return length > 0 && seen.insert(row[column].substr(0, length)).second;
      });
      if (signs) return column;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> meaning_column(const std::vector<std::string>& headers,
                                            std::size_t signs, bool place) const {
    const std::string sign_words = normal_words(headers[signs]);
    const bool of_signs = is_listed(kSignHeaders, sign_words);
    for (const std::string_view list : {kMeaningHeaders, kStatusHeaders})
      for (std::size_t i = 0; i < headers.size(); ++i) {
        if (i == signs || !is_listed(list, normal_words(headers[i]))) continue;
        if (place || of_signs || (list == kMeaningHeaders && is_listed(kStatusHeaders, sign_words)))
          return i;
      }
    if (place && headers.size() == 2) return 1 - signs;
    return std::nullopt;
  }

  // Most tables hold no signs: of those nothing is copied.
  bool may_explain(std::size_t table) const {
    const std::size_t header = table + 1;
    if (header >= context.block(table).end) return false;
    const std::size_t row = context.block(header).end;
    if (row >= context.block(table).end) return false;
    for (std::size_t cell = row + 1; cell < context.block(row).end; cell = context.block(cell).end)
      if (!context.lines[cell].empty() && sign_length(context.lines[cell].front().text) > 0)
        return true;
    return false;
  }

  void read_table(std::size_t table) {
    if (!may_explain(table)) return;
    const std::vector<std::vector<std::string>> rows = rows_of(context, table);
    if (rows.size() < 2) return;
    const std::optional<std::size_t> signs = sign_column(rows);
    if (!signs) return;
    const std::optional<std::size_t> meaning =
        meaning_column(rows.front(), *signs, context.explains_signs(table));
    if (!meaning) return;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const std::string words = *meaning < rows[i].size() ? rows[i][*meaning] : std::string();
      read_row(rows[i][*signs], words);
    }
    set_in_legend(context, table);
  }

  // “✅ Done | merged, not deployed”: the second cell may take the first one back.
  void read_row(const std::string& cell, const std::string& words) {
    std::vector<Explained> entries = entries_in(cell);
    if (entries.empty()) entries = entries_in(cat({cell, " ", words}));
    for (Explained& entry : entries) {
      const StatusClass more = status_class(context.plain(words));
      if (more != StatusClass::unknown && more != StatusClass::done &&
          class_of_sign(context, entry.sign, entry.words) == StatusClass::done)
        entry.words = words;
      add(entry);
    }
  }
};

// Of headings the signs were read before anything was explained.
void read_headings_again(Context& context) {
  for (record::Section& section : context.records.sections) {
    if (section.level == 0) continue;
    const std::string text = plain_text(context.block(section.block));
    if (const std::optional<Glyph> glyph = glyph_at(context.dialect, trim(text))) {
      section.glyph = std::string(glyph->text);
      section.glyph_state = glyph->box;
    }
  }
}

}  // namespace

std::string_view meaning_in(std::string_view text) {
  return without_end(without_front(text, kMeans), kAfterMeaning);
}

StatusClass class_of_meaning(const Context& context, std::string_view meaning) {
  return status_class(said_by(context, meaning));
}

StatusClass class_of_sign(const Context& context, std::string_view sign, std::string_view meaning) {
  const std::string said = said_by(context, meaning);
  const StatusClass status = status_class(said);
  if (status != StatusClass::unknown) return status;
  const Glyph* custom = glyph_at(sign);
  if (custom == nullptr) return StatusClass::unknown;
  const std::string words = all_words(said);
  const bool confirms = custom->status == StatusClass::done
                            ? begins_with_listed(kAsUsual, words) &&
                                  said.find('?') == std::string::npos &&
                                  !take_back_done(statements_in(said))
                            : begins_with_listed(kDenials, words);
  return confirms ? custom->status : StatusClass::unknown;
}

std::optional<std::string> labelled_legend(const std::vector<Line>& lines) {
  if (lines.empty()) return std::nullopt;
  const std::string_view first = lines.front().text;
  const std::size_t colon = first.find(':');
  if (colon == std::string_view::npos || !is_legend(first.substr(0, colon))) return std::nullopt;
  std::string text(first.substr(colon + 1));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::optional<Statement> statement = read_statement(lines[i]);
    if (statement && signs_in(statement->key).empty()) break;
    text += cat({" ", lines[i].text});
  }
  return text;
}

std::vector<std::string_view> equations_of(std::string_view text) {
  std::vector<std::string_view> equations;
  for (std::string_view rest = text; !rest.empty();) {
    std::size_t end = 0;
    std::size_t next = 0;  // behind the separator
    for (; end < rest.size() && next == 0; ++end) {
      const std::string_view from = rest.substr(end);
      const std::string_view behind = from.substr(1);
      const bool comma =
          from.starts_with(',') &&
          behind.substr(0, behind.find_first_of(",;|")).find('=') != std::string_view::npos;
      if (comma || from.starts_with(';') || from.starts_with('|')) next = end + 1;
      if (from.starts_with("·")) next = end + std::string_view("·").size();
      if (next > 0) break;
    }
    const std::string_view equation = trim(rest.substr(0, end));
    if (equation.find('=') == std::string_view::npos) return {};
    equations.push_back(equation);
    rest = next > 0 ? rest.substr(next) : std::string_view();
  }
  return equations;
}

void set_in_legend(Context& context, std::size_t block) {
  for (std::size_t i = block; i < context.block(block).end; ++i) context.in_legend[i] = true;
}

std::vector<std::vector<std::string>> rows_of(const Context& context, std::size_t table) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = table + 1; row < context.block(table).end; row = context.block(row).end) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t cell = row + 1; cell < context.block(row).end; cell = context.block(cell).end)
      cells.push_back(context.lines[cell].empty() ? std::string()
                                                  : context.lines[cell].front().text);
  }
  return rows;
}

bool is_meaning_header(std::string_view header) {
  return is_listed(kMeaningHeaders, normal_words(header));
}

bool is_state_header(std::string_view header) {
  return is_listed(kStatusHeaders, normal_words(header));
}

void read_legends(Context& context) {
  context.in_legend.assign(context.block_count(), false);
  Legends legends{context, {}};
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (kind == BlockKind::paragraph || kind == BlockKind::heading) legends.read_text(i);
    if (kind == BlockKind::table) legends.read_table(i);
  }
  for (const auto& [sign, status] : legends.found) {
    const std::optional<Glyph> known = glyph_at(context.dialect, sign);
    const bool as_before =
        known ? known->status == status && known->text == sign : status == StatusClass::unknown;
    if (!as_before) explain_sign(context.dialect, sign, status);
  }
  if (!context.dialect.signs.empty()) read_headings_again(context);
  read_box_legends(context);
  read_word_legends(context);
}

}  // namespace muster::extract
