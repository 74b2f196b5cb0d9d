#include "report/html_page.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "report/words.h"

// NOLINTBEGIN(readability-identifier-naming): as embed.S names them
extern "C" {
extern const char skillfit_page_style_begin[], skillfit_page_style_end[];
extern const char skillfit_rank_script_begin[], skillfit_rank_script_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace skillfit {
namespace {

std::string_view style() {
  return {skillfit_page_style_begin, static_cast<std::size_t>(skillfit_page_style_end - skillfit_page_style_begin)};
}

std::string_view script() {
  return {skillfit_rank_script_begin, static_cast<std::size_t>(skillfit_rank_script_end - skillfit_rank_script_begin)};
}

// RFC 4648, for a digest: its 32 bytes are ten groups of three and a rest of two.
std::string base64(const std::array<std::uint8_t, 32>& digest) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < digest.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = at; i < at + 3; ++i) group = group << 8 | (i < digest.size() ? digest[i] : 0u);
    for (int shift = 18; shift >= 0; shift -= 6) out += kDigits[group >> shift & 63];
  }
  out.back() = '=';
  return out;
}

// What a browser is to allow: this very text, as CSP hashes it.
std::string allowed(std::string_view text) {
  return "'sha256-" + base64(sha256(text)) + "'";
}

std::string policy(Script wanted) {
  std::string out = "default-src 'none'; style-src " + allowed(style()) + "; base-uri 'none'; form-action 'none'";
  if (wanted == Script::rank) out += "; script-src " + allowed(script());
  return out;
}

}  // namespace

void open_page(Html& html, std::string_view title, Script wanted) {
  html.raw("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).open("head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(wanted)}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.empty("meta", {{"name", "generator"}, {"content", "skillfit " SKILLFIT_VERSION}});
  html.element("title", title).open("style").raw(style()).close();
  html.close().raw("\n").open("body").open("main");
}

std::string close_page(Html& html, const std::vector<Source>& sources, const ReportContext& context, Script wanted) {
  html.close().raw("\n").open("footer").element("h2", "Where this comes from").open("dl", {{"class", "facts"}});
  write_fact(html, "Made by", "skillfit " SKILLFIT_VERSION);
  write_fact(html, "As of", context.options.as_of);
  open_fact(html, "Lexicon").element("code", context.lexicon.digest()).close().close();
  for (const Source& source : sources) {
    const Document& document = source.document;
    open_fact(html, source.name).element("bdi", document.path);
    html.text(" (" + std::string(format_name(document.format)) + ", " + counted(document.file_bytes, "byte") +
              ", SHA-256 ");
    html.element("code", to_hex(document.sha256)).text(")").close().close();
  }
  html.close().close().raw("\n");
  if (wanted == Script::rank) html.open("script").raw(script()).close();
  return html.close().close().raw("\n").take();
}

std::string plain_page(std::string_view table) {
  Html html;
  open_page(html, "skillfit");
  html.open("pre", {{"tabindex", "0"}});
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    html.text(table.substr(begin, end - begin)).raw("\n");
    begin = end + 1;
  }
  return html.close().close().close().close().raw("\n").take();
}

void write_bar(Html& html, std::int64_t value, std::int64_t max) {
  const std::string width = max == 0 ? "0" : thousandths(value * 100'000 / max);
  html.open("svg",
            {{"class", "bar"}, {"viewBox", "0 0 100 4"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
  html.open("rect", {{"class", "all"}, {"width", "100"}, {"height", "4"}}).close();
  html.open("rect", {{"width", width}, {"height", "4"}}).close().close();
}

void open_section(Html& html, const std::string& name, std::string_view heading) {
  html.open("section", {{"id", name}, {"aria-labelledby", name + "-heading"}});
  html.element("h2", heading, {{"id", name + "-heading"}});
}

void write_notes(Html& html, const std::vector<Note>& notes) {
  if (notes.empty()) return;
  open_section(html, "notes", "What to know about these documents");
  html.open("ul");
  for (const Note& note : notes) html.element("li", note.message);
  html.close().close();
}

Html& open_fact(Html& html, std::string_view name) {
  html.open("div").element("dt", name).open("dd");
  return html;
}

void write_fact(Html& html, std::string_view name, std::string_view value) {
  open_fact(html, name).text(value).close().close();
}

}  // namespace skillfit
