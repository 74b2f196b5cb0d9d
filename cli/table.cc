// Adding a command or a flag is a row here, and nothing else but the function or the member it names.
#include "table.h"

#include <algorithm>
#include <array>

#include "commands.h"

namespace skillfit::cli {
namespace {

constexpr std::array kCommands = {
    Command{kScore, "score", "RESUME POSTING", 1, 2, "How well one resume fits one posting, and why.",
            "Prints the score, what it is made of, which must-haves are met, the gaps, and the words in both documents "
            "that "
            "decided it. The points shown add up to the score exactly.",
            "skillfit score cv.pdf posting.md # the breakdown on the terminal\n"
            "skillfit score cv.pdf posting.md --format html -o fit.html # a page with both texts, evidence linked\n"
            "skillfit score cv.pdf posting.md --format json -o fit.json # for programs\n"
            "skillfit score cv.pdf posting.md --fail-under 60 # exit status 1 below 60 points\n"
            "skillfit score cv.pdf --role electrician --level mid # a role in place of a posting",
            run_score},
    Command{
        kRank, "rank", "POSTING CANDIDATE...", 1, ~0u, "Rank many resumes against one posting, best first.",
        "A CANDIDATE is a file, a folder (searched through), a glob, a JSONL file (one document a line), a zip archive "
        "(one document an entry) or - for standard input. Every input gives exactly one row; one that cannot be read "
        "costs only its own row, and one with the same bytes or the same text as another is skipped. With --resume it "
        "is the other way round: the inputs are postings, ranked for that resume. Ctrl-C finishes what is being read, "
        "writes the rows so far and ends with status 130; a second one ends at once.",
        "skillfit rank posting.md resumes/ # a folder\n"
        "skillfit rank posting.md resumes/ --top 10 --format csv -o ranked.csv # a spreadsheet\n"
        "skillfit rank posting.md resumes/ --format html -o ranking.html # a page to sort and look into\n"
        "find . -name '*.pdf' | skillfit rank posting.md --files-from - # a list\n"
        "skillfit rank --resume cv.pdf postings/ # which postings suit this resume\n"
        "skillfit rank --role electrician --level mid resumes/ # a role in place of the posting",
        run_rank},
    Command{
        kGaps, "gaps", "RESUME POSTING", 1, 2, "What is missing, best gain first.",
        "Each gap says how many points closing it alone would add, what the posting says, and which related skills the "
        "resume already shows.",
        "skillfit gaps cv.pdf posting.md # what to learn or to write down first\n"
        "skillfit gaps cv.pdf --role data-scientist # which level the evidence supports, and what the next one asks "
        "for\n"
        "skillfit gaps cv.pdf posting.md --what-if kubernetes,kafka # and what these two would gain together",
        run_gaps},
    Command{
        kExtract, "extract", "FILE...", 1, ~0u, "The skills a document names, with the bytes that name them.",
        "Offsets are bytes into the document's text; for a UTF-8 text file those are the file's own bytes. With --as "
        "posting --format toml it writes what it understood of one posting as a file to edit, which is taken wherever "
        "a POSTING is.",
        "skillfit extract cv.txt # a table\n"
        "skillfit extract resumes/ --format jsonl # one object a document\n"
        "skillfit extract --as posting --format toml posting.md -o posting.toml # correct it, then: skillfit rank "
        "posting.toml ...",
        run_extract},
    Command{
        kInspect, "inspect", "FILE...", 1, ~0u, "What was read from a file: text, sections, positions, warnings.",
        "The answer to \"what does the machine see?\". Hidden text, scans and odd character sets are reported here.",
        "skillfit inspect cv.pdf # section by section", run_inspect},
    Command{
        kLearn, "learn", "FILE...", 1, ~0u, "Count how many documents name each skill: a weights file.",
        "Rare skills weigh more than common ones. The counts of your own documents make the weights fit your field.",
        "skillfit learn postings/ -o weights.tsv # then: skillfit rank --weights weights.tsv ...", run_learn},
    Command{
        kEvaluate, "evaluate", "GOLD...", 1, ~0u, "Compare what is found with what people marked.",
        "GOLD is annotated data, files or folders: text marked [[surface|skill]] or [[surface|skill|stance]] whose "
        "first line is #! resume or #! posting, or JSON lines with text and the byte offsets of mentions. Prints "
        "precision, recall and F1 of exact spans, of spans that only overlap, of skills and of stances, by part of "
        "the data, and the most frequent mistakes. With --coverage the inputs are resumes that nobody marked: how "
        "many of the short items in their skills sections are known, by folder. With --ranking the first input is "
        "judgements, lines with tabs: posting, resume, grade; or posting, label, and the other inputs are resumes in "
        "folders with the names of the labels. Prints pair accuracy, nDCG and mean average precision of the score, of "
        "BM25 and of TF-IDF, with bootstrap intervals.",
        "skillfit evaluate corpora/gold # text with marks\n"
        "skillfit evaluate dev.jsonl --as posting --type knowledge --without-kind soft --terms # spans of one type\n"
        "skillfit evaluate --coverage resumes/ # what the lexicon does not know yet\n"
        "skillfit evaluate --ranking judgements.tsv --as-of 2026-01-31 # posting, resume, grade\n"
        "skillfit evaluate --ranking labels.tsv resumes/ # posting, label",
        run_evaluate},
    Command{kRoles, "roles", "[ROLE...]", 0, 2, "Role profiles: all, one with its levels, or two side by side.",
            "A role lists what a line of work usually asks for at entry, mid and senior level. ROLE is a name from the "
            "list, "
            "a title, or the path of a role file of one's own; --role takes the same in place of a posting.",
            "skillfit roles # the list\n"
            "skillfit roles machine-learning-engineer # levels, skills, certificates, neighbours, pay\n"
            "skillfit roles data-scientist machine-learning-engineer # the difference",
            run_roles},
    Command{kLexiconLint, "lexicon lint", "FILE...", 1, ~0u,
            "Check lexicon files: clashes, missing policies, dead forms.",
            "Also runs every yes and no line. Exit status 1 when there is anything to mend.",
            "skillfit lexicon lint my-skills.toml", run_lexicon_lint},
    Command{kLexiconShow, "lexicon show", "KEY...", 1, ~0u, "One skill: spellings, policy, broader, narrower, related.",
            "", "skillfit lexicon show go kubernetes", run_lexicon_show},
    Command{kLexiconFind, "lexicon find", "WORDS...", 1, ~0u, "Skills whose key, name or spelling contains the words.",
            "", "skillfit lexicon find sql", run_lexicon_find},
    Command{kLexiconStats, "lexicon stats", "", 0, 0, "How many skills, spellings and rules the lexicon holds.", "",
            "skillfit lexicon stats", run_lexicon_stats},
    Command{kLexiconSuggest, "lexicon suggest", "FILE...", 1, ~0u,
            "Names that documents use and the lexicon lacks, commonest first.",
            "Candidates come from lists of skills and from phrases such as \"experience with\". Each is given with the "
            "number of documents that name it, how often, and the first place to look at.",
            "skillfit lexicon suggest resumes/ --min-count 3 # what to add next\n"
            "skillfit lexicon suggest postings/ --top 100 --format csv -o candidates.csv # for a spreadsheet",
            run_lexicon_suggest},
    Command{kLexiconCompile, "lexicon compile", "FILE...", 1, ~0u, "Compile lexicon files into one binary table.",
            "The table loads without parsing: skillfit --lexicon table.bin.",
            "skillfit lexicon compile lexicon/*.toml -o table.bin", run_lexicon_compile},
    Command{
        kLexiconImport, "lexicon import", "SOURCE FILE...", 2, ~0u,
        "Make a lexicon file of ESCO, of O*NET or of a spreadsheet.",
        "SOURCE is esco (the classification's CSV files, in any order), onet (Technology Skills.txt) or csv (a table "
        "with the column name, and perhaps key, kind, alias, broader; several values in a cell are separated by | or "
        ";). What the built-in lexicon finds already is left out; with --only-lexicon the file stands alone. Names "
        "that need a policy (two letters, ordinary words) are left out and counted.",
        "skillfit lexicon import esco skills_en.csv skillGroups_en.csv -o esco.toml\n"
        "skillfit lexicon import onet \"Technology Skills.txt\" -o onet.toml\n"
        "skillfit lexicon import csv our-skills.csv -o ours.toml # then: skillfit rank --lexicon ours.toml ...",
        run_lexicon_import},
    Command{kManual, "manual", "", 0, 0, "Print the manual page (roff).", "", "skillfit manual | man -l -", run_manual},
    Command{kCompletions, "completions", "SHELL", 1, 1, "Print completions for bash, zsh or fish.", "",
            "skillfit completions bash > ~/.local/share/bash-completion/completions/skillfit", run_completions},
};

constexpr std::array kFlags = {
    Flag{kReporting & ~kExtract, "--format", "-f", "FORM", "table|json|jsonl|csv|html",
         "How to print results; html is one page that holds everything it needs", &Options::format},
    Flag{kExtract, "--format", "-f", "FORM", "table|json|jsonl|csv|html|toml",
         "How to print results; html is one page, toml one posting as a file to edit", &Options::format},
    Flag{kAll & ~(kManual | kCompletions), "--output", "-o", "FILE", "",
         "Write there instead of standard output, all or nothing", &Options::output},
    Flag{kMany, "--files-from", "", "FILE", "", "Read more inputs from there, one a line; - is standard input",
         &Options::files_from},
    Flag{kReading | kLexicon, "--lexicon", "", "FILE", "", "Lay this lexicon over the built-in one (may be repeated)",
         &Options::lexicons},
    Flag{kReading | kLexicon, "--only-lexicon", "", "", "", "Use the --lexicon files in place of the built-in one",
         &Options::only_lexicon},
    Flag{kMatching | kEvaluate, "--weights", "", "FILE", "", "Document frequencies made by `skillfit learn`",
         &Options::weights},
    Flag{kMatching | kEvaluate, "--weight", "-w", "SIGNAL=X", "",
         "Relative weight of a signal, such as title=0 (may be repeated)", &Options::signal_weights},
    Flag{kMatching | kExtract | kInspect | kEvaluate, "--as-of", "", "DATE", "",
         "The day counted as today, YYYY-MM-DD; positions that last end there", &Options::as_of},
    Flag{kExtract | kInspect | kLearn | kEvaluate | kLexiconSuggest, "--as", "", "WHAT", "resume|posting",
         "Read documents as the one or the other (else guessed)", &Options::as},
    Flag{kRank | kLexiconSuggest, "--top", "-n", "K", "", "Show only the best K rows", &Options::top},
    Flag{kLexiconSuggest, "--min-count", "", "N", "", "Leave out what is named less often", &Options::min_count},
    Flag{kMatching, "--role", "", "ROLE", "", "Take what a role asks for in place of POSTING (see `skillfit roles`)",
         &Options::role},
    Flag{kMatching, "--level", "", "LEVEL", "entry|mid|senior",
         "Of the role; without it the one after the highest that the evidence supports", &Options::level},
    Flag{kRank, "--resume", "", "RESUME", "", "Rank postings for this resume instead", &Options::resume},
    Flag{kScore | kGaps, "--what-if", "", "SKILLS", "",
         "Also say the score if the resume showed these skills, separated by commas", &Options::what_if},
    Flag{kScore | kRank, "--fail-under", "", "SCORE", "", "Exit status 1 if the (best) score is lower",
         &Options::fail_under},
    Flag{kEvaluate, "--type", "", "NAME", "", "Only marks of this type are to be found (may be repeated)",
         &Options::types},
    Flag{kEvaluate, "--without-kind", "", "KIND", "tool|knowledge|method|soft|language|certificate",
         "Leave out what is found of this kind (may be repeated)", &Options::without_kinds},
    Flag{kEvaluate, "--terms", "", "", "", "Names that the lexicon does not know count as found", &Options::terms},
    Flag{kEvaluate, "--coverage", "", "", "", "Measure resumes without marks", &Options::coverage},
    Flag{kEvaluate, "--ranking", "", "", "", "Measure how resumes are ranked, beside BM25 and TF-IDF",
         &Options::ranking},
    Flag{kEvaluate, "--worst", "", "N", "", "Mistakes listed of each kind, or postings of a ranking; 20 by default",
         &Options::worst},
    Flag{kReading, "--jobs", "-j", "N", "", "Threads; 0 = as many as the machine has. Never changes the output",
         &Options::jobs},
    Flag{kReading, "--reader", "", "PROGRAM", "", "Where the skillfit-reader program is", &Options::reader},
    Flag{kReporting, "--color", "", "WHEN", "auto|always|never", "Colour on terminals (NO_COLOR is honoured)",
         &Options::color},
    Flag{kReading, "--no-cache", "", "", "",
         "Read every file again, and keep nothing of it in ~/.cache/skillfit ($XDG_CACHE_HOME)", &Options::no_cache},
    Flag{kReading, "--quiet", "-q", "", "", "No progress and no notes on standard error", &Options::quiet},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&](const Command& c) { return c.name == name; });
  return found == kCommands.end() ? nullptr : &*found;
}

std::span<const Flag> flags() {
  return kFlags;
}

}  // namespace skillfit::cli
