// Sigstore bundles (docs.sigstore.dev): a DSSE envelope with what verifies it, or only the
// signature of a file, which says nothing of it.
#include "recognise/envelope.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kMediaTypes[] = {
    "application/vnd.dev.sigstore.bundle+json;version=0.1",
    "application/vnd.dev.sigstore.bundle+json;version=0.2",
    "application/vnd.dev.sigstore.bundle+json;version=0.3",
    "application/vnd.dev.sigstore.bundle.v0.3+json",
};

int score(const Json& json) { return is_sigstore_bundle(json) ? 2 * kNamesFormat : 0; }

void read(const Json& json, Reading& reading) {
  const std::string_view type = text_at(json, "/mediaType");
  if (!is_one_of(kMediaTypes, type)) return add_unknown_version(json.find("mediaType"), reading);
  if (const Json* envelope = at(json, "/dsseEnvelope", Json::Kind::object))
    open_envelope(*envelope, reading);
  else
    add_doubt(reading, "it signs a file and says nothing of it");
}

}  // namespace

constinit const Recogniser sigstore{"sigstore bundle", score, read};

}  // namespace muster::recognise
