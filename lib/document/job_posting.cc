// JobPosting as schema.org describes it, as JSON-LD (bare, in an array, in a @graph, in a saved web page) or as the
// plain objects that job boards and the JSON Resume project's job schema use. The description comes first, because it
// often holds the whole posting with headings of its own; the other members follow under headings that say what they
// are.
#include <array>

#include "document/json.h"
#include "document/lines.h"

namespace skillfit {
namespace {

using nlohmann::json;

struct MemberRow {
  std::string_view name;                   // schema.org's
  std::array<std::string_view, 3> others;  // what others call it
  std::string_view heading;                // empty: a line among the first
};

constexpr std::array kHead = {
    MemberRow{"title", {"jobTitle", "name"}, ""},
    MemberRow{"hiringOrganization", {"hiringOrganization.organizationName", "company", "organization"}, ""},
};
constexpr std::array kBody = {
    MemberRow{"description", {"jobDescription"}, ""},
    MemberRow{"responsibilities", {}, "Responsibilities"},
    MemberRow{"qualifications", {"requirements"}, "Qualifications"},
    MemberRow{"skills", {}, "Skills"},
    MemberRow{"experienceRequirements", {"experience"}, "Experience requirements"},
    MemberRow{"educationRequirements", {}, "Education requirements"},
    MemberRow{"jobBenefits", {"benefits"}, "Benefits"},
};
constexpr std::array<std::array<std::string_view, 2>, 3> kPlace = {{
    {"jobLocation.address.addressLocality", "location.city"},
    {"jobLocation.address.addressRegion", "location.region"},
    {"jobLocation.address.addressCountry", "location.countryCode"},
}};

bool is_typed_posting(const json& value) {
  if (!value.is_object()) return false;
  const auto type = value.find("@type");
  if (type == value.end()) return false;
  const auto says = [](const json& name) {
    return name.is_string() && name.get_ref<const std::string&>().ends_with("JobPosting");  // may carry its vocabulary
  };
  return says(*type) || (type->is_array() && std::any_of(type->begin(), type->end(), says));
}

bool is_untyped_posting(const json& value) {
  if (!value.is_object() || value.contains("basics")) return false;
  const auto title = value.find("title");
  if (title == value.end() || !title->is_string()) return false;
  for (const char* key : {"responsibilities", "qualifications", "jobDescription", "experienceRequirements",
                          "educationRequirements", "hiringOrganization"}) {
    if (value.contains(key)) return true;
  }
  return false;
}

// The first posting in `value` and how many there are.
struct Found {
  const json* posting = nullptr;
  std::size_t count = 0;
  void look_at(const json& value) {
    if (!is_typed_posting(value) && !is_untyped_posting(value)) return;
    if (count++ == 0) posting = &value;
  }
};

// Down the members that hold what a page is about; their nesting was limited when they were parsed.
void look_into(const json& value, Found& found) {
  found.look_at(value);
  if (value.is_array()) {
    for (const json& element : value) look_into(element, found);
  } else if (value.is_object()) {
    for (const char* key : {"@graph", "mainEntity", "itemListElement", "item"}) {
      if (const auto member = value.find(key); member != value.end()) look_into(*member, found);
    }
  }
}

Found find_posting(const json& value) {
  Found found;
  look_into(value, found);
  return found;
}

// Treebank tokenisers write brackets as words; scraped postings kept them.
std::string restore_brackets(std::string text) {
  constexpr std::array<std::array<std::string_view, 2>, 6> kTokens = {
      {{"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["}, {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}}};
  for (const auto& [token, bracket] : kTokens) {
    for (std::size_t at = text.find(token); at != std::string::npos; at = text.find(token, at))
      text.replace(at, token.size(), bracket);
  }
  return text;
}

// The first of the member's names that leads to something.
const json* member_of(const json& posting, const MemberRow& row) {
  const auto named = [&](std::string_view name) -> const json* {
    if (name.empty()) return nullptr;
    const auto direct = posting.find(std::string(name));
    const json* member = direct == posting.end() ? json_at(posting, name) : &*direct;
    return member && (member->is_array() ? !member->empty() : !json_text(*member).empty()) ? member : nullptr;
  };
  if (const json* member = named(row.name)) return member;
  for (const std::string_view other : row.others) {
    if (const json* member = named(other)) return member;
  }
  return nullptr;
}

// One element of a list: a text, or a skill with keywords (JSON Resume's job schema).
std::string element_text(const json& element) {
  std::string text = restore_brackets(json_text(element));
  if (!element.is_object() || !element.contains("keywords") || !element["keywords"].is_array()) return text;
  std::string_view separator = ": ";
  for (const json& keyword : element["keywords"]) {
    text += std::string(text.empty() ? "" : separator) + json_text(keyword);
    separator = ", ";
  }
  return text;
}

Result<void> write_member(const json& member, const MemberRow& row, const Source& source, LineBuilder& lines) {
  LineBuilder body;
  if (member.is_array() && member.size() > 1) {
    for (const json& element : member) {
      const Result<Document> item = read_value(element_text(element), source);
      if (!item) return tl::unexpected(item.error());
      body.item(row.name, item->text);
    }
  } else {
    const Result<Document> text = read_value(element_text(member.is_array() ? member.front() : member), source);
    if (!text) return tl::unexpected(text.error());
    body.append(row.name, *text);
  }
  lines.append_section(row.heading, "", body.take());
  return {};
}

Result<Document> read_posting(const Found& found, const Source& source) {
  const json& posting = *found.posting;
  LineBuilder lines;
  for (const MemberRow& row : kHead) {
    if (const json* member = member_of(posting, row)) lines.add("", row.name, restore_brackets(json_text(*member)));
    lines.end_line();
  }
  for (const auto& [name, other] : kPlace) {
    for (const std::string_view path : {name, other}) {
      const json* place = json_at(posting, path);
      if (place) lines.add(", ", "jobLocation", json_text(*place));
    }
  }
  lines.end_line();
  for (const MemberRow& row : kBody) {
    const json* member = member_of(posting, row);
    const auto written = member ? write_member(*member, row, source, lines) : Result<void>();
    if (!written) return tl::unexpected(written.error());
  }
  Document document = lines.take();
  if (found.count > 1)
    document.notes.push_back(
        {"truncated", "holds " + std::to_string(found.count) + " postings; only the first is read", {}});
  return document;
}

}  // namespace

bool is_job_posting(const Source& source) {
  return find_posting(*source.json).posting != nullptr;
}

Result<Document> read_job_posting(Source& source) {
  return read_posting(find_posting(*source.json), source);
}

bool is_posting_page(const Source& source) {
  if (source.bytes.find("JobPosting") == std::string::npos) return false;
  const json scripts = scripts_of_page(source.bytes, source.options.limits.nesting);
  const Found found = find_posting(scripts);
  return found.posting && member_of(*found.posting, kBody[0]);
}

Result<Document> read_posting_page(Source& source) {
  const json scripts = scripts_of_page(source.bytes, source.options.limits.nesting);
  return read_posting(find_posting(scripts), source);
}

}  // namespace skillfit
