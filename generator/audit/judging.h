// What the rules, the standings and the verdict share: one version being judged.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/finding.h"
#include "domain/model.h"

namespace muster {

using DecisionId = Id<Decision>;
using SignOffId = Id<SignOff>;

struct Judging {
  const Model& model;
  Instant as_of;
  std::vector<Standing> standings;                              // by ItemId
  std::vector<GateAudit> gates;                                 // by GateId
  std::map<std::pair<RepoId, std::string>, DocumentId> places;  // documents by path
  std::vector<DecisionId> decisions;                            // by GateId; none where it has none
  std::vector<std::vector<Expected>> expectations;              // by position in Model::citations
  std::vector<MetricState> metrics;                             // by MetricId
  std::vector<ParityAudit> parity;                              // by ParityId

  bool judged(DocumentId id) const { return id && model.documents[id].judged(); }
  DocumentId document_at(const Where& where) const;
  /// Citations in judged documents.
  std::vector<const Citation*> citations(const Evidence& evidence) const;
  bool ticked(const Citation& citation) const {
    return citation.item && model.items[citation.item].state == BoxState::ticked;
  }
};

/// A finding and the words that tell its subject from others in its file, whatever the line.
struct Draft {
  Finding finding;
  std::string key;
};

/// Where a rule puts its findings. Each begins with the rule, severity and fix of the rule's row; a
/// rule may set others where the subject asks for it.
class Findings {
 public:
  void begin(const RuleInfo& rule) { rule_ = &rule; }
  Draft& add(SubjectKind kind, std::uint32_t row, std::string key);
  std::vector<Draft>& drafts() { return drafts_; }

 private:
  const RuleInfo* rule_ = nullptr;
  std::vector<Draft> drafts_;
};

/// “text”, shortened.
std::string quoted(std::string_view text);
/// "1 box", "3 boxes".
std::string counted(int count, std::string_view one, std::string_view many);
/// How a document is called in a sentence: its id, else its title in quotation marks.
std::string name_of(const Document& document);
/// The text of a filled entry, else empty.
std::string value_of(const record::Entry& entry);
/// Case and runs of blanks do not tell two texts apart.
std::string plain_words(std::string_view text);

}  // namespace muster
