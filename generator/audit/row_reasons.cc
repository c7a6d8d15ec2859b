#include <algorithm>
#include <map>

#include "audit/reason_list.h"
#include "base/text.h"

namespace muster {
namespace {

class RowReasons {
 public:
  RowReasons(const Judging& judging, ReasonList& list) : judging_(judging), list_(list) {}

  void collect() {
    results();
    tasks();
    for (std::size_t d = 0; d < model_.documents.size(); ++d) {
      const Document& document = model_.documents[DocumentId(d)];
      if (!document.judged() || document.content == nullptr) continue;
      const Records& records = document.content->records;
      issues_met(DocumentId(d), records);
      if (document.kind == DocumentKind::page) continue;  // prose may hold a table of anything
      status_rows(DocumentId(d), records);
      marks(DocumentId(d), records);
    }
  }

 private:
  Reason& add(Severity weight, DocumentId document, std::string text) {
    return list_.add(weight, as_subject(SubjectKind::document, document.n), document,
                     std::move(text));
  }

  std::string name(DocumentId document) const { return name_of(model_.documents[document]); }

  // Rows of evidence that no box carries: a failure is a reason of its own, what is pending one for
  // each document.
  void results() {
    std::map<DocumentId, int> pending;
    std::map<DocumentId, int> all;
    for (const StatedResult& result : model_.results) {
      if (!judging_.judged(result.document) || result.item) continue;
      ++all[result.document];
      if (result.claimed == "pending") ++pending[result.document];
      if (result.claimed == "fail")
        add(Severity::blocker, result.document,
            cat({"the result of ", quoted(result.label), " in line ", number(result.where.line),
                 " is a failure"}));
    }
    for (const auto& [document, count] : pending)
      add(Severity::warning, document,
          cat({number(count), " of ", counted(all[document], "result", "results"),
               count == 1 ? " is pending in " : " are pending in ", name(document)}))
          .count = count;
  }

  // Of a task with boxes these say how far it is.
  void tasks() {
    std::map<DocumentId, int> open;
    std::map<DocumentId, int> all;
    for (const Task& task : model_.tasks) {
      if (!judging_.judged(task.document) || !task.items.empty() || !is_stated(task.status))
        continue;
      if (task.status_class == StatusClass::dropped) continue;
      ++all[task.document];
      if (task.status_class != StatusClass::done) ++open[task.document];
    }
    for (const auto& [document, count] : open)
      add(Severity::warning, document,
          cat({number(count), " of ",
               counted(all[document], "task without boxes is", "tasks without boxes are"),
               " not done in ", name(document)}))
          .count = count;
  }

  static bool is_stated(const record::Entry& entry) { return entry.fill == Fill::value; }

  void issues_met(DocumentId document, const Records& records) {
    int open = 0;
    for (const record::IssueMet& issue : records.issues_met) {
      if (issue.empty || issue.closed) continue;
      if (issue.critical) {
        add(Severity::blocker, document,
            cat({"the issue ", quoted(issue.issue.text), " in line ", number(issue.line),
                 ", of severity ", issue.severity.text, ", is open"}));
      } else {
        ++open;
      }
    }
    if (open > 0)
      add(Severity::warning, document,
          cat({counted(open, "issue that was met is", "issues that were met are"), " open in ",
               name(document)}))
          .count = open;
  }

  void status_rows(DocumentId document, const Records& records) {
    int all = 0;
    int open = 0;
    for (const record::StatusRow& row : records.status_rows) {
      if (row.status_class == StatusClass::dropped || row.status.fill == Fill::not_applicable)
        continue;
      ++all;
      if (row.status_class != StatusClass::done) ++open;
    }
    if (open > 0)
      add(Severity::warning, document,
          cat({number(open), " of ", counted(all, "row with a status is", "rows with a status are"),
               " not done in ", name(document)}))
          .count = open;
  }

  // “4. Verify ⏳”, “MIG-9: Ship ❌”; not “❌ Don't do this”.
  static bool is_undone_heading(const record::Mark& mark, const Records& records) {
    if (mark.place != record::MarkPlace::heading) return false;
    if (mark.status == StatusClass::blocked) return !records.sections[mark.section].key.empty();
    return mark.status == StatusClass::open || mark.status == StatusClass::active;
  }

  // Those in tables that became records weigh by these. A ❌ among boxes is not done; in other lists
  // it may say what not to do.
  void marks(DocumentId document, const Records& records) {
    const auto is_open = [&](const record::Mark& mark) {
      if (mark.legend || mark.in_record) return false;
      return mark.state == BoxState::open ||
             (mark.among_boxes && mark.status == StatusClass::blocked) ||
             is_undone_heading(mark, records);
    };
    const auto open =
        static_cast<int>(std::count_if(records.marks.begin(), records.marks.end(), is_open));
    if (open > 0)
      add(Severity::warning, document,
          cat({counted(open, "box-like mark", "box-like marks"), " outside the task items ",
               open == 1 ? "is" : "are", " open in ", name(document)}))
          .count = open;
  }

  const Judging& judging_;
  const Model& model_ = judging_.model;
  ReasonList& list_;
};

}  // namespace

void add_row_reasons(const Judging& judging, ReasonList& list) {
  RowReasons(judging, list).collect();
}

}  // namespace muster
