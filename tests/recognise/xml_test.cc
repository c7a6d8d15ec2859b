// Reports that are no JSON: JUnit and Cobertura in XML, lcov's tracefiles, and go's NDJSON.
#include "base/date.h"
#include "base/text.h"
#include "parse/parse.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report xml(std::string_view text) {
  const XmlRead read = parse_xml(text);
  REQUIRE(read.ok);
  return recognise_report(read.root);
}

}  // namespace

TEST_CASE("JUnit: the test cases tell the counts, and a run without failures passes") {
  const Report read = xml(
      R"(<?xml version="1.0"?>
<testsuites tests="3" failures="0" errors="0" skipped="1">
 <testsuite name="api" tests="3" timestamp="2026-02-15T10:00:00Z">
  <testcase name="a"/><testcase name="b"/><testcase name="c"><skipped/></testcase>
 </testsuite>
</testsuites>)");
  CHECK(read.format == "JUnit");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("JUnit: a failure or an error in any suite fails, whatever the attributes say") {
  for (const char* fault : {"<failure>x</failure>", "<error/>"}) {
    INFO(fault);
    CHECK(xml(cat({R"(<testsuite name="a" failures="0"><testcase name="t">)", fault,
                   "</testcase><testcase name=\"u\"/></testsuite>"}))
              .verdict == ReportVerdict::fail);
  }
  CHECK(xml(R"(<testsuite name="a" errors="1"><testcase name="t"/></testsuite>)").verdict ==
        ReportVerdict::fail);
  CHECK(
      xml(R"(<testsuites><testsuite name="a"><testsuite name="b"><testcase name="t"><failure/></testcase></testsuite></testsuite></testsuites>)")
          .verdict == ReportVerdict::fail);
}

TEST_CASE("JUnit: no test cases, or only skipped ones, are an empty run") {
  CHECK(xml(R"(<testsuites/>)").verdict == ReportVerdict::empty);
  CHECK(xml(R"(<testsuite name="a" tests="0"/>)").verdict == ReportVerdict::empty);
  CHECK(
      xml(R"(<testsuite name="a"><testcase name="t"><skipped/></testcase></testsuite>)").verdict ==
      ReportVerdict::empty);
  CHECK(xml(R"(<testsuite name="a"><testcase name="t" status="notrun"/></testsuite>)").verdict ==
        ReportVerdict::empty);
}

TEST_CASE("JUnit: attributes that count other tests than there are take the pass back") {
  const Report read = xml(R"(<testsuite name="a" tests="5"><testcase name="t"/></testsuite>)");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "its summary says 5 tests, its suites say 1"));
}

TEST_CASE("JUnit: documents that look like it are none") {
  for (const char* text : {"<testsuite/>", "<html><body/></html>", "<project name=\"a\"/>",
                           "<testsuites><target/></testsuites>",
                           "<coverage generated=\"1\"><project/></coverage>", "<svg/>"}) {
    INFO(text);
    CHECK(xml(text).format.empty());
  }
}

TEST_CASE("Cobertura: lines are counted once, and coverage is no verdict") {
  const Report read = xml(
      R"(<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5" lines-valid="2" lines-covered="1" timestamp="1771150000">
 <packages><package><classes><class>
  <methods><method><lines><line number="1" hits="1"/></lines></method></methods>
  <lines><line number="1" hits="1"/><line number="2" hits="0"/></lines>
 </class></classes></package></packages></coverage>)");
  CHECK(read.format == "Cobertura");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.executed == 2);
  CHECK(read.taken_at.has_value());
}

TEST_CASE("Cobertura: no lines are nothing measured, and totals that differ prove nothing") {
  CHECK(xml(R"(<coverage line-rate="1"><packages/></coverage>)").verdict == ReportVerdict::empty);
  const Report read = xml(
      R"(<coverage line-rate="1" lines-valid="9"><packages><class><lines><line hits="1"/></lines></class></packages></coverage>)");
  CHECK_FALSE(read.measures);
  CHECK(has_reason(read, "its summary says 9 lines, its classes say 1"));
}

TEST_CASE("lcov: sections are counted, and coverage is no verdict") {
  const Report read = recognise_report(
      "TN:\nSF:a.c\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n"
      "SF:b.c\nDA:1,1\nLF:1\nLH:1\nend_of_record\n");
  CHECK(read.format == "lcov");
  CHECK(read.measures);
  CHECK(read.executed == 3);
}

TEST_CASE("lcov: a file cut short, a file twice, and lines that were not counted prove nothing") {
  CHECK_FALSE(recognise_report("SF:a.c\nDA:1,1\n").measures);
  CHECK_FALSE(
      recognise_report("SF:a\nDA:1,1\nend_of_record\nSF:a\nDA:1,1\nend_of_record\n").measures);
  CHECK_FALSE(recognise_report("SF:a\nDA:1,1\nLF:7\nend_of_record\n").measures);
  CHECK(recognise_report("SF:a\nend_of_record\n").verdict == ReportVerdict::empty);
  CHECK(recognise_report("SF is short for science fiction").format.empty());
  CHECK(recognise_report("TN: a trade name").format.empty());
}

TEST_CASE("go test: the events stand one a line, and a stream that breaks off is no pass") {
  const std::string events =
      R"({"Time":"2026-02-15T10:00:00Z","Action":"run","Package":"p","Test":"T"}
{"Time":"2026-02-15T10:00:01Z","Action":"pass","Package":"p","Test":"T"}
)";
  const JsonRead whole = read_json_lines(
      events + R"({"Time":"2026-02-15T10:00:02Z","Action":"pass","Package":"p"})" + "\n");
  REQUIRE(whole.ok);
  CHECK(whole.value.items.at(2).line == 3);
  CHECK(recognise_report(whole.value).verdict == ReportVerdict::pass);
  const JsonRead cut = read_json_lines(events + R"({"Time":"2026-02-)");
  REQUIRE(cut.ok);
  REQUIRE(cut.notes.size() == 1);
  CHECK(cut.notes[0].rule == "evidence-ambiguous");
  CHECK(recognise_report(cut.value).verdict == ReportVerdict::unknown);
  CHECK_FALSE(read_json_lines("{\"a\":1}\n{\"b\"\n{\"c\":1}\n").ok);
}

TEST_CASE("XML that is broken, too deep or declares entities is refused with its line") {
  const XmlRead broken = parse_xml("<testsuite>\n<testcase>\n</testsuite>");
  CHECK_FALSE(broken.ok);
  REQUIRE(broken.notes.size() == 1);
  CHECK(broken.notes[0].line == 3);
  CHECK_FALSE(parse_xml("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").ok);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  CHECK_FALSE(parse_xml(deep).ok);
  for (int i = 0; i < 100000; ++i) deep += "</a>";
  CHECK_FALSE(parse_xml(deep).ok);
}

TEST_CASE("JUnit: what a suite or a test holds and is not known takes the pass back") {
  for (
      const char* text :
      {R"(<testsuite name="a"><testcase name="x"><incomplete/></testcase></testsuite>)",
       R"(<testsuite name="a"><testcase name="x"><s:failure/></testcase></testsuite>)",
       R"(<testsuite name="a"><testcase name="x"><rerunFailure/></testcase></testsuite>)",
       R"(<testsuite name="a"><group><testcase name="x"/></group><testcase name="y"/></testsuite>)",
       R"(<testsuite name="a"><testcase name="x" status="unfinished"/></testsuite>)",
       R"(<testsuite name="a" skipped="9"><testcase name="x"/></testsuite>)",
       R"(<testsuite name="a" failures="2.0"><testcase name="x"/></testsuite>)"}) {
    INFO(text);
    CHECK(xml(text).verdict == ReportVerdict::unknown);
  }
  for (const char* text :
       {R"(<testsuite name="a"><testcase name="x" status="failed"/></testsuite>)",
        R"(<testsuite name="a"><testcase name="x" status="run" result="failed"/></testsuite>)",
        R"(<testsuite name="a"><error message="setUpClass"/><testcase name="x"/></testsuite>)"}) {
    INFO(text);
    CHECK(xml(text).verdict == ReportVerdict::fail);
  }
}

TEST_CASE("XML with two roots, text beside its root or an attribute twice is refused") {
  for (const char* text : {"<a/><b/>", "<a/> FAILED", "<a x=\"1\" x=\"2\"/>", ""}) {
    INFO(text);
    CHECK_FALSE(parse_xml(text).ok);
  }
}
