// Cuts a text where a result may begin or end.
#include <array>
#include <utility>

#include "base/text.h"
#include "extract/claim_words.h"

namespace muster::extract {
namespace {

constexpr std::array<std::string_view, 8> kDashes = {" - ", " -- ", "—",  " – ",
                                                     "→",   " -> ", "=>", " | "};
constexpr std::array<std::string_view, 4> kStops = {", ", "; ", ". ", "! "};

constexpr std::size_t kLongestPart = 1000;  // bytes of a part whose words are looked at

template <std::size_t N>
std::size_t length_of(std::string_view rest, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks)
    if (rest.starts_with(mark)) return mark.size();
  return 0;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Part> run() {
    for (std::size_t i = 0; i < text_.size();) i = step(i);
    cut(kind_);
    return std::move(parts_);
  }

 private:
  // The place after what stands at `i`.
  std::size_t step(std::size_t i) {
    const std::string_view rest = text_.substr(i);
    if (const std::size_t length = length_of(rest, kDashes); length > 0) {
      cut(PartKind::remark);
      return i + length;
    }
    if (const std::size_t length = length_of(rest, kStops); length > 0) {
      cut(kind_);
      return i + length;
    }
    if (rest.starts_with(": ")) {
      cut(kind_ == PartKind::main ? PartKind::value : kind_);
      return i + 2;
    }
    if (rest.front() == '(' || rest.front() == '[') {
      if (depth_++ == 0) outside_ = kind_;
      cut(PartKind::remark);
      return i + 1;
    }
    if ((rest.front() == ')' || rest.front() == ']') && depth_ > 0) {
      --depth_;
      cut(depth_ == 0 ? outside_ : PartKind::remark);
      return i + 1;
    }
    part_ += rest.front();
    return i + 1;
  }

  void cut(PartKind next) {
    const std::string_view text = trim(part_);
    if (!text.empty())
      parts_.push_back({kind_, std::string(text), words_in(text.substr(0, kLongestPart))});
    part_.clear();
    kind_ = next;
  }

  std::string_view text_;
  std::string part_;
  std::vector<Part> parts_;
  PartKind kind_ = PartKind::main;
  PartKind outside_ = PartKind::main;
  int depth_ = 0;
};

}  // namespace

std::vector<Part> parts_of(std::string_view text) { return Cutter(text).run(); }

std::vector<std::string> words_in(std::string_view text) {
  constexpr std::string_view around = ".,;:!?\"'*_()[]{}<>";
  const std::string plain = replace_all(collapse_spaces(text), "’", "'");
  std::vector<std::string> words;
  for (std::string_view word : split(plain, ' ')) {
    while (!word.empty() && around.find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    while (!word.empty() && around.find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    if (!word.empty()) words.push_back(lower(word));
  }
  return words;
}

}  // namespace muster::extract
