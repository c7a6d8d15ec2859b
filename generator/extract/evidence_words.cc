// Words by which an item says that evidence is there: “attached”, “evidence”, “report” where they
// mean proof.
#include "base/text.h"
#include "extract/claim_words.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

constexpr std::string_view kBeforeReport =
    "test|tests|load|smoke|audit|scan|benchmark|coverage|run|verification|result|results|pentest|"
    "security|see|with|per|json|the|its|validation|evidence|performance";
constexpr std::string_view kAfterReport =
    "attached|linked|committed|archived|for|of|in|shows|and|stored|below";

// “test report”, “Scan report attached”, “(report)”, “see report”; not “Error report reviewed”.
bool is_report_of_run(const std::vector<std::string>& words, std::size_t at) {
  if (words[at] != "report" && words[at] != "reports") return false;
  const bool ends = at + 1 == words.size() || is_listed(kAfterReport, words[at + 1]);
  return ends && (at == 0 || is_listed(kBeforeReport, words[at - 1]));
}

}  // namespace

bool speaks_of_evidence(const std::vector<Part>& parts) {
  for (const Part& part : parts)
    for (std::size_t i = 0; i < part.words.size(); ++i)
      if (part.words[i] == "attached" || part.words[i] == "evidence" ||
          is_report_of_run(part.words, i))
        return true;
  return false;
}

}  // namespace muster::extract
