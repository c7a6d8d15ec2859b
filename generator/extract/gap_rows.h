// What the row of a gap says by more than one cell: whether it is closed, and how urgent it is.
#pragma once

#include <optional>

#include "extract/tables.h"

namespace muster::extract {

/// The entry of a cell without what is struck through; an empty one where there is none.
record::Entry unstruck(const Context& context, const TableRow& row,
                       std::optional<std::size_t> column);

/// The text without the sign that it begins with.
std::string without_glyph(const Context& context, std::string_view text);

/// Whether a ✅ stands in front that the next words do not take back.
bool is_marked_done(std::string_view text);

/// Whether ✅ or a strike-through closes the gap. What is struck only in part, a ✅ that the next
/// words take back ("✅ partially: …") and a ❌ beside it close nothing.
bool is_marked_closed(const Context& context, const NamedTable& table, const TableRow& row,
                      std::size_t text_column);

/// Its priority as written; "blocker" and the like are added where something else says so.
record::Entry priority_of(const Context& context, const NamedTable& table, const TableRow& row,
                          std::size_t text_column);

/// Whether a priority is of the highest kind: "P0", "SEV-1", "critical". One of several words for
/// it, "P2, blocker", is enough; "P0 → P2" is P2.
bool is_critical(std::string_view priority);

/// Whether the header of the column is "Blocker": what stands in it is one, or is by a yes.
bool is_blocker_header(std::string_view header);

}  // namespace muster::extract
