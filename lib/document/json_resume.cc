// JSON Resume 1.0 (jsonresume.org/schema) and the names its older versions used, written out as a person would write
// the resume: a heading a section, a line with position and company, the dates, then the words.
#include <array>

#include "document/json.h"
#include "document/lines.h"

namespace skillfit {
namespace {

enum class Shape : std::uint8_t {
  none,
  line,       // joins the current line after a comma
  level,      // joins the current line in parentheses
  dates,      // startDate - endDate, a line of its own
  paragraph,  // lines of its own
  items,      // a list, one item a line
  keywords    // a list, after a colon on the current line
};

struct Part {
  Shape shape = Shape::none;
  std::string_view key, older = {};
};

struct SectionRow {
  std::string_view key, older;
  std::string_view heading;
  std::array<Part, 8> parts;
};

using enum Shape;
constexpr std::array kSections = {
    SectionRow{"basics", "bio", "", {{{line, "name", "firstName"}, {line, "lastName"}}}},
    SectionRow{"basics", "bio", "", {{{line, "label", "headline"}}}},
    SectionRow{"basics",
               "bio",
               "",
               {{{line, "email", "email.work"}, {line, "phone", "phone.work"}, {line, "url", "website"}}}},
    SectionRow{
        "basics.location", "bio.location", "", {{{line, "city"}, {line, "region", "state"}, {line, "countryCode"}}}},
    SectionRow{"basics.profiles", "bio.profiles", "", {{{line, "network"}, {line, "username"}, {line, "url"}}}},
    SectionRow{"basics", "bio", "Summary", {{{paragraph, "summary"}}}},
    SectionRow{"work",
               "",
               "Experience",
               {{{line, "position"},
                 {line, "name", "company"},
                 {line, "location"},
                 {dates, ""},
                 {paragraph, "description"},
                 {paragraph, "summary"},
                 {items, "highlights"},
                 {keywords, "keywords"}}}},
    SectionRow{"projects",
               "",
               "Projects",
               {{{line, "name"},
                 {line, "entity"},
                 {keywords, "roles"},
                 {dates, ""},
                 {paragraph, "description", "summary"},
                 {items, "highlights"},
                 {keywords, "keywords"}}}},
    SectionRow{"volunteer",
               "",
               "Volunteering",
               {{{line, "position"},
                 {line, "organization", "company"},
                 {dates, ""},
                 {paragraph, "summary"},
                 {items, "highlights"}}}},
    SectionRow{"education",
               "",
               "Education",
               {{{line, "studyType"},
                 {line, "area"},
                 {line, "institution"},
                 {dates, ""},
                 {paragraph, "score", "gpa"},
                 {items, "courses"}}}},
    SectionRow{"certificates", "certifications", "Certificates", {{{line, "name"}, {line, "issuer"}, {line, "date"}}}},
    SectionRow{"skills", "", "Skills", {{{line, "name"}, {level, "level"}, {keywords, "keywords"}}}},
    SectionRow{"languages", "", "Languages", {{{line, "language", "name"}, {level, "fluency", "level"}}}},
    SectionRow{
        "awards", "", "Awards", {{{line, "title", "name"}, {line, "awarder"}, {line, "date"}, {paragraph, "summary"}}}},
    SectionRow{"publications",
               "",
               "Publications",
               {{{line, "name"}, {line, "publisher"}, {line, "releaseDate", "date"}, {paragraph, "summary"}}}},
    SectionRow{"interests", "hobbies", "Interests", {{{line, "name"}, {keywords, "keywords"}}}},
    SectionRow{"references", "", "References", {{{line, "name"}, {paragraph, "reference"}}}},
};

std::string text_at(const nlohmann::json& entry, std::string_view key, std::string_view older = {}) {
  for (const std::string_view name : {key, older}) {
    const nlohmann::json* member = name.empty() ? nullptr : json_at(entry, name);
    std::string text = member ? json_text(*member) : std::string();
    if (!text.empty()) return text;
  }
  return {};
}

void write_dates(const nlohmann::json& entry, const std::string& prefix, LineBuilder& lines) {
  const std::string begin = text_at(entry, "startDate");
  const std::string end = text_at(entry, "endDate");
  lines.end_line();
  lines.add("", prefix + "startDate", begin);
  lines.add(" - ", prefix + "endDate", end);
  if (!begin.empty() && end.empty()) lines.add_words(" - Present");  // what the format means by leaving it out
  lines.end_line();
}

// Each element of a list of strings, or the string itself if someone wrote only one.
template <class Use>
void each_text(const nlohmann::json* list, const Use& use) {
  if (!list) return;
  if (!list->is_array()) return use(json_text(*list));
  for (const nlohmann::json& value : *list) use(json_text(value));
}

void write_part(const nlohmann::json& entry, const Part& part, const std::string& prefix, LineBuilder& lines) {
  const std::string name = prefix + std::string(part.key);
  const auto list = [&] {
    const auto member = entry.find(std::string(part.key));
    return member == entry.end() ? nullptr : &*member;
  };
  switch (part.shape) {
    case none:
      break;
    case line:
      lines.add(", ", name, text_at(entry, part.key, part.older));
      break;
    case level:
      lines.add(" - ", name, text_at(entry, part.key, part.older));
      break;
    case dates:
      write_dates(entry, prefix, lines);
      break;
    case paragraph:
      lines.paragraphs(name, text_at(entry, part.key, part.older));
      break;
    case items:
      each_text(list(), [&](const std::string& value) { lines.item(name, value); });
      break;
    case keywords: {
      std::string_view separator = ": ";
      each_text(list(), [&](const std::string& value) {
        lines.add(separator, name, value);
        separator = ", ";
      });
      break;
    }
  }
}

void write_entry(const nlohmann::json& entry, const SectionRow& row, LineBuilder& lines) {
  const std::string prefix = std::string(row.key) + ".";
  if (entry.is_string()) lines.item(prefix + std::string(row.parts[0].key), entry.get<std::string>());
  if (!entry.is_object()) return;
  for (const Part& part : row.parts) write_part(entry, part, prefix, lines);
  lines.end_line();
}

bool has_list(const nlohmann::json& value, const char* key) {
  const auto member = value.find(key);
  return member != value.end() && member->is_array();
}

// The member itself: json_at would enter its first element.
const nlohmann::json* section_of(const nlohmann::json& resume, const SectionRow& row) {
  for (const std::string_view key : {row.key, row.older}) {
    if (key.empty()) continue;
    const std::size_t dot = key.find('.');
    const nlohmann::json* parent = dot == std::string_view::npos ? &resume : json_at(resume, key.substr(0, dot));
    if (!parent || !parent->is_object()) continue;
    const auto member = parent->find(std::string(dot == std::string_view::npos ? key : key.substr(dot + 1)));
    if (member != parent->end()) return &*member;
  }
  return nullptr;
}

}  // namespace

bool is_json_resume(const Source& source) {
  const nlohmann::json& value = *source.json;
  if (!value.is_object()) return false;
  for (const char* key : {"basics", "bio"}) {
    const auto person = value.find(key);
    if (person != value.end() && person->is_object()) return true;
  }
  int lists = 0;
  for (const char* key : {"work", "education", "skills", "projects"}) lists += has_list(value, key);
  return lists >= 2;
}

Result<Document> read_json_resume(Source& source) {
  LineBuilder lines;
  for (const SectionRow& row : kSections) {
    const nlohmann::json* section = section_of(*source.json, row);
    if (!section || section->is_null() || section->empty()) continue;
    LineBuilder body;
    if (section->is_array()) {
      for (const nlohmann::json& entry : *section) write_entry(entry, row, body);
    } else {
      write_entry(*section, row, body);
    }
    lines.append_section(row.heading, "", body.take());
  }
  return lines.take();
}

}  // namespace skillfit
