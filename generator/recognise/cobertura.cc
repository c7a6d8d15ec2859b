// Cobertura XML, by its coverage-04 document type: the lines of the classes tell what was measured,
// and the totals of the root may only agree. Coverage is a number and no verdict.
#include "recognise/cobertura.h"

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

struct Lines {
  long long all = 0;
  long long hit = 0;
};

// Those of methods stand among those of their class again.
void count_lines(const Xml& element, bool in_class, Lines& lines) {
  for (const Xml& child : element.children) {
    if (child.name == "methods") continue;
    if (in_class && child.name == "line") {
      ++lines.all;
      const std::string* hits = child.attribute("hits");
      if (hits != nullptr && *hits != "0") ++lines.hit;
    } else {
      count_lines(child, in_class || child.name == "class", lines);
    }
  }
}

std::optional<long long> stated(const Xml& xml, std::string_view name) {
  const std::string* text = xml.attribute(name);
  return text == nullptr ? std::nullopt : whole_number(*text);
}

}  // namespace

bool is_cobertura(const Xml& xml) {
  return xml.name == "coverage" && xml.attribute("line-rate") != nullptr &&
         xml.child("packages") != nullptr;
}

void read_cobertura(const Xml& xml, Reading& reading) {
  reading.report.format = "Cobertura";
  reading.report.verdict_line = xml.line;
  measures("measures coverage", reading);
  Lines lines;
  count_lines(xml, false, lines);
  reading.report.executed = lines.all;
  compare_count("lines", stated(xml, "lines-valid"), lines.all, "classes", reading);
  compare_count("lines covered", stated(xml, "lines-covered"), lines.hit, "classes", reading);
  if (const auto time = stated(xml, "timestamp")) {
    const Json instant = Json::of(*time);
    read_credible_time(&instant, "timestamp", reading);
  }
}

}  // namespace muster::recognise
