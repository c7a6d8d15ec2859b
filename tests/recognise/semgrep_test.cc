// Semgrep reports: what was scanned, found, ignored and not done.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report semgrep(std::string_view scanned, std::string_view results, std::string_view errors = "",
               std::string_view members = "") {
  return report(cat({R"({"version":"1.90.0","errors":[)", errors, R"(],"paths":{"scanned":)",
                     scanned, R"(},"results":[)", results, "]", members, "}"}));
}

std::string result(std::string_view severity, std::string_view members = "") {
  return cat({R"({"check_id":"a","extra":{"severity":")", severity, "\"", members, "}}"});
}

}  // namespace

TEST_CASE("a Semgrep scan of some files without findings passes") {
  const Report read = semgrep(R"(["a.py","b.py"])", "");
  CHECK(read.format == "Semgrep");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.tool == "Semgrep 1.90.0");
}

TEST_CASE("an error fails a Semgrep report, and lower findings are a doubt") {
  for (const char* severity : {"ERROR", "HIGH", "CRITICAL"}) {
    INFO(severity);
    CHECK(semgrep(R"(["a.py"])", result(severity)).failed == 1);
  }
  for (const char* severity : {"WARNING", "INFO", "", "odd"}) {
    INFO(severity);
    CHECK(semgrep(R"(["a.py"])", result(severity)).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("a Semgrep scan of no files is empty, and with errors it is no pass either") {
  CHECK(semgrep("[]", "").verdict == ReportVerdict::empty);
  CHECK(semgrep("[]", "", R"({"level":"error"})").verdict == ReportVerdict::unknown);
}

TEST_CASE("what Semgrep could not do or was told to ignore is a doubt") {
  CHECK(has_reason(semgrep(R"(["a.py"])", "", R"({"level":"warn"})"), "it tells of 1 error"));
  CHECK(has_reason(semgrep(R"(["a.py"])", "", "", R"(,"skipped_rules":[{"rule_id":"x"}])"),
                   "1 skipped rule"));
  CHECK(has_reason(semgrep(R"(["a.py"])", result("ERROR", R"(,"is_ignored":true)")),
                   "suppressed or ignored"));
}

TEST_CASE("a Semgrep report that does not say what it scanned gives no verdict") {
  for (const char* scanned : {"null", "3", "{}"}) {
    INFO(scanned);
    CHECK(semgrep(scanned, "").verdict == ReportVerdict::unknown);
    CHECK(has_reason(semgrep(scanned, ""), "does not say how many files"));
  }
  CHECK(report(R"({"errors":[],"paths":{},"results":[]})").verdict == ReportVerdict::unknown);
}

TEST_CASE("other paths are no Semgrep report") {
  for (const char* text :
       {R"({"openapi":"3.1.0","info":{"title":"a"},"paths":{"/a":{"get":{}}}})",
        R"({"errors":[],"paths":["a"],"results":[]})", R"({"errors":0,"paths":{},"results":[]})"}) {
    INFO(text);
    CHECK(report(text).format != "Semgrep");
  }
}
