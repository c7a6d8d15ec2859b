#include "recognise/envelope.h"

#include "base/base64.h"
#include "base/text.h"
#include "recognise/recognise.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

using record::ReportVerdict;

// The verdict is reached again from what led to it.
void take_payload(record::Report inner, int line, Reading& reading) {
  reading.report.reasons.insert(reading.report.reasons.end(), inner.reasons.begin(),
                                inner.reasons.end());
  inner.reasons = std::move(reading.report.reasons);
  inner.format = cat({inner.format, " in a ", reading.report.format});
  inner.verdict_line = line;
  reading.failing = inner.verdict == ReportVerdict::fail;
  reading.broken = reading.broken || (inner.verdict == ReportVerdict::unknown && !inner.measures);
  if (inner.verdict == ReportVerdict::pass) reading.says_pass = true;
  if (inner.measures) reading.no_verdict = inner.reasons.back();
  if (inner.measures || inner.verdict == ReportVerdict::empty)
    inner.reasons.pop_back();  // conclude() says it again
  reading.report = std::move(inner);
}

void read_signatures(const Json& envelope, Reading& reading) {
  const Json* signatures = list_at(envelope, "/signatures", "signatures", reading);
  if (signatures == nullptr) return;
  if (signatures->items.empty()) return add_doubt(reading, "it is not signed");
  for (const Json& signature : signatures->items)
    if (text_at(signature, "/sig").empty())
      return add_doubt(reading, "one of its signatures is empty");
  reading.report.reasons.push_back("it is signed, and its signature was not verified here");
}

}  // namespace

bool is_dsse_envelope(const Json& json) {
  return telling_signs(
             json, {{"/payloadType", Json::Kind::string}, {"/payload", Json::Kind::string}}) > 0;
}

bool is_sigstore_bundle(const Json& json) {
  return text_at(json, "/mediaType").starts_with("application/vnd.dev.sigstore.bundle");
}

void open_envelope(const Json& envelope, Reading& reading) {
  read_signatures(envelope, reading);
  const Json* payload = at(envelope, "/payload", Json::Kind::string);
  const std::optional<std::string> bytes =
      payload == nullptr ? std::nullopt : decode_base64(payload->text);
  if (!bytes) return add_doubt(reading, "its payload is no base64");
  const JsonRead json = read_json(*bytes);
  if (!json.ok) return add_doubt(reading, "its payload is no JSON");
  if (!json.notes.empty()) add_doubt(reading, "its payload can be read in more than one way");
  if (is_dsse_envelope(json.value) || is_sigstore_bundle(json.value))
    return add_doubt(reading, "its payload is an envelope again, which is not opened");
  record::Report inner = recognise_report(json.value);
  if (inner.format.empty()) return add_doubt(reading, "its payload is of no format known here");
  take_payload(std::move(inner), payload->line, reading);
}

}  // namespace muster::recognise
