// dbt's run_results.json: a result for each node. Only its tests test anything; models, seeds and
// snapshots may fail, and prove nothing by being built. By docs.getdbt.com, versions 4 to 6.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kSchema = "/run-results/";

struct Nodes {
  Counts tests;
  long long warned = 0;  // tests that failed, of severity "warn"
  long long broken = 0;  // other nodes in error
};

int score(const Json& json) {
  const std::string_view schema = text_at(json, "/metadata/dbt_schema_version");
  return schema.find(kSchema) == schema.npos ? 0 : 2 * kNamesFormat;
}

bool knows_version(std::string_view schema) {
  for (const std::string_view version : {"v4.json", "v5.json", "v6.json"})
    if (schema.ends_with(cat({kSchema, version}))) return true;
  return false;
}

bool is_test(const Json& result) {
  const std::string_view id = text_at(result, "/unique_id");
  return id.starts_with("test.") || id.starts_with("unit_test.");
}

void count_node(const Json& result, Nodes& nodes) {
  const std::string_view status = text_at(result, "/status");
  if (is_test(result)) {
    if (status == "warn")
      ++nodes.warned;
    else
      nodes.tests.add(status, {"pass|success", "fail|error|runtime error", "skipped"});
  } else if (is_word_of("fail|error|runtime error|partial success", status)) {
    ++nodes.broken;
  } else if (!is_word_of("success|pass|skipped|no-op|warn", status)) {
    nodes.tests.add_unknown(status);
  }
}

void read_command(const Json& json, Reading& reading) {
  const std::string_view command = text_at(json, "/args/which");
  const std::string_view version = text_at(json, "/metadata/dbt_version");
  reading.report.tool = version.empty() ? "dbt" : cat({"dbt ", shorten(version, 20)});
  if (!is_word_of("test|build|retry", command))
    add_doubt(reading, command.empty() ? "it does not say which command of dbt it is of"
                                       : cat({"it is of \"dbt ", shorten(command, 20),
                                              "\", which tests nothing"}));
}

void read(const Json& json, Reading& reading) {
  const std::string_view schema = text_at(json, "/metadata/dbt_schema_version");
  if (!knows_version(schema))
    return add_unknown_version(schema.substr(schema.rfind('/') + 1), reading);
  Nodes nodes;
  for (const Json& result : parts_at(json, "/results", "results", reading))
    count_node(result, nodes);
  take_counts(nodes.tests, "results", reading);
  if (nodes.broken > 0)
    add_failure(reading, cat({number(nodes.broken), " of its nodes are in error"}));
  if (nodes.warned > 0)
    add_doubt(reading,
              cat({number(nodes.warned), " of its tests only warn of what they found, and ",
                   "no threshold says whether that is enough"}));
  read_command(json, reading);
  read_credible_time(json.at("/metadata/generated_at"), "generated_at", reading);
  read_length(json.find("elapsed_time"), 1000, reading);
}

}  // namespace

constinit const Recogniser dbt{"dbt run results", score, read};

}  // namespace muster::recognise
