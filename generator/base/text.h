// Strings: trimming, splitting, joining, UTF-8, and "did you mean". Everything is bytes in UTF-8;
// no locale is asked.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

/// Concatenates.
std::string cat(std::initializer_list<std::string_view> parts);
std::string number(long long value);
/// With at most three digits behind the point, and none that say nothing: "12.4", "100".
std::string decimal(double value);

/// Without leading and trailing blanks (space, tab, CR, LF, no-break space).
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// Lines without their ends; LF, CRLF and CR all end a line. A final line end makes no further
/// empty line.
std::vector<std::string_view> split_lines(std::string_view text);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

bool is_digit(char c);
bool is_upper(char c);
bool is_lower(char c);
bool is_alpha(char c);
bool is_alnum(char c);
bool is_space(char c);
/// Only the letters A to Z change.
std::string lower(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
/// Runs of blanks become one space; trimmed.
std::string collapse_spaces(std::string_view text);
/// Whether `word` stands in `text` with no letter, digit or underscore at either side; letters A to
/// Z match in any case.
bool contains_word(std::string_view text, std::string_view word);

/// The code point at `position`, which moves past it; an invalid byte gives U+FFFD and moves by
/// one.
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_code_point(std::string& out, char32_t code_point);
/// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);
/// With every invalid byte, and NUL, replaced by U+FFFD.
std::string valid_utf8(std::string_view text);
/// Control characters (but tab and newline) and bidi overrides as visible escapes such as
/// `\u{202e}`; invalid bytes as
/// `\x80`. For everything that is printed or published.
std::string visible(std::string_view text);
/// At most `limit` code points, with an ellipsis where something was cut.
std::string shorten(std::string_view text, std::size_t limit);

/// The safe characters of a name in lower case, joined by single hyphens; empty where nothing safe
/// is left.
std::string slug(std::string_view name);
/// The id that GitHub gives to a heading of this text, before it numbers repeats.
std::string heading_anchor(std::string_view heading);

/// The candidate nearest to `word` when it is near enough to be a typing error, else empty.
std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// Whether a path matches a glob: `*` and `?` within a component, `**` over any number of
/// components, `[abc]` sets.
bool matches_glob(std::string_view path, std::string_view glob);

}  // namespace muster
