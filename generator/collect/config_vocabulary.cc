#include "collect/config_vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

constexpr std::size_t kWords = 1000;
constexpr std::size_t kWordBytes = 200;

bool says_something(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return is_alnum(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
}

class VocabularyReader {
 public:
  VocabularyReader(ConfigReader& reader, const VocabularyGuide* guide)
      : reader_(reader), guide_(guide) {}

  Vocabulary read(const Yaml& value) {
    for (const Yaml::Member* member : reader_.members(value, "vocabulary")) {
      if (member->name == "status") read_status(member->value);
      if (member->name == "tables" && guide_ != nullptr && !guide_->tables.empty())
        read_tables(member->value);
    }
    if (is_full())
      reader_.fail(value, "`vocabulary` has more than 1000 words", "leave out what is built in");
    std::sort(out_.status.begin(), out_.status.end());
    std::sort(out_.headers.begin(), out_.headers.end());
    return std::move(out_);
  }

 private:
  void read_status(const Yaml& value) {
    static constexpr std::array<std::pair<std::string_view, StatusClass>, 5> kClasses = {
        {{"done", StatusClass::done},
         {"active", StatusClass::active},
         {"open", StatusClass::open},
         {"blocked", StatusClass::blocked},
         {"dropped", StatusClass::dropped}}};
    for (const Yaml::Member* member : reader_.members(value, "vocabulary.status"))
      for (const auto& [name, status] : kClasses)
        if (member->name == name)
          for (const Yaml& item : reader_.items(member->value, "vocabulary.status." + member->name))
            add_status(item, status);
  }

  void add_status(const Yaml& item, StatusClass status) {
    StatusWord word;
    word.words = read_word(item, "vocabulary.status");
    word.status = status;
    word.line = item.line;
    word.column = item.column;
    if (word.words.empty() || is_full()) return;
    for (const StatusWord& other : out_.status) {
      if (other.words != word.words) continue;
      if (other.status != status)
        reader_.warn(item.line, item.column,
                     cat({in_quotes(word.words), " stands under `", to_string(other.status),
                          "` as well, and is read as what leaves more to do"}),
                     "keep it in one of the two");
      if (other.status == status) return;
    }
    if (guide_ != nullptr && guide_->remark_on_status != nullptr)
      tell(item, guide_->remark_on_status(word));
    out_.status.push_back(std::move(word));
  }

  void read_tables(const Yaml& value) {
    std::vector<std::string_view> names;
    for (const VocabularyGuide::Table& table : guide_->tables) names.push_back(table.name);
    for (const Yaml::Member* member : reader_.members_of(value, "vocabulary.tables", names))
      for (const VocabularyGuide::Table& table : guide_->tables)
        if (member->name == table.name) read_table(member->value, table);
  }

  void read_table(const Yaml& value, const VocabularyGuide::Table& table) {
    const std::string where = cat({"vocabulary.tables.", table.name});
    const std::vector<std::string_view> columns(table.columns.begin(), table.columns.end());
    for (const Yaml::Member* member : reader_.members_of(value, where, columns))
      for (const Yaml& item : reader_.items(member->value, cat({where, ".", member->name})))
        add_header(item, table, member->name);
  }

  void add_header(const Yaml& item, const VocabularyGuide::Table& table,
                  const std::string& column) {
    HeaderWord header;
    header.table = table.kind;
    header.name = replace_all(column, "-", "_");
    header.words = read_word(item, "vocabulary.tables");
    header.line = item.line;
    header.column = item.column;
    if (header.words.empty() || is_full()) return;
    for (const HeaderWord& other : out_.headers)
      if (other.table == header.table && other.words == header.words)
        return reader_.warn(
            item.line, item.column,
            cat({"the header ", in_quotes(header.words), " of ", table.name,
                 " tables stands under `", replace_all(other.name, "_", "-"), "` already"}),
            "keep it in one place");
    if (guide_->remark_on_header != nullptr) tell(item, guide_->remark_on_header(header));
    out_.headers.push_back(std::move(header));
  }

  bool is_full() const { return out_.status.size() + out_.headers.size() > kWords; }

  std::string read_word(const Yaml& item, std::string_view where) {
    std::string word = lower(collapse_spaces(reader_.text(item, where)));
    if (reader_.error()) return {};
    if (says_something(word) && word.size() <= kWordBytes) return word;
    reader_.warn(item.line, item.column,
                 word.size() > kWordBytes ? std::string("this is too long for a word")
                                          : cat({in_quotes(word), " holds no word"}),
                 "write a word or two as the documents have them");
    return {};
  }

  void tell(const Yaml& item, WordRemark remark) {
    if (!remark.what.empty())
      reader_.warn(item.line, item.column, std::move(remark.what), std::move(remark.help),
                   remark.kept ? "word-redefined" : "config-unread");
  }

  ConfigReader& reader_;
  const VocabularyGuide* guide_;
  Vocabulary out_;
};

}  // namespace

Vocabulary read_vocabulary(ConfigReader& reader, const Yaml& value, const VocabularyGuide* guide) {
  return VocabularyReader(reader, guide).read(value);
}

}  // namespace muster
