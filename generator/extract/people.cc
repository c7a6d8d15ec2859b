#include "extract/people.h"

#include <algorithm>
#include <set>
#include <span>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

constexpr std::size_t kLongestRoster = 200;

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

bool is_called(const Person& person, std::string_view name) {
  if (name.find('@') != std::string_view::npos)
    return equals_ignoring_case(person.handle, name) || equals_ignoring_case(person.email, name);
  const std::string words = normal_words(name);
  const auto is_same = [&](std::string_view known) {
    return equals_ignoring_case(known, name) || (!words.empty() && normal_words(known) == words);
  };
  return is_same(person.name) || std::any_of(person.aliases.begin(), person.aliases.end(), is_same);
}

}  // namespace

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

People::People(const std::vector<Person>& project, const Records& records) : project_(project) {
  for (const record::RosterRow& row : records.roster) {
    if (roster_.size() == kLongestRoster) break;
    Row known;
    known.role = without_asides(row.role);
    const std::size_t open = row.role.find('(');
    if (open != std::string::npos)
      known.alias =
          std::string(trim(row.role.substr(open + 1, row.role.find(')', open) - open - 1)));
    if (row.name.fill == Fill::value) known.name = without_asides(row.name.text);
    if (row.contact.fill == Fill::value) known.contact = row.contact.text;
    roster_.push_back(std::move(known));
  }
}

bool People::has(std::string_view name) const {
  if (in_project(name) != nullptr) return true;
  const std::string words = normal_words(name);
  return std::any_of(roster_.begin(), roster_.end(), [&](const Row& row) {
    return normal_words(row.role) == words ||
           (!row.name.empty() && normal_words(row.name) == words);
  });
}

std::string People::spelt(std::string_view name) const {
  if (name.empty()) return {};
  if (const Person* person = in_project(name)) return person->name;
  const std::string role = in_roster(name);
  const Person* person = in_project(role);
  return person != nullptr ? person->name : role;
}

const Person* People::in_project(std::string_view name) const {
  const Person* found = nullptr;
  for (const Person& person : project_) {
    if (!is_called(person, name)) continue;
    if (found != nullptr) return nullptr;
    found = &person;
  }
  return found;
}

// Roles of a roster are known by abbreviations and by their first words too.
std::string People::in_roster(std::string_view name) const {
  for (const Row& row : roster_)
    if (equals_ignoring_case(row.role, name)) return row.role;
  std::set<std::string> roles;
  for (const Row& row : roster_)
    if (!row.role.empty() && is_alias(row, name)) roles.insert(row.role);
  return roles.size() == 1 ? *roles.begin() : std::string(name);
}

bool People::is_alias(const Row& row, std::string_view name) {
  if (equals_ignoring_case(row.alias, name)) return true;
  if (is_abbreviation(name) && abbreviates(name, row.role)) return true;
  if (begins_with_phrase(normal_words(row.role), normal_words(name))) return true;
  if (name.front() != '@') return false;
  for (const std::string_view word : split(row.contact, ' '))
    if (equals_ignoring_case(trim(word), name)) return true;
  return false;
}

}  // namespace muster::extract
