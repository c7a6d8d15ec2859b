// The words that documents use, as data: keys of metadata, options, placeholders, doubts, roles,
// file endings. A new word is one entry in vocabulary.cc. Headers of tables stand in columns.cc,
// headings and labels in openers.cc, signs in glyphs.cc, status words in status.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "extract/glyphs.h"
#include "extract/openers.h"
#include "extract/words.h"

namespace muster::extract {

/// The canonical name of a metadata key ("Assignee" is "owner"), or empty. Of "Notes/exceptions",
/// any part may be known.
std::string_view key_name(std::string_view key);

/// The canonical names of all metadata keys. Each is a spelling of its own, with `_` for a blank.
std::vector<std::string_view> metadata_keys();

/// Whether a key (by its canonical name) says who, how far and when: what may stand in italics or
/// in a comment. Decisions, results and signatures may not.
bool is_document_key(std::string_view name);

/// The kind of gate that the options of a choice tell: GO / NO-GO, CONTINUE / ROLLBACK, APPROVED …
std::optional<GateKind> gate_of_option(std::string_view option);

/// Whether a text is one of the usual answers of a form: yes, no, pass, fail, go, no-go …
bool is_option_word(std::string_view text);
/// Those that say that something holds. Of all others nobody may conclude that it does.
bool is_positive_option(std::string_view text);

/// Words that stand for a value nobody has given yet: TBD, TODO, YYYY-MM-DD.
bool is_placeholder(std::string_view text);
/// N/A, a dash: the question does not apply.
bool is_not_applicable(std::string_view text);

/// Whether words (in normal form) take back a "done": simulated, partially, reopened, but …
bool has_doubt(std::string_view words);
/// Whether words (in normal form) say that nobody signed yet, or that somebody would not: refused,
/// "will sign after the retest".
bool says_unsigned(std::string_view words);

/// Prefixes that look like ids and are not: SHA-256, UTF-8, P0-1.
bool is_no_id_prefix(std::string_view prefix);

/// Endings of files that documents cite, without the dot.
bool is_file_ending(std::string_view ending);
/// Those that a bare word may have and still be a file: not `js`, as in Node.js.
bool is_document_ending(std::string_view ending);

/// Whether a code span that begins with this word is a command.
bool is_command_word(std::string_view word);

/// Whether a text names somebody who signs: a role such as "QA" or "Tech Lead".
bool names_role(std::string_view text);

/// Whether a word such as "CI/CD" is one name, and not two with a sign between.
bool is_joined_word(std::string_view word);
/// Words that name nobody: unassigned, nobody.
bool names_nobody(std::string_view text);
/// A word after which an id of a commit stands: commit, sha, rev.
bool is_commit_word(std::string_view word);
/// A word after which hexadecimal digits are no commit: md5, colour, uuid.
bool is_other_hex_word(std::string_view word);

/// The text without words such as "approval" and "sign-off", and what remains after "for" in
/// `scope`.
std::string signer_of(std::string_view label, std::string& scope);

}  // namespace muster::extract
