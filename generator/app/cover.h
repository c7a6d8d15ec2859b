// Values that front matter calls secret: compared, and never written.
#pragma once

#include <vector>

#include "domain/finding.h"

namespace muster {

/// Puts ‹hidden› in the place of every such value, of whatever version, in all that versions say of
/// their reports: findings, reasons, expectations, parity, what a report tells of itself. Values of
/// fewer than four signs stay: they would hide half of the text.
void cover_declared_secrets(std::vector<Judged>& versions);

}  // namespace muster
