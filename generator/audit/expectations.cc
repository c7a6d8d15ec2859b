#include "audit/expectations.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "audit/proof.h"
#include "audit/values.h"
#include "base/secrets.h"
#include "base/text.h"

namespace muster {
namespace {

using record::Expectation;
using record::ExpectedIs;

// The pointer that the writer most likely meant, among those beside it.
std::string near_pointer(const Json& json, std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  const Json* parent = json.at(pointer.substr(0, slash));
  if (parent == nullptr || !parent->is(Json::Kind::object)) return {};
  std::vector<std::string_view> names;
  for (const Json::Member& member : parent->members) names.push_back(member.name);
  const std::string_view meant = did_you_mean(pointer.substr(slash + 1), names);
  return meant.empty() ? std::string()
                       : cat({"; did you mean ", pointer.substr(0, slash), "/", meant, "?"});
}

// That something is there, or equals itself, holds of any report.
bool says_something(const Expectation& wanted) {
  const bool itself = wanted.other == wanted.pointer && wanted.other_length == wanted.length;
  const bool any = wanted.is == ExpectedIs::matches &&
                   wanted.literal.text.find_first_not_of('*') == std::string::npos;
  return wanted.is != ExpectedIs::present && wanted.is != ExpectedIs::not_equal && !itself && !any;
}

// What a pointer leads to, or how long that is.
std::optional<Json> side(const Json& json, std::string_view pointer, bool length,
                         std::string& problem) {
  const Json* found = json.at(pointer);
  if (found == nullptr) {
    problem = cat({"nothing stands at ", pointer, near_pointer(json, pointer)});
    return std::nullopt;
  }
  if (!length) return *found;
  const std::optional<long long> count = length_of(*found);
  if (!count) problem = cat({"what stands at ", pointer, " has no length"});
  return count ? std::optional(Json::of(*count)) : std::nullopt;
}

bool is_near(double a, double b, const Expectation& wanted) {
  const double reach = wanted.in_percent ? std::abs(b) * wanted.tolerance / 100 : wanted.tolerance;
  return std::abs(a - b) <= reach;
}

std::optional<bool> compare_order(const Json& a, const Json& b, ExpectedIs is,
                                  std::string& problem) {
  if (!a.is(Json::Kind::number) || !b.is(Json::Kind::number)) {
    problem = "only numbers are less or greater";
    return std::nullopt;
  }
  switch (is) {
    case ExpectedIs::less:
      return a.number < b.number;
    case ExpectedIs::less_or_equal:
      return a.number <= b.number;
    case ExpectedIs::greater:
      return a.number > b.number;
    default:
      return a.number >= b.number;
  }
}

std::optional<bool> compare_versions(const Json& a, const Json& b, int parts,
                                     std::string& problem) {
  const std::optional<std::string> one = version_front(a, parts);
  const std::optional<std::string> other = version_front(b, parts);
  if (one && other) return *one == *other;
  problem = cat({shown(one ? b : a), " is no version of ", parts == 1 ? "one part" : "two parts"});
  return std::nullopt;
}

std::optional<bool> holds(const Json& a, const Json& b, const Expectation& wanted,
                          std::string& problem) {
  const bool numbers = a.is(Json::Kind::number) && b.is(Json::Kind::number);
  switch (wanted.is) {
    case ExpectedIs::equal:
      return numbers ? is_near(a.number, b.number, wanted) : same_value(a, b);
    case ExpectedIs::not_equal:
      return !same_value(a, b);
    case ExpectedIs::less:
    case ExpectedIs::less_or_equal:
    case ExpectedIs::greater:
    case ExpectedIs::greater_or_equal:
      return compare_order(a, b, wanted.is, problem);
    case ExpectedIs::same_major:
      return compare_versions(a, b, 1, problem);
    case ExpectedIs::same_minor:
      return compare_versions(a, b, 2, problem);
    case ExpectedIs::matches:
      return fits_pattern(a, b.text);
    case ExpectedIs::set_equal:
      return same_set(a, b);
    case ExpectedIs::present:
      return !a.is(Json::Kind::null);
    case ExpectedIs::unreadable:
      break;
  }
  problem = "it cannot be read";
  return std::nullopt;
}

bool hidden(std::string_view pointer) {
  return names_secret(pointer.substr(pointer.rfind('/') + 1));
}

Expected judge(const Json& json, const Expectation& wanted) {
  Expected expected;
  if (wanted.is == ExpectedIs::unreadable) {
    expected.problem = "it cannot be read";
    return expected;
  }
  const std::optional<Json> a = side(json, wanted.pointer, wanted.length, expected.problem);
  if (!a) return expected;
  expected.seen = hidden(wanted.pointer) ? std::string(kHidden) : shown(*a);
  std::optional<Json> b = wanted.literal;
  if (!wanted.other.empty()) {
    b = side(json, wanted.other, wanted.other_length, expected.problem);
    if (!b) return expected;
    expected.seen += cat({" and ", hidden(wanted.other) ? std::string(kHidden) : shown(*b)});
  }
  expected.met = holds(*a, *b, wanted, expected.problem).value_or(false);
  return expected;
}

}  // namespace

std::vector<Expected> judge_expectations(const Model& model, const Citation& citation) {
  std::vector<Expected> all;
  if (citation.expect.empty()) return all;
  const Evidence& evidence = model.evidence[citation.evidence];
  const std::string why = why_without_values(evidence);
  const std::string problem = why.empty() ? why : cat({"it ", why});
  for (const Expectation& wanted : citation.expect)
    all.push_back(problem.empty() ? judge(*evidence.content->json, wanted)
                                  : Expected{false, {}, problem});
  return all;
}

bool meets_all(const Judging& judging, std::size_t citation) {
  const std::vector<Expected>& all = judging.expectations[citation];
  const std::vector<Expectation>& wanted = judging.model.citations[citation].expect;
  return std::any_of(wanted.begin(), wanted.end(), says_something) &&
         std::all_of(all.begin(), all.end(), [](const Expected& one) { return one.met; });
}

bool misses_one(const Judging& judging, std::size_t citation) {
  const std::vector<Expected>& all = judging.expectations[citation];
  return std::any_of(all.begin(), all.end(), [](const Expected& one) { return !one.met; });
}

int check_expectation_unmet(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.citations.size(); ++i) {
    const Citation& citation = judging.model.citations[i];
    const DocumentId document = judging.document_at(citation.where);
    if (!judging.judged(document)) continue;
    const Evidence& evidence = judging.model.evidence[citation.evidence];
    for (std::size_t j = 0; j < citation.expect.size(); ++j) {
      ++subjects;
      const Expected& expected = judging.expectations[i][j];
      const record::Written& source = citation.expect[j].source;
      if (expected.met || evidence.state != EvidenceState::present) continue;
      const bool item = static_cast<bool>(citation.item);
      Finding& finding = out.add(item ? SubjectKind::item : SubjectKind::evidence,
                                 item ? citation.item.n : citation.evidence.n,
                                 cat({evidence.path, " ", source.text}))
                             .finding;
      finding.label = item ? judging.model.items[citation.item].text : evidence.path;
      finding.where = {citation.where.repo, citation.where.path, source.line, source.column};
      finding.document = document;
      finding.owner = item ? judging.model.items[citation.item].owner
                           : value_of(judging.model.documents[document].owner);
      finding.message = expected.problem.empty()
                            ? cat({"`", source.text, "` does not hold in ", quoted(evidence.path),
                                   ": it is ", expected.seen})
                            : cat({"`", source.text, "` cannot be held against ",
                                   quoted(evidence.path), ": ", expected.problem});
      if (item) finding.related.push_back(judging.model.items[citation.item].where);
    }
  }
  return subjects;
}

}  // namespace muster
