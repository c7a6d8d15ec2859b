// The table of recognisers. A new format is one file that defines a recogniser, one line here and
// one in recognise.cc, and its tests in tests/recognise.
#pragma once

#include <initializer_list>
#include <string_view>

#include "recognise/reading.h"

namespace muster::recognise {

struct Recogniser {
  std::string_view name;  // as pages show it
  /// How many of its telling members are there; 0 where it is not this format.
  int (*score)(const Json& json);
  /// Reads what it says into a reading that has the format's name already.
  void (*read)(const Json& json, Reading& reading);
};

/// The points of a member whose value names the format, such as `"bomFormat": "CycloneDX"`.
constexpr int kNamesFormat = 4;

/// One point for each of these RFC 6901 pointers; 0 where one leads nowhere.
int telling(const Json& json, std::initializer_list<std::string_view> pointers);

/// A member that tells a format, and the kind that it must be of.
struct Sign {
  std::string_view pointer;
  Json::Kind kind;
};
/// One point for each; 0 where one is not there or of another kind.
int telling_signs(const Json& json, std::initializer_list<Sign> signs);

/// How many of these members of an object are there, of whatever kind.
int points_of(const Json& json, std::initializer_list<std::string_view> names);

/// What stands at a pointer, if it is of that kind; else null.
const Json* at(const Json& json, std::string_view pointer, Json::Kind kind);
/// The text there, or empty.
std::string_view text_at(const Json& json, std::string_view pointer);
/// The whole number there, none where there is none; more than can be counted is that much.
std::optional<long long> count_at(const Json& json, std::string_view pointer);
/// The count that the report states there: none where there is none, and what is no count breaks
/// the reading.
std::optional<long long> stated_at(const Json& json, std::string_view pointer, Reading& reading);
/// The same of a count that its format always states: a doubt where it is not there.
std::optional<long long> required_at(const Json& json, std::string_view pointer, Reading& reading);
/// The elements of the array there; none where there is no array.
const std::vector<Json>& items_at(const Json& json, std::string_view pointer);
/// The same, where the report must list such parts: a doubt where there is no array.
const std::vector<Json>& parts_at(const Json& json, std::string_view pointer,
                                  std::string_view parts, Reading& reading);
/// The list there. Where there is none, null and a doubt: "it lists no runs".
const Json* list_at(const Json& json, std::string_view pointer, std::string_view of_what,
                    Reading& reading);
/// The same, where the format may leave the list out: only what is there and no list is a doubt.
const Json* list_if_any(const Json& json, std::string_view pointer, Reading& reading);
/// Whether a list with something in it stands there.
bool has_entries(const Json& json, std::string_view pointer);
/// How many entries the list there has, if any.
long long entries_at(const Json& json, std::string_view pointer, Reading& reading);

/// Compares the count at a pointer with what was counted; what stands there and is no count is a
/// doubt too.
void compare_at(const Json& json, std::string_view pointer, std::string_view name,
                long long counted, std::string_view parts, Reading& reading);

/// The format is recognised and not interpreted, as its version is none of those known.
void add_unknown_version(const Json* version, Reading& reading);
/// Reads a further time, the first of these members that is there; of several times the oldest is
/// that of the report.
void read_oldest_time(const Json& json, std::initializer_list<std::string_view> names,
                      Reading& reading);
/// "Trivy 0.70", or only "Trivy".
std::string tool_named(std::string_view name, std::string_view version);
/// "1 finding", "3 findings".
std::string counted(long long count, std::string_view noun);

extern const Recogniser bandit;
extern const Recogniser checkov;
extern const Recogniser coverage_py;
extern const Recogniser ctrf;
extern const Recogniser cyclonedx;
extern const Recogniser dbt;
extern const Recogniser dsse;
extern const Recogniser eslint;
extern const Recogniser gh_issues;
extern const Recogniser gh_runs;
extern const Recogniser gitlab_issues;
extern const Recogniser gitlab_security;
extern const Recogniser gitleaks;
extern const Recogniser go_test;
extern const Recogniser google_benchmark;
extern const Recogniser google_test;
extern const Recogniser great_expectations;
extern const Recogniser grype;
extern const Recogniser in_toto;
extern const Recogniser istanbul;
extern const Recogniser jest;
extern const Recogniser k6_export;
extern const Recogniser k6_machine_readable;
extern const Recogniser k6_summary;
extern const Recogniser kube_bench;
extern const Recogniser lighthouse;
extern const Recogniser mocha;
extern const Recogniser muster_evidence;
extern const Recogniser newman;
extern const Recogniser npm_audit;
extern const Recogniser oscal;
extern const Recogniser playwright;
extern const Recogniser pytest;
extern const Recogniser sarif;
extern const Recogniser scorecard;
extern const Recogniser semgrep;
extern const Recogniser sigstore;
extern const Recogniser spdx;
extern const Recogniser terraform;
extern const Recogniser trivy;
extern const Recogniser vitest;
extern const Recogniser zap;

}  // namespace muster::recognise
