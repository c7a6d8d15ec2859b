#include "app/cover.h"

#include <memory>
#include <set>
#include <string>

#include "base/secrets.h"
#include "base/text.h"

namespace muster {
namespace {

constexpr std::size_t kLeast = 4;

void add_values(const Json& json, std::set<std::string>& values) {
  const bool single = json.is(Json::Kind::string) || json.is(Json::Kind::number);
  if (single && json.text.size() >= kLeast && !is_stand_in(json.text)) values.insert(json.text);
  for (const Json& item : json.items) add_values(item, values);
  for (const Json::Member& member : json.members) add_values(member.value, values);
}

std::set<std::string> declared_values(const std::vector<Judged>& versions) {
  std::set<std::string> values;
  for (const Judged& version : versions)
    for (const ParityRow& row : version.model.parity_rows) {
      if (!row.captured || !row.pair.secret) continue;
      for (const EvidenceId id : {row.staging, row.production}) {
        if (!id) continue;
        const std::shared_ptr<const ReportContent>& content = version.model.evidence[id].content;
        if (content == nullptr || content->json == nullptr) continue;
        if (const Json* value = content->json->at(row.pair.pointer)) add_values(*value, values);
      }
    }
  return values;
}

class Cover {
 public:
  explicit Cover(const std::set<std::string>& values) : values_(values) {}

  void put(std::string& text) const {
    for (const std::string& value : values_)
      if (text.find(value) != std::string::npos)
        text = replace_all(std::move(text), value, kHidden);
  }

  void put(Verdict& verdict) const {
    for (Reason& reason : verdict.reasons) put(reason.text);
  }

  void put(Audit& audit) const {
    for (Finding& finding : audit.findings) put(finding.message);
    for (std::vector<Expected>& all : audit.expectations)
      for (Expected& one : all) put(one.seen);
    for (ParityAudit& row : audit.parity) {
      put(row.staging);
      put(row.production);
      put(row.why);
    }
    put(audit.verdict);
    for (DocumentAudit& document : audit.documents) put(document.verdict);
  }

  void put(Model& model) const {
    for (Evidence& evidence : model.evidence) {
      if (evidence.content == nullptr || evidence.content->report.format.empty()) continue;
      record::Report report = evidence.content->report;
      put(report.subject);
      put(report.tool);
      for (std::string& reason : report.reasons) put(reason);
      auto content = std::make_shared<ReportContent>(*evidence.content);
      content->report = std::move(report);
      evidence.content = std::move(content);
    }
  }

 private:
  const std::set<std::string>& values_;
};

}  // namespace

void cover_declared_secrets(std::vector<Judged>& versions) {
  const std::set<std::string> values = declared_values(versions);
  if (values.empty()) return;
  const Cover cover(values);
  for (Judged& version : versions) {
    cover.put(version.audit);
    cover.put(version.model);
  }
}

}  // namespace muster
