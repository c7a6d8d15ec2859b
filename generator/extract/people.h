// Whom a name stands for: "DBA" for the Database Admin of the document's roster or of the project.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "domain/vocabulary.h"

namespace muster::extract {

/// "Worker A (lead), PM" without what stands in parentheses.
std::string without_asides(std::string_view text);

class People {
 public:
  /// The people of the project must outlive it.
  People(const std::vector<Person>& project, const Records& records);

  bool has(std::string_view name) const;
  /// As the project or else the roster spells the person or role; the name itself where it stands
  /// for nobody, or for more than one.
  std::string spelt(std::string_view name) const;

 private:
  struct Row {
    std::string role;  // as the roster spells it, asides left out
    std::string alias;
    std::string name;
    std::string contact;
  };

  const Person* in_project(std::string_view name) const;
  std::string in_roster(std::string_view name) const;
  static bool is_alias(const Row& row, std::string_view name);

  const std::vector<Person>& project_;
  std::vector<Row> roster_;
};

}  // namespace muster::extract
