// Items and sign-offs: each box with its anchor, its owner, and what it belongs to.
#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "link/item_index.h"
#include "link/linker.h"
#include "link/runs.h"

namespace muster {
namespace {

// What stands before an item's ordinal: "D" in D5, "DG" in DG1, "s2-" in s2-6, "CE-20-" in CE-20-1.
std::string with_key(const std::string& key) {
  if (key.empty() || is_digit(key.front())) return cat({"s", key, "-"});
  const bool letters = std::all_of(key.begin(), key.end(), is_alpha);
  return letters && key.size() <= 3 ? key : key + "-";
}

std::string anchor_base(const Linker& linker, DocumentId document, const record::Item& item) {
  const Records& records = linker.records(document);
  if (item.gate) {
    const record::Gate& gate = records.gates[item.gate];
    const std::string key = gate.phase ? records.phases[gate.phase].key : std::string();
    if (gate.kind == GateKind::exit && !key.empty())
      return is_alpha(key.back()) ? key + "G" : with_key(key) + "G";
    return linker.model.gates[linker.gate(document, item.gate)].anchor + "-";
  }
  if (item.task) return with_key(records.tasks[item.task].key);
  if (item.phase && !records.phases[item.phase].key.empty())
    return with_key(records.phases[item.phase].key);
  for (Id<record::Section> at = item.section; at && records.sections[at].level > 0;
       at = records.sections[at].parent)
    if (!records.sections[at].key.empty()) return with_key(records.sections[at].key);
  return "i";
}

std::string owner_of(const Linker& linker, DocumentId document, const record::Item& item) {
  if (!item.owner.empty()) return item.owner;
  if (item.task) {
    const record::Entry& owner = linker.records(document).tasks[item.task].owner;
    if (owner.fill == Fill::value) return owner.text;
  }
  const record::Entry& owner = linker.model.documents[document].owner;
  return owner.fill == Fill::value ? owner.text : std::string();
}

// Only what speaks against a tick: its own words do not prove it.
std::string against(const std::string& claim) { return claim == "pass" ? std::string() : claim; }

Item make_item(const Linker& linker, DocumentId document, Id<record::Item> id) {
  const record::Item& record = linker.records(document).items[id];
  Item item;
  item.document = document;
  item.record = id;
  item.text = record.text;
  item.role = record.role;
  item.state = record.state;
  item.claimed = against(record.claimed);
  item.owner = owner_of(linker, document, record);
  item.task = linker.task(document, record.task);
  item.phase = linker.phase(document, record.phase);
  item.gate = linker.gate(document, record.gate);
  item.where = linker.where(document, record.line, record.column);
  return item;
}

void name_items(Linker& linker, DocumentId document) {
  const Table<record::Item>& records = linker.records(document).items;
  const auto row = [&](std::size_t i) -> Item& {
    return linker.model.items[linker.item(document, Id<record::Item>(i))];
  };
  // Written ids first: a counted anchor gives way to them.
  for (std::size_t i = 0; i < records.size(); ++i)
    if (const std::string& key = records[Id<record::Item>(i)].key; !key.empty())
      row(i).anchor = linker.claim(document, key);
  std::map<std::string, int> ordinals;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string base = anchor_base(linker, document, records[Id<record::Item>(i)]);
    const int ordinal = ++ordinals[base];
    if (row(i).anchor.empty()) row(i).anchor = linker.claim(document, base + number(ordinal));
  }
}

// Lets tasks, gates and phases know their items.
void attach(Model& model, ItemId id) {
  const Item& item = model.items[id];
  if (item.task) model.tasks[item.task].items.push_back(id);
  if (item.gate) {
    model.gates[item.gate].criteria.push_back(id);
  } else if (item.phase) {
    model.phases[item.phase].items.push_back(id);
  }
}

// Rows of evidence speak of an item that has their words, whether or not they name a file.
void add_failed_runs(Linker& linker, DocumentId document) {
  for (const record::RunNote* run : failed_runs_without_gate(linker.records(document)))
    linker.model.results.push_back({document,
                                    run->subject.empty() ? "a run" : run->subject,
                                    "fail",
                                    {},
                                    linker.where(document, line_of(*run))});
}

void claim_by_rows(Linker& linker, DocumentId document) {
  const Records& records = linker.records(document);
  const ItemIndex index(records);
  for (const record::EvidenceRow& row : records.evidence_rows) {
    const ItemId id = linker.item(document, index.find(row));
    const std::string& claim = row.claimed;
    if (!claim.empty())
      linker.model.results.push_back({document, row.test.text.empty() ? row.area : row.test.text,
                                      claim, id, linker.where(document, row.line)});
    if (!id) continue;
    Item& item = linker.model.items[id];
    const bool heavier = claim == "fail" || item.claimed.empty();
    if (heavier && !against(claim).empty()) item.claimed = claim;
  }
}

// What stands behind the last of these signs, read as a date.
std::optional<Date> date_behind(std::string_view words, std::string_view signs) {
  const std::size_t cut = words.find_last_of(signs);
  std::string_view last = cut == std::string_view::npos ? words : words.substr(cut + 1);
  if (last.ends_with(')')) last.remove_suffix(1);
  return read_date(trim(last));
}

// The day of a signature: its date, else the one behind a name, “Jane 2026-02-08”, or behind what
// is signed, “Release notes (2026-02-08)”. “Release of 2026-02-08” is no day of signing.
std::optional<Date> day_of(const record::SignOff& record) {
  if (record.at.fill == Fill::value)
    if (const std::optional<Date> date = find_date(record.at.text)) return date;
  for (const record::Entry* entry : {&record.signature, &record.name})
    if (const std::optional<Date> date = date_behind(entry->text, ",( ")) return date;
  return date_behind(record.scope, ",(");
}

// Nobody has signed yet on a day to come. A day is left for those who are ahead of UTC.
bool is_still_to_come(const Linker& linker, const record::SignOff& record) {
  if (linker.version.time.seconds <= 0) return false;  // no date is known
  const std::optional<Date> day = day_of(record);
  return day && day->days > date_of(linker.version.time).days + 1;
}

void link_sign_offs(Linker& linker, DocumentId document) {
  const Records& records = linker.records(document);
  for (std::size_t i = 0; i < records.sign_offs.size(); ++i) {
    const record::SignOff& record = records.sign_offs[Id<record::SignOff>(i)];
    SignOff sign_off;
    sign_off.document = document;
    sign_off.role = record.role;
    sign_off.scope = record.scope;
    sign_off.name = record.name;
    sign_off.at = record.at;
    sign_off.signed_off = record.signed_off && !is_still_to_come(linker, record);
    sign_off.item = linker.item(document, record.item);
    sign_off.anchor = linker.claim(document, cat({"sign-off-", number(static_cast<int>(i) + 1)}));
    sign_off.where = linker.where(document, record.line);
    linker.model.sign_offs.add(std::move(sign_off));
  }
}

}  // namespace

void link_items(Linker& linker) {
  Model& model = linker.model;
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const DocumentId document(d);
    const std::size_t count = linker.records(document).items.size();
    for (std::size_t i = 0; i < count; ++i)
      attach(model, model.items.add(make_item(linker, document, Id<record::Item>(i))));
    name_items(linker, document);
    claim_by_rows(linker, document);
    add_failed_runs(linker, document);
    link_sign_offs(linker, document);
  }
}

}  // namespace muster
