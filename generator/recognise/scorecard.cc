// OpenSSF Scorecard's JSON (ossf/scorecard, json.go and check_result.go): scores from 0 to 10 and
// no verdict. A score of -1 is inconclusive, neither bad nor good.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

enum class Score { measured, inconclusive, none };

Score score_in(const Json* value) {
  if (value == nullptr || !value->is(Json::Kind::number)) return Score::none;
  if (value->number == -1) return Score::inconclusive;
  return value->number >= 0 && value->number <= 10 ? Score::measured : Score::none;
}

void read_checks(const Json& checks, Reading& reading) {
  long long measured = 0;
  long long inconclusive = 0;
  long long without = 0;
  for (const Json& check : checks.items) {
    const Score score = score_in(check.find("score"));
    measured += score == Score::measured ? 1 : 0;
    inconclusive += score == Score::inconclusive ? 1 : 0;
    without += score == Score::none ? 1 : 0;
  }
  reading.report.executed = measured;
  reading.report.skipped = inconclusive;
  if (measured > 0 && inconclusive > 0)
    add_doubt(reading, cat({counted(inconclusive, "check"), " inconclusive, with a score of -1"}));
  if (without > 0)
    add_doubt(reading, cat({counted(without, "check"), " without a score from 0 to 10"}));
}

int score(const Json& json) {
  return telling_signs(json, {{"/scorecard/version", Json::Kind::string},
                              {"/repo/name", Json::Kind::string},
                              {"/date", Json::Kind::string}});
}

void read(const Json& json, Reading& reading) {
  measures("measures scores", reading);
  reading.report.tool = cat({"Scorecard ", text_at(json, "/scorecard/version")});
  const std::string_view commit = text_at(json, "/repo/commit");
  reading.report.subject =
      commit.empty() ? std::string(text_at(json, "/repo/name")) : cat({"commit ", commit});
  read_credible_time(json.find("date"), "date", reading);
  const Json* checks = list_at(json, "/checks", "checks", reading);
  if (checks == nullptr) return;
  read_checks(*checks, reading);
  const Score all = score_in(json.find("score"));
  if (all == Score::none) add_doubt(reading, "it has no score from 0 to 10");
  if (all == Score::inconclusive && reading.report.executed != 0)
    add_doubt(reading, "its score is inconclusive, -1");
}

}  // namespace

constinit const Recogniser scorecard{"OpenSSF Scorecard", score, read};

}  // namespace muster::recognise
