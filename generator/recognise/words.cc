#include "recognise/words.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/text.h"

namespace muster::recognise {

namespace {

// Keys are in plain form: see plain_name.
constexpr std::string_view kVerdictKeys[] = {
    "pass",   "passed", "allpass", "allpassed", "ok",         "success", "healthy",
    "status", "result", "verdict", "outcome",   "conclusion", "decision"};

// True, or more than none of them, is bad.
constexpr std::string_view kNegatedKeys[] = {"hasissues", "haserrors", "hasfailures",
                                             "errors",    "failures",  "mismatches"};

// Texts at a verdict key that only say that the run came to its end.
constexpr std::string_view kNeutralWords[] = {"complete", "completed", "done",     "finished",
                                              "final",    "executed",  "verified", "ready"};

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

constexpr std::string_view kScanWords[] = {"scan",  "vulnerab", "finding", "severity",
                                           "alert", "secret",   "leak",    "cve"};

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

}  // namespace

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char& c : name)
    if (is_alnum(c)) plain += lower(std::string_view(&c, 1));
  return plain;
}

bool is_verdict_key(std::string_view name) { return is_one_of(kVerdictKeys, plain_name(name)); }

bool is_negated_key(std::string_view name) { return is_one_of(kNegatedKeys, plain_name(name)); }

bool is_unclear_verdict(const Json::Member& member) {
  if (!is_verdict_key(member.name) || !member.value.is(Json::Kind::string)) return false;
  const std::string_view text = trim(member.value.text);
  return !text.empty() && !read_verdict_word(text) && !is_one_of(kNeutralWords, lower(text));
}

Stated read_stated(const Json& json) {
  Stated stated;
  for (const Json::Member& member : json.members) {
    bool known = false;
    std::optional<bool> passes;
    if (is_verdict_key(member.name)) {
      passes = verdict_in(member.value, known);
    } else if (is_negated_key(member.name)) {
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

}  // namespace muster::recognise
