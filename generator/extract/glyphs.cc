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
};
constexpr std::string_view kVariationSelector = "\xef\xb8\x8f";

}  // namespace

const Glyph* glyph_at(std::string_view text) {
  for (const Glyph& glyph : kGlyphs)
    if (text.starts_with(glyph.text)) return &glyph;
  return nullptr;
}

std::size_t glyph_length(std::string_view text, const Glyph& glyph) {
  std::size_t end = glyph.text.size();
  if (text.substr(end).starts_with(kVariationSelector)) end += kVariationSelector.size();
  while (end < text.size() && is_space(text[end])) ++end;
  return end;
}

}  // namespace muster::extract
