// Which language a text is in, as far as that matters here: whether it is one that the lexicon does not speak. A text
// is told by its little words (P. Henrich, "Language identification for the automatic grapheme-to-phoneme conversion of
// foreign words", Eurospeech 1989): they are frequent, and nobody writes a page without them.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "profile/parts.h"
#include "token/print.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kEnoughWords = 25;
constexpr std::uint32_t kSample = 150;  // tokens at least that are looked at, evenly over the text: shares need no more
constexpr std::uint32_t kForeignPercent = 6;          // little words of another language among all words, at least
constexpr std::size_t kEnoughBytes = 60;              // of words that are not in Latin letters
constexpr char32_t kBeyondLatin = 0x0370;             // Greek and everything after it ...
constexpr char32_t kLatinAgain[] = {0x1E00, 0x2100};  // ... but for more Latin letters and signs

// Words that mean nothing in English, or hardly ever stand in such a text.
struct LittleWords {
  std::string_view language;
  std::array<std::string_view, 18> words;
};
constexpr std::string_view kEnglish[] = {"the", "and", "of", "to", "for", "with",
                                         "is",  "are", "on", "by", "our", "you"};
constexpr LittleWords kForeign[] = {
    {"German",
     {"und", "der", "das", "mit", "für", "von", "zum", "zur", "den", "sowie", "bei", "auf", "wir", "eine", "einer",
      "ist", "sie", "im"}},
    {"French",
     {"et", "des", "les", "du", "pour", "dans", "une", "avec", "sur", "est", "nous", "vous", "aux", "le", "la", "ou",
      "sont", "votre"}},
    {"Spanish",
     {"y", "los", "las", "del", "para", "con", "una", "por", "el", "la", "de", "su", "como", "más", "al", "se",
      "nuestro", "experiencia"}},
    {"Portuguese",
     {"e", "dos", "das", "para", "com", "uma", "em", "não", "os", "da", "na", "no", "ao", "ou", "por", "são", "mais",
      "experiência"}},
    {"Italian",
     {"di", "che", "della", "per", "con", "il", "alla", "sono", "nel", "gli", "le", "dei", "una", "la", "del", "nella",
      "è", "esperienza"}},
    {"Dutch",
     {"het", "een", "van", "met", "voor", "wij", "zijn", "op", "je", "de", "bij", "naar", "ook", "als", "uit", "te",
      "aan", "ervaring"}},
    {"Polish",
     {"oraz", "się", "dla", "nie", "jest", "z", "w", "na", "od", "po", "przez", "lub", "jako", "są", "za", "ze",
      "naszej", "pracy"}},
    {"Swedish",
     {"och", "att", "för", "med", "som", "är", "på", "av", "det", "en", "ett", "vi", "till", "du", "har", "om", "vara",
      "våra"}},
};

constexpr std::size_t kLanguages = std::size(kForeign);
static_assert(kLanguages <= 8, "a language is a bit");

// By a part of a word's print, the languages that may have the word: nearly all words are passed over by one look.
constexpr unsigned kFilterBits = 12;
constexpr std::array<std::uint8_t, 1u << kFilterBits> kFilter = [] {
  std::array<std::uint8_t, 1u << kFilterBits> filter{};
  for (std::size_t language = 0; language < kLanguages; ++language) {
    for (const std::string_view word : kForeign[language].words) {
      filter[print_of(word) >> (kPrintBits - kFilterBits)] |= static_cast<std::uint8_t>(1u << language);
    }
  }
  return filter;
}();

bool is_beyond_latin(std::string_view word) {
  constexpr unsigned char kLeast = 0xCD;  // the first byte of U+0370
  if (static_cast<unsigned char>(word.front()) < kLeast) return false;
  std::size_t at = 0;
  const char32_t first = decode_utf8(word, at);
  return first >= kBeyondLatin && (first < kLatinAgain[0] || first >= kLatinAgain[1]);
}

struct Counts {
  std::uint32_t words = 0;
  std::size_t bytes = 0, beyond_latin = 0;
  std::array<std::uint32_t, kLanguages> little{};
};

std::uint32_t stride_of(const Tokens& tokens) {
  return std::max(tokens.size() / kSample, 1u);
}

Counts count(const Tokens& tokens) {
  Counts counts;
  const std::uint32_t stride = stride_of(tokens);
  for (std::uint32_t i = 0; i < tokens.size(); i += stride) {
    if (tokens[i].kind != TokenKind::word || tokens[i].numeric) continue;
    const std::string_view word = tokens.word(i);
    ++counts.words;
    counts.bytes += word.size();
    if (is_beyond_latin(word)) counts.beyond_latin += word.size();
    const unsigned may = kFilter[tokens.print(i) >> (kPrintBits - kFilterBits)];
    for (std::size_t language = 0; may >> language != 0; ++language) {
      const auto& words = kForeign[language].words;
      const bool has = (may >> language & 1u) != 0 && std::find(words.begin(), words.end(), word) != words.end();
      counts.little[language] += has ? 1 : 0;
    }
  }
  return counts;
}

std::uint32_t count_english(const Tokens& tokens) {
  std::uint32_t english = 0;
  const std::uint32_t stride = stride_of(tokens);
  for (std::uint32_t i = 0; i < tokens.size(); i += stride) {
    english += tokens[i].kind == TokenKind::word &&
               std::find(std::begin(kEnglish), std::end(kEnglish), tokens.word(i)) != std::end(kEnglish);
  }
  return english;
}

}  // namespace

std::string_view foreign_language(const Tokens& tokens) {
  const Counts counts = count(tokens);
  if (counts.beyond_latin >= kEnoughBytes && 2 * counts.beyond_latin > counts.bytes) {
    return "a language that is not written in Latin letters";
  }
  const auto most = std::max_element(counts.little.begin(), counts.little.end());
  if (counts.words < kEnoughWords || *most * 100 < counts.words * kForeignPercent) return {};
  return *most > count_english(tokens) ? kForeign[most - counts.little.begin()].language : std::string_view();
}

}  // namespace skillfit
