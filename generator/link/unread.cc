// What could not be read, with its place: notes of readers get the path of the file that they were
// made from.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "link/linker.h"

namespace muster {
namespace {

void add_notes(Model& model, const Where& file, const std::vector<Note>& notes) {
  for (const Note& note : notes) {
    Where where = file;
    where.line = note.line;
    where.column = note.column;
    model.unread.push_back({note.rule, note.message, note.help, where});
  }
}

void add_notices(Model& model, RepoId repo, const std::vector<Diagnostic>& notices) {
  for (const Diagnostic& notice : notices) {
    const std::string rule = notice.rule.empty() ? "source-incomplete" : notice.rule;
    model.unread.push_back(
        {rule, notice.message, notice.help, {repo, notice.path, notice.line, notice.column}});
  }
}

// A document whose bytes could not be had is not in the model; it must not vanish without a word.
void add_lost_documents(Linker& linker, const Snapshot& snapshot) {
  for (const FileEntry& file : snapshot.files) {
    if (file.use != FileUse::document || file.kind != EntryKind::file) continue;
    if (linker.by_path.contains({snapshot.repo, file.path})) continue;
    const auto problem = linker.unreadable.find(file.blob);
    const std::string why = problem == linker.unreadable.end()
                                ? std::string("its bytes are not there")
                                : problem->second;
    linker.model.unread.push_back({"source-incomplete",
                                   cat({"“", file.path, "” could not be read: ", why}),
                                   "Fetch the whole repository, or take the file out of `content`.",
                                   {snapshot.repo, file.path, 0, 0}});
  }
}

}  // namespace

void link_unread(Linker& linker) {
  Model& model = linker.model;
  for (const Snapshot& snapshot : linker.version.snapshots) {
    add_notices(model, snapshot.repo, snapshot.notices);
    add_lost_documents(linker, snapshot);
  }
  for (const Document& document : model.documents) {
    const Where file{document.repo, document.path, 0, 0};
    add_notes(model, file, document.content->markdown.notes);
    add_notes(model, file, document.content->records.notes);
  }
  for (const Evidence& evidence : model.evidence) {
    const Where file{evidence.repo, evidence.path, 0, 0};
    if (evidence.state == EvidenceState::unreadable) {
      model.unread.push_back({"evidence-unreadable",
                              cat({"“", evidence.path, "” could not be read: ", evidence.problem}),
                              "Write the report again with the tool that makes it.", file});
    } else if (evidence.content != nullptr && evidence.content->json != nullptr) {
      // Notes of what is not JSON at all (a log that begins with a bracket) say nothing.
      add_notes(model, file, evidence.content->notes);
    }
  }
  std::stable_sort(model.unread.begin(), model.unread.end(),
                   [](const Unread& a, const Unread& b) { return a.where < b.where; });
}

}  // namespace muster
