// cmark-gfm behind one door: a parsed tree that frees itself, with the table extension and no
// other. Task boxes, strike-through and links in plain text are our own business: the packaged
// library is wrong about the first, and unsafe in threads with the other two.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

#include "domain/markdown.h"

namespace muster {

struct CmarkNodeFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, CmarkNodeFree>;

/// Registers the extension; the first parse does it otherwise.
void register_tables();

enum class Tables { yes, no };

CmarkTree parse_with_cmark(std::string_view text, Tables tables = Tables::yes);

/// The kind of a node that is a block; false for inlines.
bool kind_of_block(cmark_node* node, BlockKind& kind);

/// The kind of a node that is an inline.
InlineKind kind_of_inline(cmark_node* node);

/// Steps through a tree without recursion.
class CmarkWalk {
 public:
  explicit CmarkWalk(cmark_node* root) : iterator_(cmark_iter_new(root)) {}
  /// False at the end.
  bool next() {
    event_ = cmark_iter_next(iterator_.get());
    return event_ != CMARK_EVENT_DONE;
  }
  bool entering() const { return event_ == CMARK_EVENT_ENTER; }
  cmark_node* node() const { return cmark_iter_get_node(iterator_.get()); }

 private:
  struct Free {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
  };
  std::unique_ptr<cmark_iter, Free> iterator_;
  cmark_event_type event_ = CMARK_EVENT_NONE;
};

}  // namespace muster
