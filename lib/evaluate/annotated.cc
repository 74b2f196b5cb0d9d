// JSON lines: an object a document, with byte offsets. Offsets made by other programs are often counted in other units,
// so all that can be checked is: ends, character boundaries, and the surface where the data repeats it.
#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "document/json.h"
#include "evaluate/gold.h"

namespace skillfit {
namespace {

using Json = nlohmann::json;

constexpr std::uint32_t kNesting = 64;

// The string at `key`; empty if there is none.
std::string string_at(const Json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

const Json* array_at(const Json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_array() ? &*member : nullptr;
}

std::string span_text(SourceSpan span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

// Two whole numbers that make a span of `text`.
Result<SourceSpan> parse_span(const Json& begin, const Json& end, std::string_view text, const GoldPlace& at) {
  if (!begin.is_number_unsigned() || !end.is_number_unsigned())
    return refuse(at, "a span wants a begin and an end, both whole numbers of bytes");
  const auto first = begin.get<std::uint64_t>(), last = end.get<std::uint64_t>();
  const std::string shown = "[" + std::to_string(first) + ", " + std::to_string(last) + ")";
  if (last > text.size())
    return refuse(at, "the span " + shown + " leaves the text of " + std::to_string(text.size()) + " bytes");
  if (first >= last) return refuse(at, "the span " + shown + " is empty or begins behind its end");
  if (utf8_floor(text, first) != first || utf8_floor(text, last) != last)
    return refuse(at, "the span " + shown + " cuts a character in two: offsets are bytes of UTF-8");
  return SourceSpan{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

Result<GoldMention> parse_mention(const Json& object, const GoldDocument& document, const GoldPlace& at) {
  if (!object.is_object()) return refuse(at, "a mention is an object with begin and end");
  const Result<SourceSpan> span =
      parse_span(object.value("begin", Json()), object.value("end", Json()), document.text, at);
  if (!span) return tl::unexpected(span.error());
  GoldMention mention{*span, string_at(object, "type"), string_at(object, "skill"), {}};
  const std::string surface = string_at(object, "surface"), stance = string_at(object, "stance");
  if (!surface.empty() && surface != slice(document.text, *span))
    return refuse(at, "the span " + span_text(*span) + " does not hold its surface", surface);
  if (stance.empty()) return mention;
  const Result<Stance> parsed = parse_stance(stance, document.as, at);
  if (!parsed) return tl::unexpected(parsed.error());
  mention.stance = *parsed;
  return mention;
}

Result<GoldMention> parse_pair(const Json& pair, const Json& type, const GoldDocument& document, const GoldPlace& at) {
  if (!pair.is_array() || pair.size() != 2 || !type.is_string())
    return refuse(at, "spans are [begin, end], with a string each in types");
  const Result<SourceSpan> span = parse_span(pair[0], pair[1], document.text, at);
  if (!span) return tl::unexpected(span.error());
  return GoldMention{*span, type.get<std::string>(), {}, {}};
}

Result<void> parse_mentions(const Json& object, GoldDocument& document, const GoldPlace& at) {
  const Json *mentions = array_at(object, "mentions"), *spans = array_at(object, "spans"),
             *types = array_at(object, "types");
  if (mentions == nullptr && (spans == nullptr || types == nullptr || spans->size() != types->size()))
    return refuse(at, "marks nothing: give mentions, or spans and as many types");
  for (std::size_t i = 0, count = mentions != nullptr ? mentions->size() : spans->size(); i < count; ++i) {
    Result<GoldMention> mention = mentions != nullptr ? parse_mention((*mentions)[i], document, at)
                                                      : parse_pair((*spans)[i], (*types)[i], document, at);
    if (!mention) return tl::unexpected(mention.error());
    document.mentions.push_back(std::move(*mention));
  }
  return {};
}

// Spans of different types may lie in each other (a tool inside a phrase that is a skill); of one type, they would be
// counted twice.
Result<void> check_overlaps(std::vector<GoldMention> mentions, const GoldPlace& at) {
  const auto before = [](const GoldMention& a, const GoldMention& b) {
    return a.type != b.type ? a.type < b.type : a.span < b.span;
  };
  std::sort(mentions.begin(), mentions.end(), before);
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const GoldMention &a = mentions[i - 1], &b = mentions[i];
    if (a.type != b.type || b.span.begin >= a.span.end) continue;
    const std::string type = a.type.empty() ? "" : " of type '" + a.type + "'";
    return refuse(at, "the spans " + span_text(a.span) + " and " + span_text(b.span) + type + " overlap");
  }
  return {};
}

Result<void> parse_as_and_part(const Json& object, GoldDocument& document, const GoldPlace& at) {
  document.part = string_at(object, "source");
  const std::string as = string_at(object, "as");
  if (as.empty()) return {};
  const Result<As> parsed = parse_as(as, at);
  if (!parsed) return tl::unexpected(parsed.error());
  document.as = *parsed;
  if (document.part.empty()) document.part = as;
  return {};
}

Result<GoldDocument> parse_line(std::string_view line, const GoldPlace& at) {
  const Result<Json> object = parse_json(line, kNesting);
  if (!object) return refuse(at, object.error().message, line);
  if (!object->is_object()) return refuse(at, "a line is an object, one a document", line);
  GoldDocument document;
  document.id = string_at(*object, "id");
  if (document.id.empty()) document.id = string_at(*object, "path");
  if (document.id.empty()) document.id = at.path + "#" + std::to_string(at.line);
  document.text = string_at(*object, "text");
  if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(at, "has no text", line);
  if (document.text.size() > std::numeric_limits<std::int32_t>::max()) return refuse(at, "the text is too large");
  Result<void> done = parse_as_and_part(*object, document, at);
  if (done) done = parse_mentions(*object, document, at);
  if (done) done = check_overlaps(document.mentions, at);
  if (!done) return tl::unexpected(done.error());
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const GoldMention& a, const GoldMention& b) { return a.span < b.span; });
  return document;
}

}  // namespace

Result<GoldDocuments> parse_annotated(std::string_view bytes, const std::string& path) {
  GoldDocuments documents;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    Result<GoldDocument> document = parse_line(line, {path, number});
    if (!document) return tl::unexpected(document.error());
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace skillfit
