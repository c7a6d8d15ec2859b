#include "extract/front_bindings.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "extract/fills.h"
#include "extract/front_reader.h"

namespace muster::extract {

namespace {

using record::Written;

// ---- parity

constexpr std::string_view kPairExample = "{item: \"Postgres major version\", pointer: /version}";

void read_parity(FrontReader& reader, const Yaml& value, Records& records) {
  if (!reader.check_keys(value, "parity",
                         "parity: {staging: a.json, production: b.json, rows: [...]}"))
    return;
  record::ParityBinding parity;
  parity.staging = reader.member(value, "parity", "staging");
  parity.production = reader.member(value, "parity", "production");
  const Yaml* rows = value.find("rows");
  for (const Yaml& row : rows == nullptr ? std::span<const Yaml>()
                                         : reader.entries(*rows, "parity.rows",
                                                          cat({"rows: [", kPairExample, "]"}))) {
    constexpr std::string_view within = "parity.rows[]";
    if (!reader.check_keys(row, within, kPairExample)) continue;
    record::ParityPair pair;
    pair.item = reader.member(row, within, "item");
    pair.pointer = reader.pointer(reader.member(row, within, "pointer"), "parity.rows[].pointer");
    const auto compare =
        reader.word(reader.member(row, within, "compare"), "parity.rows[].compare");
    const auto secret = reader.word(reader.member(row, within, "secret"), "parity.rows[].secret");
    if (compare) pair.compare = static_cast<record::ParityCompare>(*compare);
    if (row.find("compare") != nullptr && !compare)
      pair.compare = record::ParityCompare::unreadable;
    pair.pattern = reader.member(row, within, "pattern").text;
    if (pair.compare == record::ParityCompare::matches && pair.pattern.empty())
      reader.tell(pair.item.line, pair.item.column,
                  cat({"`", pair.item.text, "` compares with a pattern, and has none"}),
                  "write `pattern: \"16.*\"` beside `compare: matches`");
    // What cannot be read may be a secret.
    pair.secret = row.find("secret") != nullptr && secret.value_or(0) == 0;
    if (!pair.pointer.empty()) parity.rows.push_back(std::move(pair));
  }
  records.parity_binding = std::move(parity);
}

// ---- evidence

constexpr std::string_view kEvidenceExample =
    "{item: \"Backups restore\", report: evidence/restore.json, expect: [\"/failed == 0\"]}";

void read_evidence(FrontReader& reader, const Yaml& value, Records& records) {
  constexpr std::string_view within = "evidence[]";
  for (const Yaml& entry :
       reader.entries(value, "evidence", cat({"evidence: [", kEvidenceExample, "]"}))) {
    if (!reader.check_keys(entry, within, kEvidenceExample)) continue;
    record::EvidenceBinding binding;
    binding.item = reader.member(entry, within, "item");
    binding.section = reader.member(entry, within, "section");
    binding.report = reader.member(entry, within, "report");
    if (const Yaml* expect = entry.find("expect"); expect != nullptr) {
      const bool one = expect->is(Yaml::Kind::scalar);
      for (const Yaml& text :
           one ? std::span<const Yaml>(expect, 1)
               : reader.entries(*expect, "evidence[].expect", "expect: [\"/failed == 0\"]"))
        binding.expect.push_back(
            read_expectation(reader, reader.text(text, "evidence[].expect[]")));
    }
    if (entry.find("expect") != nullptr && binding.expect.empty()) {  // nothing is ever met
      record::Expectation none;
      none.source = {"expect", entry.find("expect")->line, entry.find("expect")->column};
      binding.expect.push_back(std::move(none));
    }
    if (!binding.report.text.empty()) records.evidence_bindings.push_back(std::move(binding));
  }
}

// ---- metrics

void read_metrics_of_front(FrontReader& reader, const Yaml& value, Records& records) {
  constexpr std::string_view example = "metrics: {\"RLS tests\": \"evidence/rls.json#/passed\"}";
  if (!reader.check_mapping(value, "metrics", example)) return;
  for (const Yaml::Member& member : value.members) {
    const std::string name = cat({"metrics.", member.name});
    Written target = reader.text(member.value, name);
    const std::size_t hash = std::min(target.text.find('#'), target.text.size());
    const std::string_view report = trim(std::string_view(target.text).substr(0, hash));
    const std::string_view pointer =
        std::string_view(target.text).substr(std::min(hash + 1, target.text.size()));
    if (report.empty() || !is_pointer(pointer)) {
      if (!member.value.is(Yaml::Kind::sequence) && !member.value.is(Yaml::Kind::mapping))
        reader.tell(target.line > 0 ? target.line : member.line, target.column,
                    cat({"`", name, "` names no value of a report"}),
                    "write the report and a JSON pointer: `evidence/rls.json#/passed`");
      continue;
    }
    record::MetricBinding binding;
    binding.name = {member.name, member.line, member.column};
    binding.pointer = std::string(pointer);
    binding.report = {std::string(report), target.line, target.column};
    records.metric_bindings.push_back(std::move(binding));
  }
}

// ---- sign-off

// Whoever is required and has no row of their own yet has not signed.
void read_sign_off(FrontReader& reader, const Yaml& value, Records& records) {
  if (!reader.check_keys(value, "sign-off", "sign-off: {required: [PM, CTO]}")) return;
  if (const Yaml* required = value.find("required"); required != nullptr)
    for (const Yaml& signer : reader.entries(*required, "sign-off.required", "required: [PM, CTO]"))
      if (const Written role = reader.text(signer, "sign-off.required[]"); !role.text.empty())
        records.required_signers.push_back({role.text, role.line});
  if (const Yaml* covers = value.find("covers"); covers != nullptr)
    for (const Yaml& path :
         reader.entries(*covers, "sign-off.covers", "covers: [content/cutover.md, evidence/]"))
      if (Written written = reader.text(path, "sign-off.covers[]"); !written.text.empty())
        records.sign_off_covers.push_back(std::move(written));
}

// ---- waivers

void read_waivers(FrontReader& reader, const Yaml& value, Records& records) {
  constexpr std::string_view within = "waivers[]";
  constexpr std::string_view example =
      "{rule: gap-overdue, subject: BE-7, reason: \"vendor outage\", by: PM, until: 2026-12-01}";
  for (const Yaml& entry : reader.entries(value, "waivers", cat({"waivers: [", example, "]"}))) {
    if (!reader.check_keys(entry, within, example)) continue;
    record::Waiver waiver;
    waiver.rule = reader.member(entry, within, "rule");
    waiver.subject = reader.member(entry, within, "subject");
    waiver.reason = reader.member(entry, within, "reason");
    waiver.by = reader.member(entry, within, "by");
    waiver.until = reader.member(entry, within, "until");
    if (!waiver.until.text.empty() && !read_date(waiver.until.text))
      reader.tell(waiver.until.line, waiver.until.column,
                  cat({"`waivers[].until` is no date: `", waiver.until.text, "`"}),
                  "write the last day on which the waiver holds: `2026-12-01`");
    records.waivers.push_back(std::move(waiver));
  }
}

// ---- all of them

struct Binding {
  std::string_view name;
  void (*read)(FrontReader&, const Yaml&, Records&);
  bool judged = true;
};

constexpr Binding kBindings[] = {{"parity", read_parity},
                                 {"evidence", read_evidence},
                                 {"metrics", read_metrics_of_front},
                                 {"sign-off", read_sign_off},
                                 {"waivers", read_waivers, false}};

void tell_not_judged(FrontReader& reader, const Yaml::Member& member, std::string_view key) {
  reader.tell(
      member.line, member.column,
      cat({"`", key, "` in front matter is read, and not judged by this version of muster"}),
      "nothing is waived by it yet");
}

// "none", a dash, TBD.
bool is_left_open(const Yaml& value) {
  return value.is(Yaml::Kind::null) ||
         (value.is(Yaml::Kind::scalar) && value.plain && fill_of(value.text) != Fill::value);
}

}  // namespace

bool read_binding(const Yaml::Member& member, Records& records) {
  for (const Binding& binding : kBindings) {
    if (binding.name != member.name) continue;
    const bool metadata = binding.name == "evidence" && member.value.is(Yaml::Kind::scalar);
    if (metadata) return false;
    if (is_left_open(member.value)) return true;
    FrontReader reader(records.notes);
    if (!binding.judged && !member.value.is(Yaml::Kind::scalar))
      tell_not_judged(reader, member, binding.name);
    const std::size_t covers = records.sign_off_covers.size();
    binding.read(reader, member.value, records);
    if (records.sign_off_covers.size() > covers)
      reader.tell(member.line, member.column,
                  "`sign-off.covers` is read, and not judged by this version of muster",
                  "what changes after a signature is not looked at yet");
    return true;
  }
  return false;
}

}  // namespace muster::extract
