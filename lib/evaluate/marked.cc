// Marked text: written and read by people, so the marks stand where the mentions do. The text that is scored is the
// file without its first line and with every mark replaced by its surface.
#include <algorithm>

#include "base/utf8.h"
#include "evaluate/gold.h"

namespace skillfit {
namespace {

constexpr std::string_view kOpen = "[[", kClose = "]]";

std::string_view without_space_at_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

class Reader {
 public:
  Reader(std::string_view body, const std::string& path, As as) : body_(body), path_(path) {
    document_.id = path;
    document_.part = as_name(as);
    document_.as = as;
    document_.first_line = 2;
  }

  Result<GoldDocument> read() {
    for (std::size_t open = body_.find(kOpen); open != body_.npos; open = body_.find(kOpen, at_)) {
      if (Result<void> copied = copy_to(open); !copied) return tl::unexpected(copied.error());
      if (Result<void> taken = take_mark(); !taken) return tl::unexpected(taken.error());
    }
    if (Result<void> copied = copy_to(body_.size()); !copied) return tl::unexpected(copied.error());
    if (document_.text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse({path_, 1}, "holds no text");
    return std::move(document_);
  }

 private:
  GoldPlace place(std::size_t at) const {
    const std::string_view before = body_.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    std::size_t from = before.rfind('\n') + 1;
    std::uint32_t column = 1;
    for (; from < at; ++column) decode_utf8(body_, from);
    return {path_, document_.first_line + static_cast<std::uint32_t>(lines), column};
  }

  // The plain text up to `end`, where no mark may end.
  Result<void> copy_to(std::size_t end) {
    const std::string_view plain = body_.substr(at_, end - at_);
    if (const std::size_t stray = plain.find(kClose); stray != plain.npos)
      return refuse(place(at_ + stray), "]] ends no mark: there is no [[ before it");
    document_.text += plain;
    at_ = end;
    return {};
  }

  // The mark that begins at at_.
  Result<void> take_mark() {
    const std::string_view rest = body_.substr(at_ + kOpen.size());
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t close = line.find(kClose);
    if (close > line.find(kOpen) || close == line.npos)
      return refuse(place(at_), "[[ begins a mark that does not end before the next one or the end of the line", line);
    const std::string_view mark = line.substr(0, close);
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    Result<GoldMention> mention = parse_mark(mark);
    if (!mention) return tl::unexpected(mention.error());
    document_.text += mark.substr(0, mark.find('|'));
    mention->span = {begin, static_cast<std::uint32_t>(document_.text.size())};
    document_.mentions.push_back(std::move(*mention));
    at_ += kOpen.size() + mark.size() + kClose.size();
    return {};
  }

  // "surface|skill" or "surface|skill|stance".
  Result<GoldMention> parse_mark(std::string_view mark) const {
    const std::size_t bar = mark.find('|'), second = bar == mark.npos ? bar : mark.find('|', bar + 1);
    const std::string_view skill = bar == mark.npos ? std::string_view{} : mark.substr(bar + 1, second - bar - 1);
    if (bar == 0 || skill.empty())
      return refuse(place(at_), "a mark is [[surface|skill]] or [[surface|skill|stance]]", mark);
    GoldMention mention{{}, {}, std::string(skill), *document_.as == As::resume ? Stance::has : Stance::required};
    if (second == mark.npos) return mention;
    const Result<Stance> stance = parse_stance(mark.substr(second + 1), document_.as, place(at_));
    if (!stance) return tl::unexpected(stance.error());
    mention.stance = *stance;
    return mention;
  }

  std::string_view body_;
  const std::string& path_;
  GoldDocument document_;
  std::size_t at_ = 0;
};

}  // namespace

Result<GoldDocuments> parse_marked(std::string_view bytes, const std::string& path) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view first = without_space_at_end(bytes.substr(0, end));
  if (first != "#! resume" && first != "#! posting")
    return refuse({path, 1}, "the first line of marked text is #! resume or #! posting", first);
  const As as = first == "#! resume" ? As::resume : As::posting;
  Result<GoldDocument> document = Reader(bytes.substr(std::min(end + 1, bytes.size())), path, as).read();
  if (!document) return tl::unexpected(document.error());
  GoldDocuments one;
  one.push_back(std::move(*document));
  return one;
}

}  // namespace skillfit
