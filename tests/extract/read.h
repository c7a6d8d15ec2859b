// Markdown text to records, for tests.
#pragma once

#include <string>
#include <string_view>

#include "extract/extract.h"
#include "parse/parse.h"

namespace muster::test {

inline Records read(std::string_view text, const Vocabulary& vocabulary = {}) {
  static const bool prepared = [] {
    prepare_parser();
    return true;
  }();
  (void)prepared;
  return extract_records(parse_markdown(text), vocabulary);
}

template <class T>
const T& at(const Table<T>& table, std::size_t position) {
  return table[Id<T>(position)];
}

}  // namespace muster::test
