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

/// What stands at a pointer, if it is of that kind; else null.
const Json* at(const Json& json, std::string_view pointer, Json::Kind kind);
/// The text there, or empty.
std::string_view text_at(const Json& json, std::string_view pointer);
/// The count there; none where there is none, or one that cannot be true.
std::optional<long long> count_at(const Json& json, std::string_view pointer);
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
extern const Recogniser ctrf;
extern const Recogniser cyclonedx;
extern const Recogniser dsse;
extern const Recogniser eslint;
extern const Recogniser gh_issues;
extern const Recogniser gh_runs;
extern const Recogniser gitlab_security;
extern const Recogniser gitleaks;
extern const Recogniser grype;
extern const Recogniser in_toto;
extern const Recogniser jest;
extern const Recogniser kube_bench;
extern const Recogniser muster_evidence;
extern const Recogniser npm_audit;
extern const Recogniser oscal;
extern const Recogniser sarif;
extern const Recogniser scorecard;
extern const Recogniser semgrep;
extern const Recogniser sigstore;
extern const Recogniser spdx;
extern const Recogniser terraform;
extern const Recogniser trivy;
extern const Recogniser zap;

}  // namespace muster::recognise
