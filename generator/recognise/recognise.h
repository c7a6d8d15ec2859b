// Reports, recognised by their content and never by their name: what a test run, a scan, a coverage
// report or a result object says of itself. One recogniser is one file, and a row in recognisers.h.
#pragma once

#include <string_view>

#include "base/json.h"
#include "domain/record.h"
#include "domain/workspace.h"
#include "domain/xml.h"

namespace muster {

/// What the report says; `format` is empty where nobody knows it. Two formats that fit equally well
/// give no verdict, and so does a version of a format that is not known here.
record::Report recognise_report(const Json& json);
/// A report as muster.yaml explains it, whatever else it looks like.
record::Report recognise_mapped_report(const Json& json, const ReportMap& map);
/// JUnit and Cobertura.
record::Report recognise_report(const Xml& xml);
/// What is neither JSON nor XML: lcov.
record::Report recognise_report(std::string_view text);

}  // namespace muster
