// A whole site in memory: versions made from inline documents, judged, composed and rendered.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "compose/compose.h"
#include "render/render.h"
#include "support/catch.h"
#include "support/model_builder.h"

namespace muster::test {

inline Judged judged(ModelBuilder& builder, std::string_view date = "2026-02-20") {
  Judged result;
  result.model = builder.link();
  result.model.version.time = day(date);
  result.audit = audit(result.model, {}, day(date));
  return result;
}

/// The same state under the name and folder of a tag.
inline Judged tagged(Judged judged, std::string name) {
  judged.model.version.kind = VersionKind::tag;
  judged.model.version.folder = "v/" + name;
  judged.model.version.name = std::move(name);
  return judged;
}

class BuiltSite {
 public:
  BuiltSite(const Workspace& workspace, const std::vector<Judged>& versions,
            const Timeline& timeline = {}) {
    const SiteInput input{workspace, versions, timeline, rules(), "0.0.0"};
    const auto templates = load_templates(std::nullopt);
    if (!templates) FAIL(format_diagnostic(templates.error().diagnostic));
    plan_ = plan_site(input);
    for (const PagePlan& plan : plan_) {
      std::variant<Page, OutputFile> made = compose_page(input, plan);
      if (const OutputFile* file = std::get_if<OutputFile>(&made)) {
        files_[file->path] = file->bytes;
        continue;
      }
      const Result<OutputFile> rendered = render(**templates, std::get<Page>(made));
      if (!rendered) FAIL(format_diagnostic(rendered.error().diagnostic));
      files_[rendered->path] = rendered->bytes;
    }
  }

  const std::vector<PagePlan>& plan() const { return plan_; }
  const std::map<std::string, std::string>& files() const { return files_; }
  const std::string& file(const std::string& path) const {
    INFO(path);
    REQUIRE(files_.contains(path));
    return files_.at(path);
  }

 private:
  std::vector<PagePlan> plan_;
  std::map<std::string, std::string> files_;
};

/// The site of one version, `latest`, that holds one document.
inline BuiltSite site_of(std::string_view markdown, std::string_view path = "docs/plan.md") {
  ModelBuilder builder;
  builder.document(path, markdown);
  const std::vector<Judged> versions = {judged(builder)};
  return BuiltSite(builder.workspace(), versions);
}

}  // namespace muster::test
