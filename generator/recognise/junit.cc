// JUnit XML, as most test runners write it: `testcase` elements tell the counts, and the attributes
// of their suites may only agree. What is not known in a suite or a case may be a failure, and
// takes the pass back. By the collection of real files of testmoapp/junitxml.
#include "recognise/junit.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

template <std::size_t N>
bool is_any(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> kInSuites = {"testsuite", "testcase", "properties",
                                                       "system-out"};
constexpr std::array<std::string_view, 5> kInSuite = {"testsuite", "testcase", "properties",
                                                      "system-out", "system-err"};
constexpr std::array<std::string_view, 8> kInCase = {"failure",     "error",          "skipped",
                                                     "properties",  "system-out",     "system-err",
                                                     "attachments", "testcase-output"};
constexpr std::array<std::string_view, 6> kRan = {"run",     "passed",    "pass",
                                                  "success", "completed", "ok"};
constexpr std::array<std::string_view, 5> kLeftOut = {"notrun", "disabled", "skipped", "ignored",
                                                      "suppressed"};

class Suites {
 public:
  explicit Suites(Reading& reading) : reading_(reading) {}

  Counts read(const Xml& root) {
    Counts counts;
    if (root.name == "testsuites")
      read_children(root, kInSuites, counts);
    else
      read_children(root, kInSuite, counts);
    compare(root, counts);
    return counts;
  }

 private:
  template <std::size_t N>
  void read_children(const Xml& element, const std::array<std::string_view, N>& known,
                     Counts& counts) {
    for (const Xml& child : element.children) {
      if (child.name == "testcase") {
        read_case(child, counts);
      } else if (child.name == "testsuite") {
        Counts own;
        read_children(child, kInSuite, own);
        compare(child, own);
        counts.passed += own.passed;
        counts.failed += own.failed;
        counts.skipped += own.skipped;
      } else if (child.name == "failure" || child.name == "error") {
        add_failure(reading_, "a suite failed outside of its tests");
      } else if (!is_any(known, child.name)) {
        add_doubt(reading_,
                  cat({"a suite holds <", shorten(child.name, 40), ">, which is not known here"}));
      }
    }
  }

  void read_case(const Xml& test, Counts& counts) {
    const bool failed = test.child("failure") != nullptr || test.child("error") != nullptr;
    for (const Xml& child : test.children)
      if (!is_any(kInCase, child.name))
        add_doubt(reading_,
                  cat({"a test holds <", shorten(child.name, 40), ">, which is not known here"}));
    const std::string status = state_of(test);
    if (failed)
      ++counts.failed;
    else if (test.child("skipped") != nullptr || is_any(kLeftOut, status))
      ++counts.skipped;
    else if (status.empty() || is_any(kRan, status))
      ++counts.passed;
    else if (read_verdict_word(status) == false)
      ++counts.failed;
    else
      add_doubt(reading_, cat({"the state of a test is not known: \"", shorten(status, 40), "\""}));
  }

  // GoogleTest says both whether a test ran and how it came out.
  static std::string state_of(const Xml& test) {
    for (const std::string_view name : {"status", "result"}) {
      const std::string* value = test.attribute(name);
      if (value == nullptr) continue;
      std::string state = lower(*value);
      if (!is_any(kRan, state)) return state;
    }
    return {};
  }

  // None where it is not told; what is no count is a doubt.
  std::optional<long long> count_of(const Xml& element, std::string_view name) {
    const std::string* text = element.attribute(name);
    if (text == nullptr) return std::nullopt;
    const std::optional<long long> count = whole_number(*text);
    if (!count) add_doubt(reading_, cat({name, " of a suite is no count"}));
    return count;
  }

  void compare(const Xml& element, const Counts& counts) {
    const std::optional<long long> failures = count_of(element, "failures");
    const std::optional<long long> errors = count_of(element, "errors");
    const long long bad = failures.value_or(0) + errors.value_or(0);
    if (bad > counts.failed)
      add_failure(reading_, cat({"a suite says ", number(bad), " failed, its tests say ",
                                 number(counts.failed)}));
    else if ((failures || errors) && bad < counts.failed)
      add_doubt(reading_, cat({"a suite says ", number(bad), " failed, its tests say ",
                               number(counts.failed)}));
    const long long left_out = count_of(element, "skipped").value_or(0) +
                               count_of(element, "disabled").value_or(0) +
                               count_of(element, "ignored").value_or(0);
    if (left_out > counts.skipped)
      add_doubt(reading_, cat({"a suite says ", number(left_out), " were skipped, its tests say ",
                               number(counts.skipped)}));
    if (const auto tests = count_of(element, "tests"))
      compare_count("tests", tests, counts.passed + counts.failed + counts.skipped, "suites",
                    reading_);
  }

  Reading& reading_;
};

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
    return std::all_of(xml.children.begin(), xml.children.end(),
                       [](const Xml& child) { return is_any(kInSuites, child.name); });
  return xml.name == "testsuite" && xml.attribute("name") != nullptr;
}

void read_junit(const Xml& xml, Reading& reading) {
  reading.report.format = "JUnit";
  reading.report.verdict_line = xml.line;
  const Counts counts = Suites(reading).read(xml);
  take_counts(counts, "tests", reading);
  if (const std::string* name = xml.attribute("name")) reading.report.subject = *name;
  if (const Xml* timed = first_timed(xml)) {
    const Json time = Json::of(std::string_view(*timed->attribute("timestamp")));
    read_credible_time(&time, "timestamp", reading);
  }
}

}  // namespace muster::recognise
