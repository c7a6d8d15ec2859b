// `terraform show -json` of a plan (developer.hashicorp.com, JSON output format), format 1. What it
// plans is no verdict; its checks may fail it, and a check without instances says pass as well. Its
// values may be secret and are shown nowhere.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

bool deletes(const Json& change) {
  const Json* actions = at(change, "/change/actions", Json::Kind::array);
  return actions != nullptr &&
         std::any_of(actions->items.begin(), actions->items.end(), [](const Json& action) {
           return action.is(Json::Kind::string) && action.text == "delete";
         });
}

void read_changes(const Json& json, Reading& reading) {
  const Json* changes = list_if_any(json, "/resource_changes", reading);
  reading.report.executed = 0;
  if (changes == nullptr) return;
  reading.report.executed = static_cast<long long>(changes->items.size());
  const auto deleted = std::count_if(changes->items.begin(), changes->items.end(), deletes);
  if (deleted > 0) add_doubt(reading, cat({"it deletes ", counted(deleted, "resource")}));
}

void read_check(const Json& check, Reading& reading) {
  const std::string_view status = text_at(check, "/status");
  if (status == "fail" || status == "error")
    return add_failure(reading, "one of its checks failed");
  if (status != "pass")
    return add_doubt(reading,
                     cat({"the state of one of its checks is \"", shorten(status, 40), "\""}));
  if (!has_entries(check, "/instances"))
    add_doubt(reading, "one of its checks had nothing to check");
}

bool is_set(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  return value != nullptr && value->boolean;
}

void read_run(const Json& json, Reading& reading) {
  if (is_set(json, "errored")) add_failure(reading, "its planning ended in an error");
  if (json.find("complete") != nullptr && !is_set(json, "complete"))
    add_doubt(reading, "it is not complete, and a further plan has to follow");
  if (const long long drifted = entries_at(json, "/resource_drift", reading); drifted > 0)
    add_doubt(reading, cat({counted(drifted, "resource"), " changed outside Terraform"}));
}

int score(const Json& json) {
  return telling_signs(
      json, {{"/format_version", Json::Kind::string}, {"/planned_values", Json::Kind::object}});
}

void read(const Json& json, Reading& reading) {
  if (!text_at(json, "/format_version").starts_with("1."))
    return add_unknown_version(json.find("format_version"), reading);
  measures("plans changes", reading);
  reading.report.tool = tool_named("Terraform", text_at(json, "/terraform_version"));
  read_credible_time(json.find("timestamp"), "timestamp", reading);
  read_run(json, reading);
  read_changes(json, reading);
  if (const Json* checks = list_if_any(json, "/checks", reading))
    for (const Json& check : checks->items) read_check(check, reading);
}

}  // namespace

constinit const Recogniser terraform{"Terraform plan", score, read};

}  // namespace muster::recognise
