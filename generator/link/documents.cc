// Documents of all repositories: kind, key, title, status and address.
#include <algorithm>

#include "base/slugs.h"
#include "base/text.h"
#include "link/ids.h"
#include "link/linker.h"
#include "link/paths.h"

namespace muster {
namespace {

bool matches_any(std::string_view path, const std::vector<std::string>& globs) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return matches_glob(path, glob); });
}

// Front matter, then the repository's issue globs, then what the document itself shows.
DocumentKind kind_of(const Repo& repo, const std::string& path, const Records& records) {
  if (records.declared_kind) return *records.declared_kind;
  if (matches_any(path, repo.issues)) return DocumentKind::issue;
  const bool named_report = contains_word(replace_all(stem(path), "_", " "), "report");
  if (records.kind_hint == DocumentKind::page && named_report) return DocumentKind::report;
  return records.kind_hint;
}

// An issue file may carry its id in its name only.
std::string key_of(const Records& records, DocumentKind kind, const std::string& path) {
  if (!records.id.empty() || kind != DocumentKind::issue) return records.id;
  return leading_id(stem(path));
}

record::Entry entry_of(const Records& records, std::string_view field) {
  const record::Field* found = records.field(field);
  return found != nullptr ? found->value : record::Entry{};
}

bool says_paused(const Document& document) {
  if (document.status.fill != Fill::value) return false;
  if (document.status_class == StatusClass::done || document.status_class == StatusClass::dropped)
    return false;
  const std::string text = collapse_spaces(replace_all(document.status.text, "-", " "));
  return contains_word(text, "on hold") || contains_word(text, "paused") ||
         contains_word(text, "onhold");
}

std::string area_of(const Workspace& workspace, const Document& document) {
  if (!document.judged()) return {};
  for (const Area& area : workspace.areas)
    if (matches_any(document.path, area.globs)) return area.name;
  return {};
}

Document make_document(const Linker& linker, const DocumentFile& source) {
  const Records& records = source.content->records;
  Document document;
  document.repo = source.repo;
  document.path = source.file->path;
  document.blob = source.file->blob;
  document.kind = kind_of(linker.workspace.repos[source.repo], document.path, records);
  document.key = key_of(records, document.kind, document.path);
  document.title = records.title.empty() ? file_name(document.path) : records.title;
  document.status = entry_of(records, "status");
  document.status_class = records.status_class;
  document.owner = entry_of(records, "owner");
  document.priority = entry_of(records, "priority");
  document.on_hold = says_paused(document);
  document.area = area_of(linker.workspace, document);
  document.changed = linker.past[source.repo.n].brought(document.path, document.blob);
  document.content = source.content;
  return document;
}

std::string slug_of(const Workspace& workspace, const Document& document, Slugs& slugs) {
  return slugs.take(slug(document.key.empty() ? stem(document.path) : document.key),
                    cat({workspace.repos[document.repo].name, "/", document.path}), "d");
}

}  // namespace

std::vector<DocumentFile> document_files(const Version& version, const Contents& contents) {
  std::vector<DocumentFile> files;
  for (const Snapshot& snapshot : version.snapshots) {
    for (const FileEntry& file : snapshot.files) {
      if (file.use != FileUse::document || file.kind != EntryKind::file) continue;
      const auto content = contents.find(file.blob);
      if (content != contents.end() && content->second != nullptr)
        files.push_back({snapshot.repo, &file, content->second});
    }
  }
  return files;
}

DocumentId Linker::find_document(std::string_view key, RepoId near) const {
  const auto found = by_key.find(id_key(key));
  if (found == by_key.end()) return {};
  const auto weight = [&](DocumentId id) {
    const Document& document = model.documents[id];
    return (document.repo == near ? 2 : 0) + (document.kind == DocumentKind::issue ? 1 : 0);
  };
  DocumentId best = found->second.front();
  for (const DocumentId id : found->second)
    if (weight(id) > weight(best)) best = id;
  return best;
}

void link_documents(Linker& linker) {
  Slugs slugs;
  FirstRows next;
  for (const DocumentFile& source : document_files(linker.version, linker.contents)) {
    Document document = make_document(linker, source);
    document.slug = slug_of(linker.workspace, document, slugs);
    const Records& records = source.content->records;
    const DocumentId id = linker.model.documents.add(std::move(document));
    const Document& row = linker.model.documents[id];
    linker.by_path[{row.repo, row.path}] = id;
    if (!row.key.empty()) linker.by_key[id_key(row.key)].push_back(id);
    linker.first.push_back(next);
    next.items += records.items.size();
    next.tasks += records.tasks.size();
    next.phases += records.phases.size();
    next.gates += records.gates.size();
    next.decisions += records.decisions.size();
  }
  linker.anchors.resize(linker.model.documents.size());
}

}  // namespace muster
