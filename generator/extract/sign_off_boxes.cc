// Boxes that sign: who and what, a date that is asked for, and words that take the tick back.
#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/sign_off_kinds.h"
#include "extract/signing.h"

namespace muster::extract {

namespace {

// Verbs that follow the one who signs: "CTO has approved with conditions".
constexpr std::string_view kVerbs =
    "has|have|is|was|will|does|did|approved|approves|signed|signs|refused|refuses|rejected|rejects|"
    "declined|declines|asked|asks|objects|objected|wants|needs|cannot|can|must|agreed|agrees|not|"
    "vetoed|withdrew|withholds|requested|requests|abstained";

bool is_verb(std::string_view word) { return is_listed(kVerbs, lower(word)); }

// "CTO approved with conditions": who, then what that one said.
bool split_at_verb(std::string_view text, record::SignOff& sign_off) {
  std::size_t at = 0;
  for (int words = 0; words <= kSignerWords; ++words) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (words > 0 && is_verb(text.substr(at, end - at))) {
      sign_off.role = std::string(trim(text.substr(0, at)));
      sign_off.scope = std::string(trim(text.substr(at)));
      return names_role(sign_off.role);
    }
    if (end == text.size()) return false;
    at = end + 1;
  }
  return false;
}

// "CTO sign-off (waiting on legal)"
bool split_aside(std::string_view text, record::SignOff& sign_off) {
  const std::size_t open = text.find(" (");
  if (open == std::string_view::npos || !text.ends_with(')')) return false;
  const std::string_view who = trim(text.substr(0, open));
  if (count_words(who) > kSignerWords) return false;
  sign_off.role = signer_of(who, sign_off.scope);
  sign_off.scope = std::string(text.substr(open + 2, text.size() - open - 3));
  return true;
}

// Before the first dash or colon: who; after it: what. Nothing before it, and a long text: nobody.
void split_signer(std::string_view text, record::SignOff& sign_off) {
  for (const std::string_view divider : {" — ", " – ", " - ", ": "}) {
    const std::size_t at = text.find(divider);
    if (at == std::string_view::npos || count_words(text.substr(0, at)) > kSignerWords) continue;
    sign_off.role = std::string(trim(text.substr(0, at)));
    sign_off.scope = std::string(trim(text.substr(at + divider.size())));
    return;
  }
  if (split_aside(text, sign_off)) return;
  if (says_no_signature(text) && split_at_verb(text, sign_off)) return;
  sign_off.role.clear();
  sign_off.scope.clear();
  if (count_words(text) > kSignerWords) return;
  sign_off.role = signer_of(text, sign_off.scope);
}

// "Refused: CTO", "Approved: CTO": the answer stands first.
void put_signer_first(record::SignOff& sign_off) {
  const bool answer = says_no_signature(sign_off.role) || speaks_of_approving(sign_off.role);
  if (!answer || names_role(sign_off.role) || !names_role(sign_off.scope)) return;
  if (count_words(sign_off.scope) <= kSignerWords) std::swap(sign_off.role, sign_off.scope);
}

// "(Date/Time: ____)" at the end of the text, taken off it; none where no date is asked for.
std::optional<record::Entry> take_date(std::string_view& text, const record::Item& item) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  const std::size_t colon = inside.find(':');
  const std::string_view name = key_name(inside.substr(0, colon));
  if (colon == std::string_view::npos || (name != "date" && name != "time")) return std::nullopt;
  text = trim(text.substr(0, open));
  return make_entry(inside.substr(colon + 1), item.line, item.column);
}

// "Backups: restored" names nobody. A role does, a line left for a name, a date that is asked for,
// and words such as "approval"; and a refusal needs no name.
bool is_signer(const record::SignOff& sign_off, std::string_view text, bool dated) {
  std::string scope;
  return names_role(sign_off.role) || count_blanks(sign_off.role).total() > 0 || dated ||
         says_no_signature(sign_off.role) ||
         signer_of(text, scope).size() < collapse_spaces(text).size();
}

// "QA: deferred"; longer texts are read for what they say.
bool is_status_against(std::string_view said) {
  if (count_words(said) != 1) return false;
  const StatusClass status = status_class(said);
  return status != StatusClass::unknown && status != StatusClass::done;
}

// A box that names nobody is an ordinary check: it must not be forgotten among the sign-offs.
void read_box(Context& context, Id<record::Item> id) {
  record::Item& item = context.records.items[id];
  record::SignOff sign_off;
  std::string_view text = item.text;
  const std::optional<record::Entry> date = take_date(text, item);
  sign_off.at = date.value_or(record::Entry{.text = {}, .line = item.line});
  split_signer(text, sign_off);
  put_signer_first(sign_off);
  if (sign_off.role.empty() || !is_signer(sign_off, text, date.has_value())) {
    item.role = Role::check;
    return;
  }
  sign_off.shape = record::SignOffShape::box;
  sign_off.item = id;
  sign_off.section = item.section;
  const bool against = says_no_signature(text) || is_status_against(context.plain(sign_off.scope));
  const bool dated = !date || is_dated(context, *date);
  sign_off.signed_off = item.state == BoxState::ticked && !against && dated;
  for (const std::string& detail : item.details)
    if (begins_with_refusal(detail)) sign_off.signed_off = false;
  sign_off.line = item.line;
  context.records.sign_offs.add(std::move(sign_off));
}

}  // namespace

void read_sign_off_boxes(Context& context) {
  for (std::size_t i = 0; i < context.records.items.size(); ++i)
    if (context.records.items[Id<record::Item>(i)].role == Role::sign_off)
      read_box(context, Id<record::Item>(i));
}

}  // namespace muster::extract
