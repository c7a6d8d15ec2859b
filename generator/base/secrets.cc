#include "base/secrets.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace muster {
namespace {

// ---- shapes

bool is_base64url(char c) { return is_alnum(c) || c == '-' || c == '_'; }
bool is_upper_or_digit(char c) { return is_upper(c) || is_digit(c); }
bool is_word(char c) { return is_alnum(c) || c == '_'; }

struct Shape {
  std::string_view front;
  bool (*follows)(char);
  std::size_t least;  // signs that follow the front
};

// Fronts as their makers publish them for scanners.
constexpr std::array kShapes = {
    Shape{"AKIA", is_upper_or_digit, 16},
    Shape{"ASIA", is_upper_or_digit, 16},
    Shape{"ghp_", is_word, 36},
    Shape{"gho_", is_word, 36},
    Shape{"ghu_", is_word, 36},
    Shape{"ghs_", is_word, 36},
    Shape{"ghr_", is_word, 36},
    Shape{"github_pat_", is_word, 22},
    Shape{"glpat-", is_base64url, 20},
    Shape{"xoxb-", is_base64url, 10},
    Shape{"xoxp-", is_base64url, 10},
    Shape{"xoxa-", is_base64url, 10},
    Shape{"xoxr-", is_base64url, 10},
    Shape{"xoxs-", is_base64url, 10},
    Shape{"sk_live_", is_word, 16},
    Shape{"rk_live_", is_word, 16},
    Shape{"sk-proj-", is_base64url, 20},
    Shape{"sk-ant-", is_base64url, 20},
    Shape{"AIza", is_base64url, 35},
    Shape{"npm_", is_word, 36},
    Shape{"hf_", is_word, 30},
    Shape{"SG.", is_base64url, 22},
};

// The end of a token that begins here, or `at`.
std::size_t token_end(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return at;
  const std::string_view rest = text.substr(at);
  for (const Shape& shape : kShapes) {
    if (!rest.starts_with(shape.front)) continue;
    std::size_t end = shape.front.size();
    while (end < rest.size() && shape.follows(rest[end])) ++end;
    if (end - shape.front.size() >= shape.least) return at + end;
  }
  return at;
}

// "eyJ….eyJ….signature"
std::size_t web_token_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLeast = 10;
  if (!text.substr(at).starts_with("eyJ") || (at > 0 && is_base64url(text[at - 1]))) return at;
  std::size_t end = at;
  for (int part = 0; part < 3; ++part) {
    const std::size_t begin = end;
    while (end < text.size() && is_base64url(text[end])) ++end;
    if (part < 2 && (end - begin < kLeast || end >= text.size() || text[end] != '.')) return at;
    if (part < 2) ++end;
  }
  return end;
}

std::size_t private_key_end(std::string_view text, std::size_t at) {
  constexpr std::string_view front = "-----BEGIN ";
  constexpr std::string_view key = "PRIVATE KEY";
  if (!text.substr(at).starts_with(front)) return at;
  const std::size_t name = text.substr(at, front.size() + 24 + key.size()).find(key);
  if (name == std::string_view::npos) return at;
  const std::size_t end = text.find("-----END ", at + name);
  if (end == std::string_view::npos) return text.size();
  const std::size_t close = text.find("-----", end + 9);
  return close == std::string_view::npos ? text.size() : close + 5;
}

// Of "://user:password@host" the password.
bool is_url_password(std::string_view text, std::size_t at, std::size_t& end) {
  if (at == 0 || text[at - 1] != ':') return false;
  std::size_t begin = at - 1;
  while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '.' ||
                       text[begin - 1] == '-' || text[begin - 1] == '%'))
    --begin;
  if (begin < 3 || text.substr(begin - 3, 3) != "://") return false;
  end = at;
  while (end < text.size() && text[end] != '@' && text[end] != '/' && text[end] != ' ' &&
         text[end] != '"' && text[end] != '\n')
    ++end;
  return end > at && end < text.size() && text[end] == '@';
}

// What follows `password=`, `"api_key": "` or `Authorization: Bearer `; of a name that only ends
// so, such as “csrf_token”, too.
std::size_t named_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestName = 40;
  constexpr std::size_t kLeast = 4;
  std::size_t end = at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '"' || text[end - 1] == '\'')) --end;
  if (end == 0 || (text[end - 1] != '=' && text[end - 1] != ':')) return at;
  if (at < text.size() && (text[at] == ' ' || text[at] == '"' || text[at] == '\'')) return at;
  --end;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '"')) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestName &&
         (is_word(text[begin - 1]) || text[begin - 1] == '-'))
    --begin;
  if (begin == end || !names_secret(text.substr(begin, end - begin))) return at;
  std::size_t stop = at;
  const std::string_view bearer = "Bearer ";
  if (text.substr(at).starts_with(bearer)) stop += bearer.size();
  while (stop < text.size() &&
         std::string_view(" \t\r\n\"',;<&").find(text[stop]) == std::string_view::npos)
    ++stop;
  const std::string_view value = text.substr(at, stop - at);
  const bool has_digit = value.find_first_of("0123456789") != std::string_view::npos;
  return value.size() >= kLeast && has_digit && !is_stand_in(value) ? stop : at;
}

std::size_t secret_end(std::string_view text, std::size_t at) {
  for (const auto ends : {token_end, web_token_end, private_key_end, named_end})
    if (const std::size_t end = ends(text, at); end > at) return end;
  std::size_t end = at;
  return is_url_password(text, at, end) ? end : at;
}

// ---- names

std::string last_words(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = is_upper(name[i]) && i > 0 && is_lower(name[i - 1]);
    if (begins || !is_alnum(name[i])) words += ' ';
    if (is_alnum(name[i])) words += lower(name.substr(i, 1));
  }
  return collapse_spaces(words);
}

// {"csrf_token": "valid"}: how it is with the secret, and not the secret.
bool tells_state(std::string_view text) {
  constexpr std::array<std::string_view, 18> words = {
      "ok",     "valid",      "invalid", "pass",    "passed",  "fail",
      "failed", "yes",        "no",      "present", "absent",  "set",
      "true",   "configured", "rotated", "false",   "missing", "expired"};
  const std::string word = lower(trim(text));
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Hider {
 public:
  Hider(const std::vector<std::string>& pointers, std::vector<SecretPlace>* found)
      : pointers_(pointers), found_(found) {}

  Json hide(const Json& json) { return copy(json, "", "", false, 0); }

 private:
  static constexpr int kDepth = 200;  // deeper ones are hidden whole

  Json copy(const Json& json, const std::string& pointer, std::string_view name, bool hidden,
            int depth) {
    if (depth > kDepth) return Json::of(kHidden);
    hidden = hidden || std::find(pointers_.begin(), pointers_.end(), pointer) != pointers_.end();
    Json out;
    out.kind = json.kind;
    out.line = json.line;
    out.column = json.column;
    switch (json.kind) {
      case Json::Kind::object:
        for (const Json::Member& member : json.members)
          out.members.push_back({hide_secrets(member.name),
                                 copy(member.value, below(pointer, member.name), member.name,
                                      hidden || is_leak(json, member), depth + 1),
                                 member.line, member.column});
        return out;
      case Json::Kind::array:
        for (std::size_t i = 0; i < json.items.size(); ++i)
          out.items.push_back(copy(json.items[i], below(pointer, number(static_cast<long long>(i))),
                                   name, hidden, depth + 1));
        return out;
      case Json::Kind::string:
        return text(json, name, hidden);
      case Json::Kind::number:
        return hidden || (names_secret(name) && json.text.size() > 3) ? covered(json, name) : json;
      default:
        return hidden && json.is(Json::Kind::boolean) ? covered(json, name) : json;
    }
  }

  // Without pointers to look for, none is made.
  std::string below(const std::string& pointer, std::string_view name) const {
    return pointers_.empty() ? std::string() : cat({pointer, "/", escaped(name)});
  }

  // What a scanner of secrets found, what stands below a secret's name, and the value of an entry
  // that has such a name: {"name": "DB_PASSWORD", "value": …}.
  static bool is_leak(const Json& json, const Json::Member& member) {
    if ((member.name == "Match" || member.name == "Secret") && json.find("RuleID") != nullptr)
      return true;
    if (names_secret(member.name) && member.value.is(Json::Kind::object)) return true;
    if (member.name != "value") return false;
    for (const std::string_view name : {"name", "key"}) {
      const Json* text = json.find(name);
      if (text != nullptr && text->is(Json::Kind::string) && names_secret(text->text)) return true;
    }
    return false;
  }

  Json text(const Json& json, std::string_view name, bool hidden) {
    if ((hidden || (names_secret(name) && !tells_state(json.text))) && !is_stand_in(json.text))
      return covered(json, name);
    int found = 0;
    Json out = json;
    out.text = hide_secrets(json.text, &found);
    if (found > 0) note(json, name);
    return out;
  }

  Json covered(const Json& json, std::string_view name) {
    note(json, name);
    Json out = Json::of(kHidden);
    out.line = json.line;
    out.column = json.column;
    return out;
  }

  void note(const Json& json, std::string_view name) {
    if (found_ != nullptr) found_->push_back({json.line, json.column, std::string(name)});
  }

  static std::string escaped(std::string_view name) {
    return replace_all(replace_all(std::string(name), "~", "~0"), "/", "~1");
  }

  const std::vector<std::string>& pointers_;
  std::vector<SecretPlace>* found_;
};

}  // namespace

bool is_stand_in(std::string_view text) {
  constexpr std::array<std::string_view, 7> words = {"redacted", "hidden", "masked", "secret",
                                                     "none",     "null",   kHidden};
  text = trim(text);
  if (text.empty() || text.front() == '<' || text.front() == '$' || text.front() == '{')
    return true;
  const std::string word = lower(text);
  return word.find_first_not_of("*x.-•") == std::string::npos ||
         std::find(words.begin(), words.end(), word) != words.end();
}

bool names_secret(std::string_view name) {
  constexpr std::array<std::string_view, 24> ends = {
      "passwords",     "secrets",    "tokens",    "db pass",      "encryption key",
      "signing key",   "password",   "passwd",    "passphrase",   "pwd",
      "secret",        "token",      "api key",   "apikey",       "private key",
      "privatekey",    "access key", "accesskey", "credentials",  "credential",
      "client secret", "secret key", "auth",      "authorization"};
  const std::string words = last_words(name);
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return words == end || words.ends_with(cat({" ", end}));
  });
}

std::string hide_secrets(std::string_view text, int* found) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = secret_end(text, at);
    if (end == at) {
      out += text[at++];
      continue;
    }
    out += kHidden;
    if (found != nullptr) ++*found;
    at = end;
  }
  return out;
}

Json hide_secrets(const Json& json, const std::vector<std::string>& pointers,
                  std::vector<SecretPlace>* found) {
  return Hider(pointers, found).hide(json);
}

}  // namespace muster
