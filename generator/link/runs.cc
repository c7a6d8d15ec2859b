#include "link/runs.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"

namespace muster {
namespace {

// "Smoke (2026-02-08)" and "Smoke (2026-02-09)" are two runs of one thing.
std::string run_name(std::string_view subject) {
  std::string name;
  for (const char c : subject.substr(0, subject.find('(')))
    if (is_alpha(c)) name += c;
  return lower(name);
}

Id<record::Gate> gate_of(const Records& records, const record::RunNote& run) {
  return run.phase ? records.phases[run.phase].gate : Id<record::Gate>();
}

// In the order of their results.
std::vector<const record::RunNote*> failed_runs(const Records& records, Id<record::Gate> gate) {
  std::map<std::pair<std::uint32_t, std::string>, const record::RunNote*> last;
  for (const record::RunNote& run : records.run_notes)
    if (gate_of(records, run) == gate && !run.verdict.empty())
      last[{gate ? 0 : run.section.n, run_name(run.subject)}] = &run;
  std::vector<const record::RunNote*> failed;
  for (const auto& entry : last)
    if (entry.second->verdict == "fail") failed.push_back(entry.second);
  std::sort(failed.begin(), failed.end(), [](const record::RunNote* a, const record::RunNote* b) {
    return line_of(*a) < line_of(*b);
  });
  return failed;
}

}  // namespace

const record::RunNote* failed_run(const Records& records, Id<record::Gate> gate) {
  const std::vector<const record::RunNote*> failed = failed_runs(records, gate);
  return failed.empty() ? nullptr : failed.front();
}

std::vector<const record::RunNote*> failed_runs_without_gate(const Records& records) {
  return failed_runs(records, {});
}

int line_of(const record::RunNote& run) { return run.result_line > 0 ? run.result_line : run.line; }

}  // namespace muster
