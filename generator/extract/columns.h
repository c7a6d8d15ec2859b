// Headers of tables: what a column is called, and which columns make which kind of table. A new
// word is one entry in columns.cc.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "domain/vocabulary.h"

namespace muster::extract {

/// The canonical name of a table header ("Issue Link" is "issue"), or empty.
std::string_view column_name(std::string_view header);

/// As above; in tables of this kind a project's own headers come first.
std::string_view column_name(std::string_view header, record::TableKind kind,
                             const Vocabulary& vocabulary);

/// The shape of a table: every group must be met by a column of its own. A group is names of
/// columns with bars between.
struct TableShape {
  record::TableKind kind;
  std::span<const std::string_view> groups;
};
std::span<const TableShape> table_shapes();

/// The kinds that a project may add headers to, and the columns that their readers ask for.
std::vector<VocabularyGuide::Table> known_tables();

/// What a project should be told of a header of its own.
WordRemark remark_on_header(const HeaderWord& word);

}  // namespace muster::extract
