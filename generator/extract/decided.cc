// What the answers of a document say: of its decisions, and of the choices beside them, by what a
// yes means there.
#include <set>
#include <string>

#include "base/text.h"
#include "extract/answers.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

// "Data loss: [ ] None [x] Some", "Rollback tested: [ ] Yes [x] No".
enum class Asked {
  unclear,
  whether_bad,   // yes is a failure
  whether_good,  // no is a failure
};

constexpr std::string_view kBadThings =
    "loss|leak|leaks|issue|issues|error|errors|problem|problems|blocker|blockers|failures|"
    "incident|incidents|regression|regressions|conflict|conflicts|violation|violations|"
    "divergence|mismatch|mismatches|corruption|downtime|degradation|rollback needed|"
    "rollback required|rollback triggered|roll back needed|vulnerabilities|anomalies";
constexpr std::string_view kGoodThings =
    "tested|success|successful|verified|complete|completed|passed|ready|approved|confirmed|"
    "restored|rehearsed|working|healthy|met|valid|signed|available|reviewed|done|in place|"
    "enabled";

Asked asked_of(const record::Choice& choice) {
  bool found = false;
  bool yes_or_no = true;
  for (const record::Option& option : choice.options) {
    const std::string words = all_words(option.label);
    found = found || words == "some" || words == "found";
    yes_or_no = yes_or_no && (words == "yes" || words == "no" || words == "n a");
  }
  if (found) return Asked::whether_bad;
  if (!yes_or_no) return Asked::unclear;
  const std::string label = all_words(choice.label);
  if (has_listed(kBadThings, label)) return Asked::whether_bad;
  return has_listed(kGoodThings, label) ? Asked::whether_good : Asked::unclear;
}

Answer answer_to(Asked asked, std::string_view label, std::string_view decided) {
  if (asked == Asked::unclear) return answer_of(label, decided);
  const std::string words = all_words(label);
  if (is_listed("n a|na|not applicable", words)) return Answer::yes;
  const bool no = is_listed("no|none|not found", words);
  return no == (asked == Asked::whether_bad) ? Answer::yes : Answer::no;
}

bool tells_failure(const record::Option& option) {
  return !is_plain_no(option.label) && answer_of(option.label) == Answer::no;
}

void read_choice_answer(record::Choice& choice) {
  const Asked asked = asked_of(choice);
  choice.tells_result = asked != Asked::unclear;
  bool asks = choice.tells_result;
  for (const record::Option& option : choice.options) {
    choice.tells_result = choice.tells_result || tells_failure(option);
    asks = asks || tells_failure(option) || answer_of(option.label) == Answer::yes;
  }
  if (const auto option = choice.conflict() ? std::nullopt : choice.chosen()) {
    const std::string& label = choice.options[*option].label;
    if (asked == Asked::unclear && is_plain_no(label)) asks = false;
    choice.answer = answer_to(asked, label, choice.label);
  }
  choice.asks_result = asks;
}

// The words that tell what is decided.
std::string subject_of(const Records& records, const record::Decision& decision) {
  std::string subject = cat({decision.topic, " ", decision.question, " ", records.title});
  if (decision.section) subject += cat({" ", records.sections[decision.section].title});
  return subject;
}

// What stands as decided: the box chosen, or the words written. Two boxes choose nothing.
void read_decision_answer(const Records& records, record::Decision& decision, bool of_gate) {
  if (decision.choice) {
    const record::Choice& choice = records.choices[decision.choice];
    decision.conflict = choice.conflict();
    if (const auto option = choice.chosen(); option && !decision.conflict)
      decision.chosen = choice.options[*option].label;
  } else if (decision.outcome.fill == Fill::value) {
    decision.chosen = decision.outcome.text;
  }
  if (decision.chosen.empty()) return;
  const bool asks = of_gate || is_plain_answer(decision.chosen);
  decision.answer =
      asks ? answer_of(decision.chosen, subject_of(records, decision)) : Answer::own_words;
}

}  // namespace

void read_answers(Context& context) {
  Records& records = context.records;
  std::set<Id<record::Decision>> of_gates;
  for (const record::Gate& gate : records.gates)
    if (gate.decision) of_gates.insert(gate.decision);
  std::set<Id<record::Choice>> decided;
  for (record::Decision& decision : records.decisions) {
    if (decision.choice) decided.insert(decision.choice);
    read_decision_answer(records, decision, of_gates.contains(records.decisions.id_of(decision)));
  }
  for (record::Choice& choice : records.choices)
    if (!decided.contains(records.choices.id_of(choice))) read_choice_answer(choice);
}

}  // namespace muster::extract
