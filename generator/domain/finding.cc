#include "domain/finding.h"

namespace muster {

std::string_view to_string(GapState value) {
  switch (value) {
    case GapState::open:
      return "open";
    case GapState::closed:
      return "closed";
    case GapState::claimed_closed:
      return "claimed_closed";
  }
  return "";
}

std::string_view to_string(Standing value) {
  switch (value) {
    case Standing::verified:
      return "verified";
    case Standing::claimed:
      return "claimed";
    case Standing::disputed:
      return "disputed";
    case Standing::open:
      return "open";
    case Standing::open_again:
      return "open_again";
    case Standing::unknown:
      return "unknown";
    case Standing::waived:
      return "waived";
    case Standing::not_applicable:
      return "not_applicable";
  }
  return "";
}

std::string_view to_string(Outcome value) {
  switch (value) {
    case Outcome::not_ready:
      return "not_ready";
    case Outcome::at_risk:
      return "at_risk";
    case Outcome::ready:
      return "ready";
    case Outcome::undetermined:
      return "undetermined";
  }
  return "";
}

std::string_view to_string(SubjectKind value) {
  switch (value) {
    case SubjectKind::version:
      return "version";
    case SubjectKind::document:
      return "document";
    case SubjectKind::item:
      return "item";
    case SubjectKind::task:
      return "task";
    case SubjectKind::gate:
      return "gate";
    case SubjectKind::gap:
      return "gap";
    case SubjectKind::evidence:
      return "evidence";
    case SubjectKind::decision:
      return "decision";
    case SubjectKind::sign_off:
      return "sign_off";
    case SubjectKind::metric:
      return "metric";
    case SubjectKind::parity:
      return "parity";
  }
  return "";
}

std::string_view to_string(MetricState value) {
  switch (value) {
    case MetricState::blank:
      return "blank";
    case MetricState::unjudged:
      return "unjudged";
    case MetricState::within:
      return "within";
    case MetricState::out_of_bounds:
      return "out_of_bounds";
    case MetricState::fired:
      return "fired";
    case MetricState::not_fired:
      return "not_fired";
    case MetricState::unreadable:
      return "unreadable";
  }
  return "";
}

std::string_view to_string(ParityState value) {
  switch (value) {
    case ParityState::matches:
      return "matches";
    case ParityState::mismatch:
      return "mismatch";
    case ParityState::accepted:
      return "accepted";
    case ParityState::unknown:
      return "unknown";
  }
  return "";
}

}  // namespace muster
