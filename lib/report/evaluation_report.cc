// The figures of an evaluation as one list of columns, so that JSON and CSV cannot name them differently, and the
// mistakes behind them with the words around the first of each.
#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/csv.h"
#include "report/excerpt.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

struct Count {
  std::string_view name;
  std::uint64_t Figures::*value;
};
constexpr std::array<Count, 6> kCounts = {{{"documents", &Figures::documents},
                                           {"marked", &Figures::gold},
                                           {"found", &Figures::predicted},
                                           {"exact", &Figures::exact},
                                           {"touching", &Figures::touching},
                                           {"touched", &Figures::touched}}};

struct Share {
  std::string_view name;
  Ratio (Figures::*ratio)() const;
};
constexpr std::array<Share, 8> kShares = {{{"precision", &Figures::precision},
                                           {"recall", &Figures::recall},
                                           {"f1", &Figures::f1},
                                           {"overlap_precision", &Figures::overlap_precision},
                                           {"overlap_recall", &Figures::overlap_recall},
                                           {"skill_precision", &Figures::skill_precision},
                                           {"skill_recall", &Figures::skill_recall},
                                           {"stance_accuracy", &Figures::stance_accuracy}}};

constexpr std::size_t kExcerptWidth = 60;
constexpr std::size_t kUnknownShown = 12;

// Where a mistake was made first, by the lines of the file.
struct MistakePlace {
  Place at;
  Excerpt words;
};
MistakePlace place_of(const Mistake& mistake, const EvaluationReport& report, std::size_t width) {
  const GoldDocument& document = report.gold[mistake.document];
  const LineIndex lines(document.text);
  Place at = lines.place(mistake.span.begin);
  at.line += document.first_line - 1;
  return {at, excerpt(lines, document.text, mistake.span, width)};
}

// The figures of the parts, then of all.
std::vector<const Figures*> rows_of(const Evaluation& evaluation) {
  std::vector<const Figures*> rows;
  for (const Figures& part : evaluation.parts) rows.push_back(&part);
  rows.push_back(&evaluation.all);
  return rows;
}

void write_figures(Sheet& sheet, const Evaluation& evaluation) {
  const bool keys = evaluation.all.keyed_gold > 0, stances = evaluation.all.stance_accuracy().of > 0;
  const std::size_t skill = keys ? 5 : 0, stance = stances ? 6 : 0;
  const std::size_t part = std::min<std::size_t>(sheet.width() < 80 ? 7 : sheet.width() - 73, 20);
  constexpr Align kRight = Align::right;
  sheet.row(0, {{part}, {6}, {6}, {19}, {12}, {keys ? 12u : 0u}, {stance}},
            {{""}, {""}, {""}, {"strict"}, {"overlap"}, {"skill"}, {"stance"}});
  const std::vector<Column> columns = {{part},          {6, kRight},     {6, kRight},     {5, kRight},
                                       {5, kRight},     {5, kRight},     {5, kRight},     {5, kRight},
                                       {skill, kRight}, {skill, kRight}, {stance, kRight}};
  std::vector<Cell> head;
  for (const std::string_view name : {"", "marked", "found", "P", "R", "F1", "P", "R", "P", "R", "right"})
    head.push_back({std::string(name), Style::quiet});
  sheet.row(0, columns, head);
  for (const Figures* row : rows_of(evaluation)) {
    std::vector<Cell> cells = {{printable(row->part.empty() ? "(no name)" : row->part), Style::strong},
                               {grouped(row->gold)},
                               {grouped(row->predicted)}};
    for (const Share& share : kShares) cells.push_back({ratio_text((row->*share.ratio)())});
    sheet.row(0, columns, cells);
  }
}

// What was marked in the lines, what was found in the columns; only stances that were marked or found.
void write_stances(Sheet& sheet, const Figures& all) {
  if (all.stance_accuracy().of == 0) return;
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < kStances; ++i) {
    std::uint64_t sum = 0;
    for (std::size_t j = 0; j < kStances; ++j) sum += all.stances[i][j] + all.stances[j][i];
    if (sum > 0) used.push_back(i);
  }
  sheet.heading("Stance: marked (down) and found (across)");
  std::vector<Column> columns(used.size() + 1, Column{9, Align::right});
  columns[0] = {9};
  std::vector<Cell> head = {{""}};
  for (const std::size_t found : used)
    head.push_back({std::string(stance_name(static_cast<Stance>(found))), Style::quiet});
  sheet.row(2, columns, head);
  for (const std::size_t marked : used) {
    std::vector<Cell> cells = {{std::string(stance_name(static_cast<Stance>(marked))), Style::quiet}};
    for (const std::size_t found : used) {
      cells.push_back({grouped(all.stances[marked][found]), marked == found ? Style::good : Style::plain});
    }
    sheet.row(2, columns, cells);
  }
}

std::string_view mistake_heading(MistakeKind kind) {
  constexpr std::array<std::string_view, 5> kHeadings = {
      "Found where nothing is marked", "Marked, and nothing found there", "Marked, and found with other ends",
      "Found as another skill", "Found with another stance"};
  return kHeadings[static_cast<std::size_t>(kind)];
}

std::string mistake_text(const Mistake& mistake) {
  switch (mistake.kind) {
    case MistakeKind::false_positive:
      return mistake.surface + " (" + (mistake.found.empty() ? "term" : mistake.found) + ")";
    case MistakeKind::miss:
      return mistake.surface + (mistake.expected.empty() ? "" : " (" + mistake.expected + ")");
    case MistakeKind::wrong_ends:
      return mistake.surface + ", as: " + mistake.found;
    case MistakeKind::wrong_skill:
    case MistakeKind::wrong_stance:
      break;
  }
  return mistake.surface + ": " + mistake.expected + ", as: " + (mistake.found.empty() ? "term" : mistake.found);
}

void write_mistakes(Sheet& sheet, const EvaluationReport& report) {
  const std::size_t part = (sheet.width() - 14) / 3;
  const std::vector<Column> columns = {{6, Align::right}, {part}, {part}, {part}};
  const std::vector<Mistake>& mistakes = report.evaluation.mistakes;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const Mistake& mistake = mistakes[i];
    if (i == 0 || mistakes[i - 1].kind != mistake.kind) sheet.heading(mistake_heading(mistake.kind));
    const MistakePlace place = place_of(mistake, report, part);
    const std::string where = printable(report.gold[mistake.document].id) + ":" + std::to_string(place.at.line) + ":" +
                              std::to_string(place.at.column);
    sheet.row(0, columns,
              {{grouped(mistake.count), Style::strong},
               {printable(mistake_text(mistake))},
               {cut_begin(where, part), Style::quiet},
               {place.words.before + place.words.span + place.words.after}});
  }
}

// What counted: "types knowledge; without soft; with terms".
std::string options_text(const EvaluateOptions& options) {
  std::vector<std::string> parts;
  if (!options.types.empty()) parts.push_back("types " + joined(options.types, ", "));
  std::vector<std::string> kinds;
  for (const SkillKind kind : options.without_kinds) kinds.emplace_back(skill_kind_name(kind));
  if (!kinds.empty()) parts.push_back("without " + joined(kinds, ", "));
  parts.emplace_back(options.terms ? "with terms" : "without terms");
  return joined(parts, "; ");
}

void write_figures(JsonWriter& json, const Figures& figures) {
  json.begin_object().key("part").string(figures.part);
  for (const Count& count : kCounts) json.key(count.name).number(static_cast<std::int64_t>(figures.*count.value));
  for (const Share& share : kShares) write_ratio(json, share.name, (figures.*share.ratio)());
  json.key("stances").begin_array();
  for (std::size_t i = 0; i < kStances * kStances; ++i) {
    const std::size_t marked = i / kStances, found = i % kStances;
    if (figures.stances[marked][found] == 0) continue;
    json.begin_object().key("marked").string(stance_name(static_cast<Stance>(marked)));
    json.key("found").string(stance_name(static_cast<Stance>(found)));
    json.key("count").number(static_cast<std::int64_t>(figures.stances[marked][found])).end_object();
  }
  json.end_array().end_object();
}

void write_mistake(JsonWriter& json, const Mistake& mistake, const EvaluationReport& report) {
  const MistakePlace place = place_of(mistake, report, kExcerptWidth);
  json.begin_object().key("mistake").string(mistake_name(mistake.kind)).key("surface").string(mistake.surface);
  json.key("expected").string(mistake.expected).key("found").string(mistake.found);
  json.key("count").number(static_cast<std::int64_t>(mistake.count));
  json.key("id").string(report.gold[mistake.document].id);
  json.key("line").number(place.at.line).key("column").number(place.at.column);
  json.key("begin").number(mistake.span.begin).key("end").number(mistake.span.end);
  json.key("excerpt").string(place.words.before + place.words.span + place.words.after).end_object();
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& strings) {
  json.key(name).begin_array();
  for (const std::string& text : strings) json.string(text);
  json.end_array();
}

}  // namespace

std::string evaluation_table(const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  Sheet sheet(report.context.options);
  sheet.line(counted(evaluation.all.documents, "document") + "; " + printable(options_text(evaluation.options)),
             Style::strong);
  write_figures(sheet, evaluation);
  if (!evaluation.unknown.empty()) {
    const std::string keys = printable(enumerated(evaluation.unknown, kUnknownShown));
    sheet.hanging("  ", counted(evaluation.unknown.size(), "marked skill") + " not in the lexicon: " + keys,
                  Style::bad);
  }
  write_stances(sheet, evaluation.all);
  write_mistakes(sheet, report);
  return sheet.take();
}

std::string evaluation_json(const EvaluationReport& report) {
  const Evaluation& evaluation = report.evaluation;
  JsonWriter json = json_writer(report.context);
  json.begin_object().key("command").string("evaluate");
  write_strings(json, "types", evaluation.options.types);
  json.key("without_kinds").begin_array();
  for (const SkillKind kind : evaluation.options.without_kinds) json.string(skill_kind_name(kind));
  json.end_array().key("terms").boolean(evaluation.options.terms);
  write_lexicon(json, report.context);
  json.key("figures").begin_array();
  for (const Figures* row : rows_of(evaluation)) write_figures(json, *row);
  json.end_array();
  write_strings(json, "unknown_skills", evaluation.unknown);
  json.key("mistakes").begin_array();
  for (const Mistake& mistake : evaluation.mistakes) write_mistake(json, mistake, report);
  return json.end_array().end_object().end_document().take();
}

std::string evaluation_csv(const EvaluationReport& report) {
  std::vector<std::string> head = {"part"};
  for (const Count& count : kCounts) head.emplace_back(count.name);
  for (const Share& share : kShares) head.emplace_back(share.name);
  std::string out = csv_line(head);
  for (const Figures* row : rows_of(report.evaluation)) {
    std::vector<std::string> cells = {row->part};
    for (const Count& count : kCounts) cells.push_back(std::to_string(row->*count.value));
    for (const Share& share : kShares) cells.push_back(ratio_text((row->*share.ratio)()));
    out += csv_line(cells);
  }
  return out;
}

}  // namespace skillfit
