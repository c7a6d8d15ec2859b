#include "compose/words.h"

#include "base/text.h"

namespace muster {

EvidenceResult result_of(const record::Report& report) {
  switch (report.verdict) {
    case record::ReportVerdict::pass:
      return EvidenceResult::pass;
    case record::ReportVerdict::fail:
      return EvidenceResult::fail;
    case record::ReportVerdict::empty:
      return EvidenceResult::empty;
    case record::ReportVerdict::unknown:
      break;
  }
  return EvidenceResult::unknown;
}

EvidenceResult result_of(const Evidence& evidence) {
  if (evidence.state == EvidenceState::missing) return EvidenceResult::missing;
  if (evidence.state == EvidenceState::removed) return EvidenceResult::removed;
  if (evidence.state != EvidenceState::present || evidence.content == nullptr)
    return EvidenceResult::unknown;
  return result_of(evidence.content->report);
}

bool attached(const Evidence& evidence) {
  if (evidence.state != EvidenceState::present) return false;
  return evidence.content == nullptr ||
         (evidence.content->json == nullptr && evidence.content->report.format.empty());
}

std::string_view to_string(EvidenceResult value) {
  switch (value) {
    case EvidenceResult::pass:
      return "pass";
    case EvidenceResult::fail:
      return "fail";
    case EvidenceResult::empty:
      return "empty";
    case EvidenceResult::missing:
      return "missing";
    case EvidenceResult::removed:
      return "removed";
    case EvidenceResult::unknown:
      break;
  }
  return "unknown";
}

Mark mark_of(Standing value) {
  switch (value) {
    case Standing::verified:
      return {"verified", "ok", "Verified"};
    case Standing::claimed:
      return {"claimed", "warn", "Claimed"};
    case Standing::disputed:
      return {"disputed", "bad", "Disputed"};
    case Standing::open:
      return {"open", "", "Open"};
    case Standing::open_again:
      return {"again", "warn", "Open again"};
    case Standing::waived:
      return {"aside", "dim", "Waived"};
    case Standing::not_applicable:
      return {"aside", "dim", "Not applicable"};
    case Standing::unknown:
      break;
  }
  return {"unknown", "warn", words::kNotKnown};
}

Mark mark_of(Outcome value) {
  switch (value) {
    case Outcome::not_ready:
      return {"not", "bad", "Not ready"};
    case Outcome::at_risk:
      return {"risk", "warn", "At risk"};
    case Outcome::ready:
      return {"ready", "okb", "Ready"};
    case Outcome::undetermined:
      break;
  }
  return {"undetermined", "dim", "Undetermined"};
}

Mark mark_of(Severity value) {
  switch (value) {
    case Severity::blocker:
      return {"critical", "bad", "Blocker"};
    case Severity::warning:
      return {"high", "warn", "Warning"};
    case Severity::note:
      break;
  }
  return {"low", "dim", "Note"};
}

Mark mark_of(GapState value) {
  switch (value) {
    case GapState::closed:
      return {"issue-closed", "ok", "Closed"};
    case GapState::claimed_closed:
      return {"issue-closed", "warn", "Closed, not confirmed"};
    case GapState::open:
      break;
  }
  return {"issue-open", "", "Open"};
}

Mark mark_of(MetricState value) {
  switch (value) {
    case MetricState::within:
      return {"verified", "ok", "Within"};
    case MetricState::out_of_bounds:
      return {"fail", "bad", "Out of bounds"};
    case MetricState::fired:
      return {"critical", "bad", "Fired"};
    case MetricState::not_fired:
      return {"open", "", "Not fired"};
    case MetricState::unreadable:
      return {"missing", "warn", "Not there"};
    case MetricState::blank:
      return {"open", "", "Blank"};
    case MetricState::unjudged:
      break;
  }
  return {"undetermined", "dim", "No limit"};
}

Mark mark_of(ParityState value) {
  switch (value) {
    case ParityState::matches:
      return {"verified", "ok", "Matches"};
    case ParityState::mismatch:
      return {"differ", "bad", "Mismatch"};
    case ParityState::accepted:
      return {"aside", "dim", "On purpose"};
    case ParityState::unknown:
      break;
  }
  return {"unknown", "warn", words::kNotKnown};
}

Mark mark_of(EvidenceResult value) {
  switch (value) {
    case EvidenceResult::pass:
      return {"pass", "ok", "Pass"};
    case EvidenceResult::fail:
      return {"fail", "bad", "Fail"};
    case EvidenceResult::empty:
      return {"empty", "warn", "Empty"};
    case EvidenceResult::missing:
      return {"missing", "bad", "Missing"};
    case EvidenceResult::removed:
      return {"missing", "bad", "Removed"};
    case EvidenceResult::unknown:
      break;
  }
  return {"missing", "warn", words::kNotKnown};
}

Mark mark_of(StatusClass value) {
  switch (value) {
    case StatusClass::done:
      return {"issue-closed", "ok", "Done"};
    case StatusClass::active:
      return {"issue-open", "", "Under way"};
    case StatusClass::open:
      return {"issue-open", "", "Open"};
    case StatusClass::blocked:
      return {"hold", "warn", "Blocked"};
    case StatusClass::dropped:
      return {"aside", "dim", "Dropped"};
    case StatusClass::unknown:
      break;
  }
  return {"undetermined", "", words::kNotKnown};
}

Mark mark_of(BoxState value) {
  switch (value) {
    case BoxState::open:
      return {"open", "", "Not ticked"};
    case BoxState::ticked:
      return {"claimed", "", "Ticked"};
    case BoxState::not_applicable:
      return {"aside", "dim", "Not applicable"};
    case BoxState::dropped:
      return {"aside", "dim", "Dropped"};
    case BoxState::none:
    case BoxState::unknown:
      break;
  }
  return {"unknown", "warn", words::kNotKnown};
}

Data::Object data_of(const Mark& mark) {
  return {{"icon", mark.icon}, {"tone", mark.tone}, {"word", mark.word}};
}

std::string_view word_of(Role value) {
  switch (value) {
    case Role::deliverable:
      return "Deliverable";
    case Role::acceptance:
      return "Acceptance";
    case Role::exit:
      return "Exit gate";
    case Role::criterion:
      return "Criterion";
    case Role::trigger:
      return "Rollback trigger";
    case Role::announcement:
      return "Announcement";
    case Role::sign_off:
      return "Sign-off";
    case Role::check:
      break;
  }
  return {};
}

std::string_view word_of(DocumentKind value) {
  switch (value) {
    case DocumentKind::issue:
      return "Issue";
    case DocumentKind::checklist:
      return "Checklist";
    case DocumentKind::tracker:
      return "Task tracker";
    case DocumentKind::report:
      return "Report";
    case DocumentKind::page:
      break;
  }
  return "Page";
}

std::string_view word_of(GateKind value) {
  switch (value) {
    case GateKind::go_no_go:
      return "Go or no-go";
    case GateKind::rollback:
      return "Rollback";
    case GateKind::approval:
      return "Approval";
    case GateKind::exit:
      break;
  }
  return "Exit gate";
}

std::string_view word_of(VersionKind value) {
  switch (value) {
    case VersionKind::tag:
      return "Tag";
    case VersionKind::review:
      return "Review";
    case VersionKind::branch:
      return "Branch, not a release";
    case VersionKind::draft:
      return "Uncommitted state, not a release";
    case VersionKind::latest:
      break;
  }
  return "Tip of the branch, not a release";
}

namespace words {

std::string counted(long long count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? cat({one, "s"}) : std::string(many);
  return cat({number(count), " ", count == 1 ? one : plural});
}

std::string sentence(std::string_view message) {
  std::string text(message);
  if (!text.empty() && is_lower(text.front()))
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string days(long long count) { return counted(count, "day"); }

std::string minutes(int count) {
  if (count < 60) return cat({number(count), " min"});
  if (count % 60 == 0) return cat({number(count / 60), " h"});
  return cat({number(count / 60), " h ", number(count % 60), " min"});
}

}  // namespace words
}  // namespace muster
