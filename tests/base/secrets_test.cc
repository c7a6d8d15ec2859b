// What must never reach a page: keys and tokens by their shapes, values by the names they stand at.
#include "base/secrets.h"

#include "base/text.h"
#include "support/catch.h"

using namespace muster;

namespace {

Json json(std::string_view text) {
  JsonRead read = read_json(text);
  REQUIRE(read.ok);
  return std::move(read.value);
}

std::string hidden(std::string_view text, const std::vector<std::string>& pointers = {}) {
  return write_json(hide_secrets(json(text), pointers), 0);
}

}  // namespace

TEST_CASE("keys and tokens are hidden by their shapes, wherever they stand in a text") {
  for (const char* secret :
       {"AKIAIOSFODNN7EXAMPLE", "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
        "glpat-abcdefghij0123456789", "xoxb-123456789012-abcdef", "sk_live_abcdefghij0123456789",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"}) {
    INFO(secret);
    CHECK(hide_secrets(cat({"token ", secret, ", ok"})) == cat({"token ", kHidden, ", ok"}));
  }
  CHECK(hide_secrets("postgres://app:p4ss@db/x") == cat({"postgres://app:", kHidden, "@db/x"}));
  CHECK(hide_secrets("-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nb") ==
        cat({kHidden, "\nb"}));
}

TEST_CASE("what only resembles a secret stays") {
  for (const char* text : {"AKIA", "the ghp_ prefix", "https://example.org:8080/a@b", "eyJ",
                           "sk-learn", "MYAKIAIOSFODNN7EXAMPLE"}) {
    INFO(text);
    CHECK(hide_secrets(text) == text);
  }
}

TEST_CASE("a value is hidden by its name, unless it only stands for one") {
  CHECK(hidden(R"({"dbPassword":"hunter2","api_key":"k","client-secret":"s"})").find("hunter2") ==
        std::string::npos);
  CHECK(hidden(R"({"token":"${TOKEN}","password":"***","secret":""})") ==
        R"({"password":"***","secret":"","token":"${TOKEN}"})");
  CHECK(hidden(R"({"tokens":42,"passwordPolicy":"strong"})") ==
        R"({"passwordPolicy":"strong","tokens":42})");
}

TEST_CASE("what a scanner of secrets found is hidden") {
  const std::string text = hidden(R"([{"RuleID":"aws","Match":"key = abc","Secret":"abc"}])");
  CHECK(text.find("abc") == std::string::npos);
  CHECK(text.find("aws") != std::string::npos);
}

TEST_CASE("everything at a pointer is hidden, and each place is told") {
  std::vector<SecretPlace> places;
  const Json safe =
      hide_secrets(json(R"({"db":{"url":"a","port":5432},"x":"a"})"), {"/db"}, &places);
  CHECK(write_json(safe, 0) == R"({"db":{"port":"‹hidden›","url":"‹hidden›"},"x":"a"})");
  REQUIRE(places.size() == 2);
  CHECK(places[0].name == "url");
  CHECK(places[0].line == 1);
}

TEST_CASE("a value behind the name of a secret is hidden in any text") {
  for (const char* line : {"password=hunter2", "DB_PASSWORD='hunter2'", "\"api_key\": \"hunter2\"",
                           "Authorization: Bearer hunter2", "Password=hunter2;Database=x",
                           "<property name=\"a\" token=\"hunter2\"/>"}) {
    INFO(line);
    CHECK(hide_secrets(line).find("hunter2") == std::string::npos);
  }
  for (const char* line : {"password: must be changed", "tokens: 42", "password=${DB_PASSWORD}",
                           "the token is valid"}) {
    INFO(line);
    CHECK(hide_secrets(line) == line);
  }
}

TEST_CASE("secrets in keys, in numbers and in pairs of name and value are hidden") {
  const std::string token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
  CHECK(hidden(cat({"{\"", token, "\":1}"})).find(token) == std::string::npos);
  CHECK(hidden(R"({"password":11111111})").find("1111") == std::string::npos);
  CHECK(hidden(R"([{"name":"DB_PASSWORD","value":"x1"}])").find("x1") == std::string::npos);
  CHECK(hidden(R"({"db_password":{"value":"x1"}})").find("x1") == std::string::npos);
}

TEST_CASE("deep and repetitive input is searched in one pass") {
  std::string deep;
  for (int i = 0; i < 120; ++i) deep += "{\"a\":";
  deep += "[1";
  for (int i = 0; i < 20000; ++i) deep += ",1";
  deep += "]";
  for (int i = 0; i < 120; ++i) deep += "}";
  CHECK(hidden(deep).size() >= deep.size());
  std::string begins;
  for (int i = 0; i < 20000; ++i) begins += "-----BEGIN ";
  CHECK(hide_secrets(begins) == begins);
}
