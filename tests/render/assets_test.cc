#include "render/assets.h"

#include <map>

#include "base/text.h"
#include "render/embedded.h"
#include "render/render.h"
#include "support/catch.h"

using namespace muster;

namespace {

std::map<std::string, std::string> by_path() {
  std::map<std::string, std::string> files;
  for (const OutputFile& file : assets()) files[file.path] = file.bytes;
  return files;
}

}  // namespace

TEST_CASE("stylesheet and script stay within their budget and ask for nothing") {
  const auto files = by_path();
  CHECK(files.at("muster.css").size() > 10000);
  CHECK(files.at("muster.css").size() < 22000);
  CHECK(files.at("muster.js").size() > 1000);
  CHECK(files.at("muster.js").size() < 10000);
  CHECK(files.at("muster.css").find("url(http") == std::string::npos);
  CHECK(files.at("muster.css").find("@import") == std::string::npos);
  CHECK(files.at("icon.svg").starts_with("<svg"));
}

TEST_CASE("a page gets the icons that it names, each once") {
  const std::string sprite =
      sprite_for("<use href=\"#m_i-open\"/><use href=\"#m_i-open\"/><use href=\"#m_i-verified\"/>");
  CHECK(sprite.find("id=\"m_i-open\"") != std::string::npos);
  CHECK(sprite.find("id=\"m_i-verified\"") != std::string::npos);
  CHECK(sprite.find("id=\"m_i-open\"") == sprite.rfind("id=\"m_i-open\""));
  CHECK(sprite.find("m_i-claimed") == std::string::npos);
  CHECK(sprite.find("m_hatch") == std::string::npos);
  CHECK_THAT(sprite_for("<svg class=\"bar\">"), ContainsSubstring("m_hatch"));
}

TEST_CASE("every icon that a template names is drawn") {
  for (const EmbeddedFile& file : embedded_files())
    for (std::size_t at = file.text.find("#m_i-"); at != std::string_view::npos;
         at = file.text.find("#m_i-", at + 1)) {
      const std::string_view rest = file.text.substr(at + 1);
      const std::string name(rest.substr(0, rest.find('"')));
      if (name.find("{{") != std::string::npos) continue;
      INFO(file.path << " " << name);
      CHECK_THAT(sprite_for("<use href=\"#" + name + "\"/>"), ContainsSubstring("id=\"" + name));
    }
}

TEST_CASE("no path of the building machine is in the program's files") {
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.path);
    CHECK_FALSE(file.path.starts_with("/"));
    CHECK(file.text.find(MUSTER_SOURCE_DIR) == std::string_view::npos);
  }
}
