// SPDX, an inventory and no verdict: 2.2 and 2.3 (spdx-schema.json), and 3.0, whose elements stand
// in one graph (spdx.org/rdf/3.0.1).
#include "recognise/recognisers.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kContext = "https://spdx.org/rdf/";
constexpr std::string_view kListed[] = {"software_Package", "software_File", "software_Snippet",
                                        "ai_AIPackage", "dataset_DatasetPackage"};

// The context that names SPDX 3: a text, or one of a list; empty where there is none.
std::string_view context_of(const Json& json) {
  const Json* context = json.find("@context");
  if (context == nullptr) return {};
  if (context->is(Json::Kind::string) && context->text.starts_with(kContext)) return context->text;
  for (const Json& one : context->items)
    if (one.is(Json::Kind::string) && one.text.starts_with(kContext)) return one.text;
  return {};
}

void read_tool(const Json& creators, Reading& reading) {
  constexpr std::string_view front = "Tool: ";
  for (const Json& creator : creators.items)
    if (creator.is(Json::Kind::string) && creator.text.starts_with(front)) {
      reading.report.tool = creator.text.substr(front.size());
      return;
    }
}

void read_document(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/spdxVersion");
  if (version != "SPDX-2.2" && version != "SPDX-2.3")
    return add_unknown_version(json.find("spdxVersion"), reading);
  reading.report.subject = text_at(json, "/name");
  read_credible_time(json.at("/creationInfo/created"), "created", reading);
  if (const Json* creators = at(json, "/creationInfo/creators", Json::Kind::array))
    read_tool(*creators, reading);
  long long listed = 0;
  for (const std::string_view list : {"/packages", "/files", "/snippets"})
    listed += entries_at(json, list, reading);
  reading.report.executed = listed;
}

void read_element(const Json& element, Reading& reading) {
  const std::string_view type = text_at(element, "/type");
  if (is_one_of(kListed, type)) ++*reading.report.executed;
  if (type == "CreationInfo") read_oldest_time(element, {"created"}, reading);
  if (type == "SpdxDocument") reading.report.subject = text_at(element, "/name");
}

void read_graph(const Json& json, std::string_view context, Reading& reading) {
  const std::string_view version = context.substr(kContext.size());
  if (!version.starts_with("3.0.") && !version.starts_with("3.0/")) {
    const Json text = Json::of(version.substr(0, version.find('/')));
    return add_unknown_version(&text, reading);
  }
  const Json* graph = list_at(json, "/@graph", "elements", reading);
  if (graph == nullptr) return;
  reading.report.executed = 0;
  for (const Json& element : graph->items) read_element(element, reading);
}

int score(const Json& json) {
  const bool names = text_at(json, "/spdxVersion").starts_with("SPDX-");
  return names || !context_of(json).empty() ? 2 * kNamesFormat : 0;
}

void read(const Json& json, Reading& reading) {
  measures("lists packages", reading);
  const std::string_view context = context_of(json);
  if (context.empty())
    read_document(json, reading);
  else
    read_graph(json, context, reading);
}

}  // namespace

constinit const Recogniser spdx{"SPDX", score, read};

}  // namespace muster::recognise
