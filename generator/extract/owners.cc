// Whom an owner's text names: "Worker A & Worker B", "PM / @dba", "DBA" where the roster of the
// document or the people of the project have a Database Admin. A name of these is one name,
// whatever signs it holds.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"
#include "extract/people.h"

namespace muster::extract {

namespace {

constexpr std::size_t kMostNames = 20;  // a text with more parts is no list of owners

// ---- the parts of a text

// A sign between two names, as offsets: [begin, end) is what divides them.
struct Divider {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string_view word_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && !is_space(text[begin - 1]) && text[begin - 1] != ',') --begin;
  while (end < text.size() && !is_space(text[end]) && text[end] != ',') ++end;
  return text.substr(begin, end - begin);
}

// "CI/CD" and "@acme/platform" are one name.
bool divides(std::string_view text, std::size_t at) {
  const bool free =
      at > 0 && at + 1 < text.size() && is_space(text[at - 1]) && is_space(text[at + 1]);
  if (free) return true;
  const std::string_view word = word_around(text, at);
  if (is_joined_word(word)) return false;
  const bool team = word.starts_with('@') && word.find('@', 1) == std::string_view::npos;
  return !(team && text[at] == '/');
}

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  return equals_ignoring_case(text.substr(at, word.size()), word) && at > 0 &&
         is_space(text[at - 1]) && at + word.size() < text.size() &&
         is_space(text[at + word.size()]);
}

std::vector<Divider> dividers_of(std::string_view text) {
  std::vector<Divider> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',' || text[i] == ';') {
      found.push_back({i, i + 1});
    } else if ((text[i] == '&' || text[i] == '/' || text[i] == '+') && divides(text, i)) {
      found.push_back({i, i + 1});
    } else {
      for (const std::string_view word : {"and", "or"})
        if (is_word_at(text, i, word)) found.push_back({i, i + word.size()});
    }
  }
  found.push_back({text.size(), text.size()});
  return found;
}

// ---- names

void add_name(const People& people, std::string_view text, std::vector<std::string>& names) {
  text = trim(text);
  while (text.ends_with('.')) text.remove_suffix(1);
  if (fill_of(text) != Fill::value || names_nobody(text)) return;
  std::string name = people.spelt(text);
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::vector<std::string> names_of(const People& people, std::string_view written) {
  std::vector<std::string> names;
  const std::string text = without_asides(written);
  if (fill_of(written) != Fill::value || text.find("://") != std::string::npos) {
    add_name(people, text, names);
    return names;
  }
  const std::string_view all = text;
  const std::vector<Divider> dividers = dividers_of(all);
  if (dividers.size() > kMostNames) {
    add_name(people, text, names);
    return names;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < dividers.size();) {
    // The longest run of parts that is one known name, else one part.
    std::size_t last = i;
    for (std::size_t j = dividers.size() - 1; j > i; --j)
      if (people.has(trim(all.substr(begin, dividers[j].begin - begin)))) {
        last = j;
        break;
      }
    add_name(people, all.substr(begin, dividers[last].begin - begin), names);
    begin = dividers[last].end;
    i = last + 1;
  }
  return names;
}

}  // namespace

void read_owners(Context& context) {
  Records& records = context.records;
  std::set<std::string> texts;
  const auto add = [&](const record::Entry& entry) {
    if (entry.fill == Fill::value) texts.insert(entry.text);
  };
  for (const record::Field& field : records.fields)
    if (field.name == "owner") add(field.value);
  for (const record::Task& task : records.tasks) add(task.owner);
  for (const record::Gap& gap : records.gaps) add(gap.owner);
  for (const record::Item& item : records.items) texts.insert(item.owner);
  for (const record::SignOff& sign_off : records.sign_offs) texts.insert(sign_off.role);
  const People people(context.vocabulary.people, records);
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    std::vector<std::string> names = names_of(people, text);
    if (!names.empty()) records.owner_names.push_back({text, std::move(names)});
  }
}

}  // namespace muster::extract
