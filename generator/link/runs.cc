#include "link/runs.h"

#include <algorithm>
#include <array>
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

// Of every run, and of no one.
bool tells_nothing(const std::string& word) {
  constexpr std::array<std::string_view, 24> words = {
      "run",    "ran",    "completed", "complete", "done",   "created", "added", "executed",
      "actual", "report", "reports",   "summary",  "result", "results", "notes", "the",
      "a",      "of",     "in",        "and",      "for",    "on",      "to",    "phase"};
  return word.size() < 2 || std::find(words.begin(), words.end(), word) != words.end();
}

bool stands_with(const Records& records, const record::Item& item, Id<record::Phase> phase,
                 Id<record::Section> section) {
  if (!phase) return item.section == section;
  const Id<record::Gate> gate = records.phases[phase].gate;
  return item.phase == phase || (gate && item.gate == gate);
}

template <class Takes>
Id<record::Item> only_item_with(const Records& records, const std::set<std::string>& words,
                                Takes&& takes) {
  Id<record::Item> found;
  for (const record::Item& item : records.items) {
    if (!takes(item)) continue;
    const std::set<std::string> own = words_in(item.text);
    if (!std::includes(own.begin(), own.end(), words.begin(), words.end())) continue;
    if (found) return {};
    found = records.items.id_of(item);
  }
  return found;
}

}  // namespace

std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ends = i == text.size() || !is_alnum(text[i]) ||
                      (is_upper(text[i]) && i > 0 && is_lower(text[i - 1]));
    if (ends && !word.empty()) {
      words.insert(word);
      word.clear();
    }
    if (i < text.size() && is_alnum(text[i])) word += lower(text.substr(i, 1));
  }
  return words;
}

Id<record::Item> item_of_run(const Records& records, const record::RunNote& run) {
  std::set<std::string> words = words_in(run.subject.substr(0, run.subject.find('(')));
  std::erase_if(words, tells_nothing);
  if (words.size() < 2) return {};
  return only_item_with(records, words, [&](const record::Item& item) {
    return stands_with(records, item, run.phase, run.section);
  });
}

Id<record::Item> ticked_item_with(const Records& records, Id<record::Phase> phase,
                                  Id<record::Section> section, const std::set<std::string>& words) {
  return only_item_with(records, words, [&](const record::Item& item) {
    return item.state == BoxState::ticked && stands_with(records, item, phase, section);
  });
}

const record::RunNote* failed_run(const Records& records, Id<record::Gate> gate) {
  const std::vector<const record::RunNote*> failed = failed_runs(records, gate);
  return failed.empty() ? nullptr : failed.front();
}

std::vector<const record::RunNote*> failed_runs_without_gate(const Records& records) {
  return failed_runs(records, {});
}

int line_of(const record::RunNote& run) { return run.result_line > 0 ? run.result_line : run.line; }

}  // namespace muster
