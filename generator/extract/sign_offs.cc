// Sign-offs that are no tables, shape by shape.
#include "extract/context.h"
#include "extract/sign_off_kinds.h"

namespace muster::extract {

void read_sign_offs(Context& context) {
  read_sign_off_boxes(context);
  read_sign_off_forms(context);
  read_sign_off_lines(context);
}

}  // namespace muster::extract
