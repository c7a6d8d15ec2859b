// Reports that `evidence.map` of muster.yaml explains: the verdict and the counts stand where it
// says.
#include "base/text.h"
#include "recognise/recognise.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster {

namespace {

using namespace recognise;

// A number, or the entries of a list.
void read_amount(const Json& json, const std::string& pointer, std::optional<long long>& out,
                 Reading& reading) {
  if (pointer.empty()) return;
  const Json* value = json.at(pointer);
  if (value == nullptr) return add_doubt(reading, cat({"nothing stands at ", pointer}));
  if (value->is(Json::Kind::array)) {
    out = static_cast<long long>(value->items.size());
    for (const Json& item : value->items)
      if (item.is(Json::Kind::null))
        return add_doubt(reading, cat({pointer, " has empty entries"}));
    return;
  }
  read_count(value, pointer, out, reading);
}

void read_verdict(const Json& json, const std::string& pointer, Reading& reading) {
  const Json* value = json.at(pointer);
  if (value == nullptr) return add_doubt(reading, cat({"nothing stands at ", pointer}));
  reading.report.verdict_line = value->line;
  if (value->is(Json::Kind::boolean)) reading.says_pass = value->boolean;
  // "PASS (7 of 10 failed)": what stands beside the word may take it back.
  if (value->is(Json::Kind::string) && value->text.find('(') == std::string::npos)
    reading.says_pass = read_verdict_word(value->text);
  if (!reading.says_pass)
    add_doubt(reading, cat({"at ", pointer, " stands neither pass nor fail"}));
}

}  // namespace

record::Report recognise_mapped_report(const Json& json, const ReportMap& map) {
  Reading reading;
  record::Report& report = reading.report;
  report.format = "mapped result";
  read_verdict(json, map.verdict, reading);
  read_amount(json, map.executed, report.executed, reading);
  read_amount(json, map.passed, report.passed, reading);
  read_amount(json, map.failed, report.failed, reading);
  read_amount(json, map.skipped, report.skipped, reading);
  if (!map.at.empty()) read_credible_time(json.at(map.at), map.at, reading);
  if (!map.subject.empty()) report.subject = text_of(json.at(map.subject));
  if (!map.tool.empty()) report.tool = tool_of(json.at(map.tool));
  weigh(json, {}, reading);
  if (report.executed && report.passed &&
      *report.passed + report.failed.value_or(0) != *report.executed)
    add_doubt(reading,
              cat({"executed is ", number(*report.executed), ", but passed and failed are ",
                   number(*report.passed + report.failed.value_or(0)), " together"}));
  // What passed whole says so of each part.
  if (reading.says_pass == true && !report.passed && report.executed)
    report.passed = *report.executed - report.failed.value_or(0);
  return conclude(std::move(reading));
}

}  // namespace muster
