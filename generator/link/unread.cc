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

// What is kept in Git LFS is in no clone of git's, however whole.
std::string advice_for(std::string_view problem, std::string_view otherwise) {
  if (problem.find("Git LFS") == std::string_view::npos) return std::string(otherwise);
  return "Commit the file itself: take its path out of .gitattributes, and add it again.";
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
    const bool too_large = why.find("over the limit") != std::string::npos;
    linker.model.unread.push_back(
        {too_large ? "limit-exceeded" : "source-incomplete",
         cat({"“", file.path, "” could not be read: ", why}),
         too_large
             ? "Split the file, or raise the limit in muster.yaml."
             : advice_for(why, "Fetch the whole repository, or take the file out of `content`."),
         {snapshot.repo, file.path, 0, 0}});
  }
}

// A mark that is neither open nor ticked. A tick that a choice took back was read well.
bool is_unclear(const record::Item& item) {
  const std::string_view mark = trim(item.mark);
  return item.state == BoxState::unknown && !mark.empty() && mark != "x" && mark != "X";
}

// Once for a document, at the first of them.
void add_unclear_boxes(Model& model, const Document& document) {
  const auto& items = document.content->records.items;
  const auto first = std::find_if(items.begin(), items.end(), is_unclear);
  if (first == items.end()) return;
  const auto count = std::count_if(items.begin(), items.end(), is_unclear);
  const std::string mark = cat({"“[", shorten(trim(first->mark), 20), "]”"});
  model.unread.push_back(
      {"box-unclear",
       count == 1 ? cat({"a box has the mark ", mark, ", which says neither open nor done"})
                  : cat({number(count), " boxes have marks that say neither open nor done, the ",
                         "first is ", mark}),
       "Tick the box, or leave it open and say the rest in words.",
       {document.repo, document.path, first->line, first->column}});
}

void add_unclear_dates(Model& model) {
  for (const Gap& gap : model.gaps) {
    if (gap.state == GapState::closed || gap.eta || gap.eta_entry.fill != Fill::value) continue;
    if (!looks_like_date(gap.eta_entry.text)) continue;
    Where where = gap.where;
    if (gap.eta_entry.line == where.line) where.column = gap.eta_entry.column;
    model.unread.push_back({"date-unclear",
                            cat({"the date “", shorten(gap.eta_entry.text, 40), "” of gap “",
                                 shorten(gap.text, 60), "” cannot be told"}),
                            "Write it as year, month and day: 2026-02-18.", where});
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
    add_unclear_boxes(model, document);
  }
  add_unclear_dates(model);
  for (const Evidence& evidence : model.evidence) {
    const Where file{evidence.repo, evidence.path, 0, 0};
    if (evidence.state == EvidenceState::unreadable) {
      model.unread.push_back(
          {"evidence-unreadable",
           cat({"“", evidence.path, "” could not be read: ", evidence.problem}),
           advice_for(evidence.problem, "Write the report again with the tool that makes it."),
           file});
    } else if (evidence.content != nullptr) {
      // Other notes of what is not JSON at all (a log that begins with a bracket) say nothing.
      std::vector<Note> notes = evidence.content->notes;
      if (evidence.content->json == nullptr)
        std::erase_if(notes, [](const Note& note) { return note.rule != "secret-in-evidence"; });
      add_notes(model, file, notes);
    }
  }
  std::stable_sort(model.unread.begin(), model.unread.end(),
                   [](const Unread& a, const Unread& b) { return a.where < b.where; });
}

}  // namespace muster
