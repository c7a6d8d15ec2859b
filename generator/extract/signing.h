// Whether words beside a signature take it back: refused, pending, on conditions, left blank.
#pragma once

#include <string_view>

#include "domain/record.h"
#include "extract/context.h"

namespace muster::extract {

/// “not signed”, “will sign after UAT”, “approved, except EU”, “(pending)”, “(planned)”, “CTO: no”,
/// “❌”, a blank. Not “No objections” or “Rejected uploads are tested”.
bool says_no_signature(std::string_view text);

/// Whether a remark begins with a refusal: “REJECTED: no rollback plan”, “Objects: too early”.
bool begins_with_refusal(std::string_view text);

/// Whether a text says that somebody agrees or signed: “approved”, “signed”, “LGTM”.
bool speaks_of_approving(std::string_view text);

/// An answer that says yes: “Approved”, “GO”, “Yes”, “LGTM”, “+1”.
bool is_assent(const record::Entry& answer);

/// The key of a field that asks for such an answer: “Approved”, “Vote”, “Go/No-Go”.
bool is_answer_key(std::string_view key);

/// The key of a line that is a sign-off by itself: “Sign-off”, “Signed off by”.
bool is_sign_off_key(std::string_view key);
/// “Approved by”, “Signed by”: asks for a signer wherever it stands.
bool is_signer_key(std::string_view key);

/// Whether a text is a name, with at most a date and words of signing beside it: “Dana Reyes,
/// 2026-03-04”, “approved by @dana”. Not “will review Monday”, and no date alone.
bool names_signer(std::string_view text);

/// Who signed and when, of “Dana Reyes, 2026-03-04”, “@dana at 10:15 UTC” and “Ana (2 March 2026)”.
/// Without a date or time at its end the whole is who.
struct Signature {
  record::Entry who;
  record::Entry at;  // empty where there is none
};
Signature split_signature(const record::Entry& value);

/// Whether the entry is struck through where it stands.
bool is_struck(const Context& context, const record::Entry& entry);

/// The entry without what is struck through at its beginning: of “~~Pending~~ Approved” the latter,
/// of “~~Approved~~” nothing.
record::Entry without_struck_start(const Context& context, const record::Entry& entry);

/// Whether a date of signing is given: not struck, and not “2026-03-01 (planned)”.
bool is_dated(const Context& context, const record::Entry& date);

/// Whether somebody really signed with this entry: given, not struck, and no word against it.
bool is_signed_with(const Context& context, const record::Entry& entry);

}  // namespace muster::extract
