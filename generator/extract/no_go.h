// "NO-GO" said in plain words, wherever it stands: the one answer that must never be overlooked.
#pragma once

#include <string_view>

namespace muster::extract {

/// Whether a line says NO-GO as an answer: `NO-GO`, `**Verdict**: No-Go`, `We decided NO-GO.`; not
/// one that names it as a possibility: `GO / NO-GO`, `NO-GO if backups fail`, `a NO-GO call`.
bool says_no_go(std::string_view source);

/// Whether a line begins with GO: `GO: all criteria are met`. Beside a line that begins with NO-GO
/// it tells what the two words mean, and nothing was answered.
bool begins_with_go(std::string_view source);

}  // namespace muster::extract
