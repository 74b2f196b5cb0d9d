// score, gaps and rank as JSON; docs/output-schema.json describes every object written here.
#include <algorithm>

#include "report/advice.h"
#include "report/json_parts.h"
#include "report/naming.h"

namespace skillfit {
namespace {

using Spans = std::vector<SourceSpan>;

void write_key(JsonWriter& json, const Lexicon& lexicon, const std::optional<SkillId>& skill) {
  if (skill) {
    json.string(lexicon.key(*skill));
  } else {
    json.null();
  }
}

// "skill", or for a name that the lexicon does not know "term": a member.
template <class Named>
void write_named(JsonWriter& json, const Lexicon& lexicon, const Named& named) {
  if (named.term.empty()) {
    json.key("skill");
    write_key(json, lexicon, named.skill);
  } else {
    json.key("term").string(named.term);
  }
}

void write_place(JsonWriter& json, SourceSpan span, SectionKind section) {
  json.begin_object();
  json.key("begin").number(span.begin).key("end").number(span.end);
  json.key("section").string(section_name(section)).end_object();
}

void write_posting_evidence(JsonWriter& json, const PairReport& report, const Spans& spans) {
  json.key("posting_evidence").begin_array();
  for (const SourceSpan span : spans) write_place(json, span, section_at(report.posting, span.begin));
  json.end_array();
}

// What kind of thing a requirement asks for, how much of it, and the sentence that says so.
void write_asked(JsonWriter& json, const PairReport& report, std::int32_t number) {
  const Requirement& asked = report.posting.profile.requirements[static_cast<std::size_t>(number)];
  json.key("kind").string(requirement_kind_name(asked, report.context.lexicon));
  if (asked.months > 0) json.key("months").number(asked.months);
  if (asked.level != LanguageLevel::unstated) json.key("level").string(language_level_name(asked.level));
  json.key("posting_sentence").begin_object();
  json.key("begin").number(asked.sentence.begin).key("end").number(asked.sentence.end).end_object();
}

void write_title(JsonWriter& json, const std::vector<TitleShare>& title) {
  json.key("title_words").begin_array();
  for (const TitleShare& share : title) {
    json.begin_object().key("word").string(share.word).key("weight").number(share.weight);
    json.key("share").thousandths(share.share).key("trade");
    if (share.trade.empty()) {
      json.null();
    } else {
      json.string(share.trade);
    }
    json.end_object();
  }
  json.end_array();
}

void write_contribution(JsonWriter& json, const PairReport& report, const Contribution& c) {
  const Lexicon& lexicon = report.context.lexicon;
  json.begin_object();
  json.key("signal").string(signal_name(c.signal));
  write_named(json, lexicon, c);
  json.key("any_of").begin_array();
  for (const SkillId skill : c.any_of) json.string(lexicon.key(skill));
  json.end_array();
  json.key("points").thousandths(c.points).key("max").thousandths(c.max);
  json.key("related_points").thousandths(c.related_points).key("via");
  write_key(json, lexicon, c.via);
  json.key("resume_evidence").begin_array();
  for (const Evidence& evidence : c.resume_evidence) write_place(json, evidence.span, evidence.section);
  json.end_array();
  write_posting_evidence(json, report, c.posting_evidence);
  if (c.requirement >= 0) write_asked(json, report, c.requirement);
  if (c.signal == SignalId::title) write_title(json, c.title);
  json.end_object();
}

void write_gaps(JsonWriter& json, const PairReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  json.key("gaps").begin_array();
  for (const Gap& gap : report.match.gaps) {
    json.begin_object();
    write_named(json, lexicon, gap);
    json.key("name").string(gap_name(gap, report.match, &report.posting.profile, lexicon));
    json.key("stance").string(stance_name(gap.stance)).key("gain").thousandths(gap.gain);
    json.key("weak").boolean(gap.weak).key("lack").string(lack_name(gap.lack));
    json.key("advice").string(advice(gap, report));
    json.key("related_held").begin_array();
    for (const SkillId skill : gap.related_held) json.string(lexicon.key(skill));
    json.end_array();
    write_posting_evidence(json, report, gap.posting_evidence);
    write_asked(json, report, gap.requirement);
    json.end_object();
  }
  json.end_array();
}

void write_wording(JsonWriter& json, const PairReport& report) {
  json.key("wording").begin_array();
  for (const Wording& wording : wordings(report)) {
    json.begin_object().key("skill").string(report.context.lexicon.key(wording.skill));
    json.key("posting").string(wording.posting).key("resume").string(wording.resume).end_object();
  }
  json.end_array();
}

void write_what_if(JsonWriter& json, const PairReport& report) {
  if (!report.match.what_if) return;
  const WhatIf& what_if = *report.match.what_if;
  json.key("what_if").begin_object().key("skills").begin_array();
  for (const SkillId skill : what_if.skills) json.string(report.context.lexicon.key(skill));
  json.end_array().key("score").thousandths(what_if.score);
  json.key("gain").thousandths(what_if.score - report.match.score.value_or(0)).end_object();
}

void write_score(JsonWriter& json, const std::optional<Points>& score) {
  json.key("score");
  if (score) {
    json.thousandths(*score);
  } else {
    json.null();
  }
}

// What score and gaps have in common: the verdict and where it comes from.
void write_pair_head(JsonWriter& json, const PairReport& report) {
  write_score(json, report.match.score);
  json.key("confidence").thousandths(report.match.confidence);
  json.key("similarity").thousandths(report.match.similarity);
  json.key("resume");
  write_document(json, report.resume);
  json.key("posting");
  write_document(json, report.posting);
  write_standing(json, report.context.standing);
  write_provenance(json, report.context);
}

void write_strengths_and_gaps(JsonWriter& json, const Row& row, const RankReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const Profile* posting = posting_of(row, report);
  json.key("top_strengths").begin_array();
  for (const Contribution* c : top_strengths(row.match, kRankTop)) {
    json.begin_object();
    write_named(json, lexicon, *c);
    json.key("name").string(asked_name(*c, posting, lexicon)).key("points").thousandths(c->points).end_object();
  }
  json.end_array().key("top_gaps").begin_array();
  for (const Gap* gap : top_gaps(row.match, kRankTop)) {
    json.begin_object();
    write_named(json, lexicon, *gap);
    json.key("name")
        .string(gap_name(*gap, row.match, posting, lexicon))
        .key("gain")
        .thousandths(gap->gain)
        .end_object();
  }
  json.end_array();
}

void write_ranked_row(JsonWriter& json, const Row& row, const RankReport& report) {
  json.key("rank").number(row.rank);
  write_path(json, row.input.path);
  json.key("status").string("ok");
  write_score(json, row.match.score);
  json.key("confidence").thousandths(row.match.confidence);
  json.key("required_met").number(row.match.required_met).key("required_total").number(row.match.required_total);
  write_strengths_and_gaps(json, row, report);
  write_notes(json, row.match.notes);
}

void write_unranked_row(JsonWriter& json, const Row& row) {
  json.key("rank").null();
  write_path(json, row.input.path);
  json.key("status").string(row_status_name(row.status));
  for (const char* name : {"score", "confidence", "required_met", "required_total"}) json.key(name).null();
  for (const char* name : {"top_strengths", "top_gaps", "notes"}) json.key(name).begin_array().end_array();
  write_error(json, row.error);
}

void write_rank_head(JsonWriter& json, const RankReport& report) {
  const auto ranked = [](const Row& row) { return row.status == RowStatus::ok; };
  json.key("command").string("rank").key(as_name(report.fixed.profile.as));
  write_document(json, report.fixed);
  write_provenance(json, report.context);
  json.key("candidates").number(static_cast<std::int64_t>(report.rows.size()));
  json.key("ranked").number(std::count_if(report.rows.begin(), report.rows.end(), ranked));
  write_notes(json, report.fixed.profile.notes);
}

}  // namespace

std::string match_json(const PairReport& report) {
  JsonWriter json = json_writer(report.context);
  json.begin_object();
  write_pair_head(json, report);
  json.key("contributions").begin_array();
  for (const Contribution& c : report.match.contributions) write_contribution(json, report, c);
  json.end_array();
  write_gaps(json, report);
  write_wording(json, report);
  write_what_if(json, report);
  write_notes(json, notes_of(report.match, report.resume.profile, report.posting.profile));
  return json.end_object().end_document().take();
}

std::string gaps_json(const PairReport& report) {
  JsonWriter json = json_writer(report.context);
  json.begin_object().key("command").string("gaps");
  write_pair_head(json, report);
  write_gaps(json, report);
  write_wording(json, report);
  write_what_if(json, report);
  write_notes(json, notes_of(report.match, report.resume.profile, report.posting.profile));
  return json.end_object().end_document().take();
}

std::string rank_json(const RankReport& report) {
  JsonRows rows(report.context, JsonRows::Head::always, [&](JsonWriter& json) { write_rank_head(json, report); });
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const Row& row = report.rows[i];
    if (row.status != RowStatus::ok) {
      rows.add([&](JsonWriter& json) { write_unranked_row(json, row); });
    } else if (i < report.shown()) {
      rows.add([&](JsonWriter& json) { write_ranked_row(json, row, report); });
    }
  }
  return rows.take();
}

}  // namespace skillfit
