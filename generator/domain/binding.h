// What front matter binds that prose cannot: environments to compare, items to reports, metrics to
// values, who must sign for what, and what is waived. As it is written; each has its place.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace muster::record {

/// A text of front matter, with its place.
struct Written {
  std::string text;
  int line = 0;
  int column = 0;
};

enum class ParityCompare { same, differs, major };

/// One value of two captured environments.
struct ParityPair {
  Written item;
  std::string pointer;  // RFC 6901
  ParityCompare compare = ParityCompare::same;
  bool secret = false;  // its value is never written to the site
};

/// `parity: {staging: …, production: …, rows: […]}`; no item where there is none.
struct ParityBinding {
  Written staging;  // paths of JSON files
  Written production;
  std::vector<ParityPair> rows;
};

enum class ExpectedIs {
  unreadable,
  equal,
  not_equal,
  less,
  less_or_equal,
  greater,
  greater_or_equal
};

/// `/regression_percent < 10`. One that cannot be read is kept, and is never met.
struct Expectation {
  Written source;
  std::string pointer;
  ExpectedIs is = ExpectedIs::unreadable;
  Json literal;  // a number, a text in quotes, true, false or null
};

/// An item, or a section, and the report that speaks for it; with neither, the whole document.
struct EvidenceBinding {
  Written item;
  Written section;
  Written report;
  std::vector<Expectation> expect;
};

/// `"RLS Tests": "evidence/ce23.json#/passed"`.
struct MetricBinding {
  Written name;
  Written report;
  std::string pointer;
};

/// A rule set aside for a subject: with a reason, by somebody, until a day. What is not written is
/// empty, and such a waiver is incomplete.
struct Waiver {
  Written rule;
  Written subject;
  Written reason;
  Written by;
  Written until;
};

/// Somebody who must sign: `sign-off: {required: [PM]}`.
struct RequiredSigner {
  std::string role;
  int line = 0;
};

}  // namespace muster::record
