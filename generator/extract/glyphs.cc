#include "extract/glyphs.h"

#include "base/text.h"

namespace muster::extract {

namespace {

constexpr Glyph kGlyphs[] = {
    {":white_check_mark:", BoxState::ticked, StatusClass::done},
    {":heavy_check_mark:", BoxState::ticked, StatusClass::done},
    {":ballot_box_with_check:", BoxState::ticked, StatusClass::done},
    {":x:", BoxState::unknown, StatusClass::blocked},
    {":no_entry:", BoxState::unknown, StatusClass::blocked},
    {":red_circle:", BoxState::unknown, StatusClass::blocked},
    {":warning:", BoxState::unknown, StatusClass::unknown},
    {":hourglass:", BoxState::unknown, StatusClass::active},
    {":construction:", BoxState::unknown, StatusClass::active},
    {":black_square_button:", BoxState::open, StatusClass::open},
    {":white_large_square:", BoxState::open, StatusClass::open},
    {"☐", BoxState::open, StatusClass::open},
    {"⬜", BoxState::open, StatusClass::open},
    {"🔲", BoxState::open, StatusClass::open},
    {"☑", BoxState::ticked, StatusClass::done},
    {"✅", BoxState::ticked, StatusClass::done},
    {"✔", BoxState::ticked, StatusClass::done},
    {"✓", BoxState::ticked, StatusClass::done},
    {"☒", BoxState::unknown, StatusClass::unknown},
    {"❌", BoxState::unknown, StatusClass::blocked},
    {"✗", BoxState::unknown, StatusClass::blocked},
    {"✖", BoxState::unknown, StatusClass::blocked},
    {"🚫", BoxState::unknown, StatusClass::blocked},
    {"🔴", BoxState::unknown, StatusClass::blocked},
    {"⏸", BoxState::unknown, StatusClass::blocked},
    {"⚠", BoxState::unknown, StatusClass::unknown},
    {"⏳", BoxState::unknown, StatusClass::active},
    {"🔄", BoxState::unknown, StatusClass::active},
    {"🚧", BoxState::unknown, StatusClass::active},
    {"🟡", BoxState::unknown, StatusClass::active},
    {"⏭", BoxState::dropped, StatusClass::dropped},
    {"📋", BoxState::none, StatusClass::open},
    {"🟢", BoxState::none, StatusClass::unknown},
    {kUnknownSign, BoxState::none, StatusClass::unknown},
};
constexpr std::string_view kVariationSelector = "\xef\xb8\x8f";
constexpr std::size_t kShortcode = 40;  // of the longest

bool is_pictograph(char32_t c) {
  return (c >= 0x2300 && c <= 0x23ff) || (c >= 0x25a0 && c <= 0x27bf) ||
         (c >= 0x2b00 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff);
}

// A joiner, a variation selector or a tone of skin.
bool continues_sign(char32_t c) {
  return c == 0x200d || c == 0xfe0f || (c >= 0x1f3fb && c <= 0x1f3ff);
}

// ":white_check_mark:"
std::size_t shortcode_length(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end < kShortcode &&
         (is_alnum(text[end]) || text[end] == '_' || text[end] == '+' || text[end] == '-'))
    ++end;
  const bool named = end > 1 && is_alpha(text[1]);
  return named && end < text.size() && text[end] == ':' ? end + 1 : 0;
}

}  // namespace

const Glyph* glyph_at(std::string_view text) {
  for (const Glyph& glyph : kGlyphs)
    if (text.starts_with(glyph.text)) return &glyph;
  return nullptr;
}

std::size_t sign_length(std::string_view text) {
  if (text.starts_with(':')) return shortcode_length(text);
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0xe2) return 0;
  std::size_t end = 0;
  bool joined = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool continues = end > 0 && continues_sign(c);
    if (!continues && !(joined && is_pictograph(c))) break;
    joined = c == 0x200d;
    end = at;
  }
  return end;
}

std::string_view without_variation(std::string_view sign) {
  if (sign.ends_with(kVariationSelector)) sign.remove_suffix(kVariationSelector.size());
  return sign;
}

std::size_t last_glyph(std::string_view text) {
  constexpr std::size_t kLongest = 32;  // bytes, of a shortcode
  const std::size_t from = text.size() - std::min(text.size(), kLongest);
  for (std::size_t at = from; at < text.size(); ++at) {
    const Glyph* glyph = glyph_at(text.substr(at));
    if (glyph != nullptr && at + glyph_length(text.substr(at), *glyph) >= text.size()) return at;
  }
  return std::string_view::npos;
}

std::size_t glyph_length(std::string_view text, const Glyph& glyph) {
  std::size_t end = glyph.text.size();
  if (text.substr(end).starts_with(kVariationSelector)) end += kVariationSelector.size();
  while (end < text.size() && is_space(text[end])) ++end;
  return end;
}

}  // namespace muster::extract
