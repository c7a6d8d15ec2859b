// Bindings of front matter that name nothing are told: a tick that its author meant to prove must
// not rest on a misspelt name in silence.
#include "link/bindings.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "link/linker.h"

namespace muster {
namespace {

// The name that the writer most likely meant, as the help of a finding.
std::string suggest(std::string_view name, const std::vector<std::string>& names,
                    std::string_view otherwise) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view meant = did_you_mean(name, candidates);
  return meant.empty() ? std::string(otherwise) : cat({"Did you mean “", meant, "”?"});
}

void tell(Linker& linker, DocumentId document, const record::Written& at, std::string message,
          std::string help) {
  linker.model.unread.push_back({"front-matter-invalid", std::move(message), std::move(help),
                                 linker.where(document, at.line, at.column)});
}

void check_file(Linker& linker, DocumentId document, const record::Written& file) {
  const Document& row = linker.model.documents[document];
  if (bound_target(linker.targets, row.repo, row.path, file.text)) return;
  tell(linker, document, file, cat({"“", file.text, "” is no file of these repositories"}),
       "Write its path from the top of the repository.");
}

void check_item(Linker& linker, DocumentId document, const record::Written& item) {
  const Records& records = linker.records(document);
  bool several = false;
  if (item.text.empty() || find_item(records, item.text, several)) return;
  std::vector<std::string> texts;
  for (const record::Item& one : records.items) texts.push_back(one.text);
  if (several)
    tell(linker, document, item, cat({"several boxes have the words “", item.text, "”"}),
         "Write the whole text of the one that is meant.");
  else
    tell(linker, document, item, cat({"no box has the words “", item.text, "”"}),
         suggest(item.text, texts, "Copy the text of the box."));
}

void check_section(Linker& linker, DocumentId document, const record::Written& section) {
  const Records& records = linker.records(document);
  if (section.text.empty() || find_section(records, section.text)) return;
  std::vector<std::string> titles;
  for (const record::Section& one : records.sections) titles.push_back(one.title);
  tell(linker, document, section, cat({"no one section is called “", section.text, "”"}),
       suggest(section.text, titles, "Copy the heading."));
}

void check_metric(Linker& linker, DocumentId document, const record::MetricBinding& binding) {
  const Records& records = linker.records(document);
  const std::string wanted = name_words(binding.name.text);
  std::vector<std::string> names;
  for (const record::Metric& metric : records.metrics) {
    if (is_metric_named(metric.name, wanted)) return;
    names.push_back(metric.name);
  }
  tell(linker, document, binding.name,
       cat({"no number in the text is called “", binding.name.text, "”"}),
       suggest(binding.name.text, names, "Use the name that stands before the number."));
}

bool is_whole(std::string_view text, std::string_view words) { return name_words(text) == words; }

// Up to an aside: “Indexes used (idx_scan > 0)”, “Backups: restore tested”. A box that goes on in
// words asks for more than was bound.
bool is_front(std::string_view text, std::string_view words) {
  for (const std::string_view sign : {"(", ":", ";", ",", " — ", " – ", " - ", "["})
    for (std::size_t at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + 1))
      if (name_words(text.substr(0, at)) == words) return true;
  return false;
}

}  // namespace

std::string name_words(std::string_view text) {
  std::string words;
  for (const char& c : text) {
    const bool kept = is_alnum(c) || c == '<' || c == '>' || c == '=' ||
                      (static_cast<unsigned char>(c) & 0x80) != 0;
    if (kept)
      words += lower(std::string_view(&c, 1));
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return std::string(trim(words));
}

Id<record::Item> find_item(const Records& records, std::string_view text, bool& several) {
  const std::string wanted = name_words(text);
  several = false;
  if (wanted.empty()) return {};
  for (const auto fits : {is_whole, is_front}) {
    Id<record::Item> found;
    int count = 0;
    for (const record::Item& item : records.items) {
      if (!fits(item.text, wanted) && name_words(item.key) != wanted) continue;
      if (++count == 1) found = records.items.id_of(item);
    }
    several = count > 1;
    if (count > 0) return count == 1 ? found : Id<record::Item>();
  }
  return {};
}

Id<record::Section> find_section(const Records& records, std::string_view title) {
  const std::string wanted = name_words(title);
  Id<record::Section> found;
  for (const record::Section& section : records.sections) {
    if (section.level == 0) continue;
    if (name_words(section.title) != wanted && name_words(section.key) != wanted) continue;
    if (found) return {};
    found = records.sections.id_of(section);
  }
  return found;
}

std::optional<Target> bound_target(const Targets& targets, RepoId repo, std::string_view document,
                                   std::string_view written) {
  if (const auto target = targets.find(repo, document, written, false)) return target;
  const std::vector<Target> places = targets.places(repo, document, written);
  return places.empty() ? std::nullopt : std::optional(places.back());
}

void link_bindings(Linker& linker) {
  for (std::size_t d = 0; d < linker.model.documents.size(); ++d) {
    const DocumentId document(d);
    const Records& records = linker.records(document);
    for (const record::EvidenceBinding& binding : records.evidence_bindings) {
      check_file(linker, document, binding.report);
      check_item(linker, document, binding.item);
      if (binding.item.text.empty()) check_section(linker, document, binding.section);
    }
    for (const record::MetricBinding& binding : records.metric_bindings)
      check_metric(linker, document, binding);
  }
}

}  // namespace muster
