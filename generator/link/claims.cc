// Claims: the runs that a text tells, with their reports; and what those reports say against the
// boxes of the phase that rests on them.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "link/bindings.h"
#include "link/linker.h"
#include "link/runs.h"

namespace muster {
namespace {

constexpr int kDepth = 3;  // of objects in a report
constexpr std::size_t kLongestSaying = 200;
constexpr int kMostSayings = 200;  // of one report

// "N/A", "pending human approval", "only …; no telemetry": what a report says where something is
// still to be done, or was not.
bool denies(std::string_view text) {
  constexpr std::array<std::string_view, 14> words = {
      "pending", "not", "no",  "none",     "only",    "skipped", "missing",
      "todo",    "tbd", "n a", "deferred", "blocked", "unknown", "manual"};
  const std::string said = cat({" ", name_words(text), " "});
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return said.find(cat({" ", word, " "})) != std::string::npos;
  });
}

class Denials {
 public:
  Denials(Linker& linker, DocumentId document, const record::RunNote& run, EvidenceId evidence)
      : linker_(linker),
        document_(document),
        records_(linker.records(document)),
        run_(run),
        evidence_(evidence) {}

  void look(const Json& json, int depth = 0) {
    for (const Json::Member& member : json.members) {
      if (member.value.is(Json::Kind::object) && depth < kDepth) look(member.value, depth + 1);
      if (member.value.is(Json::Kind::string)) look_at(member);
    }
  }

 private:
  void look_at(const Json::Member& member) {
    const std::string& text = member.value.text;
    const std::set<std::string> words = words_in(member.name);
    if (words.size() < 2 || text.size() > kLongestSaying || !denies(text)) return;
    if (++looked_at_ > kMostSayings) return;
    const Id<record::Item> item = ticked_item_with(records_, run_.phase, run_.section, words);
    if (!item) return;
    linker_.model.denials.push_back(
        {linker_.item(document_, item), evidence_, member.name, text, member.value.line});
  }

  Linker& linker_;
  DocumentId document_;
  const Records& records_;
  const record::RunNote& run_;
  EvidenceId evidence_;
  int looked_at_ = 0;
};

void add_claim(Linker& linker, DocumentId document, const record::RunNote& run) {
  const Document& row = linker.model.documents[document];
  Claim claim;
  claim.document = document;
  claim.subject = run.subject;
  claim.result = run.result;
  claim.verdict = run.verdict;
  claim.facts = run.facts;
  claim.where = linker.where(document, line_of(run));
  for (const record::Mention& mention : run.reports) {
    const auto target = bound_target(linker.targets, row.repo, row.path, mention.text);
    if (!target) continue;
    const auto found = linker.evidence_by_path.find({target->repo, target->path});
    if (found == linker.evidence_by_path.end()) continue;
    claim.evidence.push_back(found->second);
    const Evidence& evidence = linker.model.evidence[found->second];
    if (evidence.content != nullptr && evidence.content->json != nullptr)
      Denials(linker, document, run, found->second).look(*evidence.content->json);
  }
  linker.model.claims.push_back(std::move(claim));
}

}  // namespace

void link_claims(Linker& linker) {
  for (std::size_t d = 0; d < linker.model.documents.size(); ++d)
    for (const record::RunNote& run : linker.records(DocumentId(d)).run_notes)
      if (!run.verdict.empty() || !run.reports.empty() || !run.facts.empty())
        add_claim(linker, DocumentId(d), run);
}

}  // namespace muster
