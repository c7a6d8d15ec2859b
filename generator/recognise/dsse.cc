// DSSE envelopes (secure-systems-lab/dsse, envelope.md).
#include "recognise/envelope.h"
#include "recognise/recognisers.h"

namespace muster::recognise {

namespace {

int score(const Json& json) { return is_dsse_envelope(json) ? kNamesFormat : 0; }

void read(const Json& json, Reading& reading) { open_envelope(json, reading); }

}  // namespace

constinit const Recogniser dsse{"DSSE envelope", score, read};

}  // namespace muster::recognise
