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
      {"a plus speaks of a long series",
       "Requirements\nKnowledge of Java, soup, rye, oats, barley, millet and maize is a plus.", "java:preferred",
       As::posting},
      {"a plus does not reach over another item",
       "Requirements\nKnowledge of Java - some soup, some rye, some oats and salt a plus.", "java:required",
       As::posting},
      {"desired, alone", "Requirements\nKnowledge of Java desired. Knowledge of React", "java:preferred react:required",
       As::posting},
      {"desired of something else", "Requirements\nUse Java to reach the desired warmth. React",
       "java:required react:required", As::posting},
      {"desired before a number", "Requirements\nKnowledge of Java desired 3 days a week", "java:preferred",
       As::posting},
      {"a title inside a line", "Requirements\nKnowledge of Java Desired Manners", "java:required", As::posting},
      {"a wish in brackets stays there", "Requirements\nJava (ideally a new one) and React",
       "java:required react:required", As::posting},
      {"a wish in brackets about something else", "Requirements\nJava (a diploma desired) and React",
       "java:required react:required", As::posting},
      {"a wish alone in brackets", "Requirements\nJava (desired), React (is a plus), SQL (required)",
       "java:preferred react:preferred ambiguous-sql:required", As::posting},
      {"a lost line end ends a sentence and begins a heading", "Requirements\nFive years of JavaDesired Skills:React",
       "java:required react:preferred", As::posting},
      {"what is behind a lost line end is another line",
       "Requirements\nFluent Java for the house and the gardenReact experience is a plus",
       "java:required react:preferred", As::posting},
      {"a list that lost its line ends: nouns that end an item",
       "Requirements\nStrong Java skills Fluent in Danish and at home in large teams of many trades with good manners "
       "and "
       "a head for figures at all times and React desired",
       "java:required react:preferred", As::posting},
      {"a list that lost its line ends: hyphens",
       "Requirements\nA warm heart and clean hands in a shop with a great many old tools and pots- Java- SQL - Good "
       "manners "
       "-A head for figures- React a plus",
       "java:required ambiguous-sql:required react:preferred", As::posting},
      {"a dash before a verdict is no border",
       "Requirements\nA warm heart and clean hands in a shop with a great many old tools and some pots and then also "
       "Java - Desired",
       "java:preferred", As::posting},
      {"a line that had room for more is not wrapped",
       "Requirements\nThis line shows how very wide the page of this posting really is, and that is all that it does\n"
       "Fluent in Java and in no other tongue of this world\nReact and rye bread desired",
       "java:required react:preferred", As::posting},
      {"a full line goes on even with a capital",
       "Requirements\nMany years in a house full of clocks, of old and new tools, and then Java with\nReact desired",
       "java:preferred react:preferred", As::posting},
      {"a plus speaks of what is behind the last whole thing", "Requirements\nStrong Java skills, React a plus",
       "java:required react:preferred", As::posting},
      {"with begins something else", "Requirements\nBuilding in Java, with React expertise desired.",
       "java:required react:preferred", As::posting},
      {"a verdict behind a comma speaks of all", "Requirements\nJava skills, React, SQL, strongly desired",
       "java:preferred react:preferred ambiguous-sql:preferred", As::posting},
      {"alone in brackets behind the last of many", "Requirements\nSQL, Java, React (a plus)",
       "ambiguous-sql:required java:required react:preferred", As::posting},
      {"alone in brackets behind others", "Requirements\nSQL, Java (old, new) (desired)",
       "ambiguous-sql:required java:preferred", As::posting},
      {"behind a colon", "Requirements\nTools of Java: React (desired)", "java:required react:preferred", As::posting},
      {"years behind a colon", "Requirements\nJava: 1 year (desired)", "java:preferred", As::posting},
      {"a plus goes on to its examples", "Requirements\nA second tongue is a plus, e.g. Java or React. SQL",
       "java:preferred react:preferred ambiguous-sql:required", As::posting},
      {"a plus goes on into its brackets", "Requirements\nA second tongue is desired (Java, React) and SQL",
       "java:preferred react:preferred ambiguous-sql:required", As::posting},
      {"not required but a plus", "Requirements\nJava is not required, but a plus. SQL",
       "java:preferred ambiguous-sql:required", As::posting},
      {"not only", "Requirements\nSomebody who writes not only Java but SQL.", "java:required ambiguous-sql:required",
       As::posting},
      {"a contrast is near", "Requirements\nWrites letters rather than calling all those who use Java", "java:required",
       As::posting},
      {"must have asks even among wishes", "Requirements\nSQL\nNice to have\nMust have Java. Strong knowledge of React",
       "ambiguous-sql:required java:required react:preferred", As::posting},
      {"as required does not", "Requirements\nSQL\nNice to have\nJava as required",
       "ambiguous-sql:required java:preferred", As::posting},
      {"preferably with experience in", "Requirements\nA baker, preferably with experience in Java.", "java:preferred",
       As::posting},
      {"desired at the begin", "Requirements\nSQL.\nDesired minimum of 2 years of Java.",
       "ambiguous-sql:required java:preferred", As::posting},
      {"desired at the begin of brackets", "Requirements\nSQL (desired Java, React) and tea",
       "ambiguous-sql:required java:preferred react:preferred", As::posting},
      {"in progress behind a dash", "Skills\nSQL. In progress - React, Java.",
       "ambiguous-sql:has react:learning java:learning", As::resume},
      {"wishes alone leave the rest asked for", "Java and SQL.\nNice to have\nReact",
       "java:required ambiguous-sql:required react:preferred", As::posting},
      {"a number with a bracket opens none", "Requirements\nMust have 1) Java 2) React", "java:required react:required",
       As::posting},
      {"etc. in brackets ends no sentence", "Requirements\nKnowledge of tools (soup, React, etc.) desired. Java",
       "react:preferred java:required", As::posting},
      {"two phrases of one clause", "Requirements\nReact certificate or experience with soup desired. Java",
       "react:preferred java:required", As::posting},
      {"two clauses", "Requirements\nReact and experience with soup desired. Java", "react:required java:required",
       As::posting},
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
      {"duties of whoever is wanted",
       "The candidate will write Java. The baker will be responsible for React. Kubernetes will be "
       "fun.\nRequirements\nSQL",
       "java:required react:required kubernetes:mentioned ambiguous-sql:required", As::posting},
      {"duties of somebody else", "Our team will be responsible for Java, and people like React.\nRequirements\nSQL",
       "java:mentioned react:mentioned ambiguous-sql:required", As::posting},
      {"duties without a subject",
       "The mill\nDesigning ovens and keeping their logs tidy with Java.\nMaintains a dozen small services, all of "
       "them in "
       "React.\nBuilding on what came before, we have grown the mill with Kubernetes.\nWorks of art, all of them made "
       "with "
       "SQL by the miller.\nRequirements\nEnglish",
       "java:required react:required kubernetes:mentioned ambiguous-sql:mentioned", As::posting},
      {"work that may be a thing",
       "The mill\nTest the ovens and their logs twice a day with Java.\nTest of time, as the miller says of his "
       "React.\n"
       "Apply new paint to all the ovens with SQL.\nApply now, the miller says, and looks at "
       "Kubernetes.\nRequirements\n"
       "English",
       "java:required react:mentioned ambiguous-sql:required kubernetes:mentioned", As::posting},
      {"a job that does, at once or behind a few words",
       "The baker for the larger ovens will write Java.\nThe baker maintains the ovens of the mill in React.\nThe "
       "baker, "
       "whose ovens are in SQL, is proud of them.\nRequirements\nEnglish",
       "java:required react:required ambiguous-sql:mentioned", As::posting},
      {"what a job is about",
       "This position is all about keeping ovens warm in Java.\nThis position is with the old mill that runs on "
       "React.\n"
       "The role offers a warm place and a mug of SQL.\nIt involves a lot of care for ovens and "
       "Kubernetes.\nRequirements\n"
       "English",
       "java:required react:mentioned ambiguous-sql:mentioned kubernetes:required", As::posting},
      {"years of work",
       "The mill\n3+ years writing small things for ovens in Java.\nFor 90 years now the ovens of the town have been "
       "warm "
       "with React.\nRequirements\nEnglish",
       "java:required react:mentioned", As::posting},
      {"items without marks are no wrapped prose",
       "Requirements\nEnglish\nAbout us\nThe ovens of this old mill are clean all day and all night, says "
       "React\nDesign "
       "the new ovens of the mill with Java, as you will each day",
       "react:mentioned java:required", As::posting},
      {"boilerplate speaks of no item before its own", "Requirements\n- Java - some SQL - What is in it for you - 401k",
       "java:required ambiguous-sql:required", As::posting},
      {"boilerplate behind a number with a colon", "Requirements\nJava 9001:2008 and 401k", "java:mentioned",
       As::posting},
      {"boilerplate in the next line",
       "Requirements\nSome years of writing things for people in Java and then some "
       "more\nWe have 401k",
       "java:required", As::posting},
      {"somebody is sought, and what stands before that is the employer's",
       "The oldest mill, run on Kubernetes since last year, is looking for a miller who writes Java.\nAbout us\nThe "
       "mill "
       "seeks a miller with React. The mill seeks to grow with SQL.\nRequirements\nEnglish",
       "kubernetes:mentioned java:required react:required ambiguous-sql:mentioned", As::posting},
      {"the employer's story in a section that asks",
       "Requirements\nEnglish\nWe have kept the ovens of this town warm with Java.\nOur ovens are kept warm with React "
       "as "
       "well, and you keep them clean.\nAt the mill, we have used SQL for ninety years.\nWe have an opportunity for a "
       "baker "
       "with a love of Kubernetes. We need to keep the ovens warm with Java.",
       "java:mentioned react:required ambiguous-sql:mentioned kubernetes:required java:mentioned", As::posting},
      {"a part of the employer is told of",
       "The young data team is skilled and knows how to work with Java.\nOur mills require a lot of care, most of all "
       "React.\nThe team member must be good with Kubernetes.\nRequirements\nEnglish",
       "java:mentioned react:mentioned kubernetes:required", As::posting},
      {"the reader in passing",
       "Somebody will be glad to teach you Java over a long lunch.\nTwo millers (React), a baker (SQL), one cat and "
       "you.\nGrow your talent on our machines with a bit of Kubernetes.\nRequirements\nEnglish",
       "java:mentioned react:mentioned ambiguous-sql:mentioned kubernetes:mentioned", As::posting},
      {"what is given in a section of benefits",
       "Requirements\nEnglish\nWhat we offer\nYou will get Java. You will write React. You are fluent in SQL.",
       "java:mentioned react:required ambiguous-sql:required", As::posting},
      {"a tool of the title, named nowhere else", "Java Developer\nRequirements\nSQL",
       "java:required ambiguous-sql:required", As::posting},
      {"a tool of a long title", "Developer - ovens, bread, cake, cookies, flour, water, Java\nRequirements\nSQL",
       "java:required ambiguous-sql:required", As::posting},
      {"no sections at all", "We need Java and SQL.", "java:required ambiguous-sql:required", As::posting},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(stances(read(c.text, lexicon(), c.as), lexicon()) == c.expected);
  }
}
