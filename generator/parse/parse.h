// parse: from the bytes of one blob to a tree of Markdown or XML. The only stage that knows
// cmark-gfm and pugixml.
#pragma once

#include <string_view>

#include "domain/markdown.h"
#include "domain/xml.h"

namespace muster {

struct ParseLimits {
  std::size_t bytes = 1u << 20;
  int nesting = 64;
  std::size_t leaf_bytes = 16u << 10;  // of one paragraph
  int leaf_lines = 2000;
  int table_columns = 100;
  int table_cells = 50000;  // of one document
  int delimiter_lines =
      64;  // lines of only -|: and blanks within one run of lines that are not blank
  int bars_in_line = 256;
  int html_openers = 1000;  // `<?` and `<!`
  std::size_t reference_url = 2u << 10;
};

/// Registers the extensions of cmark-gfm. Call once, before threads.
void prepare_parser();

/// Never fails: what exceeds a limit gives a note (rule limit-exceeded) and a tree without blocks,
/// but with its source.
Markdown parse_markdown(std::string_view bytes, const ParseLimits& limits = {});

struct XmlLimits {
  std::size_t bytes = 32u << 20;
  int depth = 128;
  std::size_t elements = 1'000'000;
};

/// UTF-8 only. A document type is skipped; one that declares entities is refused.
XmlRead parse_xml(std::string_view bytes, const XmlLimits& limits = {});

}  // namespace muster
