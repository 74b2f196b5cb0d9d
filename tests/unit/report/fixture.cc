#include "fixture.h"

#include <stdexcept>
#include <utility>

namespace skillfit::testing {
namespace {

constexpr const char* kLexicon = R"(
[docker]
name = "Docker"
kind = "tool"

[go]
name = "Go"
kind = "tool"
alias = ["golang"]
exact = ["Go"]

[kafka]
name = "Kafka"
kind = "tool"
alias = ["Apache Kafka"]

[kubernetes]
name = "Kubernetes"
kind = "tool"
alias = ["k8s"]
related = { docker = 0.4 }
yes = ["Ran Kubernetes."]

[python]
name = "Python"
kind = "tool"
)";

constexpr const char* kResume =
    "Jo Example\n"
    "\n"
    "Experience\n"
    "Backend Developer, 2019-01 to 2021-12\n"
    "- Built billing services in Python and moved them into Docker containers.\n"
    "Skills\n"
    "Python, golang\n";

constexpr const char* kPosting =
    "Senior Backend Engineer\n"
    "Requirements\n"
    "Strong Python; Kubernetes; Go or Kafka.\n";

Lexicon compile_lexicon() {
  Result<Lexicon> compiled = Lexicon::compile({{"tools.toml", kLexicon}});
  if (!compiled) throw std::runtime_error(to_string(compiled.error()));
  return std::move(*compiled);
}

TokenSpan tokens_of(const Tokens& tokens, std::string_view words, const std::string& text) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  TokenSpan span;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const SourceSpan token = tokens.source_span({i, i + 1});
    if (token.begin == begin) span.first = i;
    if (token.end == begin + words.size()) span.last = i + 1;
  }
  return span;
}

Analysis read(const char* path, const char* text, As as) {
  Analysis a;
  a.document.path = path;
  a.document.text = text;
  a.document.file_bytes = a.document.text.size();
  a.tokens = tokenize(normalize(a.document.text));
  a.outline.as = a.profile.as = as;
  return a;
}

Section section(const Analysis& a, SectionKind kind, std::string_view heading, std::string_view body) {
  const TokenSpan head = heading.empty() ? TokenSpan{} : tokens_of(a.tokens, heading, a.document.text);
  return {kind, head, tokens_of(a.tokens, body, a.document.text)};
}

void fill_resume(Analysis& a, const Fixture& f) {
  a.outline.sections = {section(a, SectionKind::other, "", "Jo Example"),
                        section(a, SectionKind::experience, "Experience",
                                "Backend Developer, 2019-01 to 2021-12\n- Built billing services in Python and moved "
                                "them into Docker containers"),
                        section(a, SectionKind::skills, "Skills", "Python, golang")};
  Position position;
  position.tokens = a.outline.sections[1].tokens;
  position.title = tokens_of(a.tokens, "Backend Developer", a.document.text);
  position.begin = make_month(2019, 1);
  position.end = make_month(2021, 12);
  a.outline.positions = {position};
  a.profile.title = Fixture::span(a, "Backend Developer");
  a.profile.months = 36;
  a.profile.has_positions = true;
  const Evidence work{Fixture::span(a, "Python"), SectionKind::experience, Stance::has, Grade::position, 0};
  SkillEvidence python;
  python.skill = f.skill("python");
  python.evidence = {work};
  python.best = Grade::position;
  python.stance = Stance::has;
  python.months = 36;
  a.profile.skills = {python};
  Mention mention;
  mention.skill = f.skill("go");
  mention.span = Fixture::span(a, "golang");
  mention.section = SectionKind::skills;
  mention.stance = Stance::has;
  a.mentions.mentions = {mention};
  Term term;
  term.span = Fixture::span(a, "billing");
  a.mentions.terms = {term};
}

Requirement asks(const std::vector<SkillId>& any_of, SourceSpan evidence) {
  Requirement requirement;
  requirement.any_of = any_of;
  requirement.evidence = {evidence};
  requirement.weight = 1;
  return requirement;
}

void fill_posting(Analysis& a, const Fixture& f) {
  a.outline.sections = {
      section(a, SectionKind::other, "", "Senior Backend Engineer"),
      section(a, SectionKind::requirements, "Requirements", "Strong Python; Kubernetes; Go or Kafka")};
  a.profile.title = Fixture::span(a, "Senior Backend Engineer");
  Requirement years;
  years.kind = RequirementKind::months;
  years.months = 60;
  a.profile.requirements = {asks({f.skill("python")}, Fixture::span(a, "Python")),
                            asks({f.skill("kubernetes")}, Fixture::span(a, "Kubernetes")),
                            asks({f.skill("go"), f.skill("kafka")}, Fixture::span(a, "Go or")), years};
}

Contribution earned(const Fixture& f, std::int32_t requirement, Points points, Points max) {
  const Requirement& asked = f.posting.profile.requirements[static_cast<std::size_t>(requirement)];
  Contribution c;
  c.requirement = requirement;
  c.points = points;
  c.max = max;
  c.any_of = asked.any_of;
  if (!asked.any_of.empty()) c.skill = asked.any_of.front();
  c.posting_evidence = asked.evidence;
  return c;
}

// 30.001 + 8.200 + 20.040 + 3.000 + 10.009 = 71.250.
Match make_match(const Fixture& f) {
  const auto place = [&](std::string_view words, SectionKind section, Grade grade) {
    return Evidence{Fixture::span(f.resume, words), section, Stance::has, grade, -1};
  };
  Match m;
  Contribution python = earned(f, 0, 30'001, 30'001), kubernetes = earned(f, 1, 8'200, 24'999);
  Contribution go = earned(f, 2, 20'040, 20'100), years = earned(f, 3, 3'000, 5'000), similar;
  python.resume_evidence = {place("Python", SectionKind::experience, Grade::position)};
  kubernetes.related_points = 8'200;
  kubernetes.via = f.skill("docker");
  kubernetes.resume_evidence = {place("Docker", SectionKind::experience, Grade::position)};
  go.resume_evidence = {place("golang", SectionKind::skills, Grade::list)};
  years.signal = SignalId::years;
  similar.signal = SignalId::similarity;
  similar.skill = f.skill("python");
  similar.any_of = {f.skill("python")};
  similar.points = 10'009;
  similar.max = 19'900;
  m.contributions = {python, kubernetes, go, similar, years};
  m.score = 71'250;
  m.confidence = 920;
  m.similarity = 610;
  m.required_met = 2;
  m.required_total = 3;
  Gap missing, thin, time;
  missing.requirement = 1;
  missing.skill = f.skill("kubernetes");
  missing.gain = 16'799;
  missing.related_held = {f.skill("docker")};
  missing.posting_evidence = kubernetes.posting_evidence;
  thin.requirement = 2;
  thin.skill = f.skill("go");
  thin.gain = 60;
  thin.weak = true;
  thin.lack = Lack::listed;
  thin.posting_evidence = go.posting_evidence;
  time.requirement = 3;
  time.gain = 2'000;
  time.weak = true;
  time.lack = Lack::less;
  m.gaps = {missing, time, thin};
  return m;
}

}  // namespace

SourceSpan Fixture::span(const Analysis& in, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(in.document.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Fixture::Fixture() : lexicon(compile_lexicon()) {
  options.as_of = "2026-01-31";
  resume = read("people/jo.txt", kResume, As::resume);
  posting = read("jobs/backend.txt", kPosting, As::posting);
  fill_resume(resume, *this);
  fill_posting(posting, *this);
  match = make_match(*this);
}

std::vector<Row> sample_rows(const Fixture& fixture, std::size_t count) {
  std::vector<Row> rows(count + 2);
  for (std::size_t i = 0; i < count; ++i) {
    rows[i].input.path = "people/" + std::to_string(i) + ".txt";
    rows[i].status = RowStatus::ok;
    rows[i].match = fixture.match;
    rows[i].match.score = 71'250 - static_cast<Points>(i);
    rows[i].rank = static_cast<std::int32_t>(i) + 1;
  }
  rows[count].input.path = "people/empty.txt";
  rows[count].error = fail(ErrorCode::empty, "the file has no text").value();
  rows[count + 1].input.path = "people/photo.jpg";
  rows[count + 1].status = RowStatus::skipped;
  rows[count + 1].error = fail(ErrorCode::not_a_document, "a picture").value();
  return rows;
}

std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      cells.back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c == '\r' && !quoted) {
      rows.push_back(cells);
      cells.assign(1, "");
      ++i;
    } else {
      cells.back() += c;
    }
  }
  return rows;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace skillfit::testing
