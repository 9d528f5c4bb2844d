#include "filing/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "value/text.h"

namespace stakebook {
namespace {

constexpr int span_max = 99;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

int span_of(std::string_view text) {
  return std::clamp(parse_digits(trimmed(text)).value_or(1), 1, span_max);
}

// Gets the parser's events and puts them in a tree.
class TreeBuilder {
 public:
  explicit TreeBuilder(const HtmlLimits& limits) : limits_(limits) {
    tree_.emplace_back();
    open_.push_back(0);
  }

  void watch(htmlParserCtxtPtr parser) { parser_ = parser; }

  void start(std::string_view name, const xmlChar** attributes) {
    if (is_hidden(name)) {
      ++hidden_;
      return;
    }
    HtmlNode* node = add();
    if (node == nullptr) return;
    node->name = name;
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      take_attribute(view(attributes[0]), view(attributes[1]), *node);
    }
    open_.push_back(tree_.size() - 1);
    if (open_.size() > static_cast<std::size_t>(limits_.depth_max)) stop();
  }

  // An end without a start is nothing; what was not closed inside ends with it.
  void end(std::string_view name) {
    if (is_hidden(name)) {
      hidden_ -= hidden_ > 0 ? 1 : 0;
      return;
    }
    std::size_t depth = open_.size();
    while (depth > 1 && tree_[open_[depth - 1]].name != name) --depth;
    if (depth > 1) close_to(depth - 1);
  }

  void characters(std::string_view text) {
    if (hidden_ > 0) return;
    HtmlNode& last = tree_.back();
    if (last.name.empty() && tree_.size() > 1 && last.parent == open_.back()) {
      last.text.append(text);
    } else if (HtmlNode* node = add()) {
      node->text = text;
    }
  }

  std::optional<HtmlTree> finish() {
    close_to(0);
    if (stopped_) return std::nullopt;
    return std::move(tree_);
  }

 private:
  static bool is_hidden(std::string_view name) { return name == "script" || name == "style"; }

  HtmlNode* add() {
    if (hidden_ > 0 || stopped_) return nullptr;
    if (tree_.size() >= limits_.nodes_max) {
      stop();
      return nullptr;
    }
    HtmlNode node;
    node.parent = open_.back();
    node.end = tree_.size() + 1;
    node.line = parser_->input == nullptr ? 0 : parser_->input->line;
    tree_.push_back(std::move(node));
    return &tree_.back();
  }

  static void take_attribute(std::string_view name, std::string_view value, HtmlNode& node) {
    if (name == "href") node.link = value;
    if (name == "colspan") node.colspan = span_of(value);
    if (name == "rowspan") node.rowspan = span_of(value);
    if (name == "checked") node.ticked = true;
  }

  void close_to(std::size_t depth) {
    while (open_.size() > depth) {
      tree_[open_.back()].end = tree_.size();
      open_.pop_back();
    }
  }

  void stop() {
    stopped_ = true;
    xmlStopParser(parser_);
  }

  HtmlLimits limits_;
  htmlParserCtxtPtr parser_ = nullptr;
  HtmlTree tree_;
  std::vector<std::size_t> open_;
  int hidden_ = 0;
  bool stopped_ = false;
};

TreeBuilder& builder(void* context) { return *static_cast<TreeBuilder*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder(context).start(view(name), attributes);
}
void on_end(void* context, const xmlChar* name) { builder(context).end(view(name)); }
void on_text(void* context, const xmlChar* text, int size) {
  builder(context).characters(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}
// The parser reports what it repairs; every page has something.
void on_error(void* /*context*/, const char* /*message*/, ...) {}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

std::optional<HtmlTree> html_tree(std::string_view text, const HtmlLimits& limits) {
  static const bool ready = [] {
    xmlInitParser();
    return true;
  }();
  static_cast<void>(ready);
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::nullopt;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (parser == nullptr) return std::nullopt;
  TreeBuilder tree(limits);
  tree.watch(parser.get());
  htmlSAXHandler events{};
  events.startElement = on_start;
  events.endElement = on_end;
  events.characters = on_text;
  events.ignorableWhitespace = on_text;
  events.error = on_error;
  events.warning = on_error;
  *parser->sax = events;
  parser->userData = &tree;
  constexpr int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;
  htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                     options);
  return tree.finish();
}

}  // namespace stakebook
