// What a report is worth, before it is known who cites it.
#pragma once

#include <string>

#include "audit/judging.h"

namespace muster {

enum class Proof {
  passing,     // recognised, passed, and tested more than nothing: verifies
  attached,    // there, but proves nothing: not recognised, generic, or its counts are not told
  failing,     // says that it failed
  empty,       // says that it passed and tested nothing
  missing,     // never was in this history
  removed,     // was there once
  unreadable,  // there, and cannot be read
  external     // a URL; not looked at
};

Proof proof_of(const Evidence& evidence, Instant as_of);
/// The same, for what a removed file last said: failing or empty where it was so.
Proof last_proof_of(const Evidence& evidence, Instant as_of);

/// Whether a citation speaks of its report as proof, so that its absence is a fault. The object of
/// work (“Update `src/app.ts`”) is none, nor what an open item will bring.
bool cited_as_proof(const Judging& judging, const Citation& citation);

/// Why a recognised report proves nothing although it does not say that it failed, as the end of a
/// sentence. Empty where it proves, and for a generic result that passes: that is a claim.
std::string doubt_of(const Evidence& evidence, Instant as_of);

/// Why no value can be taken from a file, as a sentence about it: "is not there". Empty where its
/// JSON has one meaning.
std::string why_without_values(const Evidence& evidence);

/// What a report says against itself, as the end of a sentence; may be empty.
std::string reason_of(const Evidence& evidence);

}  // namespace muster
