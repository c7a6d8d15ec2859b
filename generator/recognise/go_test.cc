// `go test -json`: a stream of events, here as the list of them. A package that ends with "skip"
// has no tests, one without an end was cut short, and cached results are of an earlier time. By the
// documentation of cmd/test2json.
#include <map>
#include <set>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kActions =
    "start|run|pause|cont|pass|bench|fail|output|skip|build-output|build-fail|attr|artifacts";
constexpr int kDeepest = 64;  // of tests in tests

struct Package {
  std::string_view end;                           // pass, fail, skip; empty while it runs
  bool cached = false;                            // its result is of an earlier run
  std::map<std::string, std::string_view> tests;  // to their end, or to "run"
};
using Packages = std::map<std::string_view, Package>;

bool is_end(std::string_view action) {
  return action == "pass" || action == "fail" || action == "skip";
}

bool is_benchmark(std::string_view test) { return test.starts_with("Benchmark"); }

int score(const Json& json) {
  if (!json.is(Json::Kind::array) || json.items.empty()) return 0;
  const Json& first = json.items.front();
  const bool of_package =
      !text_at(first, "/Package").empty() || !text_at(first, "/ImportPath").empty();
  return of_package && is_word_of(kActions, text_at(first, "/Action")) ? kNamesFormat : 0;
}

// A failure is final: a test may run more than once.
void set_end(std::string_view action, std::string_view& end) {
  if (end != "fail") end = action;
}

void read_package_event(const Json& event, std::string_view action, Package& package) {
  if (is_end(action)) {
    set_end(action, package.end);
    package.cached = package.cached || event.find("Time") == nullptr;
  }
  if (action == "output" && text_at(event, "/Output").find("\t(cached)") != std::string_view::npos)
    package.cached = true;
}

void read_event(const Json& event, Packages& packages, Reading& reading) {
  const std::string_view action = text_at(event, "/Action");
  if (!is_word_of(kActions, action))
    return add_doubt(reading, "one of its lines is no event that is known of go test");
  if (action == "build-fail") return add_failure(reading, "a package could not be built");
  const std::string_view name = text_at(event, "/Package");
  if (name.empty()) {
    if (action != "build-output") add_doubt(reading, "one of its events names no package");
    return;
  }
  Package& package = packages[name];
  const std::string_view test = text_at(event, "/Test");
  if (test.empty()) return read_package_event(event, action, package);
  if (is_benchmark(test) && action != "fail") return;
  if (action != "run" && !is_end(action)) return;
  std::string_view& end = package.tests.try_emplace(std::string(test), "run").first->second;
  if (is_end(action)) set_end(action, end);
}

// The names of tests that hold others: "TestA" of "TestA/one".
std::set<std::string> parents_of(const Package& package) {
  std::set<std::string> parents;
  for (const auto& [name, end] : package.tests) {
    std::size_t slash = name.find('/');
    for (int depth = 0; slash != name.npos && depth < kDeepest; ++depth) {
      parents.insert(name.substr(0, slash));
      slash = name.find('/', slash + 1);
    }
  }
  return parents;
}

void count_tests(const Package& package, Counts& counts, Reading& reading) {
  const std::set<std::string> parents = parents_of(package);
  for (const auto& [name, end] : package.tests) {
    const bool parent = parents.contains(name);
    if (end == "run")
      add_doubt(reading, cat({"it was cut short: ", shorten(name, 40), " has no end"}));
    else if (parent && end == "fail")
      add_failure(reading, cat({shorten(name, 40), " failed"}));
    else if (!parent)
      counts.add(end, {"pass", "fail", "skip"});
  }
}

void read_ends(const Packages& packages, Reading& reading) {
  long long open = 0;
  long long cached = 0;
  for (const auto& [name, package] : packages) {
    open += package.end.empty() ? 1 : 0;
    cached += package.cached ? 1 : 0;
    if (package.end == "fail")
      add_failure(reading, cat({"the package ", shorten(name, 40), " failed"}));
  }
  if (open > 0)
    add_doubt(reading, cat({"it was cut short: ", number(open), " of its packages have no end"}));
  if (packages.empty()) add_doubt(reading, "it names no package");
  if (cached == 0) return;
  reading.report.taken_at.reset();
  reading.report.reasons.push_back(
      cat({"the results of ", number(cached), " of its packages are cached, of an earlier run"}));
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "go test";
  Packages packages;
  for (const Json& event : json.items) read_event(event, packages, reading);
  Counts counts;
  for (const auto& [name, package] : packages) count_tests(package, counts, reading);
  take_counts(counts, "tests", reading);
  for (auto event = json.items.rbegin(); event != json.items.rend(); ++event) {
    const Json* time = event->find("Time");
    if (time == nullptr) continue;
    read_credible_time(time, "Time", reading);
    break;
  }
  read_ends(packages, reading);
  if (packages.size() == 1) reading.report.subject = shorten(packages.begin()->first, 200);
}

}  // namespace

constinit const Recogniser go_test{"go test", score, read};

}  // namespace muster::recognise
