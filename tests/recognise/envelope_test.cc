// DSSE envelopes and sigstore bundles: the payload is recognised again, once, and signed is not
// verified.
#include <openssl/evp.h>

#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string encode(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string url_safe(std::string text) {
  while (text.ends_with('=')) text.pop_back();
  return replace_all(replace_all(std::move(text), "+", "-"), "/", "_");
}

std::string envelope(std::string_view payload, std::string_view signatures) {
  return cat({R"({"payloadType":"application/vnd.in-toto+json","payload":")", payload,
              R"(","signatures":)", signatures, "}"});
}

constexpr std::string_view kSigned = R"([{"keyid":"","sig":"MEUCIQ=="}])";

std::string statement(std::string_view predicate) {
  return cat({R"({"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"56"}}],
      "predicateType":"https://in-toto.io/attestation/test-result/v0.1","note":"ÿ?>","predicate":)",
              predicate, "}"});
}

const std::string kPassing = statement(R"({"result":"PASSED","passedTests":["a","b"]})");

Report open(std::string_view payload) { return report(envelope(encode(payload), kSigned)); }

}  // namespace

TEST_CASE("an envelope says what its payload says, and that nobody verified it") {
  const Report read = open(kPassing);
  CHECK(read.format == "in-toto Statement in a DSSE envelope");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.subject == "sha256:56");
  CHECK(read.verdict_line == 1);
  CHECK(has_reason(read, "was not verified"));
}

TEST_CASE("a payload of the URL-safe alphabet is opened as well") {
  const std::string payload = url_safe(encode(kPassing));
  CHECK(payload.find_first_of("+/=") == std::string::npos);
  CHECK(report(envelope(payload, kSigned)).verdict == ReportVerdict::pass);
}

TEST_CASE("an envelope fails and is empty as its payload") {
  CHECK(open(statement(R"({"result":"FAILED","failedTests":["a"]})")).verdict ==
        ReportVerdict::fail);
  const Report empty = open(statement(R"({"result":"PASSED","passedTests":[]})"));
  CHECK(empty.verdict == ReportVerdict::empty);
  CHECK(std::count(empty.reasons.begin(), empty.reasons.end(), "nothing was executed") == 1);
  const Report unclear = open(statement(R"({"result":"PASSED"})"));
  CHECK(unclear.verdict == ReportVerdict::unknown);
  CHECK(has_reason(unclear, "lists no tests that passed"));
  CHECK(open(R"({"bomFormat":"CycloneDX","specVersion":"1.6","components":[{}]})").measures);
}

TEST_CASE("an envelope without signatures is a doubt") {
  for (const char* signatures : {"[]", "null", "{}", R"([{"keyid":"a"}])", R"([{"sig":""}])"}) {
    INFO(signatures);
    const Report read = report(envelope(encode(kPassing), signatures));
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(has_reason(read, "was not verified"));
  }
  const Report cut = report(R"({"payloadType":"x","payload":"e30="})");
  CHECK(cut.format == "DSSE envelope");
  CHECK(cut.verdict == ReportVerdict::unknown);
}

TEST_CASE("a payload that cannot be read gives no verdict") {
  CHECK(has_reason(report(envelope("***", kSigned)), "no base64"));
  CHECK(has_reason(report(envelope("", kSigned)), "no JSON"));
  CHECK(has_reason(open("{\"result\":"), "no JSON"));
  CHECK(has_reason(open(R"({"a":1})"), "no format known here"));
  CHECK(has_reason(open("[]"), "no format known here"));
  CHECK(open(replace_all(kPassing, R"("note")", R"("_type":"x","note")")).verdict !=
        ReportVerdict::pass);
}

TEST_CASE("an envelope in an envelope is not opened") {
  const Report read = open(envelope(encode(kPassing), kSigned));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "an envelope again"));
}

TEST_CASE("a sigstore bundle holds an envelope, or only signs a file") {
  const auto bundle = [](std::string_view type, std::string_view members) {
    return report(cat({R"({"mediaType":"application/vnd.dev.sigstore.bundle)", type,
                       R"(","verificationMaterial":{},)", members, "}"}));
  };
  const std::string held = cat({R"("dsseEnvelope":)", envelope(encode(kPassing), kSigned)});
  for (const char* type : {".v0.3+json", "+json;version=0.1", "+json;version=0.2"}) {
    INFO(type);
    CHECK(bundle(type, held).format == "in-toto Statement in a sigstore bundle");
    CHECK(bundle(type, held).verdict == ReportVerdict::pass);
  }
  const Report later = bundle(".v0.9+json", held);
  CHECK(later.format == "sigstore bundle");
  CHECK(has_reason(later, "is not known here"));
  const Report file = bundle(".v0.3+json", R"("messageSignature":{"signature":"MEUC"})");
  CHECK(file.verdict == ReportVerdict::unknown);
  CHECK(has_reason(file, "says nothing of it"));
  CHECK(bundle(".v0.3+json", R"("dsseEnvelope":{})").verdict == ReportVerdict::unknown);
}

TEST_CASE("messages with a payload are no envelope") {
  for (const char* text : {R"({"payload":"e30=","signatures":[]})",
                           R"({"payloadType":"push","payload":{"ref":"main"},"signatures":[]})",
                           R"({"mediaType":"application/vnd.oci.image.manifest.v1+json"})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
