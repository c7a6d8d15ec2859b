// gitleaks' JSON (gitleaks, report/json.go): a list of leaks, each with its secret, which is shown
// nowhere here. A report without leaks is an empty list, like any other.
#include <algorithm>

#include "recognise/findings.h"
#include "recognise/recognisers.h"

namespace muster::recognise {

namespace {

bool is_leak(const Json& row) {
  return telling_signs(row, {{"/RuleID", Json::Kind::string},
                             {"/Fingerprint", Json::Kind::string},
                             {"/Secret", Json::Kind::string}}) > 0;
}

int score(const Json& json) {
  return std::any_of(json.items.begin(), json.items.end(), is_leak) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "gitleaks";
  reading.report.verdict_line = json.line;
  Findings findings;
  findings.grave = static_cast<long long>(json.items.size());
  take_findings(findings, std::nullopt, "commits", reading);
}

}  // namespace

constinit const Recogniser gitleaks{"gitleaks", score, read};

}  // namespace muster::recognise
