// What the passes of link share: the input, the model in the making, and where the rows of each
// document begin in it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/model.h"
#include "domain/workspace.h"
#include "link/anchors.h"
#include "link/link.h"
#include "link/past.h"
#include "link/targets.h"

namespace muster {

using DecisionId = Id<Decision>;

/// A file that is a document, and what it says.
struct DocumentFile {
  RepoId repo;
  const FileEntry* file = nullptr;
  std::shared_ptr<const Content> content;
};

/// By repository, then path: the order of Model::documents. Those that could not be read are left
/// out.
std::vector<DocumentFile> document_files(const Version& version, const Contents& contents);

/// Records of a document become rows of the model in their order, so a row's id is that of the
/// record moved by this.
struct FirstRows {
  std::size_t items = 0;
  std::size_t tasks = 0;
  std::size_t phases = 0;
  std::size_t gates = 0;
  std::size_t decisions = 0;
};

struct Linker {
  const Workspace& workspace;
  const Version& version;
  const Contents& contents;
  const Reports& reports;
  const std::map<ObjectId, std::string>& unreadable;
  const Targets& targets;
  std::vector<Past> past;  // by RepoId

  Model model;
  std::vector<FirstRows> first;  // by DocumentId
  std::vector<Anchors> anchors;  // by DocumentId
  std::map<std::pair<RepoId, std::string>, DocumentId> by_path;
  std::map<std::string, std::vector<DocumentId>> by_key;  // id_key of the document's key
  std::map<std::pair<RepoId, std::string>, EvidenceId> evidence_by_path;

  const Records& records(DocumentId document) const {
    return model.documents[document].content->records;
  }
  std::string claim(DocumentId document, std::string_view anchor) {
    return anchors[document.n].claim(anchor);
  }
  Where where(DocumentId document, int line, int column = 0) const {
    const Document& row = model.documents[document];
    return {row.repo, row.path, line, column};
  }

  ItemId item(DocumentId document, Id<record::Item> record) const {
    return record ? ItemId(first[document.n].items + record.n) : ItemId();
  }
  TaskId task(DocumentId document, Id<record::Task> record) const {
    return record ? TaskId(first[document.n].tasks + record.n) : TaskId();
  }
  PhaseId phase(DocumentId document, Id<record::Phase> record) const {
    return record ? PhaseId(first[document.n].phases + record.n) : PhaseId();
  }
  GateId gate(DocumentId document, Id<record::Gate> record) const {
    return record ? GateId(first[document.n].gates + record.n) : GateId();
  }
  DecisionId decision(DocumentId document, Id<record::Decision> record) const {
    return record ? DecisionId(first[document.n].decisions + record.n) : DecisionId();
  }

  /// The document of that id: of `near` when it has one, else the first issue, else the first.
  DocumentId find_document(std::string_view key, RepoId near) const;
};

/// Whether a number of that name is the one that `wanted` (in name_words) means: "RLS Tests Passed"
/// is "rls tests".
bool is_metric_named(std::string_view name, std::string_view wanted);

// The passes, in the order in which link() runs them.
void link_documents(Linker& linker);
void link_tasks(Linker& linker);  // tasks and phases
void link_gates(Linker& linker);  // gates and decisions
void link_items(Linker& linker);  // items and sign-offs
void link_dependencies(Linker& linker);
void link_gaps(Linker& linker);
void link_references(Linker& linker);
void link_evidence(Linker& linker);
void link_listed_issues(Linker& linker);
void link_claims(Linker& linker);
void link_bindings(Linker& linker);  // tells those that name nothing
void link_metrics(Linker& linker);
void link_parity(Linker& linker);
void link_unread(Linker& linker);

}  // namespace muster
