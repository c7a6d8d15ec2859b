#include "app/read.h"

#include "base/digest.h"
#include "base/text.h"
#include "extract/extract.h"
#include "parse/parse.h"
#include "recognise/recognise.h"

namespace muster {
namespace {

// Of a longer report the page shows what was understood.
constexpr std::size_t kKeptBytes = std::size_t{256} << 10;

bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
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
  if (!looks_like_json(bytes)) return content;
  JsonLimits json_limits;
  json_limits.bytes = limits.evidence_file;
  JsonRead read = read_json(bytes, json_limits);
  content->notes = std::move(read.notes);
  if (!read.ok) return content;
  content->report = recognise_report(read.value);
  content->json = std::make_shared<const Json>(std::move(read.value));
  return content;
}

bool is_lfs_pointer(std::string_view bytes) {
  return bytes.size() < 1024 && bytes.starts_with("version https://git-lfs.github.com/spec/v1\n");
}

}  // namespace muster
