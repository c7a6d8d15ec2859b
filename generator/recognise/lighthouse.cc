// A Lighthouse result: scores of a web page, and no verdict. Members by Lighthouse's lhr.d.ts.
// Audits that do not apply or only inform have no score; a score that is missing where there should
// be one is no score.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr int kFirstKnown = 3;
constexpr int kLastKnown = 13;

int score(const Json& json) {
  const int version = telling_signs(json, {{"/lighthouseVersion", Json::Kind::string}});
  const int others = points_of(json, {"categories", "audits", "fetchTime", "requestedUrl"});
  return version == 0 || others < 2 ? 0 : kNamesFormat + others;
}

bool knows_version(std::string_view version) {
  for (int known = kFirstKnown; known <= kLastKnown; ++known)
    if (version.starts_with(cat({number(known), "."}))) return true;
  return false;
}

bool has_score(const Json& json) { return at(json, "/score", Json::Kind::number) != nullptr; }

void read_categories(const Json& json, Reading& reading) {
  const Json* categories = at(json, "/categories", Json::Kind::object);
  if (categories == nullptr || categories->members.empty())
    return add_doubt(reading, "it has no categories");
  for (const Json::Member& category : categories->members)
    if (!has_score(category.value))
      add_doubt(reading, cat({"the category ", shorten(category.name, 40), " has no score"}));
}

void count_audits(const Json& json, Reading& reading) {
  const Json* audits = at(json, "/audits", Json::Kind::object);
  if (audits == nullptr) return add_doubt(reading, "it lists no audits");
  long long scored = 0;
  long long broken = 0;
  for (const Json::Member& audit : audits->members) {
    broken += text_at(audit.value, "/scoreDisplayMode") == "error" ? 1 : 0;
    scored += has_score(audit.value) ? 1 : 0;
  }
  reading.report.executed = scored;
  if (broken > 0) add_doubt(reading, cat({number(broken), " of its audits are in error"}));
}

void read_error(const Json& json, Reading& reading) {
  const Json* error = json.find("runtimeError");
  if (error == nullptr || error->is(Json::Kind::null)) return;
  const std::string_view code = text_at(*error, "/code");
  if (code == "NO_ERROR") return;  // until version 5
  add_doubt(reading, cat({"it broke off with an error: ", shorten(code, 40)}));
}

void read(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/lighthouseVersion");
  reading.report.tool = cat({"Lighthouse ", shorten(version, 20)});
  if (!knows_version(version)) return add_unknown_version(version, reading);
  measures("measures a web page", reading);
  for (const std::string_view name : {"/finalDisplayedUrl", "/finalUrl", "/requestedUrl"})
    if (reading.report.subject.empty()) reading.report.subject = text_at(json, name);
  read_error(json, reading);
  read_categories(json, reading);
  count_audits(json, reading);
  read_credible_time(json.find("fetchTime"), "fetchTime", reading);
  read_length(json.at("/timing/total"), 1, reading);
}

}  // namespace

constinit const Recogniser lighthouse{"Lighthouse", score, read};

}  // namespace muster::recognise
