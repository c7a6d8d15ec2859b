#include "compose/item.h"

#include <algorithm>

#include "base/text.h"

namespace muster {
namespace {

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const std::string low = lower(std::string_view(&c, 1));
  return low[0] >= 'a' && low[0] <= 'f' ? low[0] - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// A relative path from a document's folder, or from the root of the repository. None where it
// leaves the repository.
std::optional<std::string> resolve_path(std::string_view document, std::string_view target) {
  std::vector<std::string> parts;
  if (!target.starts_with('/')) {
    for (const std::string_view part : split(document, '/')) parts.emplace_back(part);
    parts.pop_back();
  }
  for (const std::string_view part : split(target, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  return join(parts, "/");
}

std::optional<Url> to_fragment(const View& view, DocumentId document, std::string_view fragment) {
  const PageAnchors& anchors = view.anchors(document);
  const auto it = anchors.of_fragment.find(lower(percent_decoded(fragment)));
  if (it != anchors.of_fragment.end()) return view.to(document, it->second);
  return std::nullopt;
}

std::optional<Url> to_file(const View& view, RepoId repo, std::string_view path) {
  for (const Evidence& evidence : view.model.evidence)
    if (evidence.repo == repo && evidence.path == path &&
        evidence.state == EvidenceState::present && has_page(evidence))
      return view.to(view.model.evidence.id_of(evidence));
  const std::vector<Snapshot>& snapshots = view.version.snapshots;
  if (repo.n < snapshots.size() && snapshots[repo.n].find(path) != nullptr)
    return view.web(repo, path);
  return std::nullopt;
}

// A link as a document has it.
std::optional<Url> resolve_link(const View& view, DocumentId id, std::string_view target) {
  const Url checked(target);
  if (checked.refused() || target.empty()) return std::nullopt;
  if (checked.outside()) return checked;
  const std::size_t hash = target.find('#');
  const std::string_view fragment =
      hash == std::string_view::npos ? std::string_view() : target.substr(hash + 1);
  std::string_view file = target.substr(0, hash);
  file = file.substr(0, file.find('?'));
  if (file.empty()) return to_fragment(view, id, fragment);

  const Document& document = view.model.documents[id];
  const std::optional<std::string> path = resolve_path(document.path, percent_decoded(file));
  if (!path) return std::nullopt;
  const std::optional<DocumentId> other = view.document_at(document.repo, *path);
  if (!other) return to_file(view, document.repo, *path);
  if (const std::optional<Url> exact = to_fragment(view, *other, fragment)) return exact;
  return view.to(*other);
}

// A document's own id is no link on its own page.
std::optional<Url> resolve_id(const View& view, DocumentId here, std::string_view id) {
  if (view.model.documents[here].key == id) return std::nullopt;
  return view.declared(id);
}

Mark box_mark(const View& view, DocumentId document, std::size_t block) {
  const Content& content = *view.model.documents[document].content;
  for (const Item& item : view.model.items)
    if (item.document == document && item.record &&
        content.records.items[item.record].block == block)
      return mark_of_item(view, view.model.items.id_of(item));
  return mark_of(content.markdown.blocks[block].box);
}

bool needs_attention(Standing standing) {
  return standing == Standing::claimed || standing == Standing::disputed ||
         standing == Standing::unknown || standing == Standing::open_again;
}

// Whether the item's owner stands above it already: as its task's, or as the document's.
bool says_who(const View& view, const Item& item) {
  if (item.owner == view.model.documents[item.document].owner.text) return true;
  return item.task && item.owner == view.model.tasks[item.task].owner.text;
}

Data::List evidence_links(const View& view, const Item& item) {
  Data::List links;
  std::vector<EvidenceId> seen;
  for (const std::size_t citation : item.citations) {
    const EvidenceId evidence = view.model.citations[citation].evidence;
    if (!evidence || std::find(seen.begin(), seen.end(), evidence) != seen.end()) continue;
    seen.push_back(evidence);
    Data::Object link = evidence_link(view, evidence);
    link["by_words"] = static_cast<bool>(view.model.citations[citation].matched);
    links.push_back(std::move(link));
  }
  return links;
}

// By what a report measured, where nobody has ticked it.
bool has_fired(const View& view, ItemId item) {
  for (std::size_t i = 0; i < view.model.metrics.size(); ++i)
    if (view.model.metrics[MetricId(i)].item == item && view.audit.metrics[i] == MetricState::fired)
      return true;
  return false;
}

}  // namespace

Standing standing_of(const View& view, ItemId item) {
  return item.n < view.audit.standings.size() ? view.audit.standings[item.n] : Standing::unknown;
}

Mark mark_of_item(const View& view, ItemId id) {
  const Item& item = view.model.items[id];
  if (!view.model.documents[item.document].judged()) return mark_of(item.state);
  if (item.role == Role::trigger && (item.state == BoxState::ticked || has_fired(view, id)))
    return {"critical", "bad", "Fired"};
  if (item.role == Role::trigger && item.state == BoxState::open) return {"open", "", "Not fired"};
  return mark_of(standing_of(view, id));
}

Data::Object margin_note(const View& view, std::size_t index) {
  const Finding& finding = view.audit.findings[index];
  Data::Object note = data_of(mark_of(finding.severity));
  note["id"] = finding.id;
  note["href"] = view.to_finding(index);
  note["message"] = words::sentence(finding.message);
  return note;
}

Data::Object evidence_link(const View& view, EvidenceId id) {
  const Evidence& evidence = view.model.evidence[id];
  Data::Object link = data_of(mark_of(result_of(evidence)));
  if (evidence.state == EvidenceState::external) {
    link["icon"] = "external";
    link["word"] = "Outside this repository";
    link["tone"] = "";
  } else if (attached(evidence)) {
    link["icon"] = "doc";
    link["word"] = "Attached, not interpreted";
    link["tone"] = "";
  }
  link["text"] = evidence.path;
  link["by_words"] = false;
  link["href"] = view.to(id);
  return link;
}

Data::Object item_row(const View& view, ItemId id, Html text, int depth,
                      const std::vector<std::size_t>& findings) {
  const Item& item = view.model.items[id];
  const Document& document = view.model.documents[item.document];
  const Standing standing = standing_of(view, id);
  Data::Object row = data_of(mark_of_item(view, id));
  Data::List notes;
  for (const std::size_t finding : findings) notes.push_back(margin_note(view, finding));
  const bool attention = document.judged() && (needs_attention(standing) || !notes.empty());
  Data::List evidence = evidence_links(view, item);
  const bool bare = standing == Standing::claimed && evidence.empty() && document.judged();
  const bool weak = standing == Standing::claimed && !evidence.empty() && document.judged();
  const record::Item* written = nullptr;
  if (item.record && document.content != nullptr)
    written = &document.content->records.items[item.record];

  row["boxed"] = true;
  row["id"] = text_or_none(view.item_anchor(id));
  row["label"] = item.anchor;
  row["state"] = to_string(standing);
  row["need"] = attention ? "needs" : "";
  row["gate"] = item.role == Role::exit || item.role == Role::criterion;
  row["depth"] = depth > 0 ? Data(std::min(depth, 4)) : Data(false);
  row["role"] = text_or_none(word_of(item.role));
  row["odd"] = item.state == BoxState::unknown && written != nullptr
                   ? Data(cat({"[", written->mark, "]"}))
                   : Data(false);
  row["text_html"] = std::move(text);
  row["owner"] = text_or_none(says_who(view, item) ? std::string() : item.owner);
  row["bare"] = bare;
  row["weak"] = weak;
  row["evidence"] = std::move(evidence);
  row["notes"] = std::move(notes);
  return row;
}

Data::Object plain_row(Html text, std::string_view anchor, int depth) {
  return {{"boxed", false},
          {"id", text_or_none(anchor)},
          {"depth", depth > 0 ? Data(std::min(depth, 4)) : Data(false)},
          {"text_html", std::move(text)}};
}

Prose prose_of(const View& view, DocumentId id) {
  return {view.model.documents[id].content->markdown, &view.anchors(id),
          [&view, id](std::string_view url) { return resolve_link(view, id, url); },
          [&view, id](std::string_view word) { return resolve_id(view, id, word); },
          [&view, id](std::size_t block) { return box_mark(view, id, block); }};
}

}  // namespace muster
