// The list of all versions, as a page and as data; and the page for an address that is none.
#include "base/json.h"
#include "base/text.h"
#include "compose/frame.h"
#include "compose/pages.h"

namespace muster {
namespace {

int open_gaps(const Model& model) {
  int count = 0;
  for (const Gap& gap : model.gaps) count += gap.state == GapState::open ? 1 : 0;
  return count;
}

Data::Object version_row(const View& view, const Judged& judged) {
  const Version& version = judged.model.version;
  const std::optional<Commit>& commit = version.workspace().commit;
  return {{"name", version.name},
          {"href", view.to(page_path(version, PageKind::overview))},
          {"kind", word_of(version.kind)},
          {"time", time_of(version.time)},
          {"commit", commit ? Data(view.commit(RepoId(0), commit->id)) : Data(false)},
          {"mark", data_of(mark_of(judged.audit.verdict.outcome))},
          {"bar", bar_of(judged.audit.tally)},
          {"findings", judged.audit.findings.size()},
          {"gaps", open_gaps(judged.model)}};
}

Json version_json(const Judged& judged) {
  const Version& version = judged.model.version;
  const Tally& tally = judged.audit.tally;
  Json counts = Json::object();
  counts.set("verified", Json::of(static_cast<long long>(tally.verified)))
      .set("claimed", Json::of(static_cast<long long>(tally.claimed)))
      .set("disputed", Json::of(static_cast<long long>(tally.disputed)))
      .set("open", Json::of(static_cast<long long>(tally.open)))
      .set("unknown", Json::of(static_cast<long long>(tally.unknown)))
      .set("set_aside", Json::of(static_cast<long long>(tally.set_aside)))
      .set("findings", Json::of(static_cast<long long>(judged.audit.findings.size())))
      .set("open_gaps", Json::of(static_cast<long long>(open_gaps(judged.model))));
  Json row = Json::object();
  row.set("name", Json::of(version.name))
      .set("folder", Json::of(version.folder))
      .set("time", Json::of(format_instant(version.time)))
      .set("frozen", Json::of(version.frozen()))
      .set("verdict", Json::of(to_string(judged.audit.verdict.outcome)))
      .set("counts", std::move(counts));
  const std::optional<Commit>& commit = version.workspace().commit;
  row.set("commit", commit ? Json::of(commit->id.hex()) : Json());
  return row;
}

}  // namespace

Page versions_page(const View& view) {
  Page page = framed_page(view, "versions");
  Data::List rows;
  int frozen = 0;
  const std::vector<Judged>& versions = view.input.versions;
  for (std::size_t i = versions.size(); i-- > 0;) {
    rows.push_back(version_row(view, versions[i]));
    frozen += versions[i].model.version.frozen() ? 1 : 0;
  }
  page.data["page_title"] = "Versions";
  page.data["rows"] = std::move(rows);
  page.data["frozen"] = words::counted(frozen, "frozen version");
  page.data["none_frozen"] = frozen == 0;
  return page;
}

Page not_found_page(const View& view) {
  Page page = framed_page(view, "not_found");
  page.data["page_title"] = "This page is not here";
  page.data["latest"] = view.version.name;
  return page;
}

std::string versions_json(const SiteInput& input) {
  Json list = Json::array();
  for (std::size_t i = input.versions.size(); i-- > 0;) list.push(version_json(input.versions[i]));
  Json root = Json::object();
  root.set("schema", Json::of(1LL)).set("versions", std::move(list));
  return write_json(root) + "\n";
}

}  // namespace muster
