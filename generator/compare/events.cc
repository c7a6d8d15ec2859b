#include "compare/events.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"

namespace muster {
namespace {

bool is_done(BoxState state) { return state == BoxState::ticked; }

std::string section_of(const Model& model, const Item& item) {
  const Records& records = model.documents[item.document].content->records;
  const record::Section& section = records.sections[records.items[item.record].section];
  return section.level == 0 ? model.documents[item.document].title : section.title;
}

std::string place_of(const Model& model, RepoId repo, std::string_view path) {
  const std::string_view name = model.repo_name(repo);
  return name.empty() ? std::string(path) : cat({name, "/", path});
}

std::string words_of(Outcome outcome) {
  return replace_all(std::string(to_string(outcome)), "_", " ");
}

std::string words_of(const Evidence& evidence) {
  switch (evidence.state) {
    case EvidenceState::present:
    case EvidenceState::unreadable:
      return evidence.blob.short_hex();
    case EvidenceState::missing:
      return "missing";
    case EvidenceState::removed:
      return "removed";
    case EvidenceState::external:
      return "elsewhere";
  }
  return {};
}

bool is_there(const Evidence& evidence) {
  return evidence.state == EvidenceState::present || evidence.state == EvidenceState::unreadable;
}

class Differ {
 public:
  Differ(const Judged& older, const Judged& newer, const Matches& matches)
      : older_(older.model),
        newer_(newer.model),
        was_(older.audit),
        is_(newer.audit),
        matches_(matches) {}

  std::vector<Event> run() {
    items();
    gaps();
    evidence();
    findings();
    verdict();
    std::stable_sort(events_.begin(), events_.end(), [](const Placed& a, const Placed& b) {
      return std::tie(a.event.kind, a.event.document, a.line, a.event.text, a.event.key) <
             std::tie(b.event.kind, b.event.document, b.line, b.event.text, b.event.key);
    });
    std::vector<Event> events;
    for (Placed& placed : events_) events.push_back(std::move(placed.event));
    return events;
  }

 private:
  struct Placed {
    Event event;
    int line = 0;
  };

  Event& add(EventKind kind, std::string key, std::string text, Subject subject,
             DocumentId document, int line) {
    Event event;
    event.kind = kind;
    event.key = std::move(key);
    event.text = std::move(text);
    event.subject = subject;
    event.document = document;
    events_.push_back({std::move(event), line});
    return events_.back().event;
  }

  Event& add_item(EventKind kind, ItemId id) {
    const Item& item = newer_.items[id];
    return add(kind, matches_.new_keys[id.n], item.text, {SubjectKind::item, id.n}, item.document,
               item.where.line);
  }

  void items() {
    std::vector<bool> kept(older_.items.size(), false);
    for (std::size_t i = 0; i < newer_.items.size(); ++i) {
      const ItemId id(i);
      const ItemId before = matches_.items[i];
      if (before) kept[before.n] = true;
      if (!newer_.documents[newer_.items[id].document].judged()) continue;
      if (before) {
        changed_item(before, id);
      } else {
        add_item(EventKind::appeared, id).after = std::string(to_string(newer_.items[id].state));
      }
      standing(before, id);
    }
    for (std::size_t i = 0; i < older_.items.size(); ++i) {
      const Item& item = older_.items[ItemId(i)];
      if (kept[i] || !older_.documents[item.document].judged()) continue;
      add(EventKind::removed, matches_.old_keys[i], item.text,
          {SubjectKind::item, static_cast<std::uint32_t>(i)}, item.document, item.where.line)
          .before = std::string(to_string(item.state));
    }
  }

  void changed_item(ItemId before, ItemId id) {
    const Item& was = older_.items[before];
    const Item& is = newer_.items[id];
    if (is_done(was.state) != is_done(is.state)) {
      Event& event = add_item(is_done(is.state) ? EventKind::ticked : EventKind::unticked, id);
      event.before = std::string(to_string(was.state));
      event.after = std::string(to_string(is.state));
    }
    const ItemIdentity old_identity = identity_of(older_, was);
    const ItemIdentity new_identity = identity_of(newer_, is);
    if (old_identity.text != new_identity.text) {
      Event& event = add_item(EventKind::reworded, id);
      event.before = was.text;
      event.after = is.text;
    }
    if (old_identity.section != new_identity.section) {
      Event& event = add_item(EventKind::moved, id);
      event.before = section_of(older_, was);
      event.after = section_of(newer_, is);
    }
  }

  void standing(ItemId before, ItemId id) {
    const Standing now = is_.standings[id.n];
    const std::string was =
        before ? std::string(to_string(was_.standings[before.n])) : std::string();
    if (before && was_.standings[before.n] == now) return;
    if (now != Standing::verified && now != Standing::disputed) return;
    Event& event = add_item(
        now == Standing::verified ? EventKind::newly_verified : EventKind::newly_disputed, id);
    event.before = was;
    event.after = std::string(to_string(now));
  }

  static std::string gap_key(const Model& model, const Gap& gap) {
    const Document& document = model.documents[gap.document];
    return cat({place_of(model, document.repo, document.path), "#",
                gap.issue_key.empty() ? gap.text : gap.issue_key});
  }

  Event& add_gap(EventKind kind, const Model& model, GapId id) {
    const Gap& gap = model.gaps[id];
    return add(kind, gap_key(model, gap), gap.text, {SubjectKind::gap, id.n}, gap.document,
               gap.where.line);
  }

  void gaps() {
    std::vector<bool> kept(older_.gaps.size(), false);
    for (std::size_t i = 0; i < newer_.gaps.size(); ++i) {
      const Gap& gap = newer_.gaps[GapId(i)];
      const GapId before = matches_.gaps[i];
      if (before) kept[before.n] = true;
      if (!newer_.documents[gap.document].judged()) continue;
      // Marked closed while its issue is open is not closed.
      const bool open = gap.state != GapState::closed;
      if (before ? (older_.gaps[before].state != GapState::closed) == open : !open) continue;
      Event& event =
          add_gap(open ? EventKind::gap_opened : EventKind::gap_closed, newer_, GapId(i));
      if (before) event.before = std::string(to_string(older_.gaps[before].state));
      event.after = std::string(to_string(gap.state));
    }
    // A row that is gone took an open gap with it.
    for (std::size_t i = 0; i < older_.gaps.size(); ++i) {
      const Gap& gap = older_.gaps[GapId(i)];
      if (kept[i] || gap.state == GapState::closed || !older_.documents[gap.document].judged())
        continue;
      Event& event = add_gap(EventKind::removed, older_, GapId(i));
      event.before = std::string(to_string(gap.state));
    }
  }

  void evidence() {
    std::map<std::string, EvidenceId> before;
    for (std::size_t i = 0; i < older_.evidence.size(); ++i) {
      const Evidence& row = older_.evidence[EvidenceId(i)];
      if (is_there(row)) before[place_of(older_, row.repo, row.path)] = EvidenceId(i);
    }
    for (std::size_t i = 0; i < newer_.evidence.size(); ++i) {
      const Evidence& row = newer_.evidence[EvidenceId(i)];
      if (!is_there(row)) continue;
      const std::string place = place_of(newer_, row.repo, row.path);
      const auto found = before.find(place);
      const Subject subject{SubjectKind::evidence, static_cast<std::uint32_t>(i)};
      if (found == before.end()) {
        add(EventKind::evidence_added, place, place, subject, {}, 0).after = words_of(row);
        continue;
      }
      const Evidence& old = older_.evidence[found->second];
      if (old.blob != row.blob) {
        Event& event = add(EventKind::evidence_replaced, place, place, subject, {}, 0);
        event.before = words_of(old);
        event.after = words_of(row);
      }
      before.erase(found);
    }
    for (const auto& [place, id] : before)
      add(EventKind::evidence_removed, place, place, {SubjectKind::evidence, id.n}, {}, 0).before =
          words_of(older_.evidence[id]);
  }

  void findings() {
    std::map<std::string, const Finding*> before;
    for (const Finding& finding : was_.findings) before[finding.fingerprint] = &finding;
    for (const Finding& finding : is_.findings)
      if (before.erase(finding.fingerprint) == 0)
        add(EventKind::finding_raised, finding.fingerprint, finding.message, finding.subject,
            finding.document, finding.where.line)
            .after = finding.rule;
    for (const auto& [fingerprint, finding] : before)
      add(EventKind::finding_cleared, fingerprint, finding->message, finding->subject,
          finding->document, finding->where.line)
          .before = finding->rule;
  }

  void verdict() {
    const Outcome was = was_.verdict.outcome;
    const Outcome is = is_.verdict.outcome;
    if (was == is) return;
    Event& event = add(EventKind::verdict_changed, "verdict",
                       cat({words_of(was), " became ", words_of(is)}), Subject{}, {}, 0);
    event.before = words_of(was);
    event.after = words_of(is);
  }

  const Model& older_;
  const Model& newer_;
  const Audit& was_;
  const Audit& is_;
  const Matches& matches_;
  std::vector<Placed> events_;
};

}  // namespace

std::vector<Event> events_between(const Judged& older, const Judged& newer,
                                  const Matches& matches) {
  return Differ(older, newer, matches).run();
}

}  // namespace muster
