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

/// How two captured values must stand to each other: `major` and `minor` compare versions to their
/// first and second part, `set_equal` lists without their order, `matches` both against a pattern.
/// One that cannot be read is kept, and nothing stands to each other so.
enum class ParityCompare { same, differs, major, minor, set_equal, matches, present, unreadable };

/// One value of two captured environments.
struct ParityPair {
  Written item;
  std::string pointer;  // RFC 6901
  ParityCompare compare = ParityCompare::same;
  std::string pattern;  // of `matches`: `*` stands for anything
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
  greater_or_equal,
  same_major,
  same_minor,
  matches,
  set_equal,
  present
};

/// `/regression_percent < 10`, `length(/orgs) > 0`, `/after == /before ± 5%`. One that cannot be
/// read is kept, and is never met.
struct Expectation {
  Written source;
  std::string pointer;
  bool length = false;  // of what stands there: entries of a list or object, signs of a text
  ExpectedIs is = ExpectedIs::unreadable;
  Json literal;       // a number, a text in quotes, true, false or null; of `set_equal` a list
  std::string other;  // a pointer to what it is compared with, in place of the literal
  bool other_length = false;
  double tolerance = 0;     // how far two numbers may differ and still be equal
  bool in_percent = false;  // of what it is compared with
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
