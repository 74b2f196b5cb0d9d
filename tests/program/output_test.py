#!/usr/bin/env python3
"""Output keeps its contract: every JSON object validates against docs/output-schema.json, CSV parses, lexicon commands answer."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema

from harness import AS_OF, AWKWARD, POSTINGS, PROGRAM, RESUMES, SAMPLES, SOURCE, exact, run

SCHEMA = json.loads((SOURCE / "docs" / "output-schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PAIR = (RESUMES / "marek-dubrovny-backend.docx", POSTINGS / "backend-engineer.md")
GOLD = SOURCE / "tests" / "golden" / "gold"
TERMS = SOURCE / "tests" / "golden" / "terms"
TERM_OPTIONS = ["--only-lexicon", "--lexicon", GOLD / "lexicon.toml", "--weights", TERMS / "weights.tsv"]
COMMANDS = {
    "score": ["score", *PAIR], "gaps": ["gaps", *PAIR],
    "score with terms": ["score", TERMS / "resume.md", TERMS / "posting.md", *TERM_OPTIONS],
    "rank with terms": ["rank", TERMS / "posting.md", TERMS / "resume.md", *TERM_OPTIONS], "rank": ["rank", PAIR[1], RESUMES, AWKWARD],
    "extract": ["extract", RESUMES, POSTINGS, AWKWARD / "empty.txt"], "inspect": ["inspect", RESUMES, AWKWARD],
    "lint": ["lexicon", "lint", SOURCE / "lexicon" / "cloud.toml"], "show": ["lexicon", "show", "kubernetes", "python"],
    "find": ["lexicon", "find", "sql"], "stats": ["lexicon", "stats"],
    "roles": ["roles"],
    "one_role": ["roles", "machine-learning-engineer"],
    "gaps_role": ["gaps", RESUMES / "priya-venkataswamy-ml.pdf", "--role", "machine-learning-engineer"],
    "suggest": ["lexicon", "suggest", RESUMES, POSTINGS],
    "evaluate": ["evaluate", GOLD], "coverage": ["evaluate", "--coverage", RESUMES, POSTINGS],
    "ranking": ["evaluate", "--ranking", SAMPLES / "judgements.tsv", "--as-of", "2026-06-30"],
}
UNDATED = ("lexicon", "evaluate", "roles")  # commands that know no date


class Schema(unittest.TestCase):
    def test_the_schema_itself_is_valid_and_strict(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        self.assertTrue(list(VALIDATOR.iter_errors({"score": 5})), "the schema accepts anything")

    def test_every_object_of_every_command_validates(self):
        for name, command in COMMANDS.items():
            for form in ("json", "jsonl"):
                done = run(*command, "--format", form, *([] if command[0] in UNDATED else AS_OF))
                self.assertIn(done.returncode, (0, 1, 2), done.stderr)
                text = done.stdout.decode()
                objects = [json.loads(line) for line in text.splitlines()] if form == "jsonl" else [json.loads(text)]
                self.assertTrue(objects)
                for item in objects:
                    with self.subTest(command=name, form=form):
                        errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in VALIDATOR.iter_errors(item)]
                        self.assertEqual(errors, [])

    def test_csv_parses_with_the_same_number_of_cells_in_every_line(self):
        for name in ("score", "gaps", "rank", "extract", "evaluate", "coverage", "ranking", "suggest"):
            done = run(*COMMANDS[name], "--format", "csv", *([] if COMMANDS[name][0] in UNDATED else AS_OF))
            rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
            self.assertGreater(len(rows), 2, name)
            self.assertEqual(len({len(row) for row in rows}), 1, name)
            self.assertFalse([cell for row in rows for cell in row if cell[:1] in "=+@" and cell], name)

    def test_rank_rows_have_the_promised_keys(self):
        lines = run(*COMMANDS["rank"], "--format", "jsonl", *AS_OF).stdout.decode().splitlines()
        row = exact(lines[1])
        for key in ("rank", "path", "status", "score", "confidence", "required_met", "required_total", "top_strengths", "top_gaps", "notes"):
            self.assertIn(key, row)


class Output(unittest.TestCase):
    def test_a_file_gets_the_same_bytes_as_standard_output(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "out.json"
            printed = run("score", *PAIR, "--format", "json", *AS_OF).stdout
            self.assertEqual(run("score", *PAIR, "--format", "json", *AS_OF, "-o", path).stdout, b"")
            self.assertEqual(path.read_bytes(), printed)

    def test_color_only_where_asked(self):
        for command in ("score", "gaps", "rank"):
            self.assertNotIn(b"\x1b[", run(*COMMANDS[command], *AS_OF).stdout)
        colored = subprocess.run([PROGRAM, *map(str, COMMANDS["rank"]), "--color", "always", *AS_OF], capture_output=True, check=False)
        self.assertIn(b"\x1b[", colored.stdout)

    def test_the_table_fits_its_width(self):
        for columns in (60, 80, 100, 140):
            done = run(*COMMANDS["rank"], *AS_OF, env={"COLUMNS": str(columns)})
            widest = max(len(line) for line in done.stdout.decode().splitlines()[:20])
            self.assertLessEqual(widest, columns)

    def test_answers_on_a_machine_without_locale_or_home(self):
        done = subprocess.run([PROGRAM, "score", *map(str, PAIR), *AS_OF], capture_output=True, env={"PATH": os.environ["PATH"]}, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)


class Evaluation(unittest.TestCase):
    def test_what_extract_prints_plus_the_text_is_gold_that_it_finds_again(self):
        with tempfile.TemporaryDirectory() as folder:
            gold = pathlib.Path(folder) / "gold.jsonl"
            files = sorted(RESUMES.glob("*.txt")) + sorted(POSTINGS.glob("*.txt"))
            rows = [json.loads(line) for line in run("extract", *files, "--format", "jsonl").stdout.decode().splitlines()]
            with gold.open("w") as out:
                for path, row in zip(files, rows):
                    out.write(json.dumps({**row, "text": path.read_bytes().decode()}) + "\n")
            found = exact(run("evaluate", gold, "--format", "json").stdout)
            self.assertEqual([row["part"] for row in found["figures"]], ["posting", "resume", "all"])
            for row in found["figures"]:
                self.assertEqual([row[name] for name in ("f1", "overlap_recall", "skill_precision", "stance_accuracy")], [1, 1, 1, 1])
            self.assertEqual(found["mistakes"], [])

    def test_the_same_bytes_for_any_number_of_jobs(self):
        for command in (COMMANDS["evaluate"], COMMANDS["coverage"], COMMANDS["ranking"]):
            one, four = (run(*command, "--jobs", jobs).stdout for jobs in (1, 4))
            self.assertTrue(one)
            self.assertEqual(one, four)


class Lexicon(unittest.TestCase):
    def test_an_overlay_adds_a_skill(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mine.toml"
            path.write_text('[zorbulator]\nname = "Zorbulator 9000"\nkind = "tool"\nalias = ["Zorb"]\n')
            text = pathlib.Path(folder) / "cv.txt"
            text.write_text("Skills\nZorb, Python\n")
            for given in (path, folder):  # a folder stands for its files
                found = exact(run("extract", text, "--format", "jsonl", "--lexicon", given).stdout)
                self.assertEqual([m["skill"] for m in found["mentions"]], ["zorbulator", "python"])
            found = exact(run("extract", text, "--format", "jsonl", "--lexicon", path, "--only-lexicon").stdout)
            self.assertEqual([(m["skill"], m["section"]) for m in found["mentions"]], [("zorbulator", "skills")])
            table = pathlib.Path(folder) / "table.bin"
            self.assertEqual(run("lexicon", "compile", path, "-o", table).returncode, 0)
            compiled = exact(run("extract", text, "--format", "jsonl", "--lexicon", table).stdout)
            self.assertEqual([m["skill"] for m in compiled["mentions"]], ["zorbulator"])

    def test_an_imported_spreadsheet_is_laid_over(self):
        with tempfile.TemporaryDirectory() as folder:
            table, path = pathlib.Path(folder) / "ours.csv", pathlib.Path(folder) / "ours.toml"
            table.write_text("name,kind,alias,broader\nZorbulator 9000,tool,Zorb,python\nPython,tool,,\n")
            done = run("lexicon", "import", "csv", table, "-o", path)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"1 skills with 2 spellings written; left out 1 skills the lexicon has", done.stderr)
            self.assertEqual(run("lexicon", "lint", path).returncode, 0)
            text = pathlib.Path(folder) / "cv.txt"
            text.write_text("Skills\nZorb, Python\n")
            found = exact(run("extract", text, "--format", "jsonl", "--lexicon", path).stdout)
            self.assertEqual([m["skill"] for m in found["mentions"]], ["zorbulator-9000", "python"])
            self.assertEqual(run("lexicon", "import", "xml", table).returncode, 64)
            self.assertEqual(run("lexicon", "import", "csv", pathlib.Path(folder) / "none.csv").returncode, 65)
            self.assertIn(b"holds no skill", run("lexicon", "import", "esco", table).stderr)

    def test_lint_finds_and_exits_1(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bad.toml"
            path.write_text('[x]\nname = "The"\nkind = "tool"\nyes = ["Nothing here."]\nbroader = ["no-such-skill"]\n')
            done = run("lexicon", "lint", path)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"bad.toml:1", done.stdout)

    def test_our_own_lexicon_is_clean(self):
        done = run("lexicon", "lint", *sorted((SOURCE / "lexicon").glob("*.toml")))
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stdout.decode()[:3000])

    def test_unknown_keys_are_named(self):
        done = run("lexicon", "show", "no-such-skill")
        self.assertEqual(done.returncode, 65)
        self.assertIn(b"no-such-skill", done.stderr)

    def test_completions_and_manual_come_from_the_table(self):
        for shell in ("bash", "zsh", "fish"):
            text = run("completions", shell).stdout.decode()
            for word in ("score", "rank", "gaps", "extract", "inspect", "learn", "evaluate", "lexicon", "jobs"):
                self.assertIn(word, text)
        syntax = subprocess.run(["bash", "-n"], input=run("completions", "bash").stdout, capture_output=True, check=False)
        self.assertEqual(syntax.stderr, b"")


if __name__ == "__main__":
    unittest.main()
