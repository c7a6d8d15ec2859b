// Judges a version built in memory, as of 2026-02-18 unless the test says otherwise.
#pragma once

#include "audit/audit.h"
#include "support/model_builder.h"

namespace muster::test {

inline Judged judge(ModelBuilder& builder, const Policy& policy = {},
                    std::string_view as_of = "2026-02-18") {
  Judged judged;
  judged.model = builder.link();
  judged.audit = audit(judged.model, policy, day(as_of));
  return judged;
}

inline Judged judge(std::string_view markdown) {
  ModelBuilder builder;
  builder.document("doc.md", markdown);
  return judge(builder);
}

inline std::vector<Finding> findings_of(const Judged& judged, std::string_view rule) {
  std::vector<Finding> found;
  for (const Finding& finding : judged.audit.findings)
    if (finding.rule == rule) found.push_back(finding);
  return found;
}

inline int count(const Judged& judged, std::string_view rule) {
  return static_cast<int>(findings_of(judged, rule).size());
}

}  // namespace muster::test
