// The same document in other words: what shows that reading is keyed to no sample's words.
#pragma once

#include <string>
#include <string_view>

namespace muster::test {

/// Every id gets another prefix; every key, table header and opening label a synonym from the
/// vocabulary; every other word of headings, labels and keys a word that means nothing. Items,
/// cells and values stay, but for their ids.
std::string renamed(std::string_view markdown);

/// The id that stands for this one in a renamed document.
std::string renamed_id(std::string_view id);

}  // namespace muster::test
