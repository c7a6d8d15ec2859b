#include "link/item_index.h"

#include "base/text.h"

namespace muster {
namespace {

std::string words_of(std::string_view text) { return lower(collapse_spaces(text)); }

}  // namespace

ItemIndex::ItemIndex(const Records& records) {
  if (records.evidence_rows.empty()) return;
  for (std::size_t i = 0; i < records.items.size(); ++i) {
    const record::Item& item = records.items[Id<record::Item>(i)];
    put(item.text, Id<record::Item>(i));
    put(item.key, Id<record::Item>(i));
  }
}

void ItemIndex::put(const std::string& text, Id<record::Item> item) {
  if (text.empty()) return;
  const auto [at, fresh] = items_.emplace(words_of(text), item);
  if (!fresh && at->second != item) at->second = Id<record::Item>();
}

Id<record::Item> ItemIndex::find(const record::EvidenceRow& row) const {
  for (const std::string& text : {row.test.text, row.area}) {
    const auto found = items_.find(words_of(text));
    if (!text.empty() && found != items_.end() && found->second) return found->second;
  }
  return {};
}

}  // namespace muster
