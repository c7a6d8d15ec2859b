// ESLint reports: one row a file, counted by its messages.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string file(std::string_view messages, std::string_view errors, std::string_view warnings,
                 std::string_view members = "") {
  return cat({R"({"filePath":"/src/a.js","messages":[)", messages, R"(],"errorCount":)", errors,
              R"(,"warningCount":)", warnings, members, "}"});
}

Report lint(std::string_view files) { return report(cat({"[", files, "]"})); }

}  // namespace

TEST_CASE("linted files without messages pass") {
  const Report read = lint(cat({file("", "0", "0"), ",", file("", "0", "0")}));
  CHECK(read.format == "ESLint");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
}

TEST_CASE("an ESLint error fails, and warnings are a doubt") {
  const Report read = lint(file(R"({"severity":2},{"severity":1})", "1", "1"));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 1);
  CHECK(lint(file(R"({"severity":1})", "0", "1")).verdict == ReportVerdict::unknown);
  CHECK(lint(file(R"({"severity":2,"fatal":true})", "1", "0", R"(,"fatalErrorCount":1)")).verdict ==
        ReportVerdict::fail);
}

TEST_CASE("an ESLint file that contradicts itself or is broken gives no verdict") {
  CHECK(has_reason(lint(file("", "2", "0")), "its summary says 2 errors"));
  CHECK(lint(file("", "0", "1")).verdict == ReportVerdict::unknown);
  CHECK(lint(file(R"({"severity":9})", "0", "0")).verdict == ReportVerdict::unknown);
  CHECK(lint(file("", "0", "0", R"(,"fatalErrorCount":1)")).verdict == ReportVerdict::unknown);
  CHECK(lint(cat({file("", "0", "0"), R"(,{"filePath":"b.js"},3)"})).verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("suppressed ESLint messages are a doubt") {
  CHECK(has_reason(lint(file("", "0", "0", R"(,"suppressedMessages":[{"severity":2}])")),
                   "1 finding suppressed"));
}

TEST_CASE("an empty ESLint report is like any other empty list") {
  CHECK(lint("").verdict == ReportVerdict::unknown);
  CHECK(has_reason(lint(""), "empty list"));
}

TEST_CASE("other lists of files are no ESLint report") {
  for (const char* text :
       {R"([{"filePath":"a","messages":"none","errorCount":0}])", R"([{"filePath":"a.js"}])",
        R"([{"filePath":"a","messages":[],"errorCount":"0"}])",
        R"([{"source":"a.css","warnings":[],"errored":false}])",
        R"({"filePath":"a","messages":[],"errorCount":0})"}) {
    INFO(text);
    CHECK(report(text).format != "ESLint");
  }
}
