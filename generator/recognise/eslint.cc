// ESLint's `--format json`: one entry a file that it linted, with its messages of severity 1
// (warning) and 2 (error).
#include <algorithm>

#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

bool is_file(const Json& row) {
  return telling_signs(row, {{"/filePath", Json::Kind::string},
                             {"/messages", Json::Kind::array},
                             {"/errorCount", Json::Kind::number}}) > 0;
}

void read_file(const Json& file, Findings& all, Reading& reading) {
  const Json* messages = list_at(file, "/messages", "messages", reading);
  if (messages == nullptr) return;
  Findings findings;
  for (const Json& message : messages->items) {
    const std::optional<long long> severity = count_at(message, "/severity");
    findings.add(severity == 2 ? "error" : severity == 1 ? "warning" : "");
  }
  compare_at(file, "/errorCount", "errors", findings.grave, "messages", reading);
  compare_at(file, "/warningCount", "warnings", findings.lesser, "messages", reading);
  if (const std::optional<long long> fatal = count_at(file, "/fatalErrorCount");
      fatal.value_or(0) > findings.grave)
    add_doubt(reading, "it could not parse one of its files");
  all.grave += findings.grave;
  all.lesser += findings.lesser;
  all.unknown += findings.unknown;
  all.accepted += entries_at(file, "/suppressedMessages", reading);
}

int score(const Json& json) {
  return std::any_of(json.items.begin(), json.items.end(), is_file) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "ESLint";
  reading.report.verdict_line = json.line;
  Findings findings;
  for (const Json& file : json.items) read_file(file, findings, reading);
  take_findings(findings, static_cast<long long>(json.items.size()), "files", reading);
}

}  // namespace

constinit const Recogniser eslint{"ESLint", score, read};

}  // namespace muster::recognise
