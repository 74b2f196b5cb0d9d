// A new run begins only where the distance between the two texts changes, or where a stretch has no inner
// correspondence (a ligature, a composed accent, a deleted character). Plain ASCII therefore has no runs, and neither
// has text whose characters fold to others of the same size.
#include "text/builder.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstring>

#include "base/utf8.h"
#include "text/icu.h"

namespace skillfit {
namespace {

constexpr std::size_t kChunk = 32;

char lower(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool upper = static_cast<unsigned char>(byte - 'A') < 26;
  return static_cast<char>(byte | (upper ? 0x20 : 0));
}

// The loop that compilers turn into vector code: returns whether all bytes were ASCII.
bool lower_chunk(const char* from, char* to) {
  unsigned char high = 0;
  for (std::size_t i = 0; i < kChunk; ++i) {
    high |= static_cast<unsigned char>(from[i]);
    to[i] = lower(from[i]);
  }
  return high < 0x80;
}

bool is_one_character(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  decode_utf8(text, at);
  return at == text.size();
}

}  // namespace

TextBuilder::TextBuilder(std::string_view source) : source_(source) {
  text_.buffer_.assign(source.size() + Text::kPadding, '\0');
  text_.source_size_ = source.size();
}

void TextBuilder::lower_ascii(std::size_t limit) {
  const std::size_t start = source_at_;
  std::size_t at = start;
  char* const to = text_.buffer_.data() + text_.size_ - start;
  while (at + kChunk <= limit && lower_chunk(source_.data() + at, to + at)) at += kChunk;
  for (; at < limit && static_cast<unsigned char>(source_[at]) < 0x80; ++at) to[at] = lower(source_[at]);
  if (at > start) map(at - start, at - start, true);
}

void TextBuilder::append(std::size_t source_size, std::string_view folded, bool one_to_one) {
  make_room(source_size, folded.size());
  std::memcpy(text_.buffer_.data() + text_.size_, folded.data(), folded.size());
  map(source_size, folded.size(), one_to_one);
}

void TextBuilder::append_icu(std::size_t source_size) {
  const std::string_view segment = source_.substr(source_at_, source_size);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;  // only running out of memory could change it
  folding().normalizeUTF8(0, icu::StringPiece(segment.data(), static_cast<int32_t>(segment.size())), sink, &edits,
                          status);
  make_room(source_size, folded.size());
  std::memcpy(text_.buffer_.data() + text_.size_, folded.data(), folded.size());
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    const auto before = static_cast<std::size_t>(edit.oldLength());
    const auto after = static_cast<std::size_t>(edit.newLength());
    const bool one_to_one =
        !edit.hasChange() ||
        (before == after && is_one_character(segment.substr(static_cast<std::size_t>(edit.sourceIndex()), before)) &&
         is_one_character(std::string_view(folded).substr(static_cast<std::size_t>(edit.destinationIndex()), after)));
    map(before, after, one_to_one);
  }
}

Text TextBuilder::finish() && {
  text_.buffer_.resize(text_.size_);
  text_.buffer_.resize(text_.size_ + Text::kPadding);  // zeros again where something longer had been
  return std::move(text_);
}

void TextBuilder::map(std::size_t source_size, std::size_t folded_size, bool one_to_one) {
  const auto folded = static_cast<std::uint32_t>(text_.size_);
  const auto source = static_cast<std::uint32_t>(source_at_);
  const bool straight = text_.runs_.empty() ? folded == source
                                            : text_.runs_.back().one_to_one && folded - text_.runs_.back().folded ==
                                                                                   source - text_.runs_.back().source;
  if (!one_to_one || !straight) text_.runs_.push_back({folded, source, one_to_one});
  source_at_ += source_size;
  text_.size_ += folded_size;
}

// Keeps the promise that whatever follows fits as long as it does not grow.
void TextBuilder::make_room(std::size_t source_size, std::size_t folded_size) {
  const std::size_t rest = source_.size() - source_at_ - source_size;
  const std::size_t needed = text_.size_ + folded_size + rest + Text::kPadding;
  if (needed > text_.buffer_.size()) text_.buffer_.resize(needed + needed / 8);
}

}  // namespace skillfit
