// The five sample documents, and the same documents with every id, key and heading renamed. The
// figures were counted by hand in the documents.
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "read.h"
#include "rename.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

using Numbers = std::vector<int>;

// Runs a check on a sample as it is and renamed.
template <class F>
void for_sample(const std::string& name, F&& check) {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::string text = read_sample(*folder, "seeds/" + name);
  REQUIRE_FALSE(text.empty());
  {
    INFO(name << " as it is");
    check(read(text));
  }
  {
    const std::string other = renamed(text);
    INFO(name << " renamed:\n" << other);
    REQUIRE(other != text);
    check(read(other));
  }
}

Numbers shape(const Records& records) {
  const record::Counts& counts = records.counts;
  return {counts.headings,    counts.boxes_open, counts.boxes_ticked,
          counts.boxes_other, counts.tables,     counts.table_rows};
}

int with_role(const Records& records, Role role) {
  int n = 0;
  for (const record::Item& item : records.items) n += item.role == role ? 1 : 0;
  return n;
}

int tables_of(const Records& records, record::TableKind kind) {
  int n = 0;
  for (const record::TableRecord& table : records.tables) n += table.kind == kind ? 1 : 0;
  return n;
}

int fields_named(const Records& records, std::string_view name) {
  int n = 0;
  for (const record::Field& field : records.fields) n += field.name == name ? 1 : 0;
  return n;
}

// Items of each section that has some, in order.
Numbers items_by_section(const Records& records) {
  std::vector<int> counts(records.sections.size(), 0);
  for (const record::Item& item : records.items) ++counts[item.section.n];
  Numbers some;
  for (const int n : counts)
    if (n > 0) some.push_back(n);
  return some;
}

Numbers by_task(const Records& records, Role role) {
  Numbers counts(records.tasks.size(), 0);
  for (const record::Item& item : records.items)
    if (item.task && item.role == role) ++counts[item.task.n];
  return counts;
}

}  // namespace

TEST_CASE("mig-4: an issue with metadata, acceptance items and three sign-offs") {
  for_sample("mig-4.md", [](const Records& records) {
    CHECK(records.kind_hint == DocumentKind::issue);
    CHECK(shape(records) == Numbers{10, 8, 0, 0, 3, 8});
    REQUIRE(records.fields.size() == 4);
    CHECK(records.field("status")->value.text == "On Hold");
    CHECK(records.field("owner")->value.text == "Project Manager (coordinate Workers A & B)");
    CHECK(records.field("priority")->value.text == "P1 (High Impact)");
    CHECK(records.field("labels")->style == record::FieldStyle::bullet);
    CHECK(with_role(records, Role::acceptance) == 5);
    CHECK(with_role(records, Role::sign_off) == 3);
    REQUIRE(records.sign_offs.size() == 3);
    CHECK(at(records.sign_offs, 0).role == "Worker A");
    CHECK(at(records.sign_offs, 1).role == "Worker B");
    CHECK(at(records.sign_offs, 2).role == "PM");
    for (const record::SignOff& sign_off : records.sign_offs) {
      CHECK(sign_off.at.fill == Fill::blank);
      CHECK_FALSE(sign_off.signed_off);
      CHECK(sign_off.item);
    }
  });
}

TEST_CASE("mig-4: four gaps, one of them closed, and unfilled evidence") {
  for_sample("mig-4.md", [](const Records& records) {
    REQUIRE(records.gaps.size() == 4);
    const record::Gap& closed = at(records.gaps, 0);
    CHECK(closed.marked_closed);
    CHECK(closed.eta.fill == Fill::not_applicable);
    CHECK(closed.text == "GitHub environments + secrets provisioned (2025-10-20)");
    const std::vector<std::string> owners = {"PM / Worker A", "Worker B", "Worker A",
                                             "Worker A & Worker B"};
    const std::vector<std::string> dates = {"—", "2025-10-24", "2025-10-24", "2025-10-27"};
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(at(records.gaps, i).owner.text == owners[i]);
      CHECK(at(records.gaps, i).eta.text == dates[i]);
      CHECK(at(records.gaps, i).marked_closed == (i == 0));
    }
    REQUIRE(records.evidence_rows.size() == 3);
    for (const record::EvidenceRow& row : records.evidence_rows) {
      CHECK(row.test.fill == Fill::placeholder);
      CHECK(row.result.fill == Fill::not_applicable);
      CHECK(row.evidence.fill == Fill::not_applicable);
    }
    REQUIRE(records.communications.size() == 1);
    CHECK(at(records.communications, 0).audience.text == "Worker A & Worker B");
    CHECK(records.counts.placeholders == 3);
  });
}

TEST_CASE("mig-4: its id and the issues of its gaps") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::string text = read_sample(*folder, "seeds/mig-4.md");
  const Records records = read(text);
  const Records other = read(renamed(text));
  CHECK(records.id == "MIG-4");
  CHECK(other.id == renamed_id("MIG-4"));
  const std::vector<std::string> issues = {"FE-RECOVERY-4", "BE-CICD-1", "DATA-QA-1", "SEC-AUTH-1"};
  for (std::size_t i = 0; i < issues.size(); ++i) {
    CHECK(at(records.gaps, i).issue.text == issues[i]);
    CHECK(at(other.gaps, i).issue.text == renamed_id(issues[i]));
  }
}

TEST_CASE("ce-p0-06: four phases and nine tasks with their metadata") {
  for_sample("ce-p0-06.md", [](const Records& records) {
    CHECK(records.kind_hint == DocumentKind::tracker);
    CHECK(shape(records) == Numbers{38, 95, 0, 0, 7, 43});
    REQUIRE(records.phases.size() == 4);
    REQUIRE(records.tasks.size() == 9);
    const Numbers estimates = {30, 45, 60, 30, 20, 30, 45, 60, 30};
    const Numbers phases = {0, 0, 1, 2, 2, 2, 2, 3, 3};
    const Numbers needs = {0, 1, 2, 1, 1, 3, 4, 3, 1};
    for (std::size_t i = 0; i < 9; ++i) {
      const record::Task& task = at(records.tasks, i);
      CHECK(task.key.ends_with(std::to_string(20 + i)));
      CHECK(task.status.text == "Not Started");
      CHECK(task.owner.fill == Fill::value);
      CHECK(task.priority.fill == Fill::value);
      CHECK(task.estimate_minutes == estimates[i]);
      CHECK(task.phase == Id<record::Phase>(static_cast<std::size_t>(phases[i])));
      CHECK(static_cast<int>(task.needs.size()) == needs[i]);
    }
    const record::Need& range = at(records.tasks, 8).needs.front();
    CHECK(range.first == at(records.tasks, 0).key);
    CHECK(range.last == at(records.tasks, 7).key);
    CHECK(at(records.tasks, 2).owner.text == "Database Admin");
    CHECK(by_task(records, Role::check) == Numbers{5, 5, 6, 5, 5, 6, 5, 6, 5});
    CHECK(by_task(records, Role::deliverable) == Numbers{3, 4, 4, 2, 2, 2, 3, 4, 3});
  });
}

TEST_CASE("ce-p0-06: the other roles, and three decision points with their gates") {
  for_sample("ce-p0-06.md", [](const Records& records) {
    CHECK(with_role(records, Role::check) == 48);
    CHECK(with_role(records, Role::deliverable) == 27);
    CHECK(with_role(records, Role::criterion) == 8);
    CHECK(with_role(records, Role::trigger) == 5);
    CHECK(with_role(records, Role::announcement) == 7);
    REQUIRE(records.gates.size() == 3);
    REQUIRE(records.decisions.size() == 3);
    const std::vector<GateKind> kinds = {GateKind::go_no_go, GateKind::rollback,
                                         GateKind::approval};
    const Numbers after = {1, 2, 8};
    const Numbers options = {2, 2, 2};
    const Numbers items = {3, 5, 5};
    for (std::size_t i = 0; i < 3; ++i) {
      const record::Gate& gate = at(records.gates, i);
      CHECK(gate.kind == kinds[i]);
      REQUIRE(gate.decision);
      const record::Decision& decision = records.decisions[gate.decision];
      CHECK(decision.after == at(records.tasks, static_cast<std::size_t>(after[i])).key);
      CHECK(gate.after == decision.after);
      CHECK(decision.question.ends_with('?'));
      REQUIRE(decision.choice);
      CHECK(static_cast<int>(records.choices[decision.choice].options.size()) == options[i]);
      CHECK_FALSE(records.choices[decision.choice].chosen());
      CHECK(decision.outcome.fill == Fill::blank);
      CHECK(decision.approver.fill == Fill::blank);
      CHECK(decision.at.fill == Fill::blank);
      int own = 0;
      for (const record::Item& item : records.items)
        own += item.gate == Id<record::Gate>(i) && item.decision == gate.decision ? 1 : 0;
      CHECK(own == items[i]);
    }
  });
}

TEST_CASE("ce-p0-06: blanks, choices and boxes by kind") {
  for_sample("ce-p0-06.md", [](const Records& records) {
    const record::Counts& counts = records.counts;
    CHECK(counts.blanks_on_lines == 36);
    CHECK(counts.blanks_in_tables == 43);
    CHECK(counts.blanks_numeric == 21);
    CHECK(counts.blanks == 100);
    CHECK(counts.empty_cells == 36);
    CHECK(counts.choices == 11);
    CHECK(counts.choice_options == 24);
    CHECK(counts.boxes_in_cells == 8);
    CHECK(counts.glyph_boxes == 38);
    CHECK(counts.placeholders == 0);
  });
}

TEST_CASE("ce-p0-06: schedules, rosters, logs and sign-offs from tables") {
  for_sample("ce-p0-06.md", [](const Records& records) {
    using record::TableKind;
    CHECK(tables_of(records, TableKind::issues_met) == 1);
    CHECK(tables_of(records, TableKind::schedule) == 2);
    CHECK(tables_of(records, TableKind::roster) == 2);
    CHECK(tables_of(records, TableKind::communication) == 1);
    CHECK(tables_of(records, TableKind::sign_off) == 1);
    int planned = 0;
    for (const record::Slot& slot : records.slots) planned += slot.planned ? 1 : 0;
    CHECK(planned == 11);
    CHECK(records.slots.size() == 20);
    CHECK(at(records.slots, 0).from == 600);
    CHECK(at(records.slots, 0).to == 630);
    CHECK(at(records.slots, 10).from == 995);
    CHECK_FALSE(at(records.slots, 10).to);
    CHECK(records.roster.size() == 8);
    CHECK(records.issues_met.size() == 3);
    for (const record::IssueMet& issue : records.issues_met) CHECK(issue.empty);
    CHECK(records.communications.size() == 3);
    for (const record::Communication& row : records.communications) CHECK(row.empty);
    REQUIRE(records.sign_offs.size() == 11);
    int blocks = 0;
    for (const record::SignOff& sign_off : records.sign_offs) {
      CHECK_FALSE(sign_off.signed_off);
      CHECK(sign_off.signature.fill == Fill::blank);
      CHECK(sign_off.at.fill == Fill::blank);
      blocks += sign_off.shape == record::SignOffShape::block ? 1 : 0;
    }
    CHECK(blocks == 2);
    CHECK(at(records.sign_offs, 0).role == "DBA");
    CHECK(at(records.sign_offs, 0).scope == at(records.tasks, 0).key);
  });
}

TEST_CASE("ce-p0-06: dates in the head and in the footer are all kept") {
  for_sample("ce-p0-06.md", [](const Records& records) {
    CHECK(fields_named(records, "last_updated") == 3);
    CHECK(fields_named(records, "next_update") == 1);
    std::set<std::string> dates;
    for (const record::Field& field : records.fields)
      if (field.name == "last_updated") {
        CHECK(field.section == Id<record::Section>(0));
        dates.insert(field.value.text);
      }
    CHECK(dates == std::set<std::string>{"2026-01-08", "2026-02-13"});
    CHECK(records.field("status")->value.text == "Not Started");
    CHECK(records.field("document_version")->style == record::FieldStyle::footer);
  });
}

TEST_CASE("ce-p0-06: the approvals at its end are sign-off blocks of their roles") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const Records records = read(read_sample(*folder, "seeds/ce-p0-06.md"));
  CHECK(at(records.sign_offs, 9).role == "Tech Lead");
  CHECK(at(records.sign_offs, 10).role == "CTO");
  CHECK(at(records.sign_offs, 10).scope == "Production");
  REQUIRE(records.metrics.size() >= 18);
  const record::Metric& tables = at(records.metrics, 1);
  CHECK(tables.name == "RLS Tables");
  CHECK(tables.target == 14);
  CHECK_FALSE(tables.value);
}

TEST_CASE("staging-parity: five sections of boxes and an empty sign-off form") {
  for_sample("staging-parity.md", [](const Records& records) {
    CHECK(records.kind_hint == DocumentKind::checklist);
    CHECK(shape(records) == Numbers{7, 23, 0, 0, 0, 0});
    CHECK(items_by_section(records) == Numbers{5, 6, 4, 4, 4});
    CHECK(with_role(records, Role::check) == 23);
    REQUIRE(records.fields.size() == 4);
    for (const record::Field& field : records.fields) CHECK(field.value.fill == Fill::empty);
    REQUIRE(records.sign_offs.size() == 1);
    const record::SignOff& sign_off = at(records.sign_offs, 0);
    CHECK(sign_off.shape == record::SignOffShape::fields);
    CHECK(sign_off.name.fill == Fill::empty);
    CHECK(sign_off.at.fill == Fill::empty);
    CHECK_FALSE(sign_off.signed_off);
    std::vector<std::string> attached;
    for (const record::Item& item : records.items)
      if (item.text.find("attached") != std::string::npos)
        for (const record::Mention& mention : item.mentions) attached.push_back(mention.text);
    CHECK(attached == std::vector<std::string>{"scripts/smoke_worker_queue.sh",
                                               "docs/runbooks/migration-rollback.md"});
  });
}

TEST_CASE("schooltrack: six sibling phases with their items and exit gates") {
  for_sample("schooltrack.md", [](const Records& records) {
    CHECK(records.kind_hint == DocumentKind::checklist);
    CHECK(shape(records) == Numbers{16, 8, 40, 0, 1, 9});
    REQUIRE(records.phases.size() == 6);
    Numbers items(6, 0);
    Numbers ticked(6, 0);
    Numbers criteria(6, 0);
    Numbers met(6, 0);
    for (const record::Item& item : records.items) {
      const int done = item.state == BoxState::ticked ? 1 : 0;
      if (item.role == Role::exit) {
        REQUIRE(item.gate);
        REQUIRE(item.phase);
        CHECK(records.phases[item.phase].gate == item.gate);
        ++criteria[item.phase.n];
        met[item.phase.n] += done;
      } else if (item.phase) {
        ++items[item.phase.n];
        ticked[item.phase.n] += done;
      }
    }
    CHECK(items == Numbers{5, 5, 5, 5, 4, 5});
    CHECK(ticked == Numbers{0, 5, 5, 5, 4, 5});
    CHECK(criteria == Numbers{2, 2, 1, 1, 1, 2});
    CHECK(met == Numbers{0, 2, 0, 1, 1, 2});
    const std::string keys = "ABCDEF";
    for (std::size_t i = 0; i < 6; ++i) CHECK(at(records.phases, i).key == keys.substr(i, 1));
    CHECK(with_role(records, Role::acceptance) == 4);
    CHECK(with_role(records, Role::check) == 29 + 6);
  });
}

TEST_CASE("schooltrack: an undecided go/no-go and a decision log of placeholders") {
  for_sample("schooltrack.md", [](const Records& records) {
    CHECK(records.counts.placeholders == 40);
    CHECK(records.counts.blanks == 0);
    REQUIRE(records.log_entries.size() == 9);
    for (const record::LogEntry& entry : records.log_entries) {
      CHECK(entry.value.fill == Fill::placeholder);
      CHECK(entry.evidence.fill == Fill::placeholder);
    }
    REQUIRE(records.decisions.size() == 1);
    const record::Decision& decision = at(records.decisions, 0);
    CHECK(decision.outcome.fill == Fill::placeholder);
    CHECK(decision.approver.fill == Fill::placeholder);
    CHECK(decision.at.fill == Fill::placeholder);
    REQUIRE(records.gates.size() == 7);
    const record::Gate& gate = at(records.gates, 0);  // before the exit gate of its phase
    CHECK(gate.kind == GateKind::go_no_go);
    CHECK(gate.phase == Id<record::Phase>(0));
    CHECK(gate.decision);
    CHECK(records.field("status")->value.text == "planning baseline");
    CHECK(records.field("last_updated")->value.text == "2026-02-15");
  });
}

TEST_CASE("schooltrack: seventeen runs passed, eight of them with a report") {
  for_sample("schooltrack.md", [](const Records& records) {
    int passed = 0;
    int with_report = 0;
    int zero_orgs = 0;
    for (const record::RunNote& note : records.run_notes) {
      if (note.verdict == "pass") ++passed;
      if (note.verdict == "pass" && !note.reports.empty()) ++with_report;
      for (const record::Fact& fact : note.facts)
        zero_orgs += fact.key == "orgCount" && fact.value == "0" ? 1 : 0;
    }
    CHECK(passed == 17);
    CHECK(with_report == 8);
    CHECK(zero_orgs == 7);
    std::set<std::string> json;
    int reports = 0;
    for (const record::Mention& mention : records.mentions)
      if (mention.kind == record::MentionKind::path && mention.text.ends_with(".json") &&
          json.insert(mention.text).second)
        reports += mention.text.find("migration-reports/") != std::string::npos ? 1 : 0;
    CHECK(json.size() == 13);
    CHECK(reports == 12);
    std::vector<double> drift;
    for (const record::Metric& metric : records.metrics)
      if (metric.value > 20) drift.push_back(*metric.value);
    CHECK(drift == std::vector<double>{22, 23});
  });
}

TEST_CASE("production-readiness: ten numbered sections of open boxes") {
  for_sample("production-readiness.md", [](const Records& records) {
    CHECK(records.kind_hint == DocumentKind::checklist);
    CHECK(shape(records) == Numbers{11, 48, 0, 0, 0, 0});
    CHECK(items_by_section(records) == Numbers{4, 6, 6, 7, 7, 3, 5, 5, 4, 1});
    CHECK(with_role(records, Role::check) == 48);
    CHECK(records.fields.empty());
    CHECK(records.phases.empty());
    CHECK(records.gates.empty());
    for (std::size_t i = 0; i < 10; ++i)
      CHECK(at(records.sections, i + 2).key == std::to_string(i));
    for (const record::Item& item : records.items) CHECK(item.owner.empty());
  });
}
