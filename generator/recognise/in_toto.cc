// in-toto Statements (in-toto/attestation, spec/v1 and its predicates): what a signer says of files
// by their digests. Some predicates are verdicts: test results, verified properties, scans; most,
// such as provenance, are none.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kStatement = "https://in-toto.io/Statement/";

// ---- predicates

void add_unclear(std::string_view result, Reading& reading) {
  add_doubt(reading, cat({"its result is \"", shorten(result, 40),
                          "\", which is neither passed nor failed"}));
}

void read_tests(const Json& predicate, Reading& reading) {
  const std::string_view result = text_at(predicate, "/result");
  if (const Json* value = predicate.find("result")) reading.report.verdict_line = value->line;
  Counts counts;
  counts.passed = entries_at(predicate, "/passedTests", reading);
  counts.failed = entries_at(predicate, "/failedTests", reading);
  const long long warned = entries_at(predicate, "/warnedTests", reading);
  take_counts(counts, "tests", reading);
  if (result == "FAILED") return add_failure(reading, "its result is FAILED");
  if (result == "WARNED" || warned > 0)
    add_doubt(reading, cat({"its result is \"", shorten(result, 40), "\" with ",
                            counted(warned, "test"), " that warned"}));
  else if (result != "PASSED")
    add_unclear(result, reading);
  else if (at(predicate, "/passedTests", Json::Kind::array) == nullptr)
    add_doubt(reading, "it says PASSED and lists no tests that passed");
}

// What was verified is told by a list of texts; what is not in it was not verified.
void take_verified(const Json& predicate, std::string_view list, std::string_view what,
                   Reading& reading) {
  reading.report.tool = text_at(predicate, "/verifier/id");
  const Json* verified = list_at(predicate, list, what, reading);
  if (verified == nullptr) return;
  reading.report.verdict_line = verified->line;
  Counts counts;
  for (const Json& one : verified->items)
    if (one.is(Json::Kind::string) && !one.text.empty())
      ++counts.passed;
    else
      counts.add_unknown(one.text);
  take_counts(counts, what, reading);
}

void read_properties(const Json& predicate, Reading& reading) {
  take_verified(predicate, "/properties", "properties", reading);
  read_credible_time(predicate.find("timeCreated"), "timeCreated", reading);
}

void read_summary(const Json& predicate, Reading& reading) {
  take_verified(predicate, "/verifiedLevels", "verified levels", reading);
  read_credible_time(predicate.find("timeVerified"), "timeVerified", reading);
  const std::string_view result = text_at(predicate, "/verificationResult");
  if (result == "FAILED")
    add_failure(reading, "its result is FAILED");
  else if (result != "PASSED")
    add_unclear(result, reading);
}

void add_rating(const Json& rating, Findings& findings) {
  const Json* score = rating.find("score");
  if (score == nullptr) return findings.add("");
  double value = 0;
  const char* end = score->text.data() + score->text.size();
  const auto [read, error] = std::from_chars(score->text.data(), end, value);
  if (error == std::errc() && read == end)
    findings.add_score(value);
  else
    findings.add(score->text);
}

// A vulnerability is as grave as the gravest of its ratings.
void add_vulnerability(const Json& vulnerability, Findings& findings) {
  Findings ratings;
  if (const Json* list = at(vulnerability, "/severity", Json::Kind::array))
    for (const Json& rating : list->items) add_rating(rating, ratings);
  if (ratings.grave > 0)
    ++findings.grave;
  else if (ratings.lesser > 0 && ratings.unknown == 0)
    ++findings.lesser;
  else
    findings.add(ratings.unknown_word);
}

void read_scan(const Json& predicate, Reading& reading) {
  reading.report.tool = text_at(predicate, "/scanner/uri");
  read_credible_time(predicate.at("/metadata/scanFinishedOn"), "scanFinishedOn", reading);
  const Json* results = list_at(predicate, "/scanner/result", "results", reading);
  if (results == nullptr) return;
  Findings findings;
  for (const Json& vulnerability : results->items) add_vulnerability(vulnerability, findings);
  take_findings(findings, std::nullopt, "packages", reading);
}

struct Predicate {
  std::string_view type;  // without its version
  std::string_view versions;
  void (*read)(const Json& predicate, Reading& reading);
};
constexpr Predicate kPredicates[] = {
    {"https://in-toto.io/attestation/test-result/", "v0.1", read_tests},
    {"https://in-toto.io/attestation/svr/", "v0.1", read_properties},
    {"https://in-toto.io/attestation/vulns/", "v0.1|v0.2", read_scan},
    {"https://cosign.sigstore.dev/attestation/vuln/", "v1", read_scan},
    {"https://slsa.dev/verification_summary/", "v1", read_summary},
};

void read_predicate(const Json& json, Reading& reading) {
  const std::string_view type = text_at(json, "/predicateType");
  if (type.empty()) return add_doubt(reading, "it does not say what its predicate is");
  const auto* known =
      std::find_if(std::begin(kPredicates), std::end(kPredicates),
                   [&](const Predicate& predicate) { return type.starts_with(predicate.type); });
  if (known == std::end(kPredicates))
    return measures(cat({"attests \"", shorten(type, 60), "\""}), reading);
  if (!is_one_of(split(known->versions, '|'), type.substr(known->type.size())))
    return add_unknown_version(json.find("predicateType"), reading);
  const Json* predicate = at(json, "/predicate", Json::Kind::object);
  if (predicate == nullptr) return add_doubt(reading, "it has no predicate");
  known->read(*predicate, reading);
}

// ---- the statement

// The first digest, as "sha256:…", or "commit …" of one that Git knows.
void read_subject(const Json& json, Reading& reading) {
  const Json* digest = at(json, "/subject/0/digest", Json::Kind::object);
  if (digest == nullptr || digest->members.empty() || digest->members.front().value.text.empty())
    return add_doubt(reading, "it names no subject by a digest");
  const Json::Member& first = digest->members.front();
  reading.report.subject = first.name == "gitCommit" ? cat({"commit ", first.value.text})
                                                     : cat({first.name, ":", first.value.text});
}

int score(const Json& json) {
  return text_at(json, "/_type").starts_with(kStatement) ? 2 * kNamesFormat : 0;
}

void read(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/_type").substr(kStatement.size());
  if (version != "v1" && version != "v0.1") return add_unknown_version(json.find("_type"), reading);
  read_subject(json, reading);
  read_predicate(json, reading);
}

}  // namespace

constinit const Recogniser in_toto{"in-toto Statement", score, read};

}  // namespace muster::recognise
