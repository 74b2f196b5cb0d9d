// One walk over the words of the text finds all signs. Each is narrow on purpose: people who work with language models
// write of prompts, Persian needs its joiners, and Greek letters stand in formulas.
#include "document/diagnosis.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "base/utf8.h"

namespace skillfit {
namespace {

// Letters and what stands invisibly between them.
struct Word {
  SourceSpan span;
  bool latin = false;
  bool foreign = false;     // letters of a script whose letters pass for Latin ones
  bool zero_width = false;  // something invisible between two ASCII letters
};

bool is_zero_width(UChar32 c) {
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x180E;
}

bool is_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

bool passes_for_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK || script == USCRIPT_ARMENIAN ||
         script == USCRIPT_CHEROKEE || script == USCRIPT_COPTIC || script == USCRIPT_LISU;
}

bool is_ascii_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

// The next word at or after `at`, which moves behind it. An empty span at the end of the text.
Word next_word(std::string_view text, std::size_t& at) {
  Word word;
  bool after_ascii = false, gap = false;
  const auto extend = [&](std::size_t begin) {
    if (word.span.end == 0) word.span.begin = static_cast<std::uint32_t>(begin);
    word.span.end = static_cast<std::uint32_t>(at);
    gap = false;
  };
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    if (at > begin) {
      word.zero_width |= gap;
      word.latin = after_ascii = true;
      extend(begin);
    } else if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (word.span.end > 0) break;
      ++at;
    } else if (const auto c = static_cast<UChar32>(decode_utf8(text, at)); is_zero_width(c)) {
      gap |= after_ascii;
    } else if (u_isalpha(c)) {
      const bool latin = is_latin(c);
      word.latin |= latin;
      word.foreign |= !latin && passes_for_latin(c);
      after_ascii = false;
      extend(begin);
    } else if (word.span.end > 0) {
      break;
    }
  }
  return word;
}

// The letters of a word: ASCII in lower case, others as they are, and nothing invisible.
std::string letters_of(std::string_view text, SourceSpan word) {
  std::string letters;
  for (std::size_t at = word.begin; at < word.end;) {
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(decode_utf8(text, at));
    if (c < 0x80)
      letters += static_cast<char>(c | 32);
    else if (!is_zero_width(c))
      letters.append(text.substr(begin, at - begin));
  }
  return letters;
}

// Whether a word of two scripts reads as a Latin one: "P\u0443thon".
bool looks_latin(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  static USpoofChecker* const kChecker = uspoof_open(&status);  // one for the process, never changed
  std::array<char, 256> skeleton;
  const std::int32_t size = uspoof_getSkeletonUTF8(kChecker, 0, word.data(), static_cast<std::int32_t>(word.size()),
                                                   skeleton.data(), skeleton.size(), &status);
  if (U_FAILURE(status)) return false;
  return std::all_of(skeleton.data(), skeleton.data() + size, [](char c) { return static_cast<signed char>(c) > 0; });
}

// Speech to a model: a verb, within a few words something earlier, and what it was told. Or one of the phrases with
// which nobody addresses people. Both end in one of few words, and only then the words before are looked at.
class Instructions {
 public:
  explicit Instructions(std::string_view text) : text_(text) {}

  // True if this word completes one.
  bool hear(SourceSpan word) {
    last_[heard_++ % kHeard] = word;
    if (!may_complete(word)) return false;
    Said said;  // the oldest first
    for (std::size_t i = 0; i < kHeard; ++i) said[i] = letters_of(text_, last_[(heard_ + i) % kHeard]);
    return is_order(said) || is_address(said);
  }

 private:
  static constexpr std::size_t kHeard = 8;
  using Said = std::array<std::string, kHeard>;
  static constexpr std::array<std::string_view, 5> kVerbs = {"ignore", "disregard", "forget", "override", "bypass"};
  static constexpr std::array<std::string_view, 8> kEarlier = {"previous", "prior",     "above",    "earlier",
                                                               "all",      "preceding", "existing", "system"};
  static constexpr std::array<std::string_view, 4> kTold = {"instructions", "instruction", "prompt", "prompts"};
  static constexpr std::array<std::string_view, 2> kModels = {"model", "llm"};
  static constexpr std::array<std::string_view, 8> kPhrases = {
      "if you are an ai model",    "if you are an ai language model",   "if you are a language model",
      "if you are an llm",         "if you are a large language model", "as an ai language model",
      "instructions to the model", "instructions for the model"};

  template <std::size_t N>
  static bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  }

  bool may_complete(SourceSpan word) const {
    const char first = static_cast<char>(text_[word.begin] | 32);
    if (first != 'i' && first != 'p' && first != 'm' && first != 'l') return false;  // most words end here
    const std::string letters = letters_of(text_, word);
    return is_one_of(kTold, letters) || is_one_of(kModels, letters);
  }

  static bool is_order(const Said& said) {
    if (!is_one_of(kTold, said.back())) return false;
    std::size_t i = 0;
    while (i < kHeard && !is_one_of(kVerbs, said[i])) ++i;
    while (i < kHeard && !is_one_of(kEarlier, said[i])) ++i;
    return i < kHeard;
  }

  static bool is_address(const Said& said) {
    if (!is_one_of(kModels, said.back())) return false;
    std::string all;
    for (const std::string& word : said) all += (all.empty() ? "" : " ") + word;
    return std::ranges::any_of(kPhrases, [&](std::string_view phrase) {
      return all.ends_with(phrase) && (all.size() == phrase.size() || all[all.size() - phrase.size() - 1] == ' ');
    });
  }

  std::string_view text_;
  std::array<SourceSpan, kHeard> last_;  // a ring: word n stands at n % kHeard
  std::size_t heard_ = 0;
};

struct Sign {
  std::size_t count = 0;
  SourceSpan first;
  void add(SourceSpan span) {
    if (count++ == 0) first = span;
  }
};

void add_note(const Sign& sign, const char* code, const std::string& message, Document& document) {
  if (sign.count == 0) return;
  document.notes.push_back(
      {code, std::to_string(sign.count) + (sign.count == 1 ? " word " : " words ") + message, sign.first});
}

bool is_margin(const Block& block) {
  return block.kind == BlockKind::header || block.kind == BlockKind::footer;
}

// Words that stand in the headers and footers of pages and nowhere else.
Sign words_of_margins(const Document& document) {
  constexpr std::size_t kWord = 3;
  std::set<std::string> body;
  Sign sign;
  for (const bool in_margin : {false, true}) {
    for (const Block& block : document.blocks) {
      if (is_margin(block) != in_margin) continue;
      const std::string_view text = std::string_view(document.text).substr(0, block.span.end);
      for (std::size_t at = block.span.begin; at < text.size();) {
        const SourceSpan word = next_word(text, at).span;
        std::string letters = letters_of(text, word);
        if (letters.size() < kWord) continue;
        if (body.insert(std::move(letters)).second && in_margin) sign.add(word);
      }
    }
  }
  return sign;
}

}  // namespace

void diagnose(Document& document) {
  constexpr std::size_t kMargin = 3;  // words; "Page 1 of 2" is no news
  Sign zero_width, look_alike, instructions;
  Instructions ear(document.text);
  for (std::size_t at = 0; at < document.text.size();) {
    const Word word = next_word(document.text, at);
    if (word.span.empty()) break;
    if (word.zero_width) zero_width.add(word.span);
    if (word.latin && word.foreign && looks_latin(letters_of(document.text, word.span))) look_alike.add(word.span);
    if (ear.hear(word.span)) instructions.add(word.span);
  }
  add_note(zero_width, "zero_width", "with invisible characters between the letters", document);
  add_note(look_alike, "look_alike", "with letters of another alphabet that look like Latin ones", document);
  if (instructions.count > 0) {
    document.notes.push_back({"instructions", "speaks to a language model rather than to people", instructions.first});
  }
  if (std::ranges::none_of(document.blocks, is_margin)) return;
  const Sign margin = words_of_margins(document);
  if (margin.count >= kMargin)
    add_note(margin, "header_text", "only in page headers or footers, where many programs do not look", document);
}

}  // namespace skillfit
