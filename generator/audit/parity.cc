#include "audit/parity.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "audit/proof.h"
#include "audit/values.h"
#include "base/secrets.h"
#include "base/text.h"

namespace muster {
namespace {

using record::ParityCompare;

constexpr std::size_t kShown = 60;

// ---- captured

std::string why_unread(const Model& model, EvidenceId id, std::string_view which) {
  if (!id) return cat({"there is no file of ", which});
  const std::string why = why_without_values(model.evidence[id]);
  return why.empty() ? why : cat({quoted(model.evidence[id].path), " ", why});
}

std::optional<bool> same_version(const Json& a, const Json& b, int parts) {
  const std::optional<std::string> one = version_front(a, parts);
  const std::optional<std::string> other = version_front(b, parts);
  if (!one || !other) return std::nullopt;
  return *one == *other;
}

std::optional<bool> stand_as_wanted(const record::ParityPair& pair, const Json& staging,
                                    const Json& production) {
  switch (pair.compare) {
    case ParityCompare::same:
      return same_value(staging, production);
    case ParityCompare::differs:
      if (staging.kind != production.kind) return std::nullopt;
      return !same_value(staging, production);
    case ParityCompare::major:
      return same_version(staging, production, 1);
    case ParityCompare::minor:
      return same_version(staging, production, 2);
    case ParityCompare::set_equal:
      if (!staging.is(Json::Kind::array) || !production.is(Json::Kind::array)) return std::nullopt;
      return same_set(staging, production);
    case ParityCompare::matches:
      if (pair.pattern.empty()) return std::nullopt;
      return fits_pattern(staging, pair.pattern) && fits_pattern(production, pair.pattern);
    case ParityCompare::present:
      return !staging.is(Json::Kind::null) && !production.is(Json::Kind::null);
    case ParityCompare::unreadable:
      break;
  }
  return std::nullopt;
}

std::string wanted_words(const record::ParityPair& pair) {
  switch (pair.compare) {
    case ParityCompare::same:
      return "they should be the same";
    case ParityCompare::differs:
      return "they should differ";
    case ParityCompare::major:
      return "they should be of one major version";
    case ParityCompare::minor:
      return "they should be of one minor version";
    case ParityCompare::set_equal:
      return "they should have the same entries";
    case ParityCompare::matches:
      return cat({"both should fit ", pair.pattern});
    case ParityCompare::present:
      return "both should be there";
    case ParityCompare::unreadable:
      return "how they should compare cannot be read";
  }
  return {};
}

std::string shown_value(const record::ParityPair& pair, const Json* value) {
  if (value == nullptr) return "not there";
  const std::string_view name = std::string_view(pair.pointer).substr(pair.pointer.rfind('/') + 1);
  if (pair.secret || names_secret(name)) return "there, a secret";
  return value->is(Json::Kind::string) ? shorten(hide_secrets(value->text), kShown) : shown(*value);
}

ParityAudit judge_captured(const Model& model, const ParityRow& row) {
  ParityAudit audit;
  for (const auto& [id, which] :
       {std::pair(row.staging, "staging"), std::pair(row.production, "production")})
    if (audit.why.empty()) audit.why = why_unread(model, id, which);
  if (audit.why.empty() && row.staging == row.production) audit.why = "both are one file";
  if (!audit.why.empty()) return audit;
  const Json* staging = model.evidence[row.staging].content->json->at(row.pair.pointer);
  const Json* production = model.evidence[row.production].content->json->at(row.pair.pointer);
  audit.staging = shown_value(row.pair, staging);
  audit.production = shown_value(row.pair, production);
  if (staging == nullptr && production == nullptr) {
    audit.why = cat({"nothing stands at ", row.pair.pointer, " in either file"});
    return audit;
  }
  if (staging == nullptr || production == nullptr) {
    audit.state = ParityState::mismatch;
    audit.why = cat({"nothing stands at ", row.pair.pointer, " in ",
                     staging == nullptr ? "staging" : "production"});
    return audit;
  }
  if (says_nothing(*staging) || says_nothing(*production)) {
    audit.why = cat({says_nothing(*staging) ? "staging" : "production", " has no value there"});
    return audit;
  }
  const std::optional<bool> stand = stand_as_wanted(row.pair, *staging, *production);
  if (!stand) {
    audit.why = cat({wanted_words(row.pair), ", and cannot be compared so"});
    return audit;
  }
  audit.state = *stand ? ParityState::matches : ParityState::mismatch;
  if (!*stand) audit.why = wanted_words(row.pair);
  return audit;
}

// ---- told

// "on purpose", "by design": a waiver in its place; not "unintentional", "not by design".
bool is_on_purpose(const ParityRow& row) {
  constexpr std::array<std::string_view, 6> words = {"on purpose",    "by design",  "intentional",
                                                     "intentionally", "deliberate", "a propósito"};
  constexpr std::array<std::string_view, 5> denials = {"not", "never", "no", "isn't", "sin"};
  const std::string text = lower(cat({row.notes.text, " ", row.status.text}));
  const bool said = std::any_of(words.begin(), words.end(),
                                [&](std::string_view word) { return contains_word(text, word); });
  return said && std::none_of(denials.begin(), denials.end(),
                              [&](std::string_view word) { return contains_word(text, word); });
}

// Words and numbers of a value, without those that name the environment itself: hosts, projects
// and secrets have other names in each.
std::vector<std::string> telling_words(std::string_view text) {
  constexpr std::array<std::string_view, 12> environments = {
      "staging", "stage",   "stg", "production", "prod", "live",
      "default", "preprod", "pre", "main",       "root", "env"};
  std::vector<std::string> words(1);
  for (const char& c : text) {
    const bool kept = is_alnum(c) || c == '.' || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (kept)
      words.back() += lower(std::string_view(&c, 1));
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [&](const std::string& word) {
    return word.empty() || word == "." ||
           std::find(environments.begin(), environments.end(), word) != environments.end();
  });
  return words;
}

// "17.2" of “PostgreSQL 17.2”; none where there is no version, or more than one.
std::optional<std::string> version_in(std::string_view text) {
  std::optional<std::string> found;
  for (const std::string& word : telling_words(text)) {
    const std::size_t dot = word.find('.');
    const bool version = dot != std::string::npos && dot > 0 && dot + 1 < word.size() &&
                         is_digit(word[dot - 1]) && is_digit(word[dot + 1]);
    if (version && found) return std::nullopt;
    if (version) found = word;
  }
  return found;
}

// Whether two told values cannot both be right for a row that calls itself equal: versions that
// differ. Names, sizes and sentences may well differ, and are not compared.
bool speak_against_each_other(std::string_view staging, std::string_view production) {
  const std::optional<std::string> a = version_in(staging);
  const std::optional<std::string> b = version_in(production);
  return a && b && *a != *b;
}

// A dash says that there is none.
std::string missing_value(const ParityRow& row) {
  const auto lacks = [](const record::Entry& entry) {
    return entry.fill != Fill::value && entry.fill != Fill::not_applicable;
  };
  if (lacks(row.told_staging)) return "staging has no value";
  if (lacks(row.told_production)) return "production has no value";
  return {};
}

// Told values are compared with care; how far a row is, its own mark says first.
ParityAudit judge_told(const ParityRow& row) {
  ParityAudit audit;
  audit.staging = row.told_staging.text;
  audit.production = row.told_production.text;
  audit.why = missing_value(row);
  const bool equal = plain_words(audit.staging) == plain_words(audit.production);
  if (is_on_purpose(row)) {
    audit.state = ParityState::accepted;
    audit.why = "it differs on purpose";
  } else if (row.status.fill == Fill::value && row.status_class == StatusClass::done) {
    audit.contradicts =
        !audit.why.empty() || speak_against_each_other(audit.staging, audit.production);
    if (!audit.contradicts) audit.state = ParityState::matches;
    if (!audit.contradicts && !equal) audit.why = "by its own mark; the values are not compared";
    if (audit.contradicts && audit.why.empty()) audit.state = ParityState::mismatch;
  } else if (row.status.fill == Fill::value) {
    audit.state = row.status_class == StatusClass::blocked   ? ParityState::mismatch
                  : row.status_class == StatusClass::dropped ? ParityState::accepted
                                                             : ParityState::unknown;
    if (audit.why.empty()) audit.why = cat({"the table says ", quoted(row.status.text)});
  } else if (audit.why.empty()) {
    audit.state = equal ? ParityState::matches : ParityState::mismatch;
    if (!equal) audit.why = "the two values differ";
  }
  return audit;
}

// ---- findings

Finding& add_finding(const Judging& judging, Findings& out, std::size_t i) {
  const ParityRow& row = judging.model.parity_rows[ParityId(i)];
  Finding& finding = out.add(SubjectKind::parity, static_cast<std::uint32_t>(i), row.text).finding;
  finding.label = row.text;
  finding.document = row.document;
  finding.where = row.where;
  finding.owner = row.item ? judging.model.items[row.item].owner
                           : value_of(judging.model.documents[row.document].owner);
  return finding;
}

std::string both(const ParityAudit& audit) {
  return cat({"staging has ", audit.staging, " and production ", audit.production});
}

template <class F>
int each_row(const Judging& judging, F&& check) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.parity_rows.size(); ++i) {
    const ParityRow& row = judging.model.parity_rows[ParityId(i)];
    if (!judging.judged(row.document)) continue;
    ++subjects;
    check(i, row, judging.parity[i]);
  }
  return subjects;
}

}  // namespace

std::vector<ParityAudit> judge_parity(const Model& model) {
  std::vector<ParityAudit> audits;
  audits.reserve(model.parity_rows.size());
  for (const ParityRow& row : model.parity_rows)
    audits.push_back(row.captured ? judge_captured(model, row) : judge_told(row));
  return audits;
}

int check_parity_mismatch(const Judging& judging, Findings& out) {
  return each_row(judging, [&](std::size_t i, const ParityRow& row, const ParityAudit& audit) {
    if (audit.state != ParityState::mismatch || !row.captured) return;
    add_finding(judging, out, i).message =
        cat({quoted(row.text), ": ", both(audit), ", and ", audit.why});
  });
}

int check_parity_contradicted(const Judging& judging, Findings& out) {
  return each_row(judging, [&](std::size_t i, const ParityRow& row, const ParityAudit& audit) {
    if (!audit.contradicts) return;
    Finding& finding = add_finding(judging, out, i);
    finding.message =
        audit.state == ParityState::unknown
            ? cat({quoted(row.text), " is marked ", quoted(row.status.text), ", and ", audit.why})
            : cat({quoted(row.text), " is marked ", quoted(row.status.text), ", and ",
                   both(audit)});
  });
}

int check_parity_unknown(const Judging& judging, Findings& out) {
  return each_row(judging, [&](std::size_t i, const ParityRow& row, const ParityAudit& audit) {
    if (audit.state != ParityState::unknown || audit.contradicts) return;
    if (!row.captured && row.status.fill == Fill::value) return;  // its status says how far it is
    add_finding(judging, out, i).message =
        cat({quoted(row.text), " cannot be compared: ", audit.why});
  });
}

}  // namespace muster
