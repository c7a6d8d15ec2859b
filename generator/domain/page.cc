#include "domain/page.h"

#include "base/text.h"

namespace muster {
namespace {

// The scheme of a URL in lower case ("https"), or empty where it is relative.
std::string scheme_of(std::string_view url) {
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return lower(url.substr(0, i));
    if (!is_alnum(c) && c != '+' && c != '-' && c != '.') return {};
  }
  return {};
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  const std::string shown = visible(text);
  out.reserve(shown.size() + shown.size() / 8);
  for (const char c : shown) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Url::Url(std::string_view text) {
  std::string clean;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x1f && c != 0x7f) clean += c;
  const std::string_view trimmed = trim(clean);
  const std::string scheme = scheme_of(trimmed);
  const bool known = scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
  // "//host", "\\host" and "/\host" leave the site without naming a scheme. Further behind, a
  // backslash is a sign like any other, and encoded.
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  const bool hostile = trimmed.starts_with('\\') ||
                       (trimmed.size() > 1 && is_slash(trimmed[0]) && is_slash(trimmed[1]));
  if (!known || hostile) {
    refused_ = true;
    return;
  }
  constexpr std::string_view digits = "0123456789ABCDEF";
  text_.clear();
  for (const char c : trimmed) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = is_alnum(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) !=
                                          std::string_view::npos;
    if (plain) {
      text_ += c;
    } else {
      text_ += '%';
      text_ += digits[byte >> 4];
      text_ += digits[byte & 15];
    }
  }
}

bool Url::outside() const {
  const std::string scheme = scheme_of(text_);
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace muster
