// What looks like a secret is never written: keys and tokens by their published shapes, and values
// that stand at a name such as "password".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace muster {

/// What stands in the place of a secret.
constexpr std::string_view kHidden = "‹hidden›";

/// Whether a member of that name holds a secret: "DB_PASSWORD", "apiKey", "client-secret".
bool names_secret(std::string_view name);

/// "", "***", "<token>", "${TOKEN}", "redacted": what stands in the place of a value.
bool is_stand_in(std::string_view text);

/// The text without keys and tokens of known shapes (AWS, GitHub, GitLab, Slack, Stripe, Google,
/// npm, private keys, JSON web tokens, passwords in URLs). `found` counts them.
std::string hide_secrets(std::string_view text, int* found = nullptr);

/// A place where a secret stood.
struct SecretPlace {
  int line = 0;
  int column = 0;
  std::string name;  // of the member; may be empty
};

/// The value without secrets: by shape, by name, and all that stands at these RFC 6901 pointers.
Json hide_secrets(const Json& json, const std::vector<std::string>& pointers = {},
                  std::vector<SecretPlace>* found = nullptr);

}  // namespace muster
