// Signed envelopes: what they hold is recognised again, once. That they are signed is not that
// their signature was verified.
#pragma once

#include "recognise/reading.h"

namespace muster::recognise {

/// Whether it has what a DSSE envelope has.
bool is_dsse_envelope(const Json& json);
bool is_sigstore_bundle(const Json& json);

/// Takes what the payload says as what the report says.
void open_envelope(const Json& envelope, Reading& reading);

}  // namespace muster::recognise
