// Semgrep's JSON (semgrep.dev, the schema of its command line output). It looked at the files in
// paths.scanned, and what it could not do is in `errors`.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  const bool scanned = at(json, "/paths/scanned", Json::Kind::array) != nullptr;
  if (scanned && (json.find("results") != nullptr || json.find("errors") != nullptr)) return 3;
  return telling_signs(json, {{"/errors", Json::Kind::array},
                              {"/paths", Json::Kind::object},
                              {"/results", Json::Kind::array}});
}

Findings count(const Json& results) {
  Findings findings;
  for (const Json& result : results.items) {
    const Json* ignored = result.at("/extra/is_ignored");
    if (ignored != nullptr && ignored->boolean)
      ++findings.accepted;
    else
      findings.add(text_at(result, "/extra/severity"));
  }
  return findings;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = tool_named("Semgrep", text_at(json, "/version"));
  list_at(json, "/errors", "errors", reading);
  for (const auto& [list, what] :
       {std::pair{"/errors", "error"}, std::pair{"/skipped_rules", "skipped rule"}})
    if (const long long told = entries_at(json, list, reading); told > 0)
      add_doubt(reading, cat({"it tells of ", counted(told, what)}));
  const Json* results = list_at(json, "/results", "results", reading);
  if (results == nullptr) return;
  reading.report.verdict_line = results->line;
  std::optional<long long> scanned;
  if (const Json* files = at(json, "/paths/scanned", Json::Kind::array))
    scanned = static_cast<long long>(files->items.size());
  take_findings(count(*results), scanned, "files", reading);
}

}  // namespace

constinit const Recogniser semgrep{"Semgrep", score, read};

}  // namespace muster::recognise
