// What `muster records` prints of a document that is given as text.
#pragma once

#include <string>
#include <string_view>

#include "compose/compose.h"
#include "extract/extract.h"
#include "parse/parse.h"

namespace muster::test {

inline std::string listing(std::string_view name, std::string_view source) {
  prepare_parser();
  Content content;
  content.markdown = parse_markdown(source);
  content.records = extract_records(content.markdown);
  return records_text(name, content);
}

}  // namespace muster::test
