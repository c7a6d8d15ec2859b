#include "compare/identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"

namespace muster {
namespace {

constexpr double kAlike = 0.6;
constexpr std::size_t kPairs = 250000;  // of one section; more are not looked through

std::string plain(std::string_view text) {
  std::string words = lower(collapse_spaces(text));
  while (!words.empty() && (words.back() == '.' || words.back() == ';')) words.pop_back();
  return words;
}

// What rows that share a key with others are paired by.
enum class Among {
  all,     // their order
  unique,  // nothing: only a key that stands once on each side tells
  as_many  // their order, where both sides have as many
};

// Pairs rows of two tables.
template <class Row>
class Matcher {
 public:
  Matcher(std::size_t older, std::size_t newer) : matched_(newer), taken_(older, false) {}

  bool free_old(std::size_t i) const { return !taken_[i]; }
  bool free_new(std::size_t i) const { return !matched_[i]; }

  void pair(std::size_t older, std::size_t newer) {
    matched_[newer] = Id<Row>(older);
    taken_[older] = true;
  }

  /// `key_of(is_new, row)` gives an empty key to rows that have none.
  template <class KeyOf>
  void pair_by(KeyOf&& key_of, Among among = Among::all) {
    std::map<std::string, std::vector<std::size_t>> old_rows;
    std::map<std::string, std::vector<std::size_t>> new_rows;
    for (std::size_t i = 0; i < taken_.size(); ++i)
      if (free_old(i)) old_rows[key_of(false, i)].push_back(i);
    for (std::size_t i = 0; i < matched_.size(); ++i)
      if (free_new(i)) new_rows[key_of(true, i)].push_back(i);
    for (const auto& [key, news] : new_rows) {
      const auto olds = old_rows.find(key);
      if (key.empty() || olds == old_rows.end()) continue;
      const std::size_t count = olds->second.size();
      if (among == Among::unique && (news.size() > 1 || count > 1)) continue;
      if (among == Among::as_many && news.size() != count) continue;
      for (std::size_t i = 0; i < std::min(news.size(), count); ++i) pair(olds->second[i], news[i]);
    }
  }

  const std::vector<Id<Row>>& matched() const { return matched_; }

 private:
  std::vector<Id<Row>> matched_;
  std::vector<bool> taken_;
};

std::set<std::string> word_pairs(std::string_view text) {
  std::set<std::string> pairs;
  std::string before;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    pairs.insert(word);
    if (!before.empty()) pairs.insert(before + " " + word);
    before = word;
    word.clear();
  };
  for (const char c : text) {
    if (is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return pairs;
}

double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (const std::string& pair : a) common += b.count(pair);
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

// Items of one section that are not matched yet: the likeliest pairs first.
void pair_nearest(const std::vector<std::size_t>& olds, const std::vector<std::size_t>& news,
                  const std::vector<ItemIdentity>& older, const std::vector<ItemIdentity>& newer,
                  Matcher<Item>& matcher) {
  if (olds.empty() || olds.size() * news.size() > kPairs) return;
  std::map<std::size_t, std::set<std::string>> words;
  for (const std::size_t i : olds) words[i] = word_pairs(older[i].text);
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // minus likeness, old, new
  for (const std::size_t n : news) {
    const std::set<std::string> wanted = word_pairs(newer[n].text);
    for (const std::size_t o : olds)
      if (const double alike = likeness(words[o], wanted); alike >= kAlike)
        pairs.emplace_back(-alike, o, n);
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [alike, o, n] : pairs)
    if (matcher.free_old(o) && matcher.free_new(n)) matcher.pair(o, n);
}

std::vector<ItemIdentity> identities(const Model& model) {
  std::vector<ItemIdentity> all;
  all.reserve(model.items.size());
  for (const Item& item : model.items) all.push_back(identity_of(model, item));
  return all;
}

// The number of a document in the older version, for keys of both sides; empty where it is new.
class Scope {
 public:
  explicit Scope(const std::vector<DocumentId>& documents) : documents_(documents) {}
  std::string of(bool is_new, DocumentId id) const {
    const DocumentId old = is_new ? documents_[id.n] : id;
    return old ? cat({number(old.n), "\n"}) : std::string();
  }

 private:
  const std::vector<DocumentId>& documents_;
};

std::string in_scope(const std::string& scope, std::string_view key) {
  return scope.empty() || key.empty() ? std::string() : cat({scope, key});
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  return likeness(word_pairs(plain(a)), word_pairs(plain(b)));
}

ItemIdentity identity_of(const Model& model, const Item& item) {
  const Records& records = model.documents[item.document].content->records;
  const record::Item& record = records.items[item.record];
  ItemIdentity identity;
  identity.key = lower(record.key);
  identity.text = plain(item.text);
  for (Id<record::Section> at = record.section; at && records.sections[at].level > 0;
       at = records.sections[at].parent)
    identity.section = cat({plain(records.sections[at].title), "\n", identity.section});
  identity.section += plain(record.label);
  return identity;
}

std::vector<DocumentId> match_documents(const Model& older, const Model& newer) {
  Matcher<Document> matcher(older.documents.size(), newer.documents.size());
  const auto row = [&](bool is_new, std::size_t i) -> const Document& {
    return is_new ? newer.documents[DocumentId(i)] : older.documents[DocumentId(i)];
  };
  const auto in_repo = [&](const Document& document, std::string_view key) {
    return key.empty() ? std::string() : cat({number(document.repo.n), "\n", key});
  };
  matcher.pair_by(
      [&](bool is_new, std::size_t i) { return in_repo(row(is_new, i), row(is_new, i).path); });
  matcher.pair_by([&](bool is_new,
                      std::size_t i) { return in_repo(row(is_new, i), lower(row(is_new, i).key)); },
                  Among::unique);
  matcher.pair_by([&](bool is_new,
                      std::size_t i) { return in_repo(row(is_new, i), row(is_new, i).blob.hex()); },
                  Among::unique);
  matcher.pair_by(
      [&](bool is_new, std::size_t i) {
        return in_repo(row(is_new, i), plain(row(is_new, i).title));
      },
      Among::unique);
  return matcher.matched();
}

std::vector<ItemId> match_items(const Model& older, const Model& newer,
                                const std::vector<DocumentId>& documents) {
  const std::vector<ItemIdentity> olds = identities(older);
  const std::vector<ItemIdentity> news = identities(newer);
  const Scope scope(documents);
  Matcher<Item> matcher(olds.size(), news.size());
  const auto scope_of = [&](bool is_new, std::size_t i) {
    return scope.of(is_new, (is_new ? newer : older).items[ItemId(i)].document);
  };
  const auto identity = [&](bool is_new, std::size_t i) -> const ItemIdentity& {
    return is_new ? news[i] : olds[i];
  };
  const auto place = [&](bool is_new, std::size_t i) {
    return in_scope(scope_of(is_new, i), cat({identity(is_new, i).section, "\n"}));
  };

  matcher.pair_by([&](bool is_new, std::size_t i) {
    return in_scope(scope_of(is_new, i), identity(is_new, i).key);
  });
  // Of equal texts some of which are gone, those in the same state are the same.
  const auto by_text = [&](bool is_new, std::size_t i) {
    const std::string where = place(is_new, i);
    return where.empty() ? where : where + identity(is_new, i).text;
  };
  matcher.pair_by(by_text, Among::as_many);
  matcher.pair_by([&](bool is_new, std::size_t i) {
    const std::string text = by_text(is_new, i);
    const BoxState state = (is_new ? newer : older).items[ItemId(i)].state;
    return text.empty() ? text : cat({text, "\n", to_string(state)});
  });
  matcher.pair_by(by_text);
  matcher.pair_by(
      [&](bool is_new, std::size_t i) {
        return in_scope(scope_of(is_new, i), identity(is_new, i).text);
      },
      Among::unique);

  std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> sections;
  for (std::size_t i = 0; i < olds.size(); ++i)
    if (matcher.free_old(i)) sections[place(false, i)].first.push_back(i);
  for (std::size_t i = 0; i < news.size(); ++i)
    if (matcher.free_new(i)) sections[place(true, i)].second.push_back(i);
  for (const auto& [where, rows] : sections)
    if (!where.empty()) pair_nearest(rows.first, rows.second, olds, news, matcher);
  return matcher.matched();
}

std::vector<GapId> match_gaps(const Model& older, const Model& newer,
                              const std::vector<DocumentId>& documents) {
  const Scope scope(documents);
  Matcher<Gap> matcher(older.gaps.size(), newer.gaps.size());
  const auto row = [&](bool is_new, std::size_t i) -> const Gap& {
    return (is_new ? newer : older).gaps[GapId(i)];
  };
  const auto key = [&](bool is_new, std::size_t i, std::string_view text) {
    return in_scope(scope.of(is_new, row(is_new, i).document), text);
  };
  matcher.pair_by([&](bool is_new, std::size_t i) {
    const Gap& gap = row(is_new, i);
    return gap.issue_key.empty()
               ? std::string()
               : key(is_new, i, cat({lower(gap.issue_key), "\n", plain(gap.text)}));
  });
  matcher.pair_by(
      [&](bool is_new, std::size_t i) { return key(is_new, i, lower(row(is_new, i).issue_key)); },
      Among::unique);
  matcher.pair_by(
      [&](bool is_new, std::size_t i) { return key(is_new, i, plain(row(is_new, i).text)); });
  return matcher.matched();
}

}  // namespace muster
