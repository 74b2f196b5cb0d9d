// A new run begins only where the distance between the two texts changes, or where a stretch has no inner
// correspondence (a ligature, a composed accent, a deleted character). Plain ASCII therefore has no runs, and neither
// has text whose characters fold to others of the same size.
#include "text/builder.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstring>

#include "base/utf8.h"
#include "text/folding.h"
#include "text/seams.h"

namespace skillfit {
namespace {

// Compilers turn this into vector code.
void lower_ascii(const char* from, char* to, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(from[i]);
    const bool upper = static_cast<unsigned char>(byte - 'A') < 26;
    to[i] = static_cast<char>(byte | (upper ? 0x20 : 0));
  }
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

void TextBuilder::append_ascii(std::size_t size) {
  lower_ascii(source_.data() + source_at_, text_.buffer_.data() + text_.size_, size);
  map(size, size, true);
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
  nfkc_casefold().normalizeUTF8(0, icu::StringPiece(segment.data(), static_cast<int32_t>(segment.size())), sink, &edits,
                                status);
  make_room(source_size, folded.size());
  std::memcpy(text_.buffer_.data() + text_.size_, folded.data(), folded.size());
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    const auto before = static_cast<std::size_t>(edit.oldLength());
    const auto after = static_cast<std::size_t>(edit.newLength());
    if (!edit.hasChange()) {
      map(before, after, true);
      continue;
    }
    const std::string_view from = segment.substr(static_cast<std::size_t>(edit.sourceIndex()), before);
    const std::string_view to =
        std::string_view(folded).substr(static_cast<std::size_t>(edit.destinationIndex()), after);
    map_change(from, to);
  }
}

// ICU's changes take neighbouring deleted characters with them; for us these belong to nobody.
void TextBuilder::map_change(std::string_view from, std::string_view to) {
  std::size_t begin = 0;
  std::size_t end = from.size();
  for (std::size_t next = 0; next < end && folding_of(decode_utf8(from, next)).size == 0;) begin = next;
  while (end > begin) {
    const std::size_t last = utf8_floor(from, end - 1);
    std::size_t at = last;
    if (folding_of(decode_utf8(from, at)).size != 0) break;
    end = last;
  }
  if (begin > 0) map(begin, 0, false);
  if (end > begin) {
    const bool one_to_one =
        end - begin == to.size() && is_one_character(to) && is_one_character(from.substr(begin, end - begin));
    map(end - begin, to.size(), one_to_one);
  }
  if (end < from.size()) map(from.size() - end, 0, false);
}

// A seam inside a run that is not one to one (a capital with an accent of its own) is none.
void TextBuilder::add_seams() {
  const auto& runs = text_.runs_;
  auto next = runs.begin();
  for (const std::uint32_t seam : find_seams(source_)) {
    while (next != runs.end() && next->source <= seam) ++next;
    const Text::Run run = next == runs.begin() ? Text::Run{0, 0, true} : next[-1];
    if (run.one_to_one) text_.seams_.push_back(run.folded + (seam - run.source));
  }
}

Text TextBuilder::finish() && {
  add_seams();
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
