#include "extract/no_go.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/markup.h"

namespace muster::extract {

namespace {

struct Word {
  std::string text;     // as written, signs of a sentence taken off
  bool begins = false;  // a statement: first of the line, or after ":", "=", "→", "—"
};

bool is_divider(std::string_view text) {
  for (const std::string_view sign : {":", "=", "→", "->", "=>", "⇒", "—", "–", "-", "|"})
    if (text == sign) return true;
  return false;
}

std::string without_struck(std::string_view source) {
  std::string out(source);
  for (std::size_t open = out.find("~~"); open != std::string::npos; open = out.find("~~", open)) {
    const std::size_t close = out.find("~~", open + 2);
    if (close == std::string::npos) break;
    out.replace(open, close + 2 - open, " ");
  }
  return out;
}

// Without code that holds more than one word: it shows an example. "`NO-GO`" alone is an answer.
std::string without_examples(std::string text) {
  for (std::size_t open = text.find('`'); open != std::string::npos; open = text.find('`', open)) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string::npos) break;
    const std::string_view code = std::string_view(text).substr(open + 1, close - open - 1);
    if (trim(code).find(' ') == std::string_view::npos) {
      open = close + 1;
    } else {
      text.replace(open, close + 1 - open, " ");
    }
  }
  return text;
}

// Words with "NO GO" and "NO - GO" as one; signs such as ❌ are none.
std::vector<Word> words_of(std::string_view source) {
  std::string text = without_markup(without_examples(without_struck(source)));
  for (const std::string_view spelt : {"‑", "–GO"})
    text = replace_all(std::move(text), spelt, spelt == "‑" ? "-" : "-GO");
  for (const std::string_view sign : {":", "=", "→", "⇒", "—", "|", "/", ",", ";", "(", ")"})
    text = replace_all(std::move(text), sign, cat({" ", sign, " "}));
  std::vector<Word> words;
  bool begins = true;
  const std::string spaced = collapse_spaces(text);
  for (std::string_view part : split(spaced, ' ')) {
    if (is_divider(part)) {
      begins = true;
      continue;
    }
    while (!part.empty() && !is_alnum(part.front()) && part.front() != '/') part.remove_prefix(1);
    while (!part.empty() && !is_alnum(part.back()) && part.back() != '/') part.remove_suffix(1);
    if (part.empty()) continue;
    const bool joins =
        part.starts_with("GO") && part.size() == 2 && !words.empty() && words.back().text == "NO";
    if (joins) {
      words.back().text = "NO-GO";
      continue;
    }
    words.push_back({std::string(part), begins});
    begins = false;
  }
  return words;
}

bool is_no_go(const Word& word) {
  if (word.text == "NO-GO" || word.text == "NOGO") return true;
  const std::string small = lower(word.text);
  return word.begins && (small == "no-go" || small == "nogo");
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  const std::string small = lower(word);
  return std::find(words.begin(), words.end(), small) != words.end();
}

// "GO / NO-GO", "NO-GO or GO", "go|no-go"
bool is_in_pair(const std::vector<Word>& words, std::size_t at) {
  const auto is_go = [&](std::size_t i) {
    return i < words.size() && lower(words[i].text) == "go";
  };
  const auto joins = [&](std::size_t i) {
    return i < words.size() && is_one_of(words[i].text, {"/", "or", "and", "vs", "versus"});
  };
  if (at >= 1 && is_go(at - 1)) return true;
  if (at >= 2 && joins(at - 1) && is_go(at - 2)) return true;
  return is_go(at + 1) || (joins(at + 1) && is_go(at + 2));
}

// "NO-GO if …", "a NO-GO", "NO-GO criteria", "0 NO-GO": a possibility, or the name of one.
bool is_possibility(const std::vector<Word>& words, std::size_t at) {
  if (is_one_of(words.front().text, {"if", "when", "whenever", "should"})) return true;
  const bool named =
      at > 0 && !words[at].begins &&
      is_one_of(words[at - 1].text,
                {"a",     "an",    "the",  "any",     "each",      "every",   "no",      "not",
                 "0",     "zero",  "if",   "unless",  "otherwise", "else",    "then",    "to",
                 "of",    "on",    "or",   "in",      "with",      "per",     "after",   "before",
                 "until", "means", "mean", "trigger", "triggers",  "becomes", "possible"});
  if (named) return true;
  return at + 1 < words.size() &&
         is_one_of(words[at + 1].text,
                   {"if",           "when",     "unless",    "where",     "whenever",   "criteria",
                    "criterion",    "trigger",  "triggers",  "threshold", "thresholds", "condition",
                    "conditions",   "decision", "decisions", "meeting",   "call",       "checklist",
                    "items",        "gate",     "option",    "path",      "means",      "case",
                    "scenario",     "live",     "area",      "zone",      "areas",      "zones",
                    "communicated", "plan",     "procedure", "rule",      "rules"});
}

}  // namespace

bool says_no_go(std::string_view source) {
  if (lower(source).find("go") == std::string::npos) return false;
  const std::vector<Word> words = words_of(source);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_no_go(words[i]) && !is_in_pair(words, i) && !is_possibility(words, i)) return true;
  return false;
}

bool begins_with_go(std::string_view source) {
  const std::vector<Word> words = words_of(source);
  const bool pair = words.size() > 2 && is_no_go(words[2]);  // "GO / NO-GO: …"
  return !words.empty() && words.front().text == "GO" && !pair && !is_in_pair(words, 0);
}

}  // namespace muster::extract
