// Legends of words: “Parked: waits for legal”, “Shipped = merged, not deployed”, as bullets or a
// table under “Legend”, or in its line. They teach a word that muster does not know, and take back
// what it knows as done; they make nothing done that sounds otherwise.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/legends.h"

namespace muster::extract {

namespace {

constexpr std::size_t kMostWords = 4;

struct Meaning {
  std::string word;
  std::string meaning;
};

bool is_short(std::string_view word) {
  const std::string words = all_words(word);
  return !words.empty() && split(words, ' ').size() <= kMostWords;
}

bool is_known(const Context& context, const Meaning& entry) {
  return status_class(context.plain(entry.word)) != StatusClass::unknown;
}

void learn(Context& context, const Meaning& entry) {
  const StatusClass before = status_class(context.plain(entry.word));
  const StatusClass after = class_of_meaning(context, entry.meaning);
  const bool teaches = before == StatusClass::unknown && after != StatusClass::unknown;
  const bool takes_back =
      before == StatusClass::done && after != StatusClass::done && after != StatusClass::unknown;
  if (teaches || takes_back) explain_word(context.dialect, entry.word, after);
}

// Whether these are words for states: one at least is known, before or by its meaning.
bool learn_all(Context& context, const std::vector<Meaning>& entries) {
  bool of_states = false;
  for (const Meaning& entry : entries) {
    learn(context, entry);
    of_states = of_states || is_known(context, entry);
  }
  return of_states;
}

void read_bullets(Context& context, std::size_t list) {
  if (!context.explains_signs(list)) return;
  std::vector<Meaning> entries;
  for (std::size_t item = list + 1; item < context.block(list).end;
       item = context.block(item).end) {
    const std::size_t paragraph = context.bullet(item);
    if (paragraph == kNone) return;
    const std::optional<Statement> statement = read_statement(context.lines[paragraph].front());
    if (!statement || statement->value.empty() || !is_short(statement->key)) return;
    entries.push_back({statement->key, without_markup(statement->value)});
  }
  if (learn_all(context, entries)) set_in_legend(context, list);
}

void read_table(Context& context, std::size_t table) {
  if (!context.explains_signs(table) || context.in_legend[table]) return;
  const std::vector<std::vector<std::string>> rows = rows_of(context, table);
  if (rows.empty() || rows.front().size() < 2 || !is_state_header(rows.front()[0]) ||
      !is_meaning_header(rows.front()[1]))
    return;
  std::vector<Meaning> entries;
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i].size() > 1 && is_short(rows[i][0])) entries.push_back({rows[i][0], rows[i][1]});
  if (learn_all(context, entries)) set_in_legend(context, table);
}

// “Legend: Parked = waits for legal; Shipped = merged, not deployed”
void read_line(Context& context, std::size_t block) {
  const std::optional<std::string> text = labelled_legend(context.lines[block]);
  if (!text) return;
  std::vector<Meaning> entries;
  for (const std::string_view equation : equations_of(*text)) {
    const std::size_t equals = equation.find('=');
    const std::string_view word = trim(equation.substr(0, equals));
    if (sign_length(word) > 0 || word.starts_with('[')) continue;
    if (!is_short(word)) return;
    entries.push_back({std::string(word), std::string(trim(equation.substr(equals + 1)))});
  }
  if (learn_all(context, entries)) set_in_legend(context, block);
}

}  // namespace

void read_word_legends(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (kind == BlockKind::list) read_bullets(context, i);
    if (kind == BlockKind::table) read_table(context, i);
    if (kind == BlockKind::paragraph) read_line(context, i);
  }
}

}  // namespace muster::extract
