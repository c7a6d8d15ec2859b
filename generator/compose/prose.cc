#include "compose/prose.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace muster {
namespace {

// Markup that is due when the walk reaches `end`.
struct Closing {
  std::size_t end;
  std::string_view markup;
};

constexpr std::size_t kMaxDepth = 64;  // deeper elements are left out, their text is not

void append_escaped(std::string& out, std::string_view text) { out += escape_html(text); }

// Without its comments. One that never ends is text: nothing may vanish behind it.
std::string without_comments(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t begin = html.find("<!--", i);
    const std::size_t end = begin == std::string_view::npos ? begin : html.find("-->", begin + 4);
    if (end == std::string_view::npos) {
      out += html.substr(i);
      break;
    }
    out += html.substr(i, begin - i);
    i = end + 3;
  }
  return out;
}

// The alternative text of a picture, with all that was written in it.
std::string alternative(const std::vector<Inline>& inlines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end && i < inlines.size(); ++i) {
    const InlineKind kind = inlines[i].kind;
    const bool gap = kind == InlineKind::soft_break || kind == InlineKind::line_break;
    text += gap                        ? std::string(" ")
            : kind == InlineKind::html ? without_comments(inlines[i].text)
                                       : inlines[i].text;
  }
  return text;
}

bool id_character(char c) { return is_alnum(c) || c == '-' || c == '_'; }

// Inlines of one block. Ids are not linked inside a link.
class InlineWriter {
 public:
  InlineWriter(const Prose& prose, std::string& out, bool link_ids = true)
      : prose_(prose), out_(out), link_ids_(link_ids) {}

  void write(const std::vector<Inline>& inlines) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
      close(i);
      open(inlines, i);
    }
    close(inlines.size());
  }

 private:
  // `**Owner**: X` on a line of its own stays on a line of its own.
  static bool begins_field(const std::vector<Inline>& inlines, std::size_t index) {
    if (index >= inlines.size() || inlines[index].kind != InlineKind::strong) return false;
    const std::size_t end = inlines[index].end;
    return alternative(inlines, index + 1, end).ends_with(':') ||
           (end < inlines.size() && inlines[end].text.starts_with(':'));
  }

  void close(std::size_t position) {
    while (!closings_.empty() && closings_.back().end <= position) {
      if (closings_.back().markup == "</a>") in_link_ = false;
      out_ += closings_.back().markup;
      closings_.pop_back();
    }
  }

  void element(std::string_view begin, std::string_view end_markup, std::size_t end) {
    if (closings_.size() >= kMaxDepth) return;
    out_ += begin;
    closings_.push_back({end, end_markup});
  }

  void open(const std::vector<Inline>& inlines, std::size_t& index) {
    const Inline& one = inlines[index];
    switch (one.kind) {
      case InlineKind::text:
        text(one.text);
        break;
      case InlineKind::soft_break:
        out_ += !prose_.plain && begins_field(inlines, index + 1) ? "<br>\n" : "\n";
        break;
      case InlineKind::line_break:
        out_ += "<br>\n";
        break;
      case InlineKind::code:
        code(one.text);
        break;
      case InlineKind::emphasis:
        element("<em>", "</em>", one.end);
        break;
      case InlineKind::strong:
        element("<strong>", "</strong>", one.end);
        break;
      case InlineKind::strike:
        element("<del>", "</del>", one.end);
        break;
      case InlineKind::link:
        link(one);
        break;
      case InlineKind::image:
        image(one, alternative(inlines, index + 1, one.end));
        index = std::max(index, one.end == 0 ? index : one.end - 1);
        break;
      case InlineKind::html:
        append_escaped(out_, without_comments(one.text));
        break;
      case InlineKind::footnote:
        append_escaped(out_, cat({"[^", one.text, "]"}));
        break;
    }
  }

  void begin_link(const Url& url, std::string_view title = {}) {
    attribute("<a href", url.str());
    if (!title.empty()) attribute(" title", title);
    if (url.outside() && !prose_.plain) attribute(" rel", "nofollow noopener noreferrer");
    out_ += '>';
  }

  void attribute(std::string_view name, std::string_view value) {
    out_ += cat({name, "=\""});
    append_escaped(out_, value);
    out_ += '"';
  }

  void link(const Inline& one) {
    const std::optional<Url> url = prose_.link ? prose_.link(one.url) : std::nullopt;
    if (!url || url->refused() || in_link_ || closings_.size() >= kMaxDepth) return;
    begin_link(*url, one.title);
    closings_.push_back({one.end, "</a>"});
    in_link_ = true;
  }

  // A picture is named and, where it can be reached, linked.
  void image(const Inline& one, const std::string& alternative) {
    const std::string label =
        cat({"Image: ", alternative.empty() ? std::string_view(one.url) : alternative});
    const std::optional<Url> url = prose_.link ? prose_.link(one.url) : std::nullopt;
    if (prose_.plain && url && !url->refused()) return picture(*url, alternative, one.title);
    if (!url || url->refused() || in_link_) {
      append_escaped(out_, label);
      return;
    }
    begin_link(*url, one.title);
    append_escaped(out_, label);
    out_ += "</a>";
  }

  void picture(const Url& url, std::string_view alternative, std::string_view title) {
    attribute("<img src", url.str());
    attribute(" alt", alternative);
    if (!title.empty()) attribute(" title", title);
    out_ += '>';
  }

  void code(std::string_view content) {
    const std::optional<Url> url = id_of(trim(content));
    if (url) begin_link(*url);
    out_ += "<code>";
    append_escaped(out_, content);
    out_ += "</code>";
    if (url) out_ += "</a>";
  }

  std::optional<Url> id_of(std::string_view word) const {
    if (in_link_ || !link_ids_ || !prose_.id || word.find('-') == std::string_view::npos)
      return std::nullopt;
    return prose_.id(word);
  }

  void text(std::string_view content) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < content.size();) {
      if (!id_character(content[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < content.size() && id_character(content[end])) ++end;
      if (const std::optional<Url> url = id_of(content.substr(i, end - i))) {
        append_escaped(out_, content.substr(written, i - written));
        begin_link(*url);
        append_escaped(out_, content.substr(i, end - i));
        out_ += "</a>";
        written = end;
      }
      i = end;
    }
    append_escaped(out_, content.substr(written));
  }

  const Prose& prose_;
  std::string& out_;
  std::vector<Closing> closings_;
  bool link_ids_;
  bool in_link_ = false;
};

class BlockWriter {
 public:
  BlockWriter(const Prose& prose, const std::function<bool(std::size_t)>& skip)
      : prose_(prose), blocks_(prose.markdown.blocks), skip_(skip) {}

  std::string write(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      close(i);
      if (skip_ && skip_(i)) {
        i = blocks_[i].end;
        continue;
      }
      open(i, blocks_[i]);
      ++i;
    }
    close(end);
    return std::move(out_);
  }

 private:
  void close(std::size_t position) {
    while (!closings_.empty() && closings_.back().end <= position) {
      out_ += closings_.back().markup;
      closings_.pop_back();
    }
  }

  // Opens an element if what must stand in it has room too; says whether it did.
  bool element(std::string_view begin, std::string_view end_markup, std::size_t index,
               std::size_t room = 1) {
    if (closings_.size() + room > kMaxDepth) return false;
    out_ += begin;
    closings_.push_back({blocks_[index].end, end_markup});
    return true;
  }

  // ` id="L12"`, or nothing.
  std::string id(std::size_t index) const {
    if (prose_.anchors == nullptr || index >= prose_.anchors->of_block.size()) return {};
    const std::string& anchor = prose_.anchors->of_block[index];
    if (anchor.empty()) return {};
    std::string attribute = " id=\"";
    append_escaped(attribute, anchor);
    return attribute + '"';
  }

  // A heading that is an id would be a link to itself.
  void inlines(const Block& block) {
    InlineWriter(prose_, out_, block.kind != BlockKind::heading).write(block.inlines);
  }

  void open(std::size_t index, const Block& block) {
    switch (block.kind) {
      case BlockKind::document:
        break;
      case BlockKind::heading:
        heading(index, block);
        break;
      case BlockKind::paragraph:
        paragraph(index, block);
        break;
      case BlockKind::quote:
        element("<blockquote>", "</blockquote>\n", index);
        break;
      case BlockKind::list:
        list(index, block);
        break;
      case BlockKind::item:
        item(index, block);
        break;
      case BlockKind::code:
        code(index, block);
        break;
      case BlockKind::html:
        html(index, block);
        break;
      case BlockKind::rule:
        out_ += "<hr>\n";
        break;
      case BlockKind::table:
        table(index);
        break;
      case BlockKind::row:
        row(index, block);
        break;
      case BlockKind::cell:
        cell(index, block);
        break;
      case BlockKind::footnote:
        element(cat({"<div", id(index), ">"}), "</div>\n", index);
        break;
    }
  }

  void code(std::size_t index, const Block& block) {
    const std::string_view language = std::string_view(block.info).substr(0, block.info.find(' '));
    if (!prose_.plain) {
      out_ += cat({"<pre", id(index), " tabindex=\"0\""});
      if (!trim(block.info).empty()) {
        out_ += " role=\"region\" aria-label=\"Code: ";
        append_escaped(out_, trim(block.info));
        out_ += '"';
      }
      out_ += "><code>";
    } else if (language.empty()) {
      out_ += "<pre><code>";
    } else {
      out_ += "<pre><code class=\"language-";
      append_escaped(out_, language);
      out_ += "\">";
    }
    append_escaped(out_, block.text);
    out_ += "</code></pre>\n";
  }

  // A page has one h1, its title.
  void heading(std::size_t index, const Block& block) {
    const char level = static_cast<char>('0' + std::clamp(block.level, prose_.plain ? 1 : 2, 6));
    out_ += cat({"<h", std::string_view(&level, 1), id(index), ">"});
    inlines(block);
    out_ += cat({"</h", std::string_view(&level, 1), ">\n"});
  }

  bool tight(const Block& block) const {
    const Block& item = blocks_[block.parent];
    return item.kind == BlockKind::item && blocks_[item.parent].tight;
  }

  void paragraph(std::size_t index, const Block& block) {
    if (tight(block)) {
      inlines(block);
      out_ += '\n';
      return;
    }
    out_ += cat({"<p", id(index), ">"});
    inlines(block);
    out_ += "</p>\n";
  }

  void list(std::size_t index, const Block& block) {
    if (!block.ordered) {
      element("<ul>\n", "</ul>\n", index, 2);
    } else if (block.start == 1) {
      element("<ol>\n", "</ol>\n", index, 2);
    } else {
      element(cat({"<ol start=\"", number(block.start), "\">\n"}), "</ol>\n", index, 2);
    }
  }

  void item(std::size_t index, const Block& block) {
    if (block.box == BoxState::none) {
      element(cat({"<li", id(index), ">"}), "</li>\n", index);
      return;
    }
    if (prose_.plain) return plain_box(index, block);
    element(cat({"<li", id(index), " class=\"box\">"}), "</li>\n", index);
    mark(prose_.box ? prose_.box(index) : mark_of(block.box));
    if (block.box == BoxState::unknown) {
      out_ += "<code>[";
      append_escaped(out_, block.mark);
      out_ += "]</code> ";
    }
  }

  void plain_box(std::size_t index, const Block& block) {
    element("<li>", "</li>\n", index);
    if (block.box == BoxState::ticked || block.box == BoxState::open) {
      out_ += block.box == BoxState::ticked ? "<input checked disabled type=\"checkbox\"> "
                                            : "<input disabled type=\"checkbox\"> ";
      return;
    }
    append_escaped(out_, cat({"[", block.mark, "] "}));
  }

  void mark(const Mark& mark) {
    out_ += cat({"<span class=\"st ", mark.tone,
                 "\"><svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use "
                 "href=\"#m_i-",
                 mark.icon, "\"/></svg><span class=\"sr\">", mark.word, "</span></span> "});
  }

  void html(std::size_t index, const Block& block) {
    const std::string shown = without_comments(block.text);
    if (trim(shown).empty()) return;
    out_ += cat({"<pre", id(index), " class=\"raw\" tabindex=\"0\"><code>"});
    append_escaped(out_, shown);
    out_ += "</code></pre>\n";
  }

  // The heading that it stands under, escaped.
  std::string table_label(std::size_t index) const {
    std::string label = "Table";
    for (std::size_t i = index; i-- > 0;) {
      if (blocks_[i].kind != BlockKind::heading) continue;
      label = "Table: ";
      append_escaped(label, plain_text(blocks_[i]));
      break;
    }
    return label;
  }

  void table(std::size_t index) {
    body_open_ = false;
    if (prose_.plain) {
      table_open_ = element("<table>\n", "</table>\n", index, 2);
      return;
    }
    const std::string label = table_label(index);
    table_open_ = element(cat({"<div class=\"tbl\" role=\"region\" tabindex=\"0\" aria-label=\"",
                               label, "\"><table><caption class=\"sr\">", label, "</caption>\n"}),
                          "</table></div>\n", index, 3);
  }

  void row(std::size_t index, const Block& block) {
    if (!table_open_) return;
    if (block.header) {
      element(cat({"<thead><tr", id(index), ">"}), "</tr></thead>\n", index);
      return;
    }
    if (!body_open_) element("<tbody>\n", "</tbody>\n", block.parent);
    body_open_ = true;
    element(cat({"<tr", id(index), ">"}), "</tr>\n", index);
  }

  void cell(std::size_t index, const Block& block) {
    const std::string_view name = block.header ? "th" : "td";
    if (table_open_) out_ += cat({"<", name, attributes_of_cell(block), ">"});
    inlines(block);
    if (table_open_) {
      out_ += cat({"</", name, ">"});
    } else {
      out_ += '\n';
    }
    const Block& row = blocks_[block.parent];
    if (!prose_.plain && row.end == index + 1 && !row.text.empty()) surplus(row.text);
  }

  // What stands behind the last column of its table.
  void surplus(std::string_view text) {
    out_ += table_open_ ? "<td>" : "";
    append_escaped(out_, text);
    out_ += table_open_ ? "</td>" : "\n";
  }

  std::string attributes_of_cell(const Block& block) const {
    if (!prose_.plain)
      return cat({block.header ? " scope=\"col\"" : "",
                  block.align == Align::right ? " class=\"num\"" : ""});
    switch (block.align) {
      case Align::left:
        return " align=\"left\"";
      case Align::center:
        return " align=\"center\"";
      case Align::right:
        return " align=\"right\"";
      case Align::none:
        return {};
    }
    return {};
  }

  const Prose& prose_;
  const std::vector<Block>& blocks_;
  const std::function<bool(std::size_t)>& skip_;
  std::vector<Closing> closings_;
  bool table_open_ = false;
  bool body_open_ = false;  // of the table that is open
  std::string out_;
};

}  // namespace

Html prose_blocks(const Prose& prose, std::size_t begin, std::size_t end,
                  const std::function<bool(std::size_t)>& skip) {
  return Html::trusted(BlockWriter(prose, skip).write(begin, end));
}

Html prose_inlines(const Prose& prose, const Block& block) {
  std::string out;
  InlineWriter(prose, out, block.kind != BlockKind::heading).write(block.inlines);
  return Html::trusted(std::move(out));
}

}  // namespace muster
