#include <doctest/doctest.h>

#include "reading.h"
#include "tricky_lexicon.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("stance follows the nearest voice: cue, lead-in, section") {
  struct Case {
    const char *name, *text, *expected;
    As as;
  };
  const Case cases[] = {
      {"has", "I write Java.", "java:has", As::resume},
      {"learning", "Java, currently learning React.", "java:has react:learning", As::resume},
      {"each has its own word", "Java required, SQL preferred", "java:required ambiguous-sql:preferred", As::posting},
      {"bullets in one line",
       "Requirements\nMust have Java \xE2\x80\xA2 SQL \xE2\x80\xA2 React is a plus \xE2\x80\xA2 Kubernetes",
       "java:required ambiguous-sql:required react:preferred kubernetes:required", As::posting},
      {"the longest cue speaks", "Requirements\nJava people and preferred skills more SQL",
       "java:required ambiguous-sql:required", As::posting},
      {"over a wrapped line", "A good two years of work with SQL and I am currently learning\nReact at night.",
       "ambiguous-sql:has react:learning", As::resume},
      {"a row of a table", "Skills\n| Tools | SQL |\n| Currently learning | React, Java |",
       "ambiguous-sql:has react:learning java:learning", As::resume},
      {"negated", "No experience with Java. I write SQL.", "java:negated ambiguous-sql:has", As::resume},
      {"negated with words between", "No commercial experience with Java so far, some with SQL.",
       "java:negated ambiguous-sql:negated", As::resume},
      {"not yet used", "I have not yet worked with Java. SQL daily.", "java:negated ambiguous-sql:has", As::resume},
      {"no is not always a no", "There is no limit to my experience with Java.", "java:has", As::resume},
      {"required section", "Requirements\nJava", "java:required", As::posting},
      {"preferred section", "Requirements\nJava\nNice to have\nReact", "java:required react:preferred", As::posting},
      {"expertise does not lift what is nice to have", "Requirements\nJava\nNice to have\nExpertise in React",
       "java:required react:preferred", As::posting},
      {"cue before", "Requirements\nKnowledge of Java, expertise in React is a plus.", "java:required react:preferred",
       As::posting},
      {"a plus speaks of the whole list before it", "Requirements\nJava and React are a plus.",
       "java:preferred react:preferred", As::posting},
      {"cue after", "Requirements\nJava. Ideally React.", "java:required react:preferred", As::posting},
      {"preferred with a colon speaks of what follows", "Requirements\nMust have: Java, SQL; preferred: React",
       "java:required ambiguous-sql:required react:preferred", As::posting},
      {"not required", "Requirements\nJava\nReact is not required.", "java:required react:negated", As::posting},
      {"lead-in over a list", "Requirements\nBonus points:\n- React\n- Java", "react:preferred java:preferred",
       As::posting},
      {"about us is no requirement", "About us\nWe love Java\nRequirements\nSQL",
       "java:mentioned ambiguous-sql:required", As::posting},
      {"duties ask for what they take", "Duties\nWrite Java\nRequirements\nSQL", "java:required ambiguous-sql:required",
       As::posting},
      {"what is not needed", "Requirements\nSQL\nYou don't need\n- Java\n- React",
       "ambiguous-sql:required java:negated react:negated", As::posting},
      {"prose behind the items of a section", "Nice to have\n- Java\n\nWe meet for SQL and cake.\n",
       "java:preferred ambiguous-sql:mentioned", As::posting},
      {"prose behind the items that says who is wanted",
       "You don't need\n- Java\n\nYou are calm and know SQL.\n\nOur house has a React.\n",
       "java:negated ambiguous-sql:required react:mentioned", As::posting},
      {"prose behind what is not needed, which is prose itself",
       "Requirements\nReact\nYou don't need\nJava, which we have outgrown\n\nWe all have lunch with SQL on Fridays.\n",
       "react:required java:negated ambiguous-sql:mentioned", As::posting},
      {"prose behind prose that is nice to have", "Nice to have\nSome years of Java\n\nAnd some of SQL\n",
       "java:preferred ambiguous-sql:preferred", As::posting},
      {"in brackets, what we use says which one is asked for",
       "Requirements\nExperience with Java (we use React) and some SQL",
       "java:required react:required ambiguous-sql:required", As::posting},
      {"a bare no speaks of the next word", "No Java. There is no limit to SQL.", "java:negated ambiguous-sql:has",
       As::resume},
      {"boilerplate", "Requirements\nJava\nWe are an equal opportunity place for React people.",
       "java:required react:mentioned", As::posting},
      {"what asks nearer than boilerplate behind it", "Java needs care and you must have React, with 401k and a cake.",
       "java:mentioned react:required", As::posting},
      {"a phrase that looks back, with a colon", "Java\nIn progress: React", "java:has react:learning", As::resume},
      {"a phrase with nothing behind it looks back", "Java I have never used. React daily.", "java:negated react:has",
       As::resume},
      {"an item that begins with learning", "Java, learning React", "java:has react:learning", As::resume},
      {"learning that is no verb", "Machine learning React", "machine-learning:has react:has", As::resume},
      {"a line that is a phrase, without a colon", "Java\nLearning\n- React\n- SQL",
       "java:has react:learning ambiguous-sql:learning", As::resume},
      {"a line that is a phrase, over a paragraph", "Java\nLearning\nReact at night, and\nsome SQL\n\nKubernetes",
       "java:has react:learning ambiguous-sql:learning kubernetes:has", As::resume},
      {"a name with a phrase in brackets", "Java (learning, slowly), React (learning SQL)",
       "java:learning react:has ambiguous-sql:learning", As::resume},
      {"a bare no in a lead-in", "Tasks of any kind, but not limited to:\n- Java", "java:has", As::resume},
      {"what asks does not lift what is not needed", "Requirements\nSQL\nYou don't need\n- Experience with Java",
       "ambiguous-sql:required java:negated", As::posting},
      {"a reason behind what is not required", "Requirements\nReact is not required: we have Java.",
       "react:negated java:required", As::posting},
      {"duties told before the sections",
       "A house by the sea.\nYou'd be writing Java, and our bakers love React.\nOur bakers also love Kubernetes.\n"
       "Requirements\nSQL",
       "java:required react:required kubernetes:mentioned ambiguous-sql:required", As::posting},
      {"no sections at all", "We need Java and SQL.", "java:required ambiguous-sql:required", As::posting},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(stances(read(c.text, lexicon(), c.as), lexicon()) == c.expected);
  }
}
