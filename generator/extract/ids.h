// What looks like an id: MIG-4, CE-P0-06, FE-RECOVERY-4, BACK-100.9. Whether it is one, another
// stage tells by what the documents declare.
#pragma once

#include <string>
#include <string_view>

namespace muster::extract {

/// The id at the front of the text, or empty.
std::string_view id_at(std::string_view text);

struct FoundId {
  std::string_view text;
  std::size_t at = 0;
};
/// The first id from `from` on that stands as a word of its own; `text` is empty where there is
/// none.
FoundId find_id(std::string_view text, std::size_t from = 0);

/// Whether what stands between two ids makes a range of them: "through", "to", a dash, "..".
bool is_range_word(std::string_view between);

/// Whether a word is an id of a commit: 7 to 40 hexadecimal digits in lower case, a digit and a
/// letter among them.
bool is_commit_id(std::string_view word);

/// The id or number that begins a heading or an item, with what divides it from the rest:
/// "CE-20: …", "MIG-4 — …", "T001 …". `rest` is what follows. None where a range begins: "CE-20
/// through CE-22: …", `CE-20..CE-22`, "CE-20 – CE-22: …".
std::string leading_id(std::string_view text, std::string_view& rest);

}  // namespace muster::extract
