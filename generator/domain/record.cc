#include "domain/record.h"

#include <algorithm>

namespace muster {

std::optional<std::size_t> record::Choice::chosen() const {
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].state == BoxState::ticked) return i;
  return std::nullopt;
}

bool record::Choice::conflict() const {
  return std::count_if(options.begin(), options.end(),
                       [](const Option& option) { return option.state == BoxState::ticked; }) > 1;
}

const record::Field* Records::field(std::string_view name, Id<record::Section> section) const {
  const record::Field* best = nullptr;
  for (const record::Field& field : fields)
    if (field.name == name && field.section == section &&
        (best == nullptr || field.style < best->style))
      best = &field;
  return best;
}

std::span<const std::string> Records::names_in(std::string_view text) const {
  const auto found = std::lower_bound(
      owner_names.begin(), owner_names.end(), text,
      [](const record::OwnerNames& row, std::string_view wanted) { return row.text < wanted; });
  if (found == owner_names.end() || found->text != text) return {};
  return found->names;
}

std::string_view to_string(Fill value) {
  switch (value) {
    case Fill::value:
      return "value";
    case Fill::empty:
      return "empty";
    case Fill::blank:
      return "blank";
    case Fill::placeholder:
      return "placeholder";
    case Fill::not_applicable:
      return "not_applicable";
  }
  return "";
}

std::string_view to_string(StatusClass value) {
  switch (value) {
    case StatusClass::unknown:
      return "unknown";
    case StatusClass::done:
      return "done";
    case StatusClass::active:
      return "active";
    case StatusClass::open:
      return "open";
    case StatusClass::blocked:
      return "blocked";
    case StatusClass::dropped:
      return "dropped";
  }
  return "";
}

std::string_view to_string(Role value) {
  switch (value) {
    case Role::check:
      return "check";
    case Role::deliverable:
      return "deliverable";
    case Role::acceptance:
      return "acceptance";
    case Role::exit:
      return "exit";
    case Role::criterion:
      return "criterion";
    case Role::trigger:
      return "trigger";
    case Role::announcement:
      return "announcement";
    case Role::sign_off:
      return "sign_off";
  }
  return "";
}

std::string_view to_string(BoxState value) {
  switch (value) {
    case BoxState::none:
      return "none";
    case BoxState::open:
      return "open";
    case BoxState::ticked:
      return "ticked";
    case BoxState::unknown:
      return "unknown";
    case BoxState::not_applicable:
      return "not_applicable";
    case BoxState::dropped:
      return "dropped";
  }
  return "";
}

std::string_view to_string(DocumentKind value) {
  switch (value) {
    case DocumentKind::issue:
      return "issue";
    case DocumentKind::checklist:
      return "checklist";
    case DocumentKind::tracker:
      return "tracker";
    case DocumentKind::report:
      return "report";
    case DocumentKind::page:
      return "page";
  }
  return "";
}

std::string_view to_string(GateKind value) {
  switch (value) {
    case GateKind::exit:
      return "exit";
    case GateKind::go_no_go:
      return "go_no_go";
    case GateKind::rollback:
      return "rollback";
    case GateKind::approval:
      return "approval";
  }
  return "";
}

}  // namespace muster
