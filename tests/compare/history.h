// Versions built in memory, judged as of 2026-02-18 and compared in the order given.
#pragma once

#include "audit/audit.h"
#include "compare/compare.h"
#include "support/model_builder.h"

namespace muster::test {

struct History {
  std::vector<Judged> versions;
  Timeline timeline;
};

inline Judged judged_as(ModelBuilder& builder) {
  Judged judged;
  judged.model = builder.link();
  judged.audit = audit(judged.model, {}, day("2026-02-18"));
  return judged;
}

/// Frozen versions of one document, oldest first.
inline History history(const std::vector<std::string>& texts,
                       const std::vector<std::string>& paths = {}) {
  History history;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ModelBuilder builder;
    builder.named("v" + std::to_string(i), VersionKind::tag)
        .document(paths.empty() ? "doc.md" : paths[i], texts[i]);
    history.versions.push_back(judged_as(builder));
  }
  history.timeline = compare(history.versions);
  return history;
}

/// The texts of the last step's events of one kind.
inline std::vector<std::string> events(const History& history, EventKind kind) {
  std::vector<std::string> texts;
  for (const Event& event : history.timeline.steps.back().events)
    if (event.kind == kind) texts.push_back(event.text);
  return texts;
}

inline Standing standing(const Judged& judged, std::string_view text) {
  for (std::size_t i = 0; i < judged.model.items.size(); ++i)
    if (judged.model.items[ItemId(i)].text == text) return judged.audit.standings[i];
  return Standing::unknown;  // no item of that text; no test expects it
}

}  // namespace muster::test
