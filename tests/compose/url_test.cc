#include "domain/page.h"
#include "support/catch.h"

using namespace muster;

TEST_CASE("an address of the web, of mail and of the site may stand in a page") {
  for (const char* url : {"https://example.org/a?b=c#d", "http://example.org",
                          "mailto:pm@example.org", "../a/b.html", "#L12"}) {
    INFO(url);
    CHECK_FALSE(Url(url).refused());
    CHECK(Url(url).str() == url);
  }
}

TEST_CASE("an address with another scheme, hidden or not, becomes the page itself") {
  for (const char* url :
       {"javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JAVASCRIPT:x",
        "data:text/html;base64,x", "vbscript:x", "//evil.example", "\\\\evil.example", "blob:x"}) {
    INFO(url);
    CHECK(Url(url).refused());
    CHECK(Url(url).str() == "#");
  }
}

TEST_CASE("what may not stand in an address is percent-encoded") {
  CHECK(Url("a b\"<>.html").str() == "a%20b%22%3C%3E.html");
}

TEST_CASE("text for HTML has no character that could end it") {
  CHECK(escape_html("<a href=\"x\" title='y'>&</a>") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
}
