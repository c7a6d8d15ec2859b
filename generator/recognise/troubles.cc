#include "recognise/troubles.h"

#include <algorithm>

#include "base/text.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

// Objects that hold further results.
constexpr std::string_view kContainers[] = {"summary", "totals",     "total",      "counts",
                                            "stats",   "result",     "outcome",    "details",
                                            "data",    "statistics", "components", "report"};

// A counter, list or text of failures has one of the first words, and else only of the second.
constexpr std::string_view kFailureWords[] = {
    "fail",       "fails",      "failed",    "failure",   "failures",   "failing",
    "error",      "errors",     "errored",   "broken",    "crashed",    "mismatches",
    "mismatched", "violations", "violation", "exception", "exceptions", "problems"};
constexpr std::string_view kFailureFillers[] = {
    "test",       "tests",     "check",    "checks",  "case",    "cases",  "item", "items",
    "record",     "records",   "step",     "steps",   "suite",   "suites", "job",  "jobs",
    "assertions", "scenarios", "count",    "total",   "num",     "number", "of",   "list",
    "names",      "targets",   "services", "message", "messages"};

// Numbers beside failures that are none: how many are allowed.
constexpr std::string_view kLimits[] = {"threshold", "allowed", "max",       "maximum",
                                        "limit",     "budget",  "tolerance", "tolerated"};

constexpr std::string_view kExitCodes[] = {"exitcode", "exitstatus", "returncode"};

// Keys below are in plain form.
constexpr std::string_view kDryRunKeys[] = {"dryrun",     "isdryrun", "dryrunmode", "simulated",
                                            "simulation", "mock",     "mocked",     "issimulated"};
constexpr std::string_view kExampleKeys[] = {"placeholder", "isplaceholder", "example",
                                             "isexample",   "isfixture",     "istemplate"};
constexpr std::string_view kModeKeys[] = {"mode", "runmode", "executionmode", "runtype"};
constexpr std::string_view kDryModes[] = {"dryrun", "dry",  "simulation", "simulated", "mock",
                                          "mocked", "noop", "planonly",   "plan",      "rehearsal"};

constexpr std::string_view kCutShortKeys[] = {
    "aborted",   "wasaborted", "interrupted", "wasinterrupted", "cancelled",
    "canceled",  "timedout",   "truncated",   "incomplete",     "partial",
    "ispartial", "crashed",    "stoppedearly"};
constexpr std::string_view kCompleteKeys[] = {"complete", "completed", "iscomplete", "finished",
                                              "done"};
constexpr std::string_view kCutShortWords[] = {"partial",     "incomplete", "inconclusive",
                                               "interrupted", "cancelled",  "canceled",
                                               "in progress", "running",    "not run"};

// Of other runs, or of what was expected of this one.
constexpr std::string_view kOtherRuns[] = {"previous", "previousrun",   "baseline", "before",
                                           "lastrun",  "expected",      "retries",  "retry",
                                           "attempts", "retryattempts", "examples", "expectation"};
constexpr std::string_view kSettings[] = {"config",     "configuration", "options", "settings",
                                          "thresholds", "limits",        "args",    "parameters"};

constexpr std::string_view kNothing[] = {"",    "no",   "none", "false", "0",  "off",
                                         "nil", "null", "n/a",  "na",    "ok", "-"};

constexpr int kDepth = 6;  // of results within results
constexpr std::size_t kShown = 10;
constexpr std::size_t kMostMembers = 4'000'000;

void add_reason(Reading& reading, std::string reason) {
  std::vector<std::string>& reasons = reading.report.reasons;
  const bool known = std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
  if (!known && reasons.size() < kShown) reasons.push_back(std::move(reason));
}

bool is_nothing(std::string_view text) { return is_one_of(kNothing, lower(trim(text))); }

// ---- flags

bool says_yes(const Json& value) {
  if (value.is(Json::Kind::boolean)) return value.boolean;
  if (value.is(Json::Kind::number)) return value.number != 0;
  return value.is(Json::Kind::string) && !is_nothing(value.text);
}

bool says_no(const Json& value) {
  if (value.is(Json::Kind::boolean)) return !value.boolean;
  return value.is(Json::Kind::string) && !value.text.empty() && is_nothing(value.text);
}

bool is_dry_flag(const Json::Member& member) {
  const std::string name = plain_name(member.name);
  if (is_one_of(kDryRunKeys, name)) return says_yes(member.value);
  return is_one_of(kModeKeys, name) && member.value.is(Json::Kind::string) &&
         is_one_of(kDryModes, plain_name(member.value.text));
}

void look_for_end(const Json::Member& member, Reading& reading) {
  const std::string name = plain_name(member.name);
  const std::string_view shown = std::string_view(member.name).substr(0, 40);
  if (is_one_of(kCutShortKeys, name) && says_yes(member.value))
    add_doubt(reading, cat({"it was cut short: ", shown}));
  if (is_one_of(kCompleteKeys, name) && says_no(member.value))
    add_doubt(reading, cat({"it was cut short: ", shown, " is false"}));
}

// ---- failures

bool is_limit(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_one_of(kLimits, word); });
}

// Whether what stands at a key of failures names one. A fraction is a measurement.
bool names_failure(const Json& value) {
  long long count = 0;
  switch (value.kind) {
    case Json::Kind::null:
      return false;
    case Json::Kind::boolean:
      return value.boolean;
    case Json::Kind::number:
      return value.as_integer(count) && count > 0;
    case Json::Kind::string:
      return !is_nothing(value.text);
    case Json::Kind::array:
      return !value.items.empty();
    case Json::Kind::object:
      return std::any_of(value.members.begin(), value.members.end(),
                         [](const Json::Member& member) {
                           return !is_limit(member.name) && names_failure(member.value);
                         });
  }
  return false;
}

std::string say_failure(const Json::Member& member) {
  const std::string name = shorten(member.name, 40);
  const Json& value = member.value;
  switch (value.kind) {
    case Json::Kind::array:
      return cat({name, " has ", number(static_cast<long long>(value.items.size())),
                  value.items.size() == 1 ? " entry" : " entries"});
    case Json::Kind::object:
      return cat({name, " is not empty"});
    case Json::Kind::string:
      return cat({name, " is \"", shorten(value.text, 60), "\""});
    case Json::Kind::number:
      return cat({name, " is ", shorten(value.text, 20)});
    default:
      return cat({name, " is true"});
  }
}

std::optional<std::string> failure_in(const Json::Member& member) {
  if (is_made_of(member.name, kFailureWords, kFailureFillers)) {
    if (!names_failure(member.value)) return std::nullopt;
    return say_failure(member);
  }
  if (!is_one_of(kExitCodes, plain_name(member.name))) return std::nullopt;
  const std::string_view code = trim(member.value.text);
  if (code.empty() || code == "0" || code.find_first_not_of("-0123456789") != code.npos)
    return std::nullopt;
  return say_failure(member);
}

// "db": "FAIL", "db": false; but not "hasErrors": false.
bool says_failure(const Json::Member& member) {
  const bool negated = is_negated_key(member.name) || member.name.starts_with("has") ||
                       is_made_of(member.name, kFailureWords, kFailureFillers);
  if (member.value.is(Json::Kind::boolean)) return !negated && !member.value.boolean;
  return member.value.is(Json::Kind::string) && read_verdict_word(member.value.text) == false;
}

// ---- results of no format: the usual places

class Troubles {
 public:
  explicit Troubles(Reading& reading) : reading_(reading) {}

  void look(const Json& json) {
    for (const Json::Member& member : json.members) {
      look_for_end(member, reading_);
      look_at(member, 1);
    }
  }

 private:
  void look_at(const Json::Member& member, int depth) {
    add_failures(member);
    const bool checks = is_scope_list(lower(member.name));
    if (!checks && !is_one_of(kContainers, lower(member.name))) return;
    if (member.value.is(Json::Kind::object)) look_into(member.value, member.name, checks, depth);
    if (!checks || !member.value.is(Json::Kind::array)) return;
    for (const Json& entry : member.value.items) add_verdict(entry, member.name, depth);
  }

  // `checks`: its members are results by whatever name: {"db": {"status": "fail"}}.
  void look_into(const Json& json, const std::string& name, bool checks, int depth) {
    if (depth > kDepth) return;
    add_verdict(json, name, depth);
    if (!checks) return;
    for (const Json::Member& member : json.members) {
      const std::string path = cat({name, ".", member.name});
      if (member.value.is(Json::Kind::object)) add_verdict(member.value, path, depth + 1);
      if (says_failure(member)) add_failure(reading_, cat({path, " fails"}));
    }
  }

  void add_verdict(const Json& json, const std::string& name, int depth) {
    if (depth > kDepth || !json.is(Json::Kind::object)) return;
    if (read_stated(json).passes == false)
      add_failure(reading_, cat({"an entry of ", name, " fails"}));
    for (const Json::Member& member : json.members) look_at(member, depth + 1);
  }

  void add_failures(const Json::Member& member) {
    const bool stated = is_negated_key(member.name) && (member.value.is(Json::Kind::array) ||
                                                        member.value.is(Json::Kind::boolean));
    if (stated) return;  // read_stated has it
    if (std::optional<std::string> failure = failure_in(member))
      add_failure(reading_, std::move(*failure));
  }

  Reading& reading_;
};

// ---- reports that could verify: everywhere

class Search {
 public:
  explicit Search(Reading& reading) : reading_(reading) {}

  void look(const Json& json) { look_into(json, "the report", true); }

 private:
  void look_into(const Json& json, std::string_view name, bool top) {
    if (!json.is(Json::Kind::object)) return;
    const Stated stated = read_stated(json);
    if (!top) add_verdict(stated, name);
    for (const Json::Member& member : json.members) {
      if (++seen_ > kMostMembers) return add_doubt(reading_, "it is too large to be read whole");
      look_at(member, !top && stated.passes == true);
    }
  }

  void look_at(const Json::Member& member, bool passes) {
    const std::string name = plain_name(member.name);
    if (is_one_of(kOtherRuns, name) || is_one_of(kSettings, name)) return;
    look_for_end(member, reading_);
    if (const std::optional<std::string> failure = failure_in(member)) {
      // What passes and tells an error may have been asked for it.
      passes ? add_doubt(reading_, *failure) : add_failure(reading_, *failure);
    }
    if (is_verdict_key(name) && is_one_of(kCutShortWords, lower(member.value.text)))
      add_doubt(reading_, cat({shorten(member.name, 40), " is \"", member.value.text, "\""}));
    if (is_scope_list(lower(member.name))) look_at_checks(member);
    look_into(member.value, member.name, false);
    for (const Json& item : member.value.items) look_into_item(item, member.name);
  }

  // `"checks": {"db": "FAIL"}`
  void look_at_checks(const Json::Member& checks) {
    for (const Json::Member& member : checks.value.members)
      if (says_failure(member))
        add_failure(reading_,
                    cat({shorten(checks.name, 40), ".", shorten(member.name, 40), " fails"}));
  }

  void look_into_item(const Json& item, std::string_view name) {
    look_into(item, name, false);
    for (const Json& inner : item.items) look_into_item(inner, name);
  }

  void add_verdict(const Stated& stated, std::string_view name) {
    if (stated.passes != false) return;
    const std::string reason = cat({"an entry of ", shorten(name, 40), " fails"});
    const bool unsure = stated.contradicts || plain_name(name) == "history";
    unsure ? add_doubt(reading_, reason) : add_failure(reading_, reason);
  }

  Reading& reading_;
  std::size_t seen_ = 0;
};

}  // namespace

void add_failure(Reading& reading, std::string reason) {
  reading.failing = true;
  add_reason(reading, std::move(reason));
}

void add_doubt(Reading& reading, std::string reason) {
  reading.broken = true;
  add_reason(reading, std::move(reason));
}

bool is_dry_run(const Json& json) {
  if (json.is(Json::Kind::array))
    return !json.items.empty() && std::all_of(json.items.begin(), json.items.end(), is_dry_run);
  return std::any_of(json.members.begin(), json.members.end(), [](const Json::Member& member) {
    if (is_one_of(kOtherRuns, plain_name(member.name))) return false;
    return is_dry_flag(member) || is_dry_run(member.value);
  });
}

bool is_example(const Json& json) {
  return std::any_of(json.members.begin(), json.members.end(), [](const Json::Member& member) {
    return is_one_of(kExampleKeys, plain_name(member.name)) &&
           member.value.is(Json::Kind::boolean) && member.value.boolean;
  });
}

void read_troubles(const Json& json, Reading& reading) { Troubles(reading).look(json); }

void read_all_troubles(const Json& json, Reading& reading) { Search(reading).look(json); }

}  // namespace muster::recognise
