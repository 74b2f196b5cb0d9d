// From pages to text: the words that are seen and those that are not are laid out apart, line ends are undone, and if
// there is no text the reason is said.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "pdf_file.h"
#include "pdf_layout.h"
#include "pdf_look.h"
#include "pdf_margins.h"
#include "readers.h"
#include "text_builder.h"

namespace skillfit::reader {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// First halves that keep their hyphen: word processors break lines at hyphens that are there already. Sorted.
constexpr std::array<std::string_view, 44> kCompounds = {
    "back",    "client", "cloud", "co",    "community", "cross", "customer", "data",  "day",  "decision", "detail",
    "end",     "entry",  "event", "fast",  "front",     "full",  "goal",     "hands", "high", "in",       "large",
    "long",    "low",    "multi", "non",   "object",    "off",   "on",       "open",  "part", "post",     "pre",
    "problem", "real",   "self",  "short", "small",     "team",  "test",     "third", "user", "well",     "year"};
static_assert(std::ranges::is_sorted(kCompounds));

// Whether a word that goes on in the next line ends here: "develop-" before "ment".
bool is_broken(std::string_view line, std::string_view next) {
  return line.size() > 2 && line.back() == '-' && is_lower(line[line.size() - 2]) && !next.empty() &&
         is_lower(next.front());
}

void join(std::string& line, std::string_view next) {
  line.pop_back();
  const auto begin = std::find_if_not(line.rbegin(), line.rend(), is_lower).base() - line.begin();
  if (std::ranges::binary_search(kCompounds, std::string_view(line).substr(static_cast<std::size_t>(begin))))
    line += '-';
  line += next;
}

bool is_item(std::string_view line) {
  constexpr std::array<std::string_view, 8> kMarks = {"\u2022", "\u25CF", "\u25AA", "\u25E6",
                                                      "\u2023", "\u2043", "\u00B7", "- "};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return line.starts_with(mark); });
}

struct TextLine {
  std::string text;
  Ink ink;
};

bool is_small(const Line& line) {
  return std::ranges::all_of(line.words, [](const Word& word) { return word.ink.small; });
}

// Lines of one kind go out as what they are; `margin`: they are a header or a footer.
class LineWriter {
 public:
  LineWriter(Unseen why, std::optional<BlockKind> margin, TextBuilder& out) : why_(why), margin_(margin), out_(out) {}

  void put(const Layout& layout) {
    TextLine line;
    for (const Line& laid : layout.lines) {
      TextLine next{text_of(laid), {why_, is_small(laid)}};
      if (!laid.gap_before && is_broken(line.text, next.text)) {
        join(line.text, next.text);
      } else {
        put(line);
        if (laid.gap_before && !margin_) out_.blank_line();
        line = std::move(next);
      }
    }
    put(line);
    out_.blank_line();
  }

 private:
  void put(const TextLine& line) {
    out_.put(line.text, line.ink);
    out_.end_block(margin_.value_or(is_item(line.text) ? BlockKind::list_item : BlockKind::paragraph));
  }
  Unseen why_;
  std::optional<BlockKind> margin_;
  TextBuilder& out_;
};

void put_margin(std::vector<Word> words, BlockKind kind, TextBuilder& out) {
  if (!words.empty()) LineWriter(Unseen::no, kind, out).put(lay_out(std::move(words)));
}

// What is hidden in each way is laid out on its own, after what is seen: it must not come between it. Returns whether
// what is seen stands in columns.
bool put_page(std::vector<Word> words, TextBuilder& out) {
  const auto put = [&](Unseen why) {
    std::vector<Word> same;
    std::ranges::copy_if(words, std::back_inserter(same), [&](const Word& word) { return word.ink.unseen == why; });
    const Layout layout = lay_out(std::move(same));
    LineWriter(why, {}, out).put(layout);
    return layout.columns;
  };
  const bool columns = put(Unseen::no);
  put(Unseen::tiny);
  put(Unseen::covered);
  return columns;
}

// The first page's header comes first and all others last: a running title must not come between a sentence and its
// end on the next page. Returns whether any page is set in columns.
bool put_pages(std::vector<PdfPage> pages, TextBuilder& out) {
  std::vector<Margins> margins = take_margins(pages);
  bool columns = false;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out.set_page(static_cast<std::uint32_t>(i + 1));
    if (i == 0) put_margin(std::move(margins[i].header), BlockKind::header, out);
    columns |= put_page(std::move(pages[i].words), out);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out.set_page(static_cast<std::uint32_t>(i + 1));
    if (i > 0) put_margin(std::move(margins[i].header), BlockKind::header, out);
    put_margin(std::move(margins[i].footer), BlockKind::footer, out);
  }
  return columns;
}

bool is_cut_off(std::string_view bytes) {
  const std::size_t tail = bytes.size() > 2048 ? bytes.size() - 2048 : 0;
  return bytes.find("%%EOF", tail) == std::string_view::npos;
}

tl::unexpected<Error> no_text(bool broken, int pages) {
  if (broken) return fail(ErrorCode::malformed, "the PDF is damaged, and no page of it can be read");
  return fail(ErrorCode::needs_ocr, std::to_string(pages) + (pages == 1 ? " page" : " pages") +
                                        " without any text: a scan? Run OCR on it first");
}

}  // namespace

Result<Document> read_pdf(const ReaderRequest& request) {
  const bool cut_off = is_cut_off(request.bytes);
  PdfFile pdf(request.bytes);
  if (pdf.is_locked()) return fail(ErrorCode::encrypted, "the PDF needs a password: save a copy without one");
  if (!pdf.is_open()) return fail(ErrorCode::malformed, cut_off ? "the PDF is cut off" : "the PDF is damaged");
  const int pages = pdf.pages();
  if (pages <= 0) return fail(ErrorCode::malformed, "the PDF has no pages");
  if (static_cast<std::uint32_t>(pages) > request.limits.pages) {
    return fail(ErrorCode::too_large,
                std::to_string(pages) + " pages are more than the limit of " + std::to_string(request.limits.pages));
  }
  std::vector<PdfPage> read;
  bool looked = true;
  for (std::size_t size = 0; read.size() < static_cast<std::size_t>(pages) && size <= request.limits.text_bytes;) {
    const int number = static_cast<int>(read.size()) + 1;
    PdfPage page = pdf.read(number);
    looked &= look_at(pdf, number, page);
    for (const Word& word : page.words) size += word.text.size();
    read.push_back(std::move(page));
  }
  const auto blank = std::ranges::count_if(read, [](const PdfPage& page) { return page.words.empty(); });
  TextBuilder out;
  const bool columns = put_pages(std::move(read), out);
  if (out.size() == 0) return no_text(cut_off || pdf.any_complaints(), pages);
  if (cut_off) out.note("truncated", "the PDF is cut off; this is what could be read of it");
  if (!looked)
    out.note("unchecked", "draws with fonts that neither it nor this machine has; hidden text was not looked for");
  if (columns) out.note("multi_column", "set in columns; they are read one after the other");
  if (blank > 0) {
    out.note("needs_ocr", std::to_string(blank) + " of " + std::to_string(pages) + " pages hold no text: scans?");
  }
  return out.take();
}

}  // namespace skillfit::reader
