// What the readers of legends share: those of signs, of boxes and of words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/context.h"

namespace muster::extract {

/// The meaning in a text such as `= planned,`: without what stands between it and its neighbours.
std::string_view meaning_in(std::string_view text);

/// The class of a meaning: `means not started yet`, `done & tested`.
StatusClass class_of_meaning(const Context& context, std::string_view meaning);

/// The same for a sign, which custom may have given a meaning already: `✅ = supported` confirms it.
StatusClass class_of_sign(const Context& context, std::string_view sign, std::string_view meaning);

/// What follows `Legend:` in a paragraph, with the lines that go on with it. None where its first
/// line begins otherwise.
std::optional<std::string> labelled_legend(const std::vector<Line>& lines);

/// The equations of such a text, where it is nothing else: `✓ = done`, `P = partial`. They are cut
/// at
/// `;`, `|` and `·`, and at a comma that another equation follows.
std::vector<std::string_view> equations_of(std::string_view text);

/// From here on nothing else is read from the block and what it holds.
void set_in_legend(Context& context, std::size_t block);

/// The cells of a table, its header first.
std::vector<std::vector<std::string>> rows_of(const Context& context, std::size_t table);

/// Headers of a column that tells what signs or words mean, and of one that holds states.
bool is_meaning_header(std::string_view header);
bool is_state_header(std::string_view header);

void read_box_legends(Context& context);
void read_word_legends(Context& context);

}  // namespace muster::extract
