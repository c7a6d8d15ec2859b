// The words and marks that code puts on pages, in one table: a state is always a shape and a word.
// Sentences that stand in templates are not here.
#pragma once

#include <string>
#include <string_view>

#include "domain/finding.h"
#include "domain/page.h"

namespace muster {

/// An icon, its tone (a class of the stylesheet) and the word beside it.
struct Mark {
  std::string_view icon;
  std::string_view tone;
  std::string_view word;
};

/// What a report is worth, whatever the reason.
enum class EvidenceResult { pass, fail, empty, unknown, missing, removed };

EvidenceResult result_of(const Evidence& evidence);
EvidenceResult result_of(const record::Report& report);
/// A file that somebody cites and that muster cannot interpret: shown, and worth nothing as proof.
bool attached(const Evidence& evidence);
std::string_view to_string(EvidenceResult value);  // of the export

Mark mark_of(Standing value);
Mark mark_of(Outcome value);
Mark mark_of(Severity value);
Mark mark_of(GapState value);
Mark mark_of(EvidenceResult value);
Mark mark_of(MetricState value);
Mark mark_of(ParityState value);
Mark mark_of(StatusClass value);
/// A box whose document is shown and not judged.
Mark mark_of(BoxState value);

Data::Object data_of(const Mark& mark);

std::string_view word_of(Role value);  // "Exit gate"; empty where the role says nothing new
std::string_view word_of(DocumentKind value);
std::string_view word_of(GateKind value);
std::string_view word_of(VersionKind value);

namespace words {

constexpr std::string_view kNobody = "Nobody yet";
constexpr std::string_view kNotKnown = "Not known";
constexpr std::string_view kNone = "None";

/// "1 gap", "9 gaps", "0 gaps".
/// With a capital letter in front: messages begin small, as the terminal shows them.
std::string sentence(std::string_view message);

std::string counted(long long count, std::string_view one, std::string_view many = {});
/// "117 days".
std::string days(long long count);
/// "1 h 30 min".
std::string minutes(int count);

}  // namespace words
}  // namespace muster
