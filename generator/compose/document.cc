#include "compose/document.h"

#include <algorithm>

#include "base/text.h"
#include "compose/frame.h"
#include "compose/gate.h"
#include "compose/item.h"
#include "compose/metric.h"
#include "compose/pages.h"
#include "compose/task.h"

namespace muster {
namespace {

constexpr int kMaxNesting = 12;  // of items in items; deeper ones are shown as prose

void count(Tally& tally, Standing standing) {
  switch (standing) {
    case Standing::verified:
      ++tally.verified;
      break;
    case Standing::claimed:
      ++tally.claimed;
      break;
    case Standing::disputed:
      ++tally.disputed;
      break;
    case Standing::open:
    case Standing::open_again:
      ++tally.open;
      break;
    case Standing::unknown:
      ++tally.unknown;
      break;
    case Standing::waived:
    case Standing::not_applicable:
      ++tally.set_aside;
      break;
  }
}

std::string verified_of(const Tally& tally) {
  return cat({number(tally.verified), " of ", number(tally.total())});
}

class BodyMaker {
 public:
  BodyMaker(const View& view, DocumentId document)
      : view_(view),
        id_(document),
        document_(view.model.documents[document]),
        markdown_(document_.content->markdown),
        blocks_(markdown_.blocks),
        prose_(prose_of(view, document)) {}

  DocumentBody make() {
    index_items();
    index_findings();
    begin_section(0);
    for (std::size_t i = 1; i < blocks_.size(); i = blocks_[i].end) top_level(i);
    end_section();
    add_up();
    for (const std::size_t finding : of_whole_) body_.notes.push_back(margin_note(view_, finding));
    return std::move(body_);
  }

 private:
  void index_items() {
    item_at_.resize(blocks_.size());
    for (const Item& item : view_.model.items) {
      if (item.document != id_ || !item.record) continue;
      const std::size_t block = document_.content->records.items[item.record].block;
      if (block < item_at_.size()) item_at_[block] = view_.model.items.id_of(item);
    }
  }

  // Each finding goes to the item that it is about, else to the block that its line stands in.
  void index_findings() {
    findings_at_.resize(blocks_.size());
    for (std::size_t i = 0; i < view_.audit.findings.size(); ++i) {
      const Finding& finding = view_.audit.findings[i];
      if (finding.document != id_) continue;
      const std::size_t block = block_of(finding);
      if (block == 0) {
        of_whole_.push_back(i);
      } else {
        findings_at_[block].push_back(i);
      }
    }
  }

  std::size_t block_of(const Finding& finding) const {
    if (finding.subject.kind == SubjectKind::document || finding.where.repo != document_.repo ||
        finding.where.path != document_.path)
      return 0;
    if (finding.subject.kind == SubjectKind::item)
      for (std::size_t i = 1; i < item_at_.size(); ++i)
        if (item_at_[i] == ItemId(finding.subject.row)) return i;
    return holder_of(finding.where.line);
  }

  // The last item, heading or top-level block that begins at or before the line; 0 = none.
  std::size_t holder_of(int line) const {
    std::size_t holder = 0;
    for (std::size_t i = 1; i < blocks_.size() && blocks_[i].line <= line; ++i)
      if (blocks_[i].parent == 0 || item_at_[i]) holder = i;
    return holder == title_block() ? 0 : holder;
  }

  // The heading that is the document's title: the first one, if no other has a higher rank.
  std::size_t title_block() const {
    for (std::size_t i = 1; i < blocks_.size(); i = blocks_[i].end)
      if (blocks_[i].kind == BlockKind::heading) return blocks_[i].level == 1 ? i : 0;
    return 0;
  }

  void begin_section(std::size_t block) {
    section_ = {};
    section_.block = block;
    section_.level = block == 0 ? 0 : std::clamp(blocks_[block].level, 2, 6);
    parts_.clear();
    notes_.clear();
    prose_begin_ = 0;
  }

  void end_section() {
    end_prose(prose_end_);
    if (section_.block == 0 && parts_.empty()) return;
    Data::Object& data = section_.data;
    const std::size_t block = section_.block;
    data["heading"] = block != 0;
    data["h2"] = section_.level == 2;
    data["h3"] = section_.level == 3;
    data["h4"] = section_.level > 3;
    if (block != 0) {
      section_.title = plain_text(blocks_[block]);
      section_.anchor = prose_.anchors->of_block[block];
    }
    data["id"] = text_or_none(section_.anchor);
    data["heading_html"] = block == 0 ? Data(false) : Data(prose_inlines(prose_, blocks_[block]));
    data["parts"] = parts_;
    data["notes"] = notes_;
    body_.sections.push_back(section_);
  }

  void top_level(std::size_t index) {
    const Block& block = blocks_[index];
    if (block.kind == BlockKind::heading) {
      heading(index);
    } else if (block.kind == BlockKind::list && has_boxes(index)) {
      end_prose(index);
      Data::List rows;
      add_rows(index, 0, rows, findings_at_[index]);
      parts_.push_back(
          Data::Object{{"prose_html", false}, {"notes", Data::List{}}, {"items", std::move(rows)}});
    } else {
      prose(index);
    }
  }

  void heading(std::size_t index) {
    if (index == title_block()) {
      body_.title_html = prose_inlines(prose_, blocks_[index]);
      body_.title_anchor = prose_.anchors->of_block[index];
      return;
    }
    end_section();
    begin_section(index);
    for (const std::size_t finding : findings_at_[index])
      notes_.push_back(margin_note(view_, finding));
  }

  // Prose runs on until something has a finding, which then stands beside it.
  void prose(std::size_t index) {
    const bool noted = !findings_at_[index].empty();
    if (noted) end_prose(index);
    if (prose_begin_ == 0) prose_begin_ = index;
    prose_end_ = blocks_[index].end;
    if (noted) end_prose(prose_end_, findings_at_[index]);
  }

  void end_prose(std::size_t end, const std::vector<std::size_t>& findings = {}) {
    if (prose_begin_ == 0) return;
    Html html = prose_blocks(prose_, prose_begin_, std::min(end, prose_end_));
    prose_begin_ = 0;
    Data::List notes;
    for (const std::size_t finding : findings) notes.push_back(margin_note(view_, finding));
    if (html.str().empty() && notes.empty()) return;
    parts_.push_back(Data::Object{
        {"prose_html", std::move(html)}, {"notes", std::move(notes)}, {"items", Data::List{}}});
  }

  bool has_boxes(std::size_t list) const {
    for (std::size_t i = list + 1; i < blocks_[list].end; ++i)
      if (blocks_[i].kind == BlockKind::item && blocks_[i].box != BoxState::none) return true;
    return false;
  }

  // Rows of a list and of the lists in it. Findings of the list as a whole go to its first row.
  void add_rows(std::size_t list, int depth, Data::List& rows,
                std::vector<std::size_t> of_list = {}) {
    for (std::size_t i = list + 1; i < blocks_[list].end; i = blocks_[i].end) {
      std::vector<std::size_t> nested;
      for (std::size_t child = i + 1; child < blocks_[i].end; child = blocks_[child].end)
        if (depth < kMaxNesting && blocks_[child].kind == BlockKind::list && has_boxes(child))
          nested.push_back(child);
      Html text = prose_blocks(prose_, i + 1, blocks_[i].end, [&](std::size_t child) {
        return std::find(nested.begin(), nested.end(), child) != nested.end();
      });
      std::vector<std::size_t> findings = findings_at_[i];
      findings.insert(findings.end(), of_list.begin(), of_list.end());
      of_list.clear();
      add_row(i, std::move(text), depth, findings, rows);
      for (const std::size_t child : nested) add_rows(child, depth + 1, rows);
    }
  }

  void add_row(std::size_t block, Html text, int depth, const std::vector<std::size_t>& findings,
               Data::List& rows) {
    if (!item_at_[block]) {
      rows.push_back(unjudged_row(block, std::move(text), depth));
      return;
    }
    const ItemId item = item_at_[block];
    const bool work = view_.model.items[item].role != Role::trigger;
    if (document_.judged() && work) count(section_.tally, standing_of(view_, item));
    if (view_.model.items[item].role == Role::acceptance) section_.acceptance = true;
    rows.push_back(item_row(view_, item, std::move(text), depth, findings));
  }

  // A point without a box, or with one that is no item of the model: shown as it is written.
  Data::Object unjudged_row(std::size_t block, Html text, int depth) const {
    Data::Object row = plain_row(std::move(text), prose_.anchors->of_block[block], depth);
    const BoxState box = blocks_[block].box;
    row["mark"] = box == BoxState::none ? Data(false) : Data(data_of(mark_of(box)));
    return row;
  }

  // What stands in the sections below a section is its own too.
  void add_up() {
    std::vector<DocumentBody::Section>& sections = body_.sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      for (std::size_t j = i + 1;
           j < sections.size() && sections[i].level > 0 && sections[j].level > sections[i].level;
           ++j)
        add(sections[i].tally, sections[j].tally);
      describe(sections[i]);
    }
  }

  static void add(Tally& to, const Tally& from) {
    to.verified += from.verified;
    to.claimed += from.claimed;
    to.disputed += from.disputed;
    to.open += from.open;
    to.unknown += from.unknown;
    to.set_aside += from.set_aside;
  }

  // What stands at the right of a heading: the state of its gate, the status of its task, or how
  // many of its items are verified.
  void describe(DocumentBody::Section& section) const {
    section.data["mark"] = false;
    section.data["tally"] =
        section.tally.total() > 0 ? Data(verified_of(section.tally)) : Data(false);
    section.data["task"] = false;
    if (section.block == 0) return;
    const int line = blocks_[section.block].line;
    for (const Phase& phase : view_.model.phases)
      if (phase.document == id_ && phase.where.line == line && phase.gate)
        section.data["mark"] = gate_mark(view_, phase);
    for (const Task& task : view_.model.tasks)
      if (task.document == id_ && task.where.line == line)
        section.data["task"] = task_facts(view_, task);
  }

  const View& view_;
  DocumentId id_;
  const Document& document_;
  const Markdown& markdown_;
  const std::vector<Block>& blocks_;
  Prose prose_;
  std::vector<ItemId> item_at_;                        // by block
  std::vector<std::vector<std::size_t>> findings_at_;  // by block
  std::vector<std::size_t> of_whole_;
  DocumentBody body_;
  DocumentBody::Section section_;
  Data::List parts_;
  Data::List notes_;
  std::size_t prose_begin_ = 0;  // 0 = no prose is under way
  std::size_t prose_end_ = 0;
};

Data::List unread_notes(const View& view, const Document& document) {
  Data::List notes;
  for (const Unread& unread : view.model.unread) {
    if (unread.where.repo != document.repo || unread.where.path != document.path) continue;
    notes.push_back(
        Data::Object{{"line", unread.where.line > 0 ? Data(unread.where.line) : Data(false)},
                     {"limit", unread.rule == "limit-exceeded"},
                     {"message", words::sentence(unread.message)},
                     {"help", text_or_none(unread.help)}});
  }
  return notes;
}

Data::Object tally_words(const Tally& tally) {
  return {{"verified", tally.verified},
          {"total", tally.total()},
          {"claimed", tally.claimed},
          {"disputed", tally.disputed},
          {"open", tally.open},
          {"unknown", tally.unknown > 0 ? Data(tally.unknown) : Data(false)},
          {"any", tally.total() > 0}};
}

}  // namespace

DocumentBody document_body(const View& view, DocumentId document) {
  const Document& row = view.model.documents[document];
  if (row.content == nullptr || row.content->markdown.blocks.empty()) return {};
  return BodyMaker(view, document).make();
}

Data::Object document_head(const View& view, DocumentId id, const DocumentBody& body) {
  const Document& document = view.model.documents[id];
  const DocumentAudit& audit = view.audit.documents[id.n];
  const std::optional<Url> web = view.web(document.repo, document.path);
  Data changed = false;
  if (document.changed) {
    Data::Object commit = view.commit(document.repo, document.changed->id);
    commit["time"] = document.changed->credible_time ? Data(time_of(document.changed->commit_time))
                                                     : Data(false);
    changed = std::move(commit);
  }
  const bool unreadable = document.content == nullptr || document.content->markdown.blocks.empty();
  const bool stated = document.owner.fill == Fill::value;
  return {
      {"title_html", body.title_html},
      {"title", document.title},
      {"title_anchor", text_or_none(body.title_anchor)},
      {"key", text_or_none(document.key)},
      {"path", document.path},
      {"web_href", link_or_none(web)},
      {"repo",
       document.judged() ? Data(false) : Data(view.input.workspace.repos[document.repo].name)},
      {"changed", std::move(changed)},
      {"tally", tally_words(audit.tally)},
      {"judged", document.judged()},
      {"verdict", document.judged() && audit.verdict.outcome != Outcome::undetermined
                      ? Data(data_of(mark_of(audit.verdict.outcome)))
                      : Data(false)},
      {"asks_for_owner", document.judged() && (stated || document.kind != DocumentKind::page)},
      {"owner", View::owner(stated ? document.owner.text : std::string())},
      {"status", text_or_none(document.status.text)},
      {"on_hold", document.on_hold},
      {"notes", body.notes},
      {"unread", unread_notes(view, document)},
      {"source", unreadable && document.content != nullptr ? Data(document.content->markdown.source)
                                                           : Data(false)}};
}

Data::List contents_of(const View& view, const DocumentBody& body) {
  Data::List contents;
  for (const DocumentBody::Section& section : body.sections) {
    if (section.level != 2 || section.anchor.empty()) continue;
    contents.push_back(Data::Object{
        {"text", section.title},
        {"href", view.to(view.plan.path, section.anchor)},
        {"count", section.tally.total() > 0 ? Data(verified_of(section.tally)) : Data(false)}});
  }
  return contents;
}

void add_document(const View& view, DocumentId id, Page& page) {
  const DocumentBody body = document_body(view, id);
  Data::List sections;
  for (const DocumentBody::Section& section : body.sections) sections.push_back(section.data);
  Data::List contents = contents_of(view, body);
  page.data["head"] = document_head(view, id, body);
  page.data["sections"] = std::move(sections);
  page.data["has_contents"] = contents.size() > 2;
  page.data["has_items"] = std::any_of(view.model.items.begin(), view.model.items.end(),
                                       [&](const Item& item) { return item.document == id; });
  page.data["contents"] = std::move(contents);
  page.data["numbers"] = numbers_of(view, id);
  page.data["page_title"] = view.model.documents[id].title;
}

Page document_page(const View& view) {
  Page page = framed_page(view, "document");
  add_document(view, DocumentId(view.plan.row), page);
  return page;
}

}  // namespace muster
