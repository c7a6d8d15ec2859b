#include "audit/claims.h"

#include <algorithm>
#include <vector>

#include "audit/metrics.h"
#include "audit/values.h"
#include "base/text.h"

namespace muster {
namespace {

constexpr int kDepth = 3;

bool is_same_name(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view name) {
    std::string letters;
    for (const char& c : name)
      if (is_alnum(c)) letters += lower(std::string_view(&c, 1));
    return letters;
  };
  return plain(a) == plain(b);
}

// Every value that stands at a member of that name, near the top.
void find_values(const Json& json, std::string_view name, int depth,
                 std::vector<const Json*>& found) {
  if (depth > kDepth) return;
  for (const Json::Member& member : json.members) {
    if (is_same_name(member.name, name) && !member.value.is(Json::Kind::object) &&
        !member.value.is(Json::Kind::array))
      found.push_back(&member.value);
    find_values(member.value, name, depth + 1, found);
  }
  for (const Json& item : json.items) find_values(item, name, depth + 1, found);
}

std::string text_of(const Json& value) {
  if (value.is(Json::Kind::boolean)) return value.boolean ? "true" : "false";
  return value.is(Json::Kind::null) ? std::string("null") : value.text;
}

// Two numbers, two truths, or two texts: "ratio=1" and 1.0 are the same, "5m" and 300 are not
// compared, and of "2026-02-08" the report may tell the hour.
enum class Same { yes, no, unknown };

Same compare_fact(std::string_view told, const Json& value) {
  const std::string text = text_of(value);
  if (equals_ignoring_case(text, told)) return Same::yes;
  const JsonRead number = read_json(told);
  const bool numeric = number.ok && number.value.is(Json::Kind::number);
  if (value.is(Json::Kind::number))
    return !numeric ? Same::unknown : value.number == number.value.number ? Same::yes : Same::no;
  if (value.is(Json::Kind::boolean))
    return equals_ignoring_case(told, "true") || equals_ignoring_case(told, "false")
               ? Same::no
               : Same::unknown;
  if (!value.is(Json::Kind::string) || numeric) return Same::unknown;
  return text.starts_with(told) ? Same::yes : Same::no;
}

// "orgCount=1,200" was read up to its comma.
bool goes_on(const Claim& claim, const record::Fact& fact) {
  const std::string written = cat({fact.key, "=", fact.value, ","});
  const std::size_t at = claim.result.find(written);
  const std::size_t next = at + written.size();
  return at != std::string::npos && next < claim.result.size() && is_digit(claim.result[next]);
}

// What the reports say of a fact, where none of them says what the text does.
const Json* contradiction(const Judging& judging, const Claim& claim, const record::Fact& fact,
                          EvidenceId& by) {
  const Json* other = nullptr;
  for (const EvidenceId id : claim.evidence) {
    const Evidence& evidence = judging.model.evidence[id];
    if (evidence.content == nullptr || evidence.content->json == nullptr) continue;
    std::vector<const Json*> found;
    find_values(*evidence.content->json, fact.key, 0, found);
    for (const Json* value : found) {
      if (compare_fact(fact.value, *value) != Same::no) return nullptr;
      if (other == nullptr) by = id;
      other = other == nullptr ? value : other;
    }
  }
  return other;
}

int check_facts(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (const Claim& claim : judging.model.claims) {
    if (!judging.judged(claim.document)) continue;
    for (const record::Fact& fact : claim.facts) {
      if (goes_on(claim, fact)) continue;
      ++subjects;
      EvidenceId by;
      const Json* said = contradiction(judging, claim, fact, by);
      if (said == nullptr) continue;
      const Evidence& evidence = judging.model.evidence[by];
      Finding& finding =
          out.add(SubjectKind::evidence, by.n, cat({claim.subject, " ", fact.key})).finding;
      finding.label = evidence.path;
      finding.document = claim.document;
      finding.where = claim.where;
      finding.related.push_back({evidence.repo, evidence.path, said->line, said->column});
      finding.message =
          cat({quoted(claim.subject), " tells ", fact.key, "=", shorten(fact.value, 40), ", and ",
               quoted(evidence.path), " says ", shown(*said)});
    }
  }
  return subjects;
}

// Matched by words, and so a warning.
int check_denials(const Judging& judging, Findings& out) {
  for (const Denial& denial : judging.model.denials) {
    const Item& item = judging.model.items[denial.item];
    const Evidence& evidence = judging.model.evidence[denial.evidence];
    if (!judging.judged(item.document)) continue;
    Finding& finding = out.add(SubjectKind::item, denial.item.n, denial.key).finding;
    finding.severity = Severity::warning;
    finding.label = item.anchor;
    finding.document = item.document;
    finding.owner = item.owner;
    finding.where = item.where;
    finding.related.push_back({evidence.repo, evidence.path, denial.line, 0});
    finding.message = cat({quoted(item.text), " is ticked, and ", quoted(evidence.path),
                           " says of ", denial.key, ": ", quoted(denial.text)});
    finding.advice = "Untick the box, or write into the report what was done since.";
  }
  return static_cast<int>(judging.model.denials.size());
}

}  // namespace

int check_claim_contradicts_evidence(const Judging& judging, Findings& out) {
  return check_facts(judging, out) + check_denials(judging, out) +
         check_metric_contradicted(judging, out);
}

}  // namespace muster
