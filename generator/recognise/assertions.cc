#include "recognise/assertions.h"

#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

int assertion_points(const Json& json) {
  const int points =
      points_of(json, {"numTotalTests", "numPassedTests", "numFailedTests", "testResults"});
  return points < 2 ? 0 : points;
}

Counts count_assertions(const Json& json, const States& states, Reading& reading) {
  Counts counts;
  for (const Json& file : parts_at(json, "/testResults", "test files", reading)) {
    const std::string_view status = text_at(file, "/status");
    if (status == "failed") add_failure(reading, "one of its test files failed");
    if (!is_word_of("passed|failed|pending|skipped|focused|todo", status))
      add_doubt(reading, "the state of one of its test files is not known");
    if (at(file, "/assertionResults", Json::Kind::array) == nullptr)
      add_doubt(reading, "one of its test files lists no tests");
    for (const Json& assertion : items_at(file, "/assertionResults"))
      counts.add(text_at(assertion, "/status"), states);
  }
  return counts;
}

}  // namespace muster::recognise
