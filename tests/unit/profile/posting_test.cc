#include <doctest/doctest.h>

#include <algorithm>

#include "random.h"
#include "sample_reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

Profile posting(std::string_view text) {
  return read_sample(As::posting, text).profile();
}

// "required java|kotlin 60; preferred python": what is asked, in the order of the profile.
std::string summary(const Profile& profile) {
  std::string out;
  for (const Requirement& asked : profile.requirements) {
    if (!out.empty()) out += "; ";
    out += stance_name(asked.stance);
    if (asked.kind == RequirementKind::title) out += " title";
    if (asked.kind == RequirementKind::term) {
      out += " term " + profile.asked_terms[static_cast<std::size_t>(asked.term)].text;
    }
    if (asked.kind == RequirementKind::degree) out += " " + std::string(degree_name(asked.degree));
    if (asked.or_equivalent) out += " or equivalent";
    if (asked.kind == RequirementKind::months) out += " months";
    std::string separator = " ";
    for (const SkillId id : asked.any_of) {
      out += separator + std::string(sample_lexicon().key(id));
      separator = "|";
    }
    if (asked.months > 0) out += " " + std::to_string(asked.months);
  }
  return out;
}

}  // namespace

TEST_CASE("posting: what is asked") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"one skill, named twice", "# requirements\njava\njava", "required java"},
      {"sections say how much", "# requirements\njava\n# preferred\npython\n# responsibilities\nwelding",
       "required java; preferred python; mentioned welding"},
      {"the strongest wins", "# responsibilities\njava\n# requirements\njava", "required java"},
      {"negated is not asked", "# requirements\nno java, python", "required python"},
      {"hidden is not asked", "# requirements\nhidden java\npython", "required python"},
      {"about us, benefits and the law ask nothing", "# about\njava\n# benefits\ngerman\n# legal\naws", ""},
      {"or", "# requirements\njava or kotlin", "required java|kotlin"},
      {"or, the other way round", "# requirements\nkotlin or java", "required java|kotlin"},
      {"commas and a last or", "# requirements\naws, azure or gcp", "required aws|azure|gcp"},
      {"the comma before or", "# requirements\naws, azure, or gcp", "required aws|azure|gcp"},
      {"alternatives asked for again with an amount of time",
       "# requirements\njava or kotlin\n5 years of kotlin or java", "required java|kotlin 60"},
      {"the amount of time first", "# requirements\n5 years of java or kotlin\njava or kotlin",
       "required java|kotlin 60"},
      {"and/or", "# requirements\njava and/or kotlin", "required java|kotlin"},
      {"and ends the alternatives", "# requirements\npython and aws or azure", "required python; required aws|azure"},
      {"commas without or", "# requirements\naws, azure, gcp", "required aws; required azure; required gcp"},
      {"a slash between siblings", "# requirements\nmysql/postgresql", "required mysql|postgresql"},
      {"a slash between others", "# requirements\njava/aws", "required java; required aws"},
      {"one of", "# requirements\none of the following: aws, azure, gcp", "required aws|azure|gcp"},
      {"one of ends with its list", "# requirements\none of aws, azure. Also java, python",
       "required aws|azure; required java; required python"},
      {"a version in between", "# requirements\njava 17 or kotlin", "required java|kotlin"},
      {"or another", "# requirements\njava or another programming", "required java|programming"},
      {"or any other", "# requirements\njava, kotlin or any other programming", "required java|kotlin|programming"},
      {"or another, behind something else", "# requirements\naws, java or another programming",
       "required aws; required java|programming"},
      {"the same again in brackets", "# requirements\naws, gcp (gcp) or azure", "required aws|azure|gcp"},
      {"something else in brackets", "# requirements\naws (java) or azure",
       "required aws; required java; required azure"},
      {"other words behind or", "# requirements\njava or better programming", "required java; required programming"},
      {"a list left open", "# requirements\naws, azure or similar", "required aws|azure"},
      {"left open behind a comma", "# requirements\naws, azure, or equivalent", "required aws|azure"},
      {"a closed list", "# requirements\naws, azure or", "required aws; required azure"},
      {"open examples of a kind", "# requirements\ncloud experience (aws, azure or similar)",
       "required aws|azure|cloud"},
      {"one open example of a kind", "# requirements\ncloud: aws or something similar", "required aws|cloud"},
      {"examples of another kind", "# requirements\ndatabase: aws, azure or similar",
       "required database; required aws|azure"},
      {"such as", "# requirements\ncloud such as aws or azure", "required aws|azure|cloud"},
      {"closed examples of a kind", "# requirements\ncloud with aws or azure", "required cloud; required aws|azure"},
      {"fields, methods and tools are comparable", "# requirements\naws or database", "required aws|database"},
      {"different kinds are no alternatives", "# requirements\njava or communication",
       "required java; required communication"},
      {"the line ends a list", "# requirements\njava or\nkotlin", "required java; required kotlin"},
      {"other words end a list", "# requirements\njava or better kotlin", "required java; required kotlin"},
      {"asked plainly beside alternatives", "# requirements\njava or kotlin\njava", "required java"},
      {"mentioned plainly beside alternatives", "# requirements\njava or kotlin\n# responsibilities\njava",
       "required java|kotlin"},
      {"a duty names one of the alternatives", "# responsibilities\nmust java\n# requirements\njava or kotlin",
       "required java|kotlin"},
      {"a duty names one of what is nice to have", "# responsibilities\nmust java\n# preferred\njava or kotlin",
       "preferred java|kotlin"},
      {"a duty and a requirement name one of the alternatives",
       "# responsibilities\nmust java\n# requirements\njava\njava or kotlin", "required java"},
      {"a duty names one of what is only mentioned", "# responsibilities\nmust java\n# other\njava or kotlin",
       "required java"},
      {"alternatives in a duty", "# responsibilities\nmust java or kotlin\n# requirements\njava", "required java"},
      {"months with a skill", "# requirements\n5+ years of java", "required java 60"},
      {"months with a list", "# requirements\n5 years of java, python and aws",
       "required java 60; required python 60; required aws 60"},
      {"months with alternatives", "# requirements\n5 years of java or kotlin", "required java|kotlin 60"},
      {"months end with the list", "# requirements\n5 years of java and some aws", "required java 60; required aws"},
      {"months end with the sentence", "# requirements\n5 years of experience. java",
       "required months 60; required java"},
      {"months behind a skill", "# requirements\njava (3 years)", "required java 36"},
      {"months overall", "# requirements\n5 years of experience\njava", "required months 60; required java"},
      {"years of something else", "# about\n20 years of experience\n# requirements\njava, in 3 years", "required java"},
      {"alternatives of time: the least", "# requirements\n8 years of experience, or 6 years of experience with that",
       "required months 72"},
      {"time on another line: the first", "# requirements\n4 years of experience\n2 years of leading experience",
       "required months 48"},
      {"preferred time", "# preferred\n4 years of experience", "preferred months 48"},
      {"the lowest degree", "# requirements\nmaster or bachelor or equivalent", "required bachelor or equivalent"},
      {"no degree from about us", "# about\nour master", ""},
      {"title", "title Senior Welder\n# requirements\nwelding", "mentioned title; required welding"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(summary(posting(c.text)) == c.expected);
  }
}

TEST_CASE("posting: weights of skills come from idf; alternatives weigh what the most common does") {
  // idf by the weights of the sample: java < python < kotlin < all others.
  const Profile profile = posting("# requirements\npython\njava or kotlin\n# responsibilities\naws");
  const auto idf = [](std::uint64_t df) { return inverse_document_frequency(99, df); };
  REQUIRE(profile.requirements.size() == 3);
  CHECK(profile.requirements[0].weight == idf(24));
  CHECK(profile.requirements[1].weight == idf(49));
  CHECK(profile.requirements[2].weight == (idf(0) + 1) / 2);
}

TEST_CASE("posting: every place that asks is evidence, in text order") {
  const Reading reading = read_sample(As::posting, "# requirements\nkotlin or java\njava or kotlin");
  const Profile profile = reading.profile();
  REQUIRE(profile.requirements.size() == 1);
  std::string places;
  for (const SourceSpan span : profile.requirements[0].evidence) {
    places += std::string(slice(reading.document.text, span)) + " ";
  }
  CHECK(places == "kotlin java java kotlin ");
}

TEST_CASE("posting: what is not asked is not in the vector either") {
  const Profile profile = posting("# about\njava\n# requirements\npython, no aws");
  CHECK(profile.tfidf.nonZeros() == 1);
  CHECK(profile.find(*sample_lexicon().find("java"))->best == Grade::none);
}

TEST_CASE("posting: the order of lines changes nothing but the order of requirements") {
  Random random(31);
  const std::vector<std::string> lines = {
      "java",
      "java or kotlin",
      "aws, azure or gcp",
      "azure or gcp",
      "5 years of python",
      "python and aws",
      "mysql/postgresql",
      "german",
      "welding, python",
      "kotlin or python",
      "no welding",
      "one of gcp, azure",
      "3 years of java",
      "Zorvex, Zorbase",
      "no Zormin, Zoradix",
      "Zorplin and Zorbase",
      "communication",
      "aws",
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> chosen;
    for (const std::string& line : lines) {
      if (random.one_in(2)) chosen.push_back(line);
    }
    const auto asked = [&] {
      std::string text = "# requirements\n";
      for (const std::string& line : chosen) text += line + "\n";
      const Profile profile = posting(text);
      std::vector<std::string> parts;
      for (const Requirement& requirement : profile.requirements) {
        Profile one;
        one.asked_terms = profile.asked_terms;
        one.requirements = {requirement};
        parts.push_back(summary(one) + " weighs " + std::to_string(requirement.weight));
      }
      std::sort(parts.begin(), parts.end());
      return parts;
    };
    const std::vector<std::string> before = asked();
    for (std::size_t i = chosen.size(); i > 1; --i) {
      std::swap(chosen[i - 1], chosen[random.below(static_cast<std::uint32_t>(i))]);
    }
    REQUIRE(asked() == before);
  }
}

TEST_CASE("posting: no skill is asked twice, and the asks stand in text order") {
  Random random(32);
  const std::vector<std::string> words = {"java", "kotlin", "python", "aws", "azure", ",", "or", "and", "/", "\n", "x"};
  for (int round = 0; round < 5000; ++round) {
    std::string text = "# requirements\nstart ";
    for (std::uint32_t i = random.below(40); i > 0; --i) text += random.pick(words) + " ";
    std::vector<SkillId> asked;
    SourceSpan before{};
    for (const Requirement& requirement : posting(text).requirements) {
      REQUIRE(before < requirement.evidence.front());  // in text order
      REQUIRE(std::is_sorted(requirement.evidence.begin(), requirement.evidence.end()));
      before = requirement.evidence.front();
      REQUIRE(std::is_sorted(requirement.any_of.begin(), requirement.any_of.end()));
      asked.insert(asked.end(), requirement.any_of.begin(), requirement.any_of.end());
    }
    std::sort(asked.begin(), asked.end());
    REQUIRE(std::adjacent_find(asked.begin(), asked.end()) == asked.end());
  }
}

TEST_CASE("posting: the terms that are asked for") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"a proper name", "# requirements\njava\nZorvex", "required java; required term Zorvex"},
      {"a capital inside is enough", "# requirements\njava\nzorVEX", "required java; required term zorVEX"},
      {"no proper name", "# requirements\njava\nzorvex", "required java"},
      {"spellings of one term", "# requirements\njava\nZorvex, ZORVEX", "required java; required term Zorvex"},
      {"the plural as well", "# requirements\njava\nZorvexers, Zorvexer", "required java; required term Zorvexers"},
      {"the strongest stance", "# preferred\nZorvex, aws\n# requirements\njava\nZorvex",
       "required term Zorvex; preferred aws; required java"},
      {"preferred beside a preferred skill", "# preferred\naws\nZorvex", "preferred aws; preferred term Zorvex"},
      {"preferred beside a mentioned one", "# responsibilities\naws\n# preferred\nZorvex",
       "mentioned aws; preferred term Zorvex"},
      {"only mentioned", "# requirements\njava\n# responsibilities\nZorvex", "required java"},
      {"negated", "# requirements\njava\nno Zorvex", "required java"},
      {"about us asks nothing", "# requirements\njava\n# about\nZorvex", "required java"},
      {"no skill to stand beside", "# requirements\nZorvex\n# preferred\naws", "preferred aws"},
      {"no skill at all", "# requirements\nZorvex", ""},
      {"the four that are said most often, then by key", "# requirements\njava\nZorf, Zore, Zord, Zorc, Zorb, Zorf",
       "required java; required term Zorf; required term Zord; required term Zorc; required term Zorb"},
      {"required ones first", "# preferred\naws, Zora, Zorb, Zorc, Zora\n# requirements\njava, Zorx, Zory, Zorz",
       "preferred aws; preferred term Zora; required java; required term Zorx; required term Zory; "
       "required term Zorz"},
      {"a list of skills asks for every word", "# skills\nmust java\nmust zorvex",
       "required java; required term zorvex"},
      {"and for all of them, beside four of the prose",
       "# skills\nmust java\nmust zora, must zorb, must zorc, must zord, must zore\n# requirements\nZorv Zorw Zorx "
       "Zory Zorz",
       "required java; required term zora; required term zorb; required term zorc; required term zord; "
       "required term zore; required term Zorv; required term Zorw; required term Zorx; required term Zory"},
      {"a list alone", "# skills\nmust zorvex, must zora", "required term zorvex; required term zora"},
      {"listed and not asked for", "# skills\nmust java\nno zorvex", "required java"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Profile profile = posting(c.text);
    CHECK(summary(profile) == c.expected);
    CHECK(std::is_sorted(profile.asked_terms.begin(), profile.asked_terms.end(),
                         [](const AskedTerm& a, const AskedTerm& b) { return a.key < b.key; }));
  }
}

TEST_CASE("posting: all terms together weigh no more than the lightest skill beside them, and each something") {
  const Profile profile = posting("# requirements\njava, python\nZorb, Zorc, Zord, Zore, Zorf\n# preferred\nkotlin");
  std::int32_t terms = 0, java = 0;
  for (const Requirement& asked : profile.requirements) {
    if (asked.kind == RequirementKind::term) {
      REQUIRE(asked.weight > 0);
      terms += asked.weight;
    } else if (sample_lexicon().key(asked.any_of.front()) == "java") {
      java = asked.weight;
    }
  }
  CHECK(java == 1693);
  CHECK(terms == 4 * (java / 4));
}

TEST_CASE("posting: an item of a list weighs what the lightest skill beside it does") {
  const auto weight_of = [](const Profile& profile, std::size_t i) { return profile.requirements[i].weight; };
  const Profile beside = posting("# skills\nmust kotlin, must java, must zorvex\n# requirements\nZorvex");
  REQUIRE(summary(beside) == "required kotlin; required java; required term zorvex");
  CHECK(weight_of(beside, 1) == 1693);
  CHECK(weight_of(beside, 2) == 1693);
  CHECK((beside.requirements[2].listed && beside.requirements[2].evidence.size() == 2));
  const Profile alone = posting("# skills\nmust zora, must zorb\n# preferred\njava");
  CHECK((weight_of(alone, 0) == 1000 && weight_of(alone, 1) == 1000));
}
