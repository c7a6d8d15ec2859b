// Result objects of no published format, which are most evidence there is. They are recognised by a
// verdict key with a scope or a time, or by a scope with a time; they may dispute and never verify.
#include <algorithm>
#include <span>

#include "base/text.h"
#include "recognise/reading.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

using record::Report;

constexpr std::string_view kTimeKeys[] = {
    "finishedAt",   "finished_at",      "completedAt",    "completed_at",
    "taken_at",     "takenAt",          "timestamp",      "generatedAt",
    "generated_at", "generated_at_utc", "writtenAt",      "written_at",
    "updatedAt",    "updated_at",       "executedAt",     "executed_at",
    "startedAt",    "started_at",       "decided_at_utc", "approved_at_utc",
    "createdAt",    "created_at",       "run_at",         "date"};

constexpr std::string_view kExecutedKeys[] = {"executed", "total",      "tests",
                                              "count",    "totalTests", "total_tests"};

// Published formats that have such keys too, and are read as themselves or not at all.
struct Format {
  std::string_view name;
  std::string_view keys;  // all of them, with bars between
};
constexpr Format kOtherFormats[] = {
    {"a JSON Schema", "$schema|properties"},
};

std::string_view other_format(const Json& json) {
  for (const Format& format : kOtherFormats) {
    const std::vector<std::string_view> keys = split(format.keys, '|');
    if (std::all_of(keys.begin(), keys.end(),
                    [&](std::string_view key) { return json.find(key) != nullptr; }))
      return format.name;
  }
  return {};
}

bool is_list_of_objects(const Json& value) {
  return value.is(Json::Kind::array) && !value.items.empty() &&
         value.items.front().is(Json::Kind::object);
}

// ---- leaves

struct Leaves {
  std::string list;  // the name of the array
  long long total = 0;
  long long passed = 0;
  long long failed = 0;
  bool with_verdict = false;
  std::string zero_counter;  // a scope counter that is 0 in every entry
};

std::string zero_in_all(const Json& array) {
  for (const Json::Member& member : array.items.front().members) {
    if (!is_scope_counter(member)) continue;
    const bool all = std::all_of(array.items.begin(), array.items.end(), [&](const Json& item) {
      const Json* value = item.find(member.name);
      long long count = 1;
      return value != nullptr && value->as_integer(count) && count == 0 && !has_scope(item);
    });
    if (all) return member.name;
  }
  return {};
}

std::vector<Leaves> read_leaves(const Json& json) {
  std::vector<Leaves> all;
  for (const Json::Member& member : json.members) {
    if (!is_list_of_objects(member.value)) continue;
    Leaves leaves;
    leaves.list = member.name;
    leaves.zero_counter = zero_in_all(member.value);
    for (const Json& item : member.value.items) {
      const Stated stated = read_stated(item);
      ++leaves.total;
      leaves.with_verdict = leaves.with_verdict || stated.any;
      leaves.passed += stated.passes == true ? 1 : 0;
      leaves.failed += stated.passes == false ? 1 : 0;
    }
    all.push_back(std::move(leaves));
  }
  return all;
}

// ---- counts

const Json* first_of(const Json& json, std::span<const std::string_view> names,
                     std::string_view& found) {
  for (const std::string_view name : names)
    if (const Json* value = json.find(name)) {
      found = name;
      return value;
    }
  return nullptr;
}

bool is_count_like(const Json* value) {
  return value != nullptr && !value->is(Json::Kind::boolean) && !value->is(Json::Kind::array) &&
         !value->is(Json::Kind::object);
}

void read_counts(const Json& json, Reading& reading) {
  const Json* summary = json.find("summary");
  for (const Json* where : {&json, summary}) {
    if (where == nullptr || !where->is(Json::Kind::object)) continue;
    std::string_view name;
    const Json* executed = first_of(*where, kExecutedKeys, name);
    if (is_count_like(executed)) read_count(executed, name, reading.report.executed, reading);
    for (const std::string_view key : {"passed", "failed", "skipped"}) {
      const Json* value = where->find(key);
      const bool verdict_word = value != nullptr && value->is(Json::Kind::string) &&
                                read_verdict_word(value->text).has_value();
      if (!is_count_like(value) || verdict_word) continue;
      std::optional<long long>& out = key == "passed"   ? reading.report.passed
                                      : key == "failed" ? reading.report.failed
                                                        : reading.report.skipped;
      read_count(value, key, out, reading);
    }
  }
}

// Counts and the headline against the leaves. A failing entry of a list of checks is a failure
// whatever else is said; one of another list (a history, retries) only takes the pass back.
void compare_with_leaves(const std::vector<Leaves>& lists, const Stated& stated, Reading& reading) {
  Report& report = reading.report;
  const auto differ = [&](std::string reason) {
    report.reasons.push_back(std::move(reason));
    reading.broken = true;
  };
  for (const Leaves& leaves : lists)
    if (stated.passes == true && leaves.failed > 0 && !is_scope_list(leaves.list))
      differ(cat(
          {stated.key, " says pass, but ", number(leaves.failed), " of ", leaves.list, " fail"}));
  const auto judged = std::count_if(lists.begin(), lists.end(),
                                    [](const Leaves& leaves) { return leaves.with_verdict; });
  if (judged != 1) return;
  const Leaves& leaves =
      *std::find_if(lists.begin(), lists.end(), [](const Leaves& row) { return row.with_verdict; });
  if (report.passed && *report.passed != leaves.passed)
    differ(cat({"passed is ", number(*report.passed), ", but ", number(leaves.passed), " of ",
                leaves.list, " pass"}));
  if (report.failed && *report.failed != leaves.failed)
    differ(cat({"failed is ", number(*report.failed), ", but ", number(leaves.failed), " of ",
                leaves.list, " fail"}));
  report.passed = leaves.passed;
  if (is_scope_list(leaves.list))
    report.failed = std::max(report.failed.value_or(0), leaves.failed);
  if (!report.executed) report.executed = leaves.passed + leaves.failed;
  if (!stated.any && leaves.passed == leaves.total) reading.says_pass = true;
}

// ---- scope

// Whether the report exercised nothing, by its own counters.
bool add_empty_scope(const Json& json, const std::vector<Leaves>& lists, Reading& reading) {
  Report& report = reading.report;
  bool empty = false;
  const bool scoped = has_scope(json);
  for (const Json::Member& member : json.members) {
    long long count = 1;
    if (!is_scope_counter(member) || !member.value.as_integer(count)) continue;
    if (!report.executed && count > 0) report.executed = count;
    if (count != 0 || scoped) continue;
    report.reasons.push_back(cat({member.name, " is 0"}));
    report.executed = 0;
    empty = true;
  }
  for (const Leaves& leaves : lists) {
    if (leaves.zero_counter.empty()) continue;
    report.reasons.push_back(cat({leaves.zero_counter, " is 0 in every entry of ", leaves.list}));
    report.executed = 0;
    empty = true;
  }
  for (const Json::Member& member : json.members) {
    if (scoped || !is_scope_list(member.name) || is_result_of_scan(json, member.name)) continue;
    if (!member.value.is(Json::Kind::array) || !member.value.items.empty()) continue;
    report.reasons.push_back(cat({member.name, " is empty"}));
    if (!report.executed || empty) {
      report.executed = 0;
      empty = true;
    }
  }
  const Json* start = json.find("startedAt");
  const Json* end = json.find("finishedAt");
  if (empty && start != nullptr && end != nullptr && start->is(Json::Kind::string) &&
      !start->text.empty() && start->text == end->text)
    report.reasons.push_back("it finished the moment it started");
  return empty;
}

bool has_scope_counter(const Json& json, const std::vector<Leaves>& lists) {
  const bool own = std::any_of(json.members.begin(), json.members.end(), is_scope_counter);
  return own || std::any_of(lists.begin(), lists.end(), [](const Leaves& leaves) {
           return !leaves.zero_counter.empty() || leaves.with_verdict;
         });
}

bool has_list(const Json& json) {
  return std::any_of(json.members.begin(), json.members.end(),
                     [](const Json::Member& member) { return member.value.is(Json::Kind::array); });
}

bool has_time(const Json& json) {
  return std::any_of(std::begin(kTimeKeys), std::end(kTimeKeys), [&](std::string_view name) {
    const Json* value = json.find(name);
    return value != nullptr && value->is(Json::Kind::string) && read_instant(value->text);
  });
}

void read_generic_time(const Json& json, Reading& reading) {
  for (const std::string_view name : kTimeKeys) {
    read_time(json, {name}, reading);
    if (reading.report.taken_at) return;
  }
}

std::string subject_of(const Json& json) {
  for (const std::string_view name :
       {"subject", "environment", "projectId", "project", "target", "commit"}) {
    const Json* value = json.find(name);
    if (value != nullptr && value->is(Json::Kind::string)) return value->text;
  }
  return {};
}

}  // namespace

record::Report read_generic_report(const Json& json) {
  Reading reading;
  Report& report = reading.report;
  if (const std::string_view other = other_format(json); !other.empty()) {
    report.reasons.push_back(cat({"it looks like ", other, ", which is not read"}));
    return report;
  }
  const Stated stated = read_stated(json);
  const std::vector<Leaves> lists = read_leaves(json);
  const bool timed = has_time(json);
  const bool scoped = has_scope_counter(json, lists);
  const bool recognised = stated.any ? timed || scoped || has_list(json) : scoped && timed;
  if (!recognised) return report;

  report.format = "generic result";
  report.generic = true;
  report.verdict_line = stated.line;
  report.subject = subject_of(json);
  read_generic_time(json, reading);
  read_counts(json, reading);
  reading.says_pass = stated.passes;
  if (stated.contradicts) {
    report.reasons.push_back("its keys contradict each other");
    reading.broken = true;
    reading.says_pass.reset();
  }
  if (stated.any && !stated.passes)
    report.reasons.push_back(cat(
        {stated.key, " is \"", shorten(stated.text, 40), "\", which is neither pass nor fail"}));
  read_troubles(json, reading);
  compare_with_leaves(lists, stated, reading);
  const bool empty = add_empty_scope(json, lists, reading);
  if (is_dry_run(json)) {
    report.reasons.push_back("it was a dry run");
    if (!empty && reading.says_pass == true) reading.says_pass.reset();
  }
  if (is_example(json)) add_doubt(reading, "it calls itself an example");
  return conclude(std::move(reading));
}

}  // namespace muster::recognise
