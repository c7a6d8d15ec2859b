// The words that a project adds to the built-in ones: read by collect from muster.yaml at the
// version shown, and given to extract with every document of that version.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/record.h"

namespace muster {

/// "Shipped" is done. Two words are equal wherever they stand.
struct StatusWord {
  std::string words;  // lower case, single spaces
  StatusClass status = StatusClass::unknown;
  int line = 0;  // in muster.yaml
  int column = 0;

  auto operator<=>(const StatusWord& other) const {
    return std::tie(words, status) <=> std::tie(other.words, other.status);
  }
  bool operator==(const StatusWord& other) const { return (*this <=> other) == 0; }
};

/// In tables of gaps, "Caretaker" heads the owner.
struct HeaderWord {
  record::TableKind table = record::TableKind::other;
  std::string name;   // of the column, as the built-in vocabulary calls it: "follow_up"
  std::string words;  // lower case, single spaces
  int line = 0;
  int column = 0;

  auto operator<=>(const HeaderWord& other) const {
    return std::tie(table, words, name) <=> std::tie(other.table, other.words, other.name);
  }
  bool operator==(const HeaderWord& other) const { return (*this <=> other) == 0; }
};

/// A person or a role, and what else it is called: "DBA" and "@dba" are the Database Admin.
struct Person {
  std::string name;
  std::vector<std::string> aliases;
  std::string handle;  // "@dba"; may be empty, as may the next
  std::string email;

  auto operator<=>(const Person&) const = default;
};

/// Sorted, each word once: equal vocabularies are equal values.
struct Vocabulary {
  std::vector<StatusWord> status;
  std::vector<HeaderWord> headers;
  std::vector<Person> people;

  auto operator<=>(const Vocabulary&) const = default;
};

/// What is to be told of a word of a project; nothing where `what` is empty.
struct WordRemark {
  std::string what;
  std::string help;
  bool kept = true;  // false: the word is not read as the project wants it
};

/// What a project may add words to, for the reader of muster.yaml. Made by extract.
struct VocabularyGuide {
  struct Table {
    std::string_view name;  // "sign-off"
    record::TableKind kind = record::TableKind::other;
    std::vector<std::string> columns;  // "follow-up"
  };
  std::vector<Table> tables;
  WordRemark (*remark_on_status)(const StatusWord&) = nullptr;
  WordRemark (*remark_on_header)(const HeaderWord&) = nullptr;
};

}  // namespace muster
