// Whom an owner's text names: "Worker A & Worker B", "PM / @dba", "DBA" where the roster has a
// Database Admin. A name of the roster is one name, whatever signs it holds.
#include <algorithm>
#include <set>
#include <span>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

constexpr std::size_t kLongestRoster = 200;
constexpr std::size_t kMostNames = 20;  // a text with more parts is no list of owners

// "Worker A (lead), PM" without what stands in parentheses.
std::string without_asides(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return collapse_spaces(kept);
}

bool is_abbreviation(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && std::all_of(text.begin(), text.end(), is_upper);
}

// Whether the letters go through the words in order and take the first letter of each: DBA of
// "Database Admin".
bool go_through(std::string_view letters, std::span<const std::string_view> words) {
  if (words.empty()) return letters.empty();
  const std::string_view word = words.front();
  std::size_t at = 0;
  for (std::size_t taken = 0; taken < letters.size(); ++taken) {
    if (taken > 0) at = word.find(letters[taken], at + 1);
    if (at == std::string_view::npos || word[at] != letters[taken]) return false;
    if (go_through(letters.substr(taken + 1), words.subspan(1))) return true;
  }
  return false;
}

bool abbreviates(std::string_view letters, std::string_view role) {
  const std::string words = normal_words(role);
  return go_through(lower(letters), split(words, ' '));
}

// ---- the roster

struct Person {
  std::string role;  // as the roster spells it, asides left out
  std::string alias;
  std::string name;
  std::string contact;
};

class Roster {
 public:
  explicit Roster(const Records& records) {
    for (const record::RosterRow& row : records.roster) {
      if (people_.size() == kLongestRoster) break;
      Person person;
      person.role = without_asides(row.role);
      const std::size_t open = row.role.find('(');
      if (open != std::string::npos)
        person.alias =
            std::string(trim(row.role.substr(open + 1, row.role.find(')', open) - open - 1)));
      if (row.name.fill == Fill::value) person.name = without_asides(row.name.text);
      if (row.contact.fill == Fill::value) person.contact = row.contact.text;
      people_.push_back(std::move(person));
    }
  }

  bool has(std::string_view name) const {
    const std::string words = normal_words(name);
    return std::any_of(people_.begin(), people_.end(), [&](const Person& person) {
      return normal_words(person.role) == words ||
             (!person.name.empty() && normal_words(person.name) == words);
    });
  }

  /// The role that a name stands for, or the name itself.
  std::string spelt(std::string_view name) const {
    if (name.empty()) return {};
    for (const Person& person : people_)
      if (equals_ignoring_case(person.role, name)) return person.role;
    std::set<std::string> roles;
    for (const Person& person : people_)
      if (!person.role.empty() && is_alias(person, name)) roles.insert(person.role);
    return roles.size() == 1 ? *roles.begin() : std::string(name);
  }

 private:
  static bool is_alias(const Person& person, std::string_view name) {
    if (equals_ignoring_case(person.alias, name)) return true;
    if (is_abbreviation(name) && abbreviates(name, person.role)) return true;
    if (begins_with_phrase(normal_words(person.role), normal_words(name))) return true;
    if (name.front() != '@') return false;
    for (const std::string_view word : split(person.contact, ' '))
      if (equals_ignoring_case(trim(word), name)) return true;
    return false;
  }

  std::vector<Person> people_;
};

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

void add_name(const Roster& roster, std::string_view text, std::vector<std::string>& names) {
  text = trim(text);
  while (text.ends_with('.')) text.remove_suffix(1);
  if (fill_of(text) != Fill::value || names_nobody(text)) return;
  std::string name = roster.spelt(text);
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::vector<std::string> names_of(const Roster& roster, std::string_view written) {
  std::vector<std::string> names;
  const std::string text = without_asides(written);
  if (fill_of(written) != Fill::value || text.find("://") != std::string::npos) {
    add_name(roster, text, names);
    return names;
  }
  const std::string_view all = text;
  const std::vector<Divider> dividers = dividers_of(all);
  if (dividers.size() > kMostNames) {
    add_name(roster, text, names);
    return names;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < dividers.size();) {
    // The longest run of parts that is one name of the roster, else one part.
    std::size_t last = i;
    for (std::size_t j = dividers.size() - 1; j > i; --j)
      if (roster.has(trim(all.substr(begin, dividers[j].begin - begin)))) {
        last = j;
        break;
      }
    add_name(roster, all.substr(begin, dividers[last].begin - begin), names);
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
  const Roster roster(records);
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    std::vector<std::string> names = names_of(roster, text);
    if (!names.empty()) records.owner_names.push_back({text, std::move(names)});
  }
}

}  // namespace muster::extract
