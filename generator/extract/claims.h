// What the words beside a report claim of it: "pass", "fail", "pending", or nothing.
#pragma once

#include <string>
#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// Of the result cell of an evidence row. A cell that is empty, blank or not understood is pending;
/// empty where the table has no such column.
std::string claim_of_result(const record::Entry& result);

/// Of the text of a ticked item, by the words that stand as a result in it: “FAILED: smoke”, “Smoke
/// — blocked by DNS”, “Smoke (not run)”; "undone" where it begins by taking the tick back: “NOT
/// DONE: smoke”. “Failed logins raise an alert” claims no failure. Its sub-bullets speak as well:
/// “Result: 2 of 25 scenarios failed”.
std::string claim_of_item(const record::Item& item);

}  // namespace muster::extract
