#include "collect/notices.h"

#include <utility>

#include "base/text.h"

namespace muster {

namespace {

constexpr int kKept = 10;

}  // namespace

std::string in_quotes(std::string_view text) {
  return cat({"`", replace_all(visible(text), "\n", "\\u{000a}"), "`"});
}

std::string shown_path(std::string_view path) { return in_quotes(path.empty() ? "." : path); }

Diagnostic make_notice(Severity severity, std::string_view rule, std::string message,
                       std::string help) {
  Diagnostic notice;
  notice.severity = to_string(severity);
  notice.rule = rule;
  notice.message = std::move(message);
  notice.help = std::move(help);
  return notice;
}

void Notices::add(std::string_view fold, Diagnostic notice) {
  Fold& state = folds_.try_emplace(std::string(fold)).first->second;
  if (state.kept == kKept) {
    ++state.left_out;
    return;
  }
  ++state.kept;
  state.last = notices_.size();
  notices_.push_back(std::move(notice));
}

std::vector<Diagnostic> Notices::take() {
  for (const auto& [name, fold] : folds_)
    if (fold.left_out > 0)
      notices_[fold.last].notes.push_back(cat({"and ", number(fold.left_out), " more like this"}));
  folds_.clear();
  return std::exchange(notices_, {});
}

}  // namespace muster
