// What a project may add to the vocabulary, and what is to be told of a word that it adds.
#include "base/text.h"
#include "extract/columns.h"
#include "extract/dialect.h"
#include "extract/extract.h"

namespace muster {

VocabularyGuide vocabulary_guide() {
  VocabularyGuide guide;
  guide.tables = extract::known_tables();
  guide.remark_on_status = extract::remark_on_status;
  guide.remark_on_header = extract::remark_on_header;
  return guide;
}

}  // namespace muster
