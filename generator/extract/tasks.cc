// Tasks and phases from headings. A phase reaches to the next heading of its level that is neither
// part of it by number nor a task; a task is a heading with an id and metadata, a glyph or boxes.
#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

struct PhaseTitle {
  std::string key;
  std::string title;
};

// "Phase A - Readiness", "Stage 2: Build", "Phase 3". In "Phase A Decision Log", no sign divides:
// that heading only speaks of the phase.
std::optional<PhaseTitle> phase_title(std::string_view heading) {
  std::size_t word = 0;
  while (word < heading.size() && (is_digit(heading[word]) || heading[word] == '.' ||
                                   heading[word] == ')' || heading[word] == ' '))
    ++word;  // "3. Phase C"
  const std::size_t space = heading.find(' ', word);
  if (space == std::string_view::npos || !is_phase_word(heading.substr(word, space - word)))
    return std::nullopt;
  std::size_t end = space + 1;
  while (end < heading.size() && (is_alnum(heading[end]) || heading[end] == '.')) ++end;
  std::string_view key = heading.substr(space + 1, end - space - 1);
  while (key.ends_with('.')) key.remove_suffix(1);
  const bool number = !key.empty() && is_digit(key.front());
  const bool letter = key.size() == 1 && is_upper(key.front());
  const bool roman = !key.empty() && key.find_first_not_of("IVX") == std::string_view::npos;
  if (!number && !letter && !roman) return std::nullopt;
  std::string_view rest = trim(heading.substr(end));
  if (rest.empty() || rest.starts_with('(')) return PhaseTitle{std::string(key), std::string(rest)};
  for (const std::string_view divider : {":", "—", "–", "-", ")", ".", "|"})
    if (rest.starts_with(divider))
      return PhaseTitle{std::string(key), std::string(trim(rest.substr(divider.size())))};
  return std::nullopt;
}

bool is_task_name(std::string_view name) {
  for (const std::string_view wanted : {"status", "owner", "estimate", "priority", "needs", "due"})
    if (name == wanted) return true;
  return false;
}

bool has_metadata(const Context& context, Id<record::Section> section) {
  for (const record::Field& field : context.records.fields)
    if (field.section == section && is_task_name(field.name)) return true;
  return false;
}

bool has_box(const Context& context, Id<record::Section> section) {
  for (std::size_t i = context.section(section).block; i < context.block_count(); ++i) {
    if (context.section_of[i] != section) return false;
    if (context.block(i).box != BoxState::none) return true;
  }
  return false;
}

// ---- needs

std::vector<record::Need> read_needs(const record::Entry& entry) {
  std::vector<record::Need> needs;
  FoundId id = find_id(entry.text);
  while (!id.text.empty()) {
    record::Need need;
    need.first = std::string(id.text);
    need.line = entry.line;
    const std::size_t end = id.at + id.text.size();
    FoundId next = find_id(entry.text, end);
    if (!next.text.empty() &&
        is_range_word(std::string_view(entry.text).substr(end, next.at - end))) {
      need.last = std::string(next.text);
      next = find_id(entry.text, next.at + next.text.size());
    }
    needs.push_back(std::move(need));
    id = next;
  }
  return needs;
}

void fill_task(const Context& context, record::Task& task) {
  const auto entry = [&](std::string_view name) {
    const record::Field* field = context.records.field(name, task.section);
    return field != nullptr ? field->value : record::Entry{};
  };
  task.status = entry("status");
  task.status_class = status_class(context.plain(as_written(context.markdown, task.status)));
  task.owner = entry("owner");
  task.priority = entry("priority");
  task.estimate = entry("estimate");
  // "Time: 30 minutes" is an estimate, "Time: 10:00" is not.
  if (task.estimate.fill == Fill::empty && read_duration_minutes(entry("time").text))
    task.estimate = entry("time");
  if (task.estimate.fill == Fill::value)
    task.estimate_minutes = read_duration_minutes(task.estimate.text);
  for (const record::Field& field : context.records.fields) {
    if (field.section != task.section || field.name != "needs") continue;
    const std::vector<record::Need> needs = read_needs(field.value);
    task.needs.insert(task.needs.end(), needs.begin(), needs.end());
  }
}

}  // namespace

void read_phases(Context& context) {
  Records& records = context.records;
  context.phase_of.assign(records.sections.size(), {});
  Id<record::Phase> current;
  int level = 0;
  for (std::size_t i = 1; i < records.sections.size(); ++i) {
    const Id<record::Section> id(i);
    const record::Section& section = context.section(id);
    const bool sibling_task =
        current && section.level == level && !section.key.empty() && !is_digit(section.key.front());
    if (current && section.level <= level && !sibling_task) current = {};
    std::optional<PhaseTitle> title =
        current && section.level > level ? std::nullopt : phase_title(section.title);
    if (title && !context.is_title(id)) {
      record::Phase phase;
      phase.key = title->key;
      phase.title = title->title;
      phase.section = id;
      phase.line = section.line;
      level = section.level;
      records.sections[id].key = phase.key;
      current = records.phases.add(std::move(phase));
    }
    context.phase_of[i] = current;
  }
}

void read_tasks(Context& context) {
  Records& records = context.records;
  context.task_of.assign(records.sections.size(), {});
  for (std::size_t i = 1; i < records.sections.size(); ++i) {
    const Id<record::Section> id(i);
    const record::Section& section = context.section(id);
    context.task_of[i] = context.task_of[section.parent.n];
    std::string_view title;
    const std::string key = leading_id(section.title, title);
    if (key.empty() || context.is_title(id)) continue;
    if (section.glyph_state == BoxState::none && !has_metadata(context, id) &&
        !has_box(context, id))
      continue;
    record::Task task;
    task.key = key;
    task.title = std::string(title);
    task.section = id;
    task.phase = context.phase_of[i];
    task.line = section.line;
    fill_task(context, task);
    context.task_of[i] = records.tasks.add(std::move(task));
  }
}

}  // namespace muster::extract
