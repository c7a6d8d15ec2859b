#include "collect/objects.h"

#include <algorithm>
#include <cstring>

#include "base/path.h"
#include "base/text.h"

namespace muster {

namespace {

constexpr std::size_t kSubjectLength = 300;
constexpr int kYearFrom = 1980;
constexpr int kYearTo = 2100;

/// Who and when, of an author or committer line.
struct Identity {
  bool present = false;
  std::string_view name;
  std::optional<Instant> time;  // none: missing, malformed or not credible
  std::string defect;           // the end of the sentence "the author …"
};

std::optional<std::int64_t> read_seconds(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  return negative ? -seconds : seconds;
}

bool is_credible(Instant time) {
  return time >= start_of_day(*make_date(kYearFrom, 1, 1)) &&
         time <= end_of_day(*make_date(kYearTo, 12, 31));
}

bool is_zone(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return false;
  return std::all_of(text.begin() + 1, text.end(), is_digit);
}

Identity parse_identity(std::string_view line) {
  Identity identity;
  identity.present = true;
  const std::size_t open = line.find('<');
  const std::size_t close = line.rfind('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    identity.name = trim(line);
    identity.defect = "line is malformed";
    return identity;
  }
  identity.name = trim(line.substr(0, open));
  if (identity.name.empty()) identity.defect = "has no name";
  const std::string_view rest = trim(line.substr(close + 1));
  const std::size_t blank = rest.find(' ');
  const std::optional<std::int64_t> seconds = read_seconds(rest.substr(0, blank));
  const std::string_view zone =
      blank == std::string_view::npos ? std::string_view() : trim(rest.substr(blank));
  if (rest.empty()) {
    identity.defect = "has no time";
  } else if (!seconds) {
    identity.defect = "has a malformed time";
  } else if (!is_credible(Instant{*seconds})) {
    identity.defect = cat({"has a time that is not credible (", number(*seconds), ")"});
  } else {
    identity.time = Instant{*seconds};
    if (!is_zone(zone)) identity.defect = "has a malformed time zone";
  }
  return identity;
}

bool is_latin1(std::string_view encoding) {
  const std::string name = lower(trim(encoding));
  return name == "iso-8859-1" || name == "iso8859-1" || name == "latin1" || name == "latin-1";
}

/// Text of a commit as UTF-8.
class Decoder {
 public:
  Decoder(std::string_view encoding, Commit& commit)
      : latin1_(is_latin1(encoding)), commit_(commit) {}

  std::string operator()(std::string_view bytes, std::string_view what) const {
    if (find_invalid_utf8(bytes) != std::string_view::npos) {
      if (latin1_) return from_latin1(bytes);
      commit_.defects.push_back(cat({"the ", what, " is not valid UTF-8"}));
    }
    if (bytes.find('\0') != std::string_view::npos)
      commit_.defects.push_back(cat({"the ", what, " holds a NUL byte"}));
    return valid_utf8(bytes);
  }

 private:
  static std::string from_latin1(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) append_code_point(out, static_cast<unsigned char>(c));
    return valid_utf8(out);
  }

  bool latin1_;
  Commit& commit_;
};

/// The header lines as they stand, before anything is made of them.
struct Header {
  std::optional<ObjectId> tree;
  std::vector<ObjectId> parents;
  Identity author;
  Identity committer;
  std::string_view encoding;
  std::string_view message;
};

Header parse_header(std::string_view bytes, std::vector<std::string>& defects) {
  Header header;
  const auto id_of = [&](std::string_view value, std::string_view what) {
    std::optional<ObjectId> id = ObjectId::from_hex(value);
    if (!id) defects.push_back(cat({"a ", what, " line is malformed"}));
    return id;
  };
  while (!bytes.empty() && bytes.front() != '\n') {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view key = line.substr(0, blank);
    const std::string_view value = line.substr(std::min(blank + 1, line.size()));
    if (key == "tree" && !header.tree) {
      header.tree = id_of(value, "tree");
    } else if (key == "parent") {
      const std::optional<ObjectId> id = id_of(value, "parent");
      const auto& known = header.parents;
      if (id && std::find(known.begin(), known.end(), *id) == known.end())
        header.parents.push_back(*id);
    } else if (key == "author" && !header.author.present) {
      header.author = parse_identity(value);
    } else if (key == "committer" && !header.committer.present) {
      header.committer = parse_identity(value);
    } else if (key == "encoding") {
      header.encoding = value;
    }
  }
  header.message = bytes;
  return header;
}

std::string_view first_line(std::string_view message) {
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view line = trim(message.substr(0, end));
    if (!line.empty()) return line;
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return {};
}

std::optional<TreeEntryKind> kind_of_mode(std::string_view mode) {
  std::uint32_t bits = 0;
  if (mode.empty() || mode.size() > 8) return std::nullopt;
  for (const char c : mode) {
    if (c < '0' || c > '7') return std::nullopt;
    bits = bits * 8 + static_cast<std::uint32_t>(c - '0');
  }
  switch (bits & 0170000) {
    case 0040000:
      return TreeEntryKind::tree;
    case 0100000:
      return TreeEntryKind::file;
    case 0120000:
      return TreeEntryKind::link;
    case 0160000:
      return TreeEntryKind::submodule;
    default:
      return std::nullopt;
  }
}

void sort_and_deduplicate(Tree& tree) {
  std::stable_sort(tree.entries.begin(), tree.entries.end(),
                   [](const TreeEntry& a, const TreeEntry& b) { return a.name < b.name; });
  const auto repeated = [](const TreeEntry& a, const TreeEntry& b) { return a.name == b.name; };
  for (auto at = std::adjacent_find(tree.entries.begin(), tree.entries.end(), repeated);
       at != tree.entries.end(); at = std::adjacent_find(at + 1, tree.entries.end(), repeated))
    tree.defects.push_back({visible((at + 1)->name), "stands twice in its folder"});
  tree.entries.erase(std::unique(tree.entries.begin(), tree.entries.end(), repeated),
                     tree.entries.end());
}

}  // namespace

Commit parse_commit(const ObjectId& id, std::string_view bytes) {
  Commit commit;
  commit.id = id;
  const Header header = parse_header(bytes, commit.defects);
  if (!header.tree) commit.defects.push_back("the tree is not named");
  commit.tree = header.tree.value_or(ObjectId{});
  commit.parents = header.parents;

  const auto note = [&](const Identity& identity, std::string_view who) {
    if (!identity.present) commit.defects.push_back(cat({"the ", who, " is missing"}));
    if (!identity.defect.empty())
      commit.defects.push_back(cat({"the ", who, " ", identity.defect}));
  };
  note(header.author, "author");
  note(header.committer, "committer");
  const Decoder decode(header.encoding, commit);
  commit.author = decode(header.author.name, "author's name");
  commit.committer = decode(header.committer.name, "committer's name");
  commit.subject = shorten(decode(first_line(header.message), "subject"), kSubjectLength);

  commit.credible_time = header.committer.time.has_value();
  const Instant fallback = header.author.time.value_or(Instant{});
  commit.commit_time = header.committer.time.value_or(fallback);
  commit.author_time = header.author.time.value_or(commit.commit_time);
  return commit;
}

Tree parse_tree(std::string_view bytes) {
  constexpr std::size_t kIdBytes = 20;
  Tree tree;
  while (!bytes.empty()) {
    const std::size_t blank = bytes.find(' ');
    const std::size_t end = bytes.find('\0');
    if (blank == std::string_view::npos || end == std::string_view::npos || end < blank ||
        bytes.size() - end - 1 < kIdBytes) {
      tree.defects.push_back({"", "is followed by bytes that are no entry"});
      break;
    }
    const std::optional<TreeEntryKind> kind = kind_of_mode(bytes.substr(0, blank));
    const std::string_view name = bytes.substr(blank + 1, end - blank - 1);
    const std::string_view problem = name_problem(name);
    if (!problem.empty()) {
      tree.defects.push_back({visible(name), std::string(problem)});
    } else if (!kind) {
      tree.defects.push_back({visible(name), "stands for a kind of entry that git does not know"});
    } else {
      TreeEntry& entry = tree.entries.emplace_back();
      entry.name = name;
      entry.kind = *kind;
      std::memcpy(entry.id.bytes.data(), bytes.data() + end + 1, kIdBytes);
    }
    bytes.remove_prefix(end + 1 + kIdBytes);
  }
  sort_and_deduplicate(tree);
  return tree;
}

std::optional<ObjectId> parse_tag(std::string_view bytes) {
  constexpr std::string_view kKey = "object ";
  if (!bytes.starts_with(kKey)) return std::nullopt;
  const std::size_t end = bytes.find('\n');
  return ObjectId::from_hex(bytes.substr(kKey.size(), end - kKey.size()));
}

}  // namespace muster
