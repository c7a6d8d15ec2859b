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

std::optional<long long> whole(const std::string* text) {
  if (text == nullptr || text->empty() || text->size() > 12 ||
      text->find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(*text);
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
  compare_count("lines", whole(xml.attribute("lines-valid")), lines.all, "classes", reading);
  compare_count("lines covered", whole(xml.attribute("lines-covered")), lines.hit, "classes",
                reading);
  if (const auto time = whole(xml.attribute("timestamp"))) {
    const Json instant = Json::of(*time);
    read_credible_time(&instant, "timestamp", reading);
  }
}

}  // namespace muster::recognise
