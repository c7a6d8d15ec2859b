// Our own schema, muster/evidence/v1: strict, as a report of it may verify.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kMusterSchema = "muster/evidence/";

// Executed may count the skipped ones or not; beyond this point it does not.
void check_sum(Reading& reading) {
  record::Report& report = reading.report;
  if (!report.executed) return;
  const long long ran = report.passed.value_or(0) + report.failed.value_or(0);
  if (*report.executed == ran) return;
  const bool with_skipped = *report.executed == ran + report.skipped.value_or(0);
  if (with_skipped) {
    report.executed = ran;
    return;
  }
  add_doubt(reading, cat({"executed is ", number(*report.executed), ", but passed and failed are ",
                          number(ran), " together"}));
}

// A count that the schema does not have might be what went wrong.
void check_other_counts(const Json& counts, Reading& reading) {
  for (const Json::Member& member : counts.members) {
    long long count = 1;
    const bool none = member.value.as_integer(count) && count == 0;
    const bool known = member.name == "executed" || member.name == "passed" ||
                       member.name == "failed" || member.name == "skipped";
    if (known || none) continue;
    add_doubt(reading, cat({"its counts have \"", shorten(member.name, 40),
                            "\", which its schema does not know"}));
  }
}

int score(const Json& json) {
  return text_at(json, "/schema").starts_with(kMusterSchema) ? 3 * kNamesFormat : 0;
}

void read(const Json& json, Reading& reading) {
  record::Report& report = reading.report;
  const std::string version = json.find("schema")->text.substr(kMusterSchema.size());
  report.format = cat({"muster evidence/", version});
  if (version != "v1") {
    add_doubt(reading, cat({"the version ", version, " of its schema is not known here"}));
    return;
  }
  if (const Json* verdict = json.find("verdict")) {
    report.verdict_line = verdict->line;
    if (verdict->is(Json::Kind::string) && (verdict->text == "pass" || verdict->text == "fail")) {
      reading.says_pass = verdict->text == "pass";
    } else {
      add_doubt(reading, "its verdict is neither pass nor fail");
      if (read_verdict_word(text_of(verdict)) == false) reading.says_pass = false;
    }
  }
  const Json none;
  const Json* counts = json.find("counts");
  if (counts == nullptr) counts = &none;
  read_count(counts->find("executed"), "executed", report.executed, reading);
  read_count(counts->find("passed"), "passed", report.passed, reading);
  read_count(counts->find("failed"), "failed", report.failed, reading);
  read_count(counts->find("skipped"), "skipped", report.skipped, reading);
  check_sum(reading);
  check_other_counts(*counts, reading);
  weigh(json, "verdict", reading);
  read_refs(json, reading);
  read_credible_time(json.find("taken_at"), "taken_at", reading);
  report.subject = text_of(json.find("subject"));
  report.tool = tool_of(json.find("tool"));
  if (reading.says_pass == true && !report.executed && !reading.broken)
    add_doubt(reading, "it does not say how much was executed");
}

}  // namespace

constinit const Recogniser muster_evidence{"muster evidence", score, read};

}  // namespace muster::recognise
