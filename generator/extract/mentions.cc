// What the text refers to: paths in code spans, links and bare words, URLs, ids, issue numbers,
// commands. Read from the source, so that every mention has its column.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "extract/citing.h"
#include "extract/commits.h"
#include "extract/context.h"
#include "extract/hidden.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

using record::Mention;

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// ---- paths

std::string_view ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

// `path:178`, `path:178-190`, `path#L178`: cuts the line off.
int cut_line(std::string_view& path) {
  std::size_t at = path.find("#L");
  std::size_t digits = at + 2;
  if (at == std::string_view::npos) {
    at = path.find(':');
    digits = at + 1;
  }
  if (at == std::string_view::npos || digits >= path.size() || !is_digit(path[digits])) return 0;
  int line = 0;
  for (std::size_t i = digits; i < path.size() && is_digit(path[i]) && line < 10000000; ++i)
    line = line * 10 + (path[i] - '0');
  path = path.substr(0, at);
  return line;
}

bool has_signs_of_no_path(std::string_view text) {
  return text.find_first_of(" \t\"'<>|$=@!^;,\\()+") != std::string_view::npos ||
         text.find("{") != std::string_view::npos || text.find("//") != std::string_view::npos;
}

// The same, for a name with an ending that documents and reports have: people put blanks and signs
// in those. A command and a second path are still none.
bool has_signs_of_no_document(std::string_view text) {
  return text.find_first_of("\t\"'<>|$!^;\\{") != std::string_view::npos ||
         text.find("//") != std::string_view::npos || text.find(" -") != std::string_view::npos ||
         text.find(", ") != std::string_view::npos ||
         is_command_word(text.substr(0, text.find(' ')));
}

// `reports/<sha>.json` is a pattern of paths.
std::string without_placeholders(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i + 1;
    while (end < text.size() && (is_alnum(text[end]) || text[end] == '-' || text[end] == '_'))
      ++end;
    const bool placeholder = text[i] == '<' && end > i + 1 && end < text.size() && text[end] == '>';
    out += placeholder ? 'x' : text[i];
    if (placeholder) i = end;
  }
  return out;
}

bool only_numbers(std::string_view text) {
  return text.find_first_not_of("0123456789/.:-_% ") == std::string_view::npos;
}

// A code span that is a path: a known ending, or a slash. A leading slash alone is a route.
bool is_code_path(std::string_view text) {
  const bool document = is_document_ending(ending_of(text)) && !has_signs_of_no_document(text);
  if (text.size() < 3 || text.front() == '-' || text.front() == '~' ||
      (!document && has_signs_of_no_path(text)) || only_numbers(text) ||
      text.starts_with("application/") || text.starts_with("text/") || text.starts_with("origin/"))
    return false;
  const std::string_view ending = ending_of(text);
  const bool known = !ending.empty() && is_file_ending(ending);
  if (text.front() == '/') return known;
  return known || text.find('/') != std::string_view::npos;
}

// `evidence/r3/`: at least two folders, and a bar at the end.
bool is_bare_folder(std::string_view word) {
  if (!word.ends_with('/') || word.starts_with('/') || word.find('/') + 1 == word.size())
    return false;
  return std::all_of(word.begin(), word.end(), [](char c) {
    return is_alnum(c) || c == '/' || c == '-' || c == '_' || c == '.';
  });
}

bool is_bare_path(std::string_view word) {
  if (word.size() < 4 || has_signs_of_no_path(word) || word.find('`') != std::string_view::npos)
    return false;
  if (is_bare_folder(word)) return !only_numbers(word);
  const std::string_view ending = ending_of(word);
  if (ending.empty() || word.find('*') != std::string_view::npos) return false;
  return word.find('/') != std::string_view::npos ? is_file_ending(ending)
                                                  : is_document_ending(ending);
}

// ---- one line

struct Scanner {
  const Line& line;
  std::vector<Mention>& out;
  CommitWords commits = CommitWords();

  Mention& add(record::MentionKind kind, std::string_view text, std::size_t at) {
    Mention mention;
    mention.kind = kind;
    mention.text = std::string(text);
    mention.line = line.line;
    mention.column = line.column + static_cast<int>(at);
    out.push_back(std::move(mention));
    return out.back();
  }

  bool add_path(std::string_view text, std::size_t at, bool in_code) {
    std::string_view path = text;
    if (in_code) path = trim(path.substr(0, path.find(" §")));  // `docs/x.md § 3`
    const int target = cut_line(path);
    if (!(in_code ? is_code_path(without_placeholders(path)) : is_bare_path(path))) return false;
    add(record::MentionKind::path, path, at).target_line = target;
    return true;
  }

  // `a.json, b.json`
  bool add_paths(std::string_view text, std::size_t at) {
    const std::vector<std::string_view> parts = split(text, ',');
    const auto is_path = [](std::string_view part) {
      part = trim(part);
      cut_line(part);
      return is_code_path(part) && is_file_ending(ending_of(part));
    };
    if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), is_path)) return false;
    for (const std::string_view part : parts)
      add_path(trim(part), at + static_cast<std::size_t>(trim(part).data() - text.data()), true);
    return true;
  }

  void read_code(std::string_view code, std::size_t at) {
    const std::string_view text = trim(code);
    if (is_url(text) && text.find(' ') == std::string_view::npos) {
      add(record::MentionKind::url, text, at);
    } else if (add_paths(text, at) || add_path(text, at, true)) {
      return;
    } else if (const FoundId id = find_id(text); id.text.size() == text.size() && !text.empty()) {
      add(record::MentionKind::id, text, at);
    } else if (is_commit_span(text, std::string_view(line.source).substr(0, at))) {
      add(record::MentionKind::commit, text,
          at + static_cast<std::size_t>(text.data() - code.data()));
    } else if (const std::size_t space = text.find(' ');
               space != std::string_view::npos && is_command_word(text.substr(0, space))) {
      add(record::MentionKind::command, text, at);
    }
  }

  void read_target(std::string_view target, std::size_t at) {
    target = trim(target);
    if (const std::size_t end = target.find('>');
        target.starts_with('<') && end != std::string_view::npos && end > 1)
      target = target.substr(1, end - 1);  // may hold blanks
    else if (const std::size_t space = target.find_first_of(" \t"); space != std::string_view::npos)
      target = target.substr(0, space);
    if (is_url(target)) {
      add(record::MentionKind::url, target, at).link = true;
      return;
    }
    const int line_number = cut_line(target);
    const std::size_t hash = target.find('#');
    const std::string_view anchor =
        hash == std::string_view::npos ? std::string_view() : target.substr(hash + 1);
    target = target.substr(0, hash);
    if (target.empty() || target.find(':') != std::string_view::npos) return;
    Mention& mention = add(record::MentionKind::path, target, at);
    mention.link = true;
    mention.target_line = line_number;
    mention.anchor = std::string(anchor);
  }

  // `#12`, `acme/app#12`
  bool read_issue_number(std::string_view word, std::size_t at) {
    const std::size_t hash = word.find('#');
    if (hash == std::string_view::npos || hash + 1 >= word.size() || word.size() - hash > 8)
      return false;
    for (const char c : word.substr(hash + 1))
      if (!is_digit(c)) return false;
    const std::string_view repo = word.substr(0, hash);
    if (!repo.empty()) {
      const std::size_t slash = repo.find('/');
      if (slash == std::string_view::npos || slash == 0 || slash + 1 == repo.size() ||
          repo.find('/', slash + 1) != std::string_view::npos)
        return false;
      for (const char c : repo)
        if (!is_alnum(c) && c != '/' && c != '-' && c != '_' && c != '.') return false;
    }
    add(record::MentionKind::issue_number, word, at);
    return true;
  }

  // Bare text between code spans and links.
  void read_text(std::string_view text, std::size_t offset) {
    for (std::size_t i = 0; i < text.size();) {
      while (i < text.size() && is_space(text[i])) ++i;
      std::size_t end = i;
      while (end < text.size() && !is_space(text[end])) ++end;
      read_word(text.substr(i, end - i), offset + i);
      i = end;
    }
  }

  void read_word(std::string_view word, std::size_t at) {
    constexpr std::string_view around = "*_\"'()[]{}<>,;:.!?";
    const std::size_t url = std::min(word.find("http://"), word.find("https://"));
    if (url != std::string_view::npos) {
      std::string_view rest = word.substr(url);
      rest = rest.substr(0, rest.find_first_of("<>\"`|"));
      while (!rest.empty() && around.find(rest.back()) != std::string_view::npos)
        rest.remove_suffix(1);
      add(record::MentionKind::url, rest, at + url);
      return;
    }
    std::size_t begin = 0;
    while (begin < word.size() && around.find(word[begin]) != std::string_view::npos &&
           !(word[begin] == '.' && begin + 1 < word.size() && word[begin + 1] == '/'))
      ++begin;
    std::string_view bare = word.substr(begin);
    while (!bare.empty() && around.find(bare.back()) != std::string_view::npos)
      bare.remove_suffix(1);
    if (const std::string_view commit = commits.read(bare); !commit.empty()) {
      add(record::MentionKind::commit, commit,
          at + static_cast<std::size_t>(commit.data() - word.data()));
      return;
    }
    if (bare.empty() || read_issue_number(bare, at + begin) || add_path(bare, at + begin, false))
      return;
    for (FoundId id = find_id(word); !id.text.empty(); id = find_id(word, id.at + id.text.size()))
      add(record::MentionKind::id, id.text, at + id.at);
  }

  // `【F:docs/x.md†L3-L9】`
  std::size_t read_bracketed(std::string_view text, std::size_t at) {
    constexpr std::string_view open = "【";
    constexpr std::string_view close = "】";
    if (!text.substr(at).starts_with(open)) return at;
    const std::size_t end = text.substr(0, at + kReach).find(close, at);
    if (end == std::string_view::npos) return at;
    std::string_view body = text.substr(at + open.size(), end - at - open.size());
    if (body.starts_with("F:")) {
      body.remove_prefix(2);
      const std::size_t dagger = body.find("†L");
      const std::string_view path = trim(body.substr(0, std::min(dagger, body.find("†"))));
      int target = 0;
      if (dagger != std::string_view::npos)
        for (std::size_t i = dagger + std::string_view("†L").size();
             i < body.size() && is_digit(body[i]) && target < 10000000; ++i)
          target = target * 10 + (body[i] - '0');
      if (!path.empty()) add(record::MentionKind::path, path, at).target_line = target;
    }
    return end + close.size();
  }

  void scan() {
    const std::string_view text = line.source;
    std::size_t plain = 0;
    const auto flush = [&](std::size_t end) {
      if (end > plain) read_text(text.substr(plain, end - plain), plain);
    };
    std::size_t i = 0;
    while (i < text.size()) {
      if (text[i] == '`') {
        std::size_t open = i;
        while (open < text.size() && text[open] == '`') ++open;
        const std::size_t close = text.find(std::string(open - i, '`'), open);
        if (close == std::string_view::npos) {
          i = open;
          continue;
        }
        flush(i);
        read_code(text.substr(open, close - open), open);
        i = plain = close + (open - i);
      } else if (text.substr(i).starts_with("](")) {
        const std::size_t close = link_end(text, i + 2);
        if (close == std::string_view::npos) {
          i += 2;
          continue;
        }
        flush(i);
        read_target(text.substr(i + 2, close - i - 2), i + 2);
        i = plain = close + 1;
      } else if (const std::size_t end = read_bracketed_after(text, i, plain); end != i) {
        i = plain = end;
      } else {
        ++i;
      }
    }
    flush(text.size());
  }

  std::size_t read_bracketed_after(std::string_view text, std::size_t at, std::size_t plain) {
    if (!text.substr(at).starts_with("【F:")) return at;
    if (text.substr(0, at + kReach).find("】", at) == std::string_view::npos) return at;
    if (at > plain) read_text(text.substr(plain, at - plain), plain);
    return read_bracketed(text, at);
  }

  // The parenthesis that closes a link's target; the target may hold balanced ones.
  static std::size_t link_end(std::string_view text, std::size_t at) {
    text = text.substr(0, at + kReach);
    int depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && depth-- == 0) return i;
    }
    return std::string_view::npos;
  }
};

// Where the texts of links stand in a block, one after the other.
class LinkTexts {
 public:
  explicit LinkTexts(const std::vector<Line>& lines) : lines_(lines) {}

  /// The next place of `[text`, or none: after many brackets the search ends.
  std::optional<std::pair<int, int>> find(std::string_view text) {
    text = text.substr(0, kCompared);
    std::size_t at = at_;
    for (std::size_t n = n_; n < lines_.size(); ++n, at = 0) {
      const std::string_view source = lines_[n].source;
      for (at = source.find('[', at); at != std::string_view::npos; at = source.find('[', at)) {
        if (brackets_++ > kMostBrackets) return std::nullopt;
        ++at;
        if (!without_markup(source.substr(at, 2 * kCompared)).starts_with(text)) continue;
        n_ = n;
        at_ = at;
        return std::pair(lines_[n].line, lines_[n].column + static_cast<int>(at));
      }
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kCompared = 40;
  static constexpr std::size_t kMostBrackets = 2000;

  const std::vector<Line>& lines_;
  std::size_t n_ = 0;
  std::size_t at_ = 0;
  std::size_t brackets_ = 0;
};

// Links whose target stands elsewhere: `[text][reference]`.
void add_reference_links(const Context& context, std::size_t index, std::vector<Mention>& out) {
  const std::vector<Inline>& nodes = context.block(index).inlines;
  LinkTexts texts(context.lines[index]);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Inline& node = nodes[i];
    if (node.kind != InlineKind::link || node.url.empty() || node.url.front() == '#') continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Mention& mention) {
      return node.url.starts_with(mention.text);
    });
    if (known) continue;
    Line line;
    const auto place = texts.find(plain_text(nodes, i + 1, node.end));
    line.line = place ? place->first : context.block(index).line;
    line.column = place ? place->second : 1;
    Scanner{line, out}.read_target(node.url, 0);
  }
}

// ---- how paths stand in their sentences

bool is_path(const Mention& mention) {
  return mention.kind == record::MentionKind::path || mention.kind == record::MentionKind::url;
}

std::size_t begin_of(const Line& line, const Mention& mention) {
  return static_cast<std::size_t>(std::max(mention.column - line.column, 0));
}

// What is said of a path stands near it: bytes that are looked at on each side.
constexpr std::size_t kNear = 400;

std::string_view tail(std::string_view text) {
  return text.substr(text.size() - std::min(text.size(), kNear));
}

// A link begins with its label.
std::size_t sentence_end(std::string_view source, std::size_t begin, const Mention& mention) {
  if (!mention.link || begin < 2 || !source.substr(0, begin).ends_with("](")) return begin;
  const std::size_t open = tail(source.substr(0, begin)).rfind('[');
  return open == std::string_view::npos ? begin : begin - std::min(begin, kNear) + open;
}

std::size_t after_path(std::string_view source, std::size_t begin, const Mention& mention) {
  const std::size_t end = std::min(begin + mention.text.size(), source.size());
  if (!mention.link) return end;
  const std::size_t close = source.substr(end, kNear).find(')');
  return close == std::string_view::npos ? end : end + close + 1;
}

// A sentence may begin on the line before, and end on the next.
void weigh_paths(const std::vector<Line>& lines, std::size_t n, std::vector<Mention>& found,
                 std::size_t first) {
  const Line& line = lines[n];
  const std::string above = n > 0 ? cat({tail(lines[n - 1].source), " "}) : std::string();
  const std::string below =
      n + 1 < lines.size() ? cat({" ", lines[n + 1].source.substr(0, kNear)}) : std::string();
  const std::string text = above + line.source + below;
  const std::string_view all = text;
  std::size_t last = 0;
  for (std::size_t i = first; i < found.size(); ++i) {
    Mention& mention = found[i];
    if (!is_path(mention)) continue;
    const std::size_t begin = above.size() + begin_of(line, mention);
    const std::size_t label = sentence_end(text, begin, mention);
    const std::size_t to = label < begin ? begin - 2 : begin;  // without the "](" of a link
    const std::size_t end = after_path(text, begin, mention);
    const std::string_view after = all.substr(std::min(end, all.size()), kNear);
    const std::size_t from = std::min(last, label);
    const auto aside = [&](std::size_t until) {
      return is_set_aside(tail(all.substr(from, until - from)), after);
    };
    mention.set_aside = mention.set_aside || aside(to) || aside(label);
    mention.in_passing = mention.kind == record::MentionKind::path &&
                         is_in_passing(tail(all.substr(0, label)), after, mention.text);
    last = end;
  }
}

// Nothing in a comment is said; a path that is struck through is said no longer.
void read_line(const std::vector<Line>& lines, std::size_t n, CommitWords commits, Hiding& hiding,
               std::vector<Mention>& found) {
  const Line& line = lines[n];
  const std::string hidden = hidden_in(line.source, hiding);
  const std::size_t first = found.size();
  Scanner{line, found, commits}.scan();
  const auto at = [&](const Mention& mention) {
    return hidden[std::min(begin_of(line, mention), hidden.size() - 1)];
  };
  found.erase(std::remove_if(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
                             [&](const Mention& mention) { return at(mention) == 'c'; }),
              found.end());
  for (std::size_t i = first; i < found.size(); ++i)
    found[i].set_aside = is_path(found[i]) && at(found[i]) == 's';
  weigh_paths(lines, n, found, first);
}

// "- [x] #1 The page loads" numbers the criteria of its own document.
bool is_ordinal(const Context& context, std::size_t index, const Mention& mention) {
  const Block& parent = context.block(context.block(index).parent);
  return mention.kind == record::MentionKind::issue_number && parent.kind == BlockKind::item &&
         parent.box != BoxState::none && !context.lines[index].empty() &&
         mention.line == context.lines[index].front().line &&
         mention.column == context.lines[index].front().column;
}

}  // namespace

void read_mentions(Context& context) {
  context.mentions.resize(context.block_count());
  for (std::size_t i = 0; i < context.block_count(); ++i) {
    std::vector<Mention>& found = context.mentions[i];
    Hiding hiding;
    const CommitWords commits(is_commit_cell(context, i));
    for (std::size_t n = 0; n < context.lines[i].size(); ++n)
      read_line(context.lines[i], n, commits, hiding, found);
    if (!found.empty() && is_ordinal(context, i, found.front())) found.erase(found.begin());
    add_reference_links(context, i, found);
    context.records.mentions.insert(context.records.mentions.end(), found.begin(), found.end());
  }
}

}  // namespace muster::extract
