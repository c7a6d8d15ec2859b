// Ids of commits: in a code span, after a word such as "commit", in a column of that name. Other
// runs of hexadecimal digits (colours, digests, parts of a UUID, numbers) are none.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/context.h"

namespace muster::extract {

/// Follows the words of bare text in their order.
class CommitWords {
 public:
  explicit CommitWords(bool expects = false) : expects_(expects) {}

  /// The id of a commit in the next word (without the signs around it), or empty.
  std::string_view read(std::string_view word);

 private:
  bool expects_ = false;
};

/// Whether a code span is the id of a commit; `before` is the text in front of it.
bool is_commit_span(std::string_view code, std::string_view before);

/// Whether a block is a cell of a column whose header says that commits stand there.
bool is_commit_cell(const Context& context, std::size_t block);

}  // namespace muster::extract
