// Every Markdown document of the corpus: read without harm, and counted as an independent count
// has it.
#include "read.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("every document of the corpus gives the counts of its list") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::vector<Json::Member> files = corpus_documents(*folder);
  CHECK(files.size() == 227);
  for (const Json::Member& file : files) {
    INFO(file.name);
    const std::string text = read_sample(*folder, "corpus/" + file.name);
    const Records records = read(text);
    const record::Counts& counts = records.counts;
    const auto wanted = [&](std::string_view name) {
      return static_cast<int>(file.value.find(name)->number);
    };
    CHECK(counts.headings == wanted("headings"));
    CHECK(counts.boxes_open + counts.boxes_ticked == wanted("task_items"));
    CHECK(counts.boxes_ticked == wanted("checked"));
    CHECK(counts.tables == wanted("tables"));
    CHECK(counts.table_rows == wanted("table_body_rows"));
  }
}
