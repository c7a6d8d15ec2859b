// Fill states: a value, nothing, a line left for it, a word such as TBD, or "does not apply".
#pragma once

#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// Blanks of one line of source. A form field is one blank, and a compound such as `__/__/__`,
/// `__:__` or `__/14` counts once: what stands between two blanks or parentheses is one field, so
/// `__/9 (___%)` has two.
struct Blanks {
  int numeric = 0;  // `__/14`, `__%`, `__ (expected: 0)`
  int plain = 0;
  int total() const { return numeric + plain; }
};
Blanks count_blanks(std::string_view source);

/// A box that nobody ticked, `[ ] Confirmed`, is a blank as well.
Fill fill_of(std::string_view source);

/// Whether somebody really gave the value of a name or a signature: not "pending", not "refused",
/// not "on vacation", not an open box.
bool is_given(const record::Entry& entry);
/// Whether a date is given: not "next week", and none that no calendar has.
bool is_date_given(const record::Entry& entry);

/// The entry that `source` (with its markup) makes at a place.
record::Entry make_entry(std::string_view source, int line, int column);

}  // namespace muster::extract
