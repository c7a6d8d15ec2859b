#include "collect/config_people.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

constexpr std::size_t kPeople = 1000;
constexpr std::size_t kNameBytes = 200;

class PeopleReader {
 public:
  explicit PeopleReader(ConfigReader& reader) : reader_(reader) {}

  std::vector<Person> read(const Yaml& value) {
    const std::vector<const Yaml::Member*> named = reader_.named_members(value, "people");
    if (named.size() > kPeople)
      reader_.fail(value, "`people` has more than 1000 entries", "keep those whom documents name");
    for (const Yaml::Member* member : named)
      if (!reader_.error()) read_person(*member);
    std::sort(people_.begin(), people_.end());
    return std::move(people_);
  }

 private:
  void read_person(const Yaml::Member& named) {
    const std::string where = cat({"people.", named.name});
    Person person;
    person.name = collapse_spaces(named.name);
    if (!claim(person.name, person.name, named.line, named.column)) return;
    if (!named.value.is(Yaml::Kind::null))
      for (const Yaml::Member* member : reader_.members(named.value, where, "people.*")) {
        const Yaml& value = member->value;
        if (member->name == "aliases") read_aliases(value, where + ".aliases", person);
        if (member->name == "handle") person.handle = read_handle(value, where, person.name);
        if (member->name == "email") person.email = read_email(value, where, person.name);
      }
    people_.push_back(std::move(person));
  }

  void read_aliases(const Yaml& list, const std::string& where, Person& person) {
    for (const Yaml& item : reader_.items(list, where)) {
      std::string alias = collapse_spaces(reader_.text(item, where));
      if (claim(alias, person.name, item.line, item.column)) person.aliases.push_back(alias);
    }
    std::sort(person.aliases.begin(), person.aliases.end());
  }

  std::string read_handle(const Yaml& value, const std::string& where, const std::string& owner) {
    std::string handle(trim(reader_.text(value, where + ".handle")));
    if (handle.empty()) return {};
    if (handle.front() != '@') handle.insert(0, 1, '@');
    return claim(handle, owner, value.line, value.column) ? handle : std::string();
  }

  std::string read_email(const Yaml& value, const std::string& where, const std::string& owner) {
    std::string email(trim(reader_.text(value, where + ".email")));
    if (email.empty()) return {};
    const std::size_t at = email.find('@');
    if (at == 0 || at == std::string::npos || at + 1 == email.size() ||
        email.find(' ') != std::string::npos) {
      reader_.warn(value.line, value.column, cat({in_quotes(email), " is no e-mail address"}),
                   "write it as dba@example.org");
      return {};
    }
    return claim(email, owner, value.line, value.column) ? email : std::string();
  }

  /// Whether the name can stand for somebody; a notice where it stands for somebody else already.
  bool claim(const std::string& name, const std::string& owner, int line, int column) {
    if (reader_.error()) return false;
    if (name.empty() || name.size() > kNameBytes || visible(name) != name) {
      reader_.warn(line, column, cat({"a name of ", in_quotes(owner), " cannot be read"}),
                   "write it in one line of plain letters");
      return false;
    }
    const auto [other, fresh] = owners_.emplace(lower(name), owner);
    if (!fresh && other->second != owner)
      reader_.warn(line, column,
                   cat({in_quotes(name), " stands for ", in_quotes(other->second),
                        " as well, and so for neither"}),
                   "keep it in one place");
    return fresh || other->second != owner;
  }

  ConfigReader& reader_;
  std::map<std::string, std::string> owners_;  // by every name in lower case
  std::vector<Person> people_;
};

}  // namespace

std::vector<Person> read_people(ConfigReader& reader, const Yaml& value) {
  return PeopleReader(reader).read(value);
}

}  // namespace muster
