// Beyond ASCII: Unicode's general categories, with the typography of resumes laid over them. That includes what word
// processors leave behind in plain text: bullets of the symbol fonts in the private use area, and Windows-1252
// punctuation that was taken for control characters.
#include "token/characters.h"

#include <unicode/uchar.h>

#include "text/code_points.h"

namespace skillfit {
namespace {

struct Range {
  char32_t first, last;
  CharacterKind kind;
  char stands_for;
};

using enum CharacterKind;

// Ascending.
constexpr Range kTypography[] = {
    {0x0085, 0x0085, newline, ' '},  // next line
    {0x0091, 0x0092, symbol, '\''},  // Windows-1252 single quotes
    {0x0093, 0x0094, stop, '"'},     // Windows-1252 double quotes
    {0x0095, 0x0095, bullet, '*'},   // Windows-1252 bullet
    {0x0096, 0x0097, dash, '-'},     // Windows-1252 dashes
    {0x00AB, 0x00AB, stop, '"'},     // left guillemet
    {0x00B7, 0x00B7, bullet, '*'},   // middle dot
    {0x00BB, 0x00BB, stop, '"'},     // right guillemet
    {0x02B9, 0x02B9, symbol, '\''},  // modifier letter prime
    {0x02BB, 0x02BD, symbol, '\''},  // modifier letter apostrophe and turned commas
    {0x058A, 0x058A, symbol, '-'},   // Armenian hyphen
    {0x05BE, 0x05BE, symbol, '-'},   // Hebrew maqaf
    {0x05F3, 0x05F3, symbol, '\''},  // Hebrew geresh
    {0x05F4, 0x05F4, stop, '"'},     // Hebrew gershayim
    {0x060C, 0x060C, stop, ','},     // Arabic comma
    {0x061B, 0x061B, stop, ';'},     // Arabic semicolon
    {0x061F, 0x061F, stop, '?'},     // Arabic question mark
    {0x2010, 0x2011, symbol, '-'},   // hyphens
    {0x2012, 0x2015, dash, '-'},     // figure dash, en dash, em dash, horizontal bar
    {0x2018, 0x2019, symbol, '\''},  // single quotes
    {0x201A, 0x201A, stop, ','},     // low single quote
    {0x201B, 0x201B, symbol, '\''},  // reversed single quote
    {0x201C, 0x201F, stop, '"'},     // double quotes
    {0x2022, 0x2023, bullet, '*'},   // bullet, triangular bullet
    {0x2027, 0x2027, bullet, '*'},   // hyphenation point
    {0x2028, 0x2029, newline, ' '},  // line and paragraph separators
    {0x2032, 0x2032, symbol, '\''},  // prime
    {0x2039, 0x203A, stop, '"'},     // single guillemets
    {0x2043, 0x2043, bullet, '*'},   // hyphen bullet
    {0x2044, 0x2044, symbol, '/'},   // fraction slash
    {0x204C, 0x204D, bullet, '*'},   // leftwards and rightwards bullets
    {0x2190, 0x21FF, bullet, '*'},   // arrows
    {0x2212, 0x2212, symbol, '-'},   // minus
    {0x2215, 0x2215, symbol, '/'},   // division slash
    {0x2219, 0x2219, bullet, '*'},   // bullet operator
    {0x22C5, 0x22C5, bullet, '*'},   // dot operator
    {0x25A0, 0x25FF, bullet, '*'},   // geometric shapes
    {0x2605, 0x2606, bullet, '*'},   // stars
    {0x2660, 0x2667, bullet, '*'},   // card suits
    {0x2700, 0x27BF, bullet, '*'},   // dingbats
    {0x27F0, 0x27FF, bullet, '*'},   // long arrows
    {0x2900, 0x297F, bullet, '*'},   // more arrows
    {0x2B00, 0x2BFF, bullet, '*'},   // still more arrows and shapes
    {0x3001, 0x3001, stop, ','},     // ideographic comma
    {0x30FB, 0x30FB, bullet, '*'},   // katakana middle dot
    {0xF020, 0xF0FF, bullet, '*'},   // symbol fonts in the private use area
};

Character classify(char32_t c) {
  if (c < 0x80) return ascii_character(static_cast<char>(c));
  for (const Range& range : kTypography) {
    if (range.first <= c && c <= range.last) return {range.kind, value_of(range.stands_for)};
  }
  const auto code_point = static_cast<UChar32>(c);
  if (u_isalnum(code_point) || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0) return {word, 0};
  return {u_isUWhiteSpace(code_point) ? space : stop, 0};
}

constinit const CodePointTable<Character> kCharacters(classify);

}  // namespace

Character character(char32_t c) {
  return kCharacters[c];
}

}  // namespace skillfit
