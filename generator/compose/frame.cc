#include "compose/frame.h"

#include "base/text.h"

namespace muster {
namespace {

// A page that belongs to no version counts nothing of one, so that it never changes.
bool of_no_version(PageKind kind) {
  return kind == PageKind::evidence || kind == PageKind::versions || kind == PageKind::not_found;
}

int documents_of(const Model& model, DocumentKind kind) {
  int count = 0;
  for (const Document& document : model.documents) count += document.kind == kind ? 1 : 0;
  return count;
}

// The tab that a page belongs under.
PageKind tab_of(PageKind kind) {
  switch (kind) {
    case PageKind::checklist:
    case PageKind::tracker:
    case PageKind::document:
      return PageKind::checklists;
    case PageKind::issue:
      return PageKind::issues;
    case PageKind::evidence:
      return PageKind::evidence_index;
    default:
      return kind;
  }
}

// Where links of a page lead that belongs to no version: to the front.
const Version& version_linked(const View& view) {
  if (!of_no_version(view.plan.kind)) return view.version;
  const std::optional<std::size_t> front = front_version(view.input);
  return front ? view.input.versions[*front].model.version : view.version;
}

Data::List tabs(const View& view) {
  const bool counted = !of_no_version(view.plan.kind);
  Data::List list;
  const auto add = [&](PageKind kind, std::string_view text, std::optional<int> count) {
    list.push_back(
        Data::Object{{"text", text},
                     {"href", view.to(page_path(version_linked(view), kind))},
                     {"count", count && counted ? Data(*count) : Data(false)},
                     {"current", tab_of(view.plan.kind) == kind && kind == view.plan.kind},
                     {"within", tab_of(view.plan.kind) == kind && kind != view.plan.kind}});
  };
  add(PageKind::overview, "Overview", std::nullopt);
  add(PageKind::checklists, "Checklists", std::nullopt);
  add(PageKind::issues, "Issues", documents_of(view.model, DocumentKind::issue));
  add(PageKind::gaps, "Gaps", view.open_gaps());
  if (counted && (!view.model.parity_rows.empty() || view.plan.kind == PageKind::parity))
    add(PageKind::parity, "Parity", std::nullopt);
  add(PageKind::findings, "Findings", view.count_findings().total());
  add(PageKind::evidence_index, "Evidence", static_cast<int>(view.model.evidence.size()));
  return list;
}

Data::List crumbs(const View& view) {
  Data::List list;
  const auto add = [&](PageKind kind, std::string_view text) {
    list.push_back(
        Data::Object{{"text", text}, {"href", view.to(page_path(version_linked(view), kind))}});
  };
  if (view.plan.kind == PageKind::overview) return list;
  add(PageKind::overview, "Overview");
  const PageKind tab = tab_of(view.plan.kind);
  if (tab == view.plan.kind) return list;
  if (tab == PageKind::checklists) add(tab, "Checklists");
  if (tab == PageKind::issues) add(tab, "Issues");
  if (tab == PageKind::evidence_index) add(tab, "Evidence");
  return list;
}

// The page of the same thing in another version, or that version's overview.
std::string twin(const View& view, const Judged& other) {
  const Version& version = other.model.version;
  switch (view.plan.kind) {
    case PageKind::checklist:
    case PageKind::tracker:
    case PageKind::issue:
    case PageKind::document: {
      const Document& here = view.model.documents[DocumentId(view.plan.row)];
      for (const Document& there : other.model.documents)
        if (there.path == here.path && there.repo == here.repo)
          return document_path(version, there);
      return page_path(version, PageKind::overview);
    }
    default:
      return page_path(version, view.plan.kind);
  }
}

// What a reader of an older version is told.
Data old_version(const View& view) {
  if (of_no_version(view.plan.kind) || !view.version.frozen()) return false;
  const std::optional<std::size_t> front = front_version(view.input);
  if (!front || *front == view.plan.version) return false;
  const Judged& latest = view.input.versions[*front];
  const std::string path = twin(view, latest);
  return Data::Object{{"name", view.version.name},
                      {"date", time_of(date_of(view.version.time))},
                      {"href", view.to(path)},
                      {"same_page", path != page_path(latest.model.version, PageKind::overview) ||
                                        view.plan.kind == PageKind::overview},
                      {"latest", latest.model.version.name}};
}

Data::Object version_data(const View& view) {
  const std::optional<Commit>& commit = view.version.workspace().commit;
  return {{"name", view.version.name},
          {"not_release", view.version.frozen() ? Data(false) : Data(word_of(view.version.kind))},
          {"as_of", time_of(view.audit.as_of)},
          {"commit", commit ? Data(view.commit(RepoId(0), commit->id)) : Data(false)},
          {"href", view.to("versions/index.html")}};
}

Data::List footer_links(const View& view) {
  Data::List links;
  for (const FooterLink& link : view.input.workspace.site.footer) {
    const Url url(link.url);
    if (!url.refused()) links.push_back(Data::Object{{"text", link.text}, {"href", url}});
  }
  return links;
}

}  // namespace

Page framed_page(const View& view, std::string template_name) {
  const bool apart = of_no_version(view.plan.kind);
  Page page;
  page.path = view.plan.path;
  page.template_name = std::move(template_name);
  page.data = {
      {"language", view.input.workspace.site.language},
      {"programme", view.programme()},
      {"style_href", view.to("muster.css")},
      {"script_src", view.to("muster.js")},
      {"icon_href", view.to("icon.svg")},
      {"home_href", view.to(page_path(version_linked(view), PageKind::overview))},
      {"versions_href", view.to("versions/index.html")},
      {"version", apart ? Data(false) : Data(version_data(view))},
      {"version_name", apart ? std::string("Versions") : view.version.name},
      {"tabs", tabs(view)},
      {"crumbs", crumbs(view)},
      {"old", old_version(view)},
      {"readiness_href",
       apart ? Data(false) : Data(view.to(page_path(view.version, PageKind::readiness_json)))},
      {"list_href", view.to("versions.json")},
      {"footer_links", footer_links(view)},
      {"program_version", view.input.program_version},
      {"page_class", false},
  };
  return page;
}

}  // namespace muster
