// The one file that knows mustache: a page's data in the library's types, escaped on the way, and a
// context that notices the names that a page lacks.
#include "render/render.h"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <map>

#include "base/text.h"
#include "render/assets.h"
#include "render/loader.h"

namespace muster {
namespace {

using kainjow::mustache::data;

// Stands in the page until its icons are known. Text cannot imitate it: it comes out escaped.
constexpr std::string_view kSpritePlace = "<!--icons-->";

Error wrong_data(std::string message) { return make_error(ExitCode::internal, std::move(message)); }

// What of a page's data has a type that its name does not promise; empty = nothing.
std::string type_mismatch(std::string_view name, const Data& value) {
  const bool empty = std::holds_alternative<bool>(value.value());
  const bool address = std::holds_alternative<Url>(value.value());
  const bool markup = std::holds_alternative<Html>(value.value());
  if (empty) return {};
  if (names_address(name) != address)
    return cat({"“", name, address ? "” holds an address" : "” holds no checked address"});
  if (names_markup(name) != markup)
    return cat({"“", name, markup ? "” holds markup" : "” holds no markup"});
  return {};
}

data convert(const Data& value, std::string& problem);

data convert_list(const Data::List& list, std::string& problem) {
  data out(data::type::list);
  for (const Data& item : list) {
    const std::string mismatch = type_mismatch("an element of a list", item);
    if (!mismatch.empty()) problem = mismatch;
    out.push_back(convert(item, problem));
  }
  return out;
}

data convert_object(const Data::Object& object, std::string& problem) {
  data out(data::type::object);
  for (const auto& [name, value] : object) {
    const std::string mismatch = type_mismatch(name, value);
    if (!mismatch.empty()) problem = mismatch;
    out.set(name, convert(value, problem));
  }
  return out;
}

data convert(const Data& value, std::string& problem) {
  const auto& v = value.value();
  if (const auto* text = std::get_if<std::string>(&v)) return data(escape_html(*text));
  if (const auto* markup = std::get_if<Html>(&v)) return data(markup->str());
  if (const auto* url = std::get_if<Url>(&v)) return data(escape_html(url->str()));
  if (const auto* flag = std::get_if<bool>(&v))
    return data(*flag ? data::type::bool_true : data::type::bool_false);
  if (const auto* list = std::get_if<Data::List>(&v)) return convert_list(*list, problem);
  return convert_object(std::get<Data::Object>(v), problem);
}

// Looks names up from the innermost section outwards. Names carry the number of their tag.
class PageContext : public kainjow::mustache::basic_context<std::string> {
 public:
  PageContext(const data& page, const std::vector<Tag>& tags) : tags_(tags) { push(&page); }

  void push(const data* item) override { items_.push_back(item); }
  void pop() override { items_.pop_back(); }

  const data* get(const std::string& numbered) const override {
    const std::size_t at = numbered.rfind('@');
    const Tag& tag = tags_[static_cast<std::size_t>(std::stoul(numbered.substr(at + 1)))];
    const data* value = find(tag.name);
    if (value == nullptr) {
      note(tag, cat({"the page has no value named “", tag.name, "”"}));
      return nullptr;
    }
    if (tag.kind != TagKind::variable) return empty_text(*value) ? &no_ : value;
    if (!value->is_string() && !value->is_false()) note(tag, cat({"“", tag.name, "” is no text"}));
    return value;
  }
  const data* get_partial(const std::string&) const override { return nullptr; }

  /// The first tag that had no value, or null.
  const Tag* wrong_tag() const { return wrong_; }
  const std::string& problem() const { return problem_; }

 private:
  const data* find(const std::string& name) const {
    if (name == ".") return items_.back();
    for (auto it = items_.rbegin(); it != items_.rend(); ++it) {
      if (const data* value = (*it)->get(name)) return value;
      if (const data* answer = has_elements(**it, name)) return answer;
    }
    return nullptr;
  }
  // `has_rows` says whether the list `rows` has elements.
  const data* has_elements(const data& object, std::string_view name) const {
    constexpr std::string_view prefix = "has_";
    if (!name.starts_with(prefix)) return nullptr;
    const data* list = object.get(std::string(name.substr(prefix.size())));
    if (list == nullptr || !list->is_list()) return nullptr;
    return list->is_empty_list() ? &no_ : &yes_;
  }
  static bool empty_text(const data& value) {
    return value.is_string() && value.string_value().empty();
  }
  void note(const Tag& tag, std::string problem) const {
    if (wrong_ != nullptr) return;
    wrong_ = &tag;
    problem_ = std::move(problem);
  }

  const std::vector<Tag>& tags_;
  std::vector<const data*> items_;
  data no_{data::type::bool_false};
  data yes_{data::type::bool_true};
  mutable const Tag* wrong_ = nullptr;
  mutable std::string problem_;
};

struct Template {
  std::vector<Tag> tags;
  // The library's render is not const, yet it changes nothing of a template that has neither
  // lambdas nor partials, so threads may share one.
  mutable kainjow::mustache::mustache parsed;
};

}  // namespace

class Templates {
 public:
  std::map<std::string, Template, std::less<>> by_name;
};

Result<std::shared_ptr<const Templates>> load_templates(
    const std::optional<TemplateFolder>& overrides) {
  const Result<TemplateSet> set = read_templates(overrides);
  if (!set) return set.error();
  auto scanned = scan_templates(*set);
  if (!scanned) return scanned.error();
  auto templates = std::make_shared<Templates>();
  for (auto& [name, one] : *scanned) {
    kainjow::mustache::mustache parsed(one.text);
    if (!parsed.is_valid())
      return make_error(ExitCode::usage,
                        cat({shown_file(*set, name), ": ", parsed.error_message()}));
    parsed.set_custom_escape([](const std::string& text) { return text; });
    templates->by_name.emplace(name, Template{std::move(one.tags), std::move(parsed)});
  }
  return std::shared_ptr<const Templates>(std::move(templates));
}

Result<OutputFile> render(const Templates& templates, const Page& page) {
  const auto it = templates.by_name.find(page.template_name);
  if (it == templates.by_name.end())
    return wrong_data(cat({"there is no template “", page.template_name, "”"}));
  std::string problem;
  const data converted = convert_object(page.data, problem);
  if (!problem.empty()) return wrong_data(cat({"the page ", page.path, ": ", problem}));

  PageContext context(converted, it->second.tags);
  std::string markup = it->second.parsed.render(context);
  if (const Tag* tag = context.wrong_tag()) {
    Error error = make_error(ExitCode::usage, context.problem());
    error.diagnostic.path = tag->file;
    error.diagnostic.line = tag->line;
    error.diagnostic.rule = "template-invalid";
    error.diagnostic.notes.push_back(cat({"for the page ", page.path}));
    return error;
  }
  const std::size_t place = markup.find(kSpritePlace);
  if (place != std::string::npos) markup.replace(place, kSpritePlace.size(), sprite_for(markup));
  return OutputFile{page.path, std::move(markup)};
}

}  // namespace muster
