// JUnit XML, as most test runners write it: `testcase` elements tell the counts, and the attributes
// of their suites may only agree. By the collection of real files of testmoapp/junitxml.
#include "recognise/junit.h"

#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

struct Stated {
  std::optional<long long> tests;
  std::optional<long long> failures;
  std::optional<long long> errors;
  std::optional<long long> skipped;
};

std::optional<long long> count_of(const Xml& element, std::string_view name) {
  const std::string* text = element.attribute(name);
  if (text == nullptr || text->empty() || text->size() > 12 ||
      text->find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(*text);
}

void count_case(const Xml& test, Counts& counts) {
  const std::string* status = test.attribute("status");
  const bool left_out =
      status != nullptr && (*status == "notrun" || *status == "disabled" || *status == "skipped");
  if (test.child("failure") != nullptr || test.child("error") != nullptr)
    ++counts.failed;
  else if (test.child("skipped") != nullptr || left_out)
    ++counts.skipped;
  else
    ++counts.passed;
}

// Suites may stand in suites: the parser has limited the depth.
void count_cases(const Xml& element, Counts& counts) {
  for (const Xml& child : element.children) {
    if (child.name == "testcase") count_case(child, counts);
    if (child.name == "testsuite") count_cases(child, counts);
  }
}

void compare(const Xml& element, Reading& reading) {
  Counts counts;
  count_cases(element, counts);
  const Stated stated{count_of(element, "tests"), count_of(element, "failures"),
                      count_of(element, "errors"), count_of(element, "skipped")};
  const long long bad = stated.failures.value_or(0) + stated.errors.value_or(0);
  if (bad > counts.failed)
    add_failure(reading, cat({"a suite says ", number(bad), " failed, its tests say ",
                              number(counts.failed)}));
  else if ((stated.failures || stated.errors) && bad < counts.failed)
    add_doubt(reading, cat({"a suite says ", number(bad), " failed, its tests say ",
                            number(counts.failed)}));
  if (stated.tests)
    compare_count("tests", stated.tests, counts.passed + counts.failed + counts.skipped, "suites",
                  reading);
}

void compare_all(const Xml& element, Reading& reading) {
  compare(element, reading);
  for (const Xml& child : element.children)
    if (child.name == "testsuite") compare_all(child, reading);
}

const Xml* first_timed(const Xml& element) {
  if (element.attribute("timestamp") != nullptr) return &element;
  for (const Xml& child : element.children)
    if (child.name == "testsuite")
      if (const Xml* timed = first_timed(child)) return timed;
  return nullptr;
}

}  // namespace

bool is_junit(const Xml& xml) {
  if (xml.name == "testsuites")
    return std::all_of(xml.children.begin(), xml.children.end(), [](const Xml& child) {
      return child.name == "testsuite" || child.name == "properties" || child.name == "testcase";
    });
  return xml.name == "testsuite" && xml.attribute("name") != nullptr;
}

void read_junit(const Xml& xml, Reading& reading) {
  reading.report.format = "JUnit";
  reading.report.verdict_line = xml.line;
  Counts counts;
  count_cases(xml, counts);
  take_counts(counts, "tests", reading);
  compare_all(xml, reading);
  if (const std::string* name = xml.attribute("name")) reading.report.subject = *name;
  if (const Xml* timed = first_timed(xml)) {
    const Json time = Json::of(std::string_view(*timed->attribute("timestamp")));
    read_credible_time(&time, "timestamp", reading);
  }
}

}  // namespace muster::recognise
