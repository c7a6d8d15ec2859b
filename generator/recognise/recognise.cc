#include "recognise/recognise.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster {

namespace {

using namespace recognise;

constexpr const Recogniser* kRecognisers[] = {
    &coverage_py,
    &ctrf,
    &dbt,
    &go_test,
    &google_benchmark,
    &google_test,
    &great_expectations,
    &istanbul,
    &jest,
    &k6_export,
    &k6_machine_readable,
    &k6_summary,
    &lighthouse,
    &mocha,
    &muster_evidence,
    &newman,
    &playwright,
    &pytest,
    &vitest,
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

}  // namespace

record::Report recognise_report(const Json& json) {
  const std::vector<Candidate> candidates = candidates_for(json);
  if (candidates.empty())
    return json.is(Json::Kind::object) ? read_generic_report(json) : record::Report();
  const Candidate& best = candidates.front();
  if (candidates.size() > 1 && best.score - candidates[1].score <= 1)
    return ambiguous(*best.recogniser, *candidates[1].recogniser);
  Reading reading;
  reading.report.format = std::string(best.recogniser->name);
  best.recogniser->read(json, reading);
  return conclude(std::move(reading));
}

namespace recognise {

int telling(const Json& json, std::initializer_list<std::string_view> pointers) {
  const bool all = std::all_of(pointers.begin(), pointers.end(), [&](std::string_view pointer) {
    return json.at(pointer) != nullptr;
  });
  return all ? static_cast<int>(pointers.size()) : 0;
}

int telling_typed(const Json& json, std::initializer_list<Typed> members) {
  const bool all = std::all_of(members.begin(), members.end(), [&](const Typed& member) {
    return at(json, member.pointer, member.kind) != nullptr;
  });
  return all ? static_cast<int>(members.size()) : 0;
}

int points_of(const Json& json, std::initializer_list<std::string_view> names) {
  return static_cast<int>(std::count_if(names.begin(), names.end(), [&](std::string_view name) {
    return json.find(name) != nullptr;
  }));
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

}  // namespace recognise

}  // namespace muster
