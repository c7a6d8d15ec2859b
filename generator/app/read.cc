#include "app/read.h"

#include "base/digest.h"
#include "base/secrets.h"
#include "base/text.h"
#include "extract/extract.h"
#include "parse/parse.h"
#include "recognise/recognise.h"

namespace muster {
namespace {

// Of a longer report the page shows what was understood.
constexpr std::size_t kKeptBytes = std::size_t{256} << 10;

enum class Form { json, xml, text };

Form form_of(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Form::text;
  if (bytes[first] == '{' || bytes[first] == '[') return Form::json;
  return bytes[first] == '<' ? Form::xml : Form::text;
}

void add_secret_note(int line, int column, const std::string& what, ReportContent& content) {
  content.notes.push_back({"secret-in-evidence", cat({what, ", and is not shown"}),
                           "Take the secret out of the report and of the history, and replace it.",
                           line, column});
}

// Comparisons need the values: the parsed report keeps them, and nothing of it is written.
void cover_secrets(const Json& json, ReportContent& content) {
  std::vector<SecretPlace> found;
  const Json safe = hide_secrets(json, {}, &found);
  for (std::string* said : {&content.report.subject, &content.report.tool})
    *said = hide_secrets(*said);
  for (std::string& reason : content.report.reasons) reason = hide_secrets(reason);
  if (found.empty()) return;
  const SecretPlace& first = found.front();
  const std::string name =
      first.name.empty() ? "a value" : cat({"`", shorten(first.name, 40), "`"});
  add_secret_note(first.line, first.column,
                  found.size() == 1
                      ? cat({name, " looks like a secret"})
                      : cat({name, " and ", number(static_cast<long long>(found.size()) - 1),
                             " more look like secrets"}),
                  content);
  content.hidden = true;
  const std::string text = write_json(safe);
  content.bytes = std::make_shared<const std::string>(text.substr(0, kKeptBytes));
}

void cover_secrets_of_text(ReportContent& content) {
  if (content.bytes == nullptr) return;
  int found = 0;
  std::string safe = hide_secrets(*content.bytes, &found);
  if (found == 0) return;
  add_secret_note(0, 0,
                  found == 1 ? std::string("one word looks like a secret")
                             : cat({number(found), " words look like secrets"}),
                  content);
  content.hidden = true;
  content.bytes = std::make_shared<const std::string>(std::move(safe));
}

// A document, else one value a line.
void read_as_json(std::string_view bytes, const Limits& limits, ReportContent& content) {
  JsonLimits json_limits;
  json_limits.bytes = limits.evidence_file;
  JsonRead read = read_json(bytes, json_limits);
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  if (!read.ok && first.size() < bytes.size() && read_json(first, json_limits).ok)
    read = read_json_lines(bytes, json_limits);
  content.notes = std::move(read.notes);
  if (!read.ok) return;
  content.report = recognise_report(read.value);
  cover_secrets(read.value, content);
  content.json = std::make_shared<const Json>(std::move(read.value));
}

// Pages and pictures are XML of their own: what is no report says nothing, also where it is broken.
void read_as_xml(std::string_view bytes, const Limits& limits, ReportContent& content) {
  XmlLimits xml_limits;
  xml_limits.bytes = limits.evidence_file;
  XmlRead read = parse_xml(bytes, xml_limits);
  if (read.ok)
    content.report = recognise_report(read.root);
  else
    content.notes = std::move(read.notes);
}

}  // namespace

std::shared_ptr<const Content> read_document(std::string_view bytes, const Limits& limits,
                                             const Vocabulary& vocabulary) {
  ParseLimits parse_limits;
  parse_limits.bytes = limits.issue_file;
  auto content = std::make_shared<Content>();
  content->markdown = parse_markdown(bytes, parse_limits);
  content->records = extract_records(content->markdown, vocabulary);
  return content;
}

std::shared_ptr<const ReportContent> read_report(std::string_view bytes, const Limits& limits) {
  auto content = std::make_shared<ReportContent>();
  content->sha256 = sha256_hex(bytes);
  content->size = bytes.size();
  if (bytes.size() <= kKeptBytes) content->bytes = std::make_shared<const std::string>(bytes);
  switch (form_of(bytes)) {
    case Form::json:
      read_as_json(bytes, limits, *content);
      break;
    case Form::xml:
      read_as_xml(bytes, limits, *content);
      break;
    case Form::text:
      content->report = recognise_report(bytes);
      break;
  }
  if (content->json == nullptr) cover_secrets_of_text(*content);
  return content;
}

bool is_lfs_pointer(std::string_view bytes) {
  return bytes.size() < 1024 && bytes.starts_with("version https://git-lfs.github.com/spec/v1\n");
}

}  // namespace muster
