// The only file that starts a parser of cmark-gfm.
#include "parse/cmark.h"

#include <cmark-gfm-core-extensions.h>

namespace muster {

namespace {

// Registering is not safe in threads; a local static is.
cmark_syntax_extension* table_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return extension;
}

}  // namespace

void register_tables() { static_cast<void>(table_extension()); }

CmarkTree parse_with_cmark(std::string_view text, Tables tables) {
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_VALIDATE_UTF8), &cmark_parser_free);
  if (tables == Tables::yes) cmark_parser_attach_syntax_extension(parser.get(), table_extension());
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return CmarkTree(cmark_parser_finish(parser.get()));
}

bool kind_of_block(cmark_node* node, BlockKind& kind) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      kind = BlockKind::document;
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      kind = BlockKind::quote;
      return true;
    case CMARK_NODE_LIST:
      kind = BlockKind::list;
      return true;
    case CMARK_NODE_ITEM:
      kind = BlockKind::item;
      return true;
    case CMARK_NODE_CODE_BLOCK:
      kind = BlockKind::code;
      return true;
    case CMARK_NODE_HTML_BLOCK:
      kind = BlockKind::html;
      return true;
    case CMARK_NODE_PARAGRAPH:
      kind = BlockKind::paragraph;
      return true;
    case CMARK_NODE_HEADING:
      kind = BlockKind::heading;
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      kind = BlockKind::rule;
      return true;
    default:
      break;
  }
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") kind = BlockKind::table;
  if (name == "table_header" || name == "table_row") kind = BlockKind::row;
  if (name == "table_cell") kind = BlockKind::cell;
  return name.starts_with("table");
}

InlineKind kind_of_inline(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_SOFTBREAK:
      return InlineKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return InlineKind::line_break;
    case CMARK_NODE_CODE:
      return InlineKind::code;
    case CMARK_NODE_HTML_INLINE:
      return InlineKind::html;
    case CMARK_NODE_EMPH:
      return InlineKind::emphasis;
    case CMARK_NODE_STRONG:
      return InlineKind::strong;
    case CMARK_NODE_LINK:
      return InlineKind::link;
    case CMARK_NODE_IMAGE:
      return InlineKind::image;
    default:
      return InlineKind::text;
  }
}

}  // namespace muster
