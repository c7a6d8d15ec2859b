// ZAP's traditional JSON report (zaproxy.org, report generation). Its insights, where it has them,
// tell how many addresses of a site it reached.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

// 3 high, 2 medium, 1 low, 0 informational.
std::string_view severity_of(std::string_view risk) {
  if (risk == "3") return "high";
  if (risk == "2") return "medium";
  return risk == "1" || risk == "0" ? std::string_view("low") : risk;
}

// Written as a text; 0 where it is no count.
long long count_in(const Json* value) {
  if (value == nullptr || value->text.empty() || value->text.size() > 9) return 0;
  long long count = 0;
  for (const char c : value->text) {
    if (!is_digit(c)) return 0;
    count = count * 10 + (c - '0');
  }
  return count;
}

void read_site(const Json& site, Findings& findings, Reading& reading) {
  if (reading.report.subject.empty()) reading.report.subject = text_at(site, "/@name");
  const Json* alerts = list_at(site, "/alerts", "alerts", reading);
  if (alerts == nullptr) return;
  for (const Json& alert : alerts->items) {
    const Json* risk = alert.find("riskcode");
    findings.add(severity_of(risk == nullptr ? std::string_view() : risk->text));
  }
}

// How many addresses it reached, where it tells; what went wrong is a doubt.
std::optional<long long> read_insights(const Json& json, Reading& reading) {
  const Json* insights = list_if_any(json, "/insights", reading);
  if (insights == nullptr) return std::nullopt;
  std::optional<long long> reached;
  for (const Json& insight : insights->items) {
    const std::string_view key = text_at(insight, "/key");
    const std::string level = lower(text_at(insight, "/level"));
    if (key == "insight.endpoint.total")
      reached = reached.value_or(0) + count_in(insight.find("statistic"));
    if (level != "info" && level != "low")
      add_doubt(reading, cat({"it had trouble while it ran: ", shorten(key, 40)}));
  }
  return reached;
}

int score(const Json& json) {
  return telling_signs(json,
                       {{"/@version", Json::Kind::string}, {"/@generated", Json::Kind::string}});
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = cat({"ZAP ", text_at(json, "/@version")});
  read_credible_time(json.find("created"), "created", reading);
  const std::optional<long long> reached = read_insights(json, reading);
  const Json* sites = list_at(json, "/site", "sites", reading);
  if (sites == nullptr) return;
  reading.report.verdict_line = sites->line;
  Findings findings;
  for (const Json& site : sites->items) read_site(site, findings, reading);
  const bool none = sites->items.empty();
  take_findings(findings, none ? std::optional<long long>(0) : reached, "addresses", reading);
}

}  // namespace

constinit const Recogniser zap{"ZAP", score, read};

}  // namespace muster::recognise
