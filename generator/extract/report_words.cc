#include "extract/report_words.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/text.h"

namespace muster::extract {

namespace {

constexpr std::string_view kVerdictKeys[] = {
    "pass",    "passed", "allPass", "allPassed", "all_pass", "all_passed", "ok",      "success",
    "healthy", "status", "result",  "verdict",   "outcome",  "conclusion", "decision"};

// True, or more than none of them, is bad.
constexpr std::string_view kNegatedKeys[] = {"hasIssues",  "hasErrors",  "hasFailures",
                                             "has_issues", "has_errors", "errors",
                                             "failures",   "mismatches"};

// A scope counter has one of the first words, and else only of the second.
constexpr std::string_view kScopeWords[] = {
    "org",      "orgs",      "organization", "organizations", "organisation", "organisations",
    "tenant",   "tenants",   "record",       "records",       "doc",          "docs",
    "document", "documents", "item",         "items",         "row",          "rows",
    "test",     "tests",     "user",         "users",         "file",         "files",
    "sample",   "samples",   "case",         "cases",         "check",        "checks",
    "scenario", "scenarios", "step",         "steps",         "assertion",    "assertions",
    "suite",    "suites",    "host",         "hosts",         "service",      "services",
    "endpoint", "endpoints", "table",        "tables",        "collection",   "collections",
    "database", "databases", "entry",        "entries",       "entity",       "entities",
    "account",  "accounts",  "customer",     "customers",     "project",      "projects",
    "message",  "messages",  "request",      "requests",      "transaction",  "transactions",
    "student",  "students",  "school",       "schools",       "component",    "components",
    "report",   "reports",   "target",       "targets",       "package",      "packages",
    "executed", "checked",   "scanned",      "processed",     "migrated",     "tested",
    "verified", "compared",  "sampled",      "total",         "count",        "examined"};
constexpr std::string_view kScopeFillers[] = {"num",    "number", "of",  "n",
                                              "counts", "source", "all", "overall"};

constexpr std::string_view kScopeLists[] = {
    "orgs",    "organisations", "organizations", "tenants",  "checks",    "tests",     "results",
    "items",   "cases",         "records",       "rows",     "scenarios", "steps",     "assertions",
    "suites",  "targets",       "hosts",         "services", "endpoints", "files",     "samples",
    "entries", "documents",     "reports",       "users",    "projects",  "databases", "tables"};

// Objects that hold further results.
constexpr std::string_view kContainers[] = {"summary", "totals",     "total",
                                            "counts",  "stats",      "result",
                                            "outcome", "statistics", "components"};

// A counter or list of failures has one of the first words, and else only of the second.
constexpr std::string_view kFailureWords[] = {"fail",     "fails",   "failed",     "failure",
                                              "failures", "failing", "errors",     "errored",
                                              "broken",   "crashed", "mismatches", "mismatched"};
constexpr std::string_view kFailureFillers[] = {
    "test",    "tests", "check", "checks", "case",   "cases", "item",  "items",      "record",
    "records", "step",  "steps", "suite",  "suites", "job",   "jobs",  "assertions", "scenarios",
    "count",   "total", "num",   "number", "of",     "list",  "names", "targets",    "services"};

constexpr std::string_view kScanWords[] = {"scan",  "vulnerab", "finding", "severity",
                                           "alert", "secret",   "leak",    "cve"};

constexpr std::string_view kDryRunKeys[] = {"dryRun",    "dry_run",    "dry-run", "isDryRun",
                                            "simulated", "simulation", "mock",    "mocked"};

constexpr int kDepth = 6;  // of results within results
constexpr std::size_t kShown = 10;

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "orgCount", "files_scanned" and "tests-total" in lower-case words.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = is_upper(name[i]) && i > 0 && !is_upper(name[i - 1]);
    if ((begins || !is_alnum(name[i])) && !words.back().empty()) words.emplace_back();
    if (is_alnum(name[i])) words.back() += lower(name.substr(i, 1));
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Whether the name has a word of the first list, and no word that is in neither.
bool is_made_of(std::string_view name, std::span<const std::string_view> needed,
                std::span<const std::string_view> fillers) {
  bool found = false;
  for (const std::string& word : words_of(name)) {
    const bool known = is_one_of(needed, word);
    if (!known && !is_one_of(fillers, word)) return false;
    found = found || known;
  }
  return found;
}

// A member that tells pass or fail. `known` is false where its value is of another kind.
std::optional<bool> verdict_in(const Json& value, bool& known) {
  known = true;
  if (value.is(Json::Kind::boolean)) return value.boolean;
  if (value.is(Json::Kind::string)) return read_verdict_word(value.text);
  known = false;
  return std::nullopt;
}

std::optional<bool> negated_verdict_in(const Json& value, bool& known) {
  known = true;
  if (value.is(Json::Kind::boolean)) return !value.boolean;
  if (value.is(Json::Kind::array)) return value.items.empty();
  long long count = 0;
  if (value.as_integer(count)) return count == 0;
  known = false;
  return std::nullopt;
}

void add_statement(const Json::Member& member, std::optional<bool> passes, Stated& stated) {
  if (!stated.any) {
    stated.key = member.name;
    stated.text = member.value.is(Json::Kind::string) ? member.value.text : std::string();
    stated.line = member.value.line;
  }
  stated.any = true;
  if (stated.passes && passes && *stated.passes != *passes) stated.contradicts = true;
  if (!stated.passes || passes == false) stated.passes = passes ? passes : stated.passes;
}

// ---- what speaks against it

class Troubles {
 public:
  explicit Troubles(Reading& reading) : reading_(reading) {}

  void look(const Json& json) {
    for (const Json::Member& member : json.members) look_at(member, 1);
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
      if (says_failure(member)) add(cat({path, " fails"}));
    }
  }

  // "db": "FAIL", "db": false; but not "hasErrors": false.
  static bool says_failure(const Json::Member& member) {
    const bool negated = is_one_of(kNegatedKeys, member.name) || member.name.starts_with("has") ||
                         is_made_of(member.name, kFailureWords, kFailureFillers);
    if (member.value.is(Json::Kind::boolean)) return !negated && !member.value.boolean;
    return member.value.is(Json::Kind::string) && read_verdict_word(member.value.text) == false;
  }

  void add_verdict(const Json& json, const std::string& name, int depth) {
    if (depth > kDepth || !json.is(Json::Kind::object)) return;
    if (read_stated(json).passes == false) add(cat({"an entry of ", name, " fails"}));
    for (const Json::Member& member : json.members) look_at(member, depth + 1);
  }

  void add_failures(const Json::Member& member) {
    if (!is_made_of(member.name, kFailureWords, kFailureFillers)) return;
    long long count = 0;
    if (member.value.as_integer(count) && count > 0) add(cat({member.name, " is ", number(count)}));
    if (is_one_of(kNegatedKeys, member.name)) return;  // those are statements
    if (member.value.is(Json::Kind::array) && !member.value.items.empty())
      add(cat({member.name, " has ", number(static_cast<long long>(member.value.items.size())),
               member.value.items.size() == 1 ? " entry" : " entries"}));
    if (member.value.is(Json::Kind::boolean) && member.value.boolean)
      add(cat({member.name, " is true"}));
  }

  void add(std::string reason) {
    reading_.failing = true;
    std::vector<std::string>& reasons = reading_.report.reasons;
    const bool known = std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
    if (!known && reasons.size() < kShown) reasons.push_back(std::move(reason));
  }

  Reading& reading_;
};

}  // namespace

Stated read_stated(const Json& json) {
  Stated stated;
  for (const Json::Member& member : json.members) {
    bool known = false;
    std::optional<bool> passes;
    if (std::find(std::begin(kVerdictKeys), std::end(kVerdictKeys), member.name) !=
        std::end(kVerdictKeys)) {
      passes = verdict_in(member.value, known);
    } else if (std::find(std::begin(kNegatedKeys), std::end(kNegatedKeys), member.name) !=
               std::end(kNegatedKeys)) {
      passes = negated_verdict_in(member.value, known);
    }
    if (known) add_statement(member, passes, stated);
  }
  return stated;
}

bool is_scope_counter(const Json::Member& member) {
  return member.value.is(Json::Kind::number) && is_made_of(member.name, kScopeWords, kScopeFillers);
}

bool has_scope(const Json& json) {
  return std::any_of(json.members.begin(), json.members.end(), [](const Json::Member& member) {
    return is_scope_counter(member) && member.value.number > 0;
  });
}

bool is_scope_list(std::string_view name) { return is_one_of(kScopeLists, lower(name)); }

bool is_result_of_scan(const Json& json, std::string_view list) {
  if (lower(list) != "results") return false;
  return std::any_of(json.members.begin(), json.members.end(), [](const Json::Member& member) {
    const std::string text = lower(cat({member.name, " ", member.value.text}));
    return std::any_of(std::begin(kScanWords), std::end(kScanWords),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
  });
}

bool is_dry_run(const Json& json) {
  return std::any_of(json.members.begin(), json.members.end(), [](const Json::Member& member) {
    return is_one_of(kDryRunKeys, member.name) && member.value.is(Json::Kind::boolean) &&
           member.value.boolean;
  });
}

void read_troubles(const Json& json, Reading& reading) { Troubles(reading).look(json); }

}  // namespace muster::extract
