// Sign-offs that are no tables, shape by shape, and those that front matter asks for.
#include <algorithm>

#include "extract/context.h"
#include "extract/sign_off_kinds.h"

namespace muster::extract {

namespace {

// Whoever must sign and has no row yet gets one that is not signed.
void add_missing_signers(Context& context) {
  for (const record::RequiredSigner& required : context.records.required_signers) {
    const std::string words = normal_words(required.role);
    const bool known =
        std::any_of(context.records.sign_offs.begin(), context.records.sign_offs.end(),
                    [&](const record::SignOff& sign_off) {
                      return has_phrase(normal_words(sign_off.role), words) ||
                             has_phrase(normal_words(sign_off.name.text), words);
                    });
    if (known) continue;
    record::SignOff sign_off;
    sign_off.shape = record::SignOffShape::fields;
    sign_off.role = required.role;
    sign_off.section = Id<record::Section>(0);
    sign_off.line = required.line;
    context.records.sign_offs.add(std::move(sign_off));
  }
}

}  // namespace

void read_sign_offs(Context& context) {
  read_sign_off_boxes(context);
  read_sign_off_forms(context);
  read_sign_off_paragraphs(context);
  read_sign_off_lines(context);
  add_missing_signers(context);
}

}  // namespace muster::extract
