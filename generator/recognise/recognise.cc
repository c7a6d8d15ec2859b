#include "recognise/recognise.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "recognise/cobertura.h"
#include "recognise/junit.h"
#include "recognise/lcov.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster {

namespace {

using namespace recognise;

constexpr const Recogniser* kRecognisers[] = {
    &bandit,
    &checkov,
    &coverage_py,
    &ctrf,
    &cyclonedx,
    &dbt,
    &dsse,
    &eslint,
    &gh_issues,
    &gh_runs,
    &gitlab_issues,
    &gitlab_security,
    &gitleaks,
    &go_test,
    &google_benchmark,
    &google_test,
    &great_expectations,
    &grype,
    &in_toto,
    &istanbul,
    &jest,
    &k6_export,
    &k6_machine_readable,
    &k6_summary,
    &kube_bench,
    &lighthouse,
    &mocha,
    &muster_evidence,
    &newman,
    &npm_audit,
    &oscal,
    &playwright,
    &pytest,
    &sarif,
    &scorecard,
    &semgrep,
    &sigstore,
    &spdx,
    &terraform,
    &trivy,
    &vitest,
    &zap,
};

struct Candidate {
  int score = 0;
  const Recogniser* recogniser = nullptr;
};

// Those that know the report, the surest first.
std::vector<Candidate> candidates_for(const Json& json) {
  std::vector<Candidate> candidates;
  for (const Recogniser* recogniser : kRecognisers)
    if (const int score = recogniser->score(json); score > 0)
      candidates.push_back({score, recogniser});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return candidates;
}

record::Report ambiguous(const Recogniser& one, const Recogniser& other) {
  Reading reading;
  reading.report.format = cat({one.name, " or ", other.name});
  add_doubt(reading, cat({"it may be of two formats, ", one.name, " and ", other.name}));
  return conclude(std::move(reading));
}

record::Report read_unknown(const Json& json) {
  if (json.is(Json::Kind::object)) return read_generic_report(json);
  record::Report report;
  if (json.is(Json::Kind::array) && json.items.empty())
    report.reasons.push_back("it is an empty list, which does not tell what was looked at");
  return report;
}

}  // namespace

record::Report recognise_report(const Json& json) {
  const std::vector<Candidate> candidates = candidates_for(json);
  if (candidates.empty()) return read_unknown(json);
  const Candidate& best = candidates.front();
  if (candidates.size() > 1 && best.score - candidates[1].score <= 1)
    return ambiguous(*best.recogniser, *candidates[1].recogniser);
  Reading reading;
  reading.report.format = std::string(best.recogniser->name);
  best.recogniser->read(json, reading);
  return conclude(std::move(reading));
}

record::Report recognise_report(const Xml& xml) {
  Reading reading;
  if (is_junit(xml))
    read_junit(xml, reading);
  else if (is_cobertura(xml))
    read_cobertura(xml, reading);
  else
    return {};
  return conclude(std::move(reading));
}

record::Report recognise_report(std::string_view text) {
  if (!is_lcov(text)) return {};
  Reading reading;
  read_lcov(text, reading);
  return conclude(std::move(reading));
}

namespace recognise {

int telling(const Json& json, std::initializer_list<std::string_view> pointers) {
  const bool all = std::all_of(pointers.begin(), pointers.end(), [&](std::string_view pointer) {
    return json.at(pointer) != nullptr;
  });
  return all ? static_cast<int>(pointers.size()) : 0;
}

int points_of(const Json& json, std::initializer_list<std::string_view> names) {
  return static_cast<int>(std::count_if(names.begin(), names.end(), [&](std::string_view name) {
    return json.find(name) != nullptr;
  }));
}

int telling_signs(const Json& json, std::initializer_list<Sign> signs) {
  const bool all = std::all_of(signs.begin(), signs.end(), [&](const Sign& sign) {
    return at(json, sign.pointer, sign.kind) != nullptr;
  });
  return all ? static_cast<int>(signs.size()) : 0;
}

const Json* at(const Json& json, std::string_view pointer, Json::Kind kind) {
  const Json* found = json.at(pointer);
  return found != nullptr && found->is(kind) ? found : nullptr;
}

std::string_view text_at(const Json& json, std::string_view pointer) {
  const Json* found = at(json, pointer, Json::Kind::string);
  return found == nullptr ? std::string_view() : found->text;
}

std::optional<long long> count_at(const Json& json, std::string_view pointer) {
  const Json* found = json.at(pointer);
  long long count = 0;
  if (found == nullptr || !found->as_integer(count) || count < 0) return std::nullopt;
  return std::min(count, kMostCounted);
}

std::optional<long long> stated_at(const Json& json, std::string_view pointer, Reading& reading) {
  std::optional<long long> count;
  read_count(json.at(pointer), pointer.substr(pointer.rfind('/') + 1), count, reading);
  return count;
}

std::optional<long long> required_at(const Json& json, std::string_view pointer, Reading& reading) {
  if (json.at(pointer) == nullptr)
    add_doubt(reading, cat({"it does not tell ", pointer.substr(pointer.rfind('/') + 1)}));
  return stated_at(json, pointer, reading);
}

const std::vector<Json>& items_at(const Json& json, std::string_view pointer) {
  static const std::vector<Json> none;
  const Json* found = at(json, pointer, Json::Kind::array);
  return found == nullptr ? none : found->items;
}

const std::vector<Json>& parts_at(const Json& json, std::string_view pointer,
                                  std::string_view parts, Reading& reading) {
  if (at(json, pointer, Json::Kind::array) == nullptr)
    add_doubt(reading, cat({"it lists no ", parts}));
  return items_at(json, pointer);
}

const Json* list_at(const Json& json, std::string_view pointer, std::string_view of_what,
                    Reading& reading) {
  const Json* list = at(json, pointer, Json::Kind::array);
  if (list == nullptr) add_doubt(reading, cat({"it lists no ", of_what}));
  return list;
}

const Json* list_if_any(const Json& json, std::string_view pointer, Reading& reading) {
  const Json* value = json.at(pointer);
  if (value == nullptr || value->is(Json::Kind::null) || value->is(Json::Kind::array)) {
    return at(json, pointer, Json::Kind::array);
  }
  add_doubt(reading, cat({shorten(pointer.substr(pointer.rfind('/') + 1), 40), " is no list"}));
  return nullptr;
}

long long entries_at(const Json& json, std::string_view pointer, Reading& reading) {
  const Json* list = list_if_any(json, pointer, reading);
  return list == nullptr ? 0 : static_cast<long long>(list->items.size());
}

bool has_entries(const Json& json, std::string_view pointer) {
  const Json* list = at(json, pointer, Json::Kind::array);
  return list != nullptr && !list->items.empty();
}

void compare_at(const Json& json, std::string_view pointer, std::string_view name,
                long long counted, std::string_view parts, Reading& reading) {
  std::optional<long long> stated;
  read_count(json.at(pointer), name, stated, reading);
  compare_count(name, stated, counted, parts, reading);
}

void add_unknown_version(const Json* version, Reading& reading) {
  add_unknown_version(version == nullptr ? std::string_view() : version->text, reading);
}

void read_oldest_time(const Json& json, std::initializer_list<std::string_view> names,
                      Reading& reading) {
  const auto name = std::find_if(names.begin(), names.end(), [&](std::string_view member) {
    return json.find(member) != nullptr;
  });
  if (name == names.end()) return;
  const std::optional<Instant> before = reading.report.taken_at;
  const bool zone_missing = reading.report.zone_missing;
  read_credible_time(json.find(*name), *name, reading);
  if (!before || (reading.report.taken_at && *reading.report.taken_at < *before)) return;
  reading.report.taken_at = before;
  reading.report.zone_missing = zone_missing;
}

std::string tool_named(std::string_view name, std::string_view version) {
  return version.empty() ? std::string(name) : cat({name, " ", version});
}

std::string counted(long long count, std::string_view noun) {
  return cat({number(count), " ", noun, count == 1 ? "" : "s"});
}

}  // namespace recognise

}  // namespace muster
