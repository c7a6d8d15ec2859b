// Base64 of both alphabets.
#include "base/base64.h"

#include "support/catch.h"

using namespace muster;

TEST_CASE("base64 is decoded with and without padding") {
  CHECK(decode_base64("") == "");
  CHECK(decode_base64("Zg==") == "f");
  CHECK(decode_base64("Zm8=") == "fo");
  CHECK(decode_base64("Zm9v") == "foo");
  CHECK(decode_base64("Zm9vYmE") == "fooba");
  CHECK(decode_base64("Zm9vYg") == "foob");
}

TEST_CASE("base64 of both alphabets gives the same bytes") {
  CHECK(decode_base64("+/+/") == "\xfb\xff\xbf");
  CHECK(decode_base64("-_-_") == "\xfb\xff\xbf");
}

TEST_CASE("what is no base64 is not decoded") {
  for (const char* text : {"Z", "Zm9vY", "Zm 9v", "Z===", "====", "Zg=v", "Zm9v\n", "{}"}) {
    INFO(text);
    CHECK_FALSE(decode_base64(text).has_value());
  }
}
