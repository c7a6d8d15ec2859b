// lcov's tracefiles, as geninfo describes them: a section for each source file from `SF:` to
// `end_of_record`, with a `DA:line,hits` for each line. Coverage is a number and no verdict.
#include "recognise/lcov.h"

#include <set>
#include <string>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

struct Section {
  bool open = false;
  std::string_view file;
  long long lines = 0;
  std::optional<long long> found;  // LF
};

class Tracefile {
 public:
  explicit Tracefile(Reading& reading) : reading_(reading) {}

  void read(std::string_view text) {
    for (const std::string_view line : split_lines(text)) read_line(trim(line));
    if (section_.open) add_doubt(reading_, "it was cut short: its last section has no end");
    reading_.report.executed = lines_;
  }

 private:
  void read_line(std::string_view line) {
    if (line.starts_with("SF:")) begin(line.substr(3));
    if (line.starts_with("DA:")) ++section_.lines;
    if (line.starts_with("LF:")) section_.found = whole_number(line.substr(3));
    if (line == "end_of_record") end();
  }

  void begin(std::string_view file) {
    if (section_.open) add_doubt(reading_, "a section has no end");
    section_ = {true, file, 0, std::nullopt};
    if (!files_.insert(file).second)
      add_doubt(reading_, cat({"two sections are of ", shorten(file, 40)}));
  }

  void end() {
    compare_count("lines", section_.found, section_.lines, "sections", reading_);
    lines_ += section_.lines;
    section_ = {};
  }

  Reading& reading_;
  Section section_;
  std::set<std::string_view> files_;
  long long lines_ = 0;
};

}  // namespace

bool is_lcov(std::string_view text) {
  if (!text.starts_with("TN:") && !text.starts_with("SF:")) return false;
  return text.starts_with("SF:") || text.find("\nSF:") != std::string_view::npos;
}

void read_lcov(std::string_view text, Reading& reading) {
  reading.report.format = "lcov";
  reading.report.verdict_line = 1;
  measures("measures coverage", reading);
  Tracefile(reading).read(text);
}

}  // namespace muster::recognise
