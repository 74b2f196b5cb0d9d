#!/usr/bin/env python3
"""The three jobs on the samples: scores add up, evidence points at the right bytes, gaps are exact, the ranking is what a person expects."""
import csv
import decimal
import pathlib
import shutil
import tempfile
import unittest

from harness import AS_OF, POSTINGS, RESUMES, SAMPLES, exact, rank, run, score

PAIRS = [("ana-lindqvist-backend.pdf", "backend-engineer.md"), ("marek-dubrovny-backend.docx", "backend-engineer.md"),
         ("siobhan-achterberg-nurse.pdf", "registered-nurse.html"), ("caleb-rautio-electrician.txt", "electrician.txt"),
         ("henrik-osei-accountant.docx", "accountant.docx"), ("valentina-crowhurst-sales.json", "sales-manager.json"),
         ("yusuf-tremblay-sous-chef.pdf", "sous-chef.pdf"), ("rex-vantongeren-keywords.txt", "ml-engineer.txt")]


class Score(unittest.TestCase):
    def test_points_add_up_to_the_score_and_maxima_to_a_hundred(self):
        for resume, posting in PAIRS:
            with self.subTest(resume=resume, posting=posting):
                result = score(RESUMES / resume, POSTINGS / posting)
                self.assertEqual(sum(c["points"] for c in result["contributions"]), result["score"])
                self.assertEqual(sum(c["max"] for c in result["contributions"]), 100)
                for part in result["contributions"]:
                    self.assertTrue(0 <= part["related_points"] <= part["points"] <= part["max"], part)

    def test_every_counted_skill_has_evidence_on_both_sides(self):
        for resume, posting in PAIRS:
            for part in score(RESUMES / resume, POSTINGS / posting)["contributions"]:
                if part["points"] > 0 and part.get("skill"):
                    with self.subTest(resume=resume, skill=part["skill"]):
                        self.assertTrue(part["resume_evidence"])
                        self.assertTrue(part["posting_evidence"])

    def test_evidence_is_the_bytes_of_the_file_itself(self):
        resume, posting = RESUMES / "caleb-rautio-electrician.txt", POSTINGS / "electrician.txt"
        done = run("extract", resume, posting, "--format", "jsonl", *AS_OF)
        for path, line in zip((resume, posting), done.stdout.decode().splitlines()):
            found = exact(line)
            self.assertGreater(len(found["mentions"]), 5)
            for mention in found["mentions"]:
                self.assertEqual(path.read_bytes()[mention["begin"]:mention["end"]].decode(), mention["surface"])

    def test_gaps_are_sorted_by_gain_and_no_gap_gains_more_than_is_missing(self):
        for resume, posting in PAIRS:
            result = score(RESUMES / resume, POSTINGS / posting)
            gains = [gap["gain"] for gap in result["gaps"]]
            self.assertEqual(gains, sorted(gains, reverse=True))
            self.assertTrue(all(gain <= 100 - result["score"] for gain in gains))

    def test_the_same_resume_in_seven_formats_scores_the_same(self):
        files = sorted((SAMPLES / "formats").glob("ottilie-*"))
        self.assertEqual(len({path.suffix for path in files}), 7)
        scores = {path.name: score(path, POSTINGS / "data-analyst.json")["score"] for path in files}
        self.assertEqual(len(set(scores.values())), 1, scores)

    def test_fail_under_is_an_exit_status(self):
        pair = (RESUMES / "ana-lindqvist-backend.pdf", POSTINGS / "line-cook.md")
        self.assertEqual(run("score", *pair, "--fail-under", "99.5").returncode, 1)
        self.assertEqual(run("score", *pair, "--fail-under", "0").returncode, 0)
        self.assertEqual(run("score", *pair, "--fail-under", "abc").returncode, 64)

    def test_a_weight_of_zero_takes_a_signal_out(self):
        result = score(RESUMES / "ana-lindqvist-backend.pdf", POSTINGS / "backend-engineer.md", "--weight", "similarity=0")
        self.assertFalse([c for c in result["contributions"] if c["signal"] == "similarity" and c["max"] > 0])
        self.assertEqual(sum(c["max"] for c in result["contributions"]), 100)


class Rank(unittest.TestCase):
    def test_the_order_a_person_expects(self):
        with open(SAMPLES / "ranking.tsv", encoding="utf-8") as file:
            expected = list(csv.DictReader(file, delimiter="\t"))
        scores = {}
        for posting in sorted({row["posting"] for row in expected}):
            _, rows, _ = rank(POSTINGS / posting, RESUMES)
            scores[posting] = {pathlib.Path(row["path"]).name: row["score"] for row in rows}
        for row in expected:
            if row["how_sure"] != "must":
                continue
            with self.subTest(posting=row["posting"], better=row["better"], worse=row["worse"], why=row["why"]):
                self.assertGreater(scores[row["posting"]][row["better"]], scores[row["posting"]][row["worse"]])

    def test_rank_and_score_agree(self):
        _, rows, _ = rank(POSTINGS / "backend-engineer.md", RESUMES)
        for row in rows[:5]:
            self.assertEqual(row["score"], score(row["path"], POSTINGS / "backend-engineer.md")["score"])

    def test_one_row_an_input_whatever_happens_to_some(self):
        _, rows, done = rank(POSTINGS / "backend-engineer.md", RESUMES, SAMPLES / "awkward")
        paths = [row["path"] for row in rows]
        files = [p for folder in (RESUMES, SAMPLES / "awkward") for p in folder.iterdir()]
        self.assertEqual(sorted(paths), sorted(map(str, files)))
        self.assertEqual(done.returncode, 2)
        self.assertTrue(all(row["rank"] is None for row in rows if row["status"] != "ok"))
        self.assertTrue(all(row["status"] == "ok" for row in rows if "/resumes/" in row["path"]))

    def test_the_same_bytes_for_any_number_of_jobs_and_any_order_of_arguments(self):
        outputs = set()
        for jobs in ("1", "2", "5"):
            for form in ("jsonl", "csv", "table"):
                outputs.add((form, run("rank", POSTINGS / "ml-engineer.txt", RESUMES, SAMPLES / "awkward", "--jobs", jobs,
                                       "--format", form, *AS_OF).stdout))
        self.assertEqual(len(outputs), 3)
        files = sorted(RESUMES.iterdir())
        forward, backward = (rank(POSTINGS / "ml-engineer.txt", *order)[1] for order in (files, files[::-1]))
        self.assertEqual(forward, backward)

    def test_ranks_skip_after_a_tie(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.txt", "b.txt", "c.txt"):
                text = (RESUMES / "caleb-rautio-electrician.txt").read_text()
                (pathlib.Path(folder) / name).write_text(f"{text}\n{name}\n")  # equal ones would be duplicates
            shutil.copy(RESUMES / "tavita-moreau-line-cook.txt", pathlib.Path(folder) / "d.txt")
            _, rows, _ = rank(POSTINGS / "electrician.txt", folder)
            self.assertEqual([row["rank"] for row in rows], [1, 1, 1, 4])

    def test_top_cuts_rows_but_keeps_errors(self):
        _, rows, _ = rank(POSTINGS / "backend-engineer.md", RESUMES, SAMPLES / "awkward" / "empty.txt", options=["--top", "3"])
        self.assertEqual([row["status"] for row in rows], ["ok", "ok", "ok", "error"])

    def test_a_resume_can_rank_postings(self):
        done = run("rank", "--resume", RESUMES / "siobhan-achterberg-nurse.pdf", POSTINGS, "--format", "jsonl", *AS_OF)
        rows = [exact(line) for line in done.stdout.decode().splitlines()[1:]]
        self.assertEqual(pathlib.Path(rows[0]["path"]).name, "registered-nurse.html")
        self.assertEqual(len(rows), len(list(POSTINGS.iterdir())))

    def test_lists_in_the_columns_of_a_table_stand_under_their_headers(self):
        done = run("extract", POSTINGS / "registered-nurse.html", "--format", "jsonl")
        mentions = exact(done.stdout.decode().splitlines()[0])["mentions"]
        stances = {mention["skill"]: mention["stance"] for mention in mentions}
        self.assertEqual((stances["wound-care"], stances["phlebotomy"]), ("required", "preferred"))

    def test_jsonl_lines_and_standard_input_are_candidates(self):
        text = (RESUMES / "caleb-rautio-electrician.txt").read_text()
        import json
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "many.jsonl"
            path.write_text("\n".join([json.dumps({"text": text}), "", '{"broken', json.dumps({"text": text + "\nthe end"})]) + "\n")
            _, rows, done = rank(POSTINGS / "electrician.txt", path)
            self.assertEqual([(pathlib.Path(r["path"]).name, r["status"]) for r in rows],
                             [("many.jsonl#1", "ok"), ("many.jsonl#4", "ok"), ("many.jsonl#3", "error")])
            self.assertEqual(done.returncode, 2)
        piped = run("rank", POSTINGS / "electrician.txt", "-", "--format", "jsonl", *AS_OF, stdin=text.encode())
        self.assertEqual(exact(piped.stdout.decode().splitlines()[1])["score"], rows[0]["score"])


class Gaps(unittest.TestCase):
    def test_closing_the_first_gap_in_the_text_raises_the_score(self):
        resume, posting = RESUMES / "tobias-okonjo-php.txt", POSTINGS / "backend-engineer.md"
        done = run("gaps", resume, posting, "--format", "json", *AS_OF)
        self.assertEqual(done.returncode, 0, done.stderr)
        gaps = [gap for gap in exact(done.stdout)["gaps"] if gap.get("skill")]
        self.assertGreater(len(gaps), 3)
        before = score(resume, posting)["score"]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "more.txt"
            text = resume.read_text().rstrip()
            path.write_text(text + "\n\nSkills\n" + gaps[0]["name"] + "\n")
            self.assertGreater(score(path, posting)["score"], before)
        self.assertEqual(gaps, [gap for gap in score(resume, posting)["gaps"] if gap.get("skill")])

    def test_what_if_one_skill_gains_what_its_gap_says(self):
        pair = (RESUMES / "tobias-okonjo-php.txt", POSTINGS / "backend-engineer.md")
        gap = next(gap for gap in exact(run("gaps", *pair, "--format", "json", *AS_OF).stdout)["gaps"] if gap.get("skill"))
        supposed = exact(run("score", *pair, "--what-if", gap["skill"], "--format", "json", *AS_OF).stdout)
        self.assertEqual(supposed["what_if"]["gain"], gap["gain"])
        self.assertEqual(supposed["what_if"]["score"], supposed["score"] + gap["gain"])
        unknown = run("score", *pair, "--what-if", "kubernets", *AS_OF)
        self.assertEqual((unknown.returncode, b"did you mean kubernetes?" in unknown.stderr), (64, True), unknown.stderr)

    def test_what_is_said_to_be_missing_is_missing(self):
        gaps = exact(run("gaps", RESUMES / "marek-dubrovny-backend.docx", POSTINGS / "backend-engineer.md", "--format", "json",
                         *AS_OF).stdout)["gaps"]
        missing = {gap["skill"] for gap in gaps}
        self.assertIn("kubernetes", missing)
        self.assertNotIn("java", missing)


class Fairness(unittest.TestCase):
    def test_name_contact_and_pronouns_change_nothing(self):
        path, posting = RESUMES / "caleb-rautio-electrician.txt", POSTINGS / "electrician.txt"
        text = path.read_text()
        swapped = text
        for old, new in (("CALEB RAUTIO", "AMINA THANDEKA"), ("Caleb Rautio", "Amina Thandeka"), ("caleb", "amina"), (" he ", " she ")):
            swapped = swapped.replace(old, new)
        self.assertNotEqual(swapped, text)
        with tempfile.TemporaryDirectory() as folder:
            other = pathlib.Path(folder) / "other.txt"
            other.write_text(swapped)
            a, b = score(path, posting), score(other, posting)
        self.assertEqual(a["score"], b["score"])
        self.assertEqual([(c["signal"], c["points"]) for c in a["contributions"]], [(c["signal"], c["points"]) for c in b["contributions"]])
        self.assertEqual([(g["skill"], g["gain"]) for g in a["gaps"]], [(g["skill"], g["gain"]) for g in b["gaps"]])


class Mistakes(unittest.TestCase):
    def notes(self, resume, posting):
        return [note["code"] for note in score(resume, posting)["notes"]]

    def test_swapped_and_identical_documents_are_noticed(self):
        resume, posting = RESUMES / "caleb-rautio-electrician.txt", POSTINGS / "electrician.txt"
        self.assertNotIn("swapped", self.notes(resume, posting))
        self.assertIn("swapped", self.notes(posting, resume))
        self.assertIn("same_document", self.notes(posting, posting))

    def test_a_stuffed_list_is_noted_and_earns_little(self):
        stuffed, honest = RESUMES / "rex-vantongeren-keywords.txt", RESUMES / "ana-lindqvist-backend.pdf"
        posting = POSTINGS / "backend-engineer.md"
        self.assertIn("stuffing", self.notes(stuffed, posting))
        self.assertNotIn("stuffing", self.notes(honest, posting))
        self.assertLess(score(stuffed, posting)["score"], score(honest, posting)["score"] * decimal.Decimal("0.75"))


class Learn(unittest.TestCase):
    def test_learned_weights_are_accepted_and_do_not_depend_on_the_order(self):
        files = sorted(p for p in RESUMES.iterdir() if p.suffix == ".txt")
        one = run("learn", *files, *AS_OF[:0])
        two = run("learn", *files[::-1], "--jobs", "1")
        self.assertEqual(one.stdout, two.stdout)
        self.assertTrue(one.stdout.startswith(b"#documents\t%d\n" % len(files)))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "weights.tsv"
            path.write_bytes(one.stdout)
            result = score(RESUMES / "caleb-rautio-electrician.txt", POSTINGS / "electrician.txt", "--weights", path)
            self.assertGreater(result["score"], decimal.Decimal(0))


if __name__ == "__main__":
    unittest.main()
