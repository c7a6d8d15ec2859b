// The item of a document that a row of evidence is about, by its id or its words.
#pragma once

#include <map>
#include <string>

#include "domain/record.h"

namespace muster {

class ItemIndex {
 public:
  explicit ItemIndex(const Records& records);

  /// None where no item has the words of the row's test or area, and where several have.
  Id<record::Item> find(const record::EvidenceRow& row) const;

 private:
  void put(const std::string& text, Id<record::Item> item);

  std::map<std::string, Id<record::Item>> items_;  // none: names several
};

}  // namespace muster
