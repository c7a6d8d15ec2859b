#include "extract/front_keys.h"

#include <array>

namespace muster::extract {

namespace {

constexpr FrontKey kBindings[] = {
    {"", "parity"},
    {"parity", "staging", true},
    {"parity", "production", true},
    {"parity", "rows", true},
    {"parity.rows[]", "item", true},
    {"parity.rows[]", "pointer", true},
    {"parity.rows[]", "compare"},
    {"parity.rows[]", "pattern"},
    {"parity.rows[]", "secret"},
    {"", "evidence"},
    {"evidence[]", "item"},
    {"evidence[]", "section"},
    {"evidence[]", "report", true},
    {"evidence[]", "expect"},
    {"", "metrics"},
    {"", "sign-off"},
    {"sign-off", "required"},
    {"sign-off", "covers"},
    {"", "waivers"},
    {"waivers[]", "rule", true},
    {"waivers[]", "subject"},
    {"waivers[]", "reason", true},
    {"waivers[]", "by", true},
    {"waivers[]", "until", true},
};

constexpr std::string_view kKinds[] = {"issue", "checklist", "tracker", "report", "page"};
constexpr std::string_view kCompare[] = {"same",      "differs", "major",  "minor",
                                         "set-equal", "matches", "present"};
constexpr std::string_view kYesNo[] = {"true", "false"};

constexpr FrontWords kWords[] = {
    {"kind", kKinds}, {"parity.rows[].compare", kCompare}, {"parity.rows[].secret", kYesNo}};

constexpr std::string_view kNear[] = {"id",       "kind",   "title",     "status",  "owner",
                                      "priority", "labels", "sign-off",  "waivers", "evidence",
                                      "metrics",  "parity", "depends_on"};

}  // namespace

std::span<const FrontKey> binding_keys() { return kBindings; }

std::vector<std::string_view> binding_keys_within(std::string_view within) {
  std::vector<std::string_view> names;
  for (const FrontKey& key : kBindings)
    if (key.within == within) names.push_back(key.name);
  return names;
}

std::span<const FrontWords> front_words() { return kWords; }

std::span<const std::string_view> front_words_of(std::string_view key) {
  for (const FrontWords& row : kWords)
    if (row.key == key) return row.words;
  return {};
}

std::span<const std::string_view> near_front_keys() { return kNear; }

}  // namespace muster::extract
