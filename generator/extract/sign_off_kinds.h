// The shapes of sign-offs that are no tables; sign_offs.cc reads them in this order.
#pragma once

#include "extract/context.h"

namespace muster::extract {

/// Whoever signs is named in so many words; more is a sentence.
constexpr int kSignerWords = 4;

inline bool is_sign_off(const std::optional<Opener>& opener) {
  return opener && opener->role == Role::sign_off;
}

/// "- [x] Worker A — Backend validated (Date/Time: ____)".
void read_sign_off_boxes(Context& context);
/// Blocks with name, signature and date under a label, and forms under a heading.
void read_sign_off_forms(Context& context);
/// Names, signatures and dates in paragraphs.
void read_sign_off_paragraphs(Context& context);
/// Single lines: "**Sign-off:** Jane", bullets that name a role, "TBD", and headings that refuse.
void read_sign_off_lines(Context& context);

}  // namespace muster::extract
