#!/usr/bin/env python3
"""Roles on the command line: the list, one, two side by side, and in place of a posting."""
import pathlib
import tempfile
import unittest

from harness import AS_OF, RESUMES, SOURCE, exact, run

RESUME = RESUMES / "priya-venkataswamy-ml.pdf"
ROLE = "machine-learning-engineer"


def rows(*arguments):
    done = run("roles", *arguments, "--format", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    return [exact(line) for line in done.stdout.decode().splitlines()]


class Roles(unittest.TestCase):
    def test_the_list_holds_every_role_file(self):
        files = sorted(path.stem for path in (SOURCE / "corpora" / "roles").glob("*.toml"))
        self.assertEqual([row["role"] for row in rows()], files)
        table = run("roles").stdout.decode()
        for name in files:
            self.assertIn(name, table)

    def test_one_role_says_levels_pay_skills_and_neighbours(self):
        text = run("roles", ROLE).stdout.decode()
        for words in ("Python (56.3 %)", "132,000-182,000 USD a year (US 2024)", "TensorFlow Developer Certificate",
                      "data-scientist", "Chief data scientist", "And from senior on"):
            self.assertIn(words, text)

    def test_two_roles_show_the_difference(self):
        text = run("roles", "data-scientist", ROLE).stdout.decode()
        both, left, right = text.index("Both ask for it"), text.index("Only Data scientist"), text.index("Only Machine")
        self.assertTrue(both < left < right)
        self.assertIn("Hypothesis testing", text[left:right])
        self.assertIn("Model deployment", text[right:])

    def test_gaps_say_which_level_the_evidence_supports_and_what_the_next_one_asks(self):
        result = exact(run("gaps", RESUME, "--role", ROLE, "--format", "json", *AS_OF).stdout)
        standing = result["role"]
        self.assertEqual([level["level"] for level in standing["levels"]], ["entry", "mid", "senior"])
        self.assertEqual((standing["supported"], standing["measured"]), ("mid", "senior"))
        self.assertTrue(result["gaps"])
        text = run("gaps", RESUME, "--role", ROLE, *AS_OF).stdout.decode()
        self.assertIn("supports mid", text[:text.index("Gaps, by")])

    def test_a_level_that_is_named_is_measured_and_scores_add_up(self):
        for level in ("entry", "mid", "senior"):
            result = exact(run("score", RESUME, "--role", ROLE, "--level", level, "--format", "json", *AS_OF).stdout)
            self.assertEqual(result["role"]["measured"], level)
            self.assertEqual(sum(part["points"] for part in result["contributions"]), result["score"])
            self.assertEqual(sum(part["max"] for part in result["contributions"]), 100)

    def test_candidates_are_ranked_for_a_role(self):
        done = run("rank", "--role", "electrician", "--level", "mid", RESUMES, "--format", "jsonl", *AS_OF)
        self.assertEqual(done.returncode, 0, done.stderr)
        best = exact(done.stdout.decode().splitlines()[1])
        self.assertIn("caleb-rautio-electrician", best["path"])

    def test_a_role_of_ones_own(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mine.toml"
            path.write_text('title = "Baker"\n[entry]\nyears = [0]\n[[requirement]]\nany_of = ["baking"]\n')
            done = run("gaps", RESUMES / "greta-nakamori-baker.html", "--role", path, "--format", "json", *AS_OF)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(exact(done.stdout)["role"]["title"], "Baker")
            missing = run("gaps", RESUME, "--role", path, "--level", "senior")
            self.assertEqual(missing.returncode, 65)
            path.write_text('[[requirement]]\nany_of = ["baking"]\n')
            self.assertIn(b"no role", run("gaps", RESUME, "--role", path).stderr)

    def test_what_is_wrong_is_said(self):
        posting = SOURCE / "corpora" / "samples" / "postings" / "ml-engineer.txt"
        cases = [
            (65, "did you mean machine-learning-engineer?", ["gaps", RESUME, "--role", "machine-lerning-engineer"]),
            (65, "did you mean", ["roles", "electrican"]),
            (64, "--level", ["gaps", RESUME, "--role", ROLE, "--level", "principal"]),
            (64, "in place of POSTING", ["score", RESUME, posting, "--role", ROLE]),
            (64, "POSTING is missing", ["score", RESUME]),
            (64, "name it with --role", ["score", RESUME, posting, "--level", "mid"]),
            (64, "wants --level", ["rank", "--role", ROLE, RESUMES]),
            (64, "contradict", ["rank", "--role", ROLE, "--level", "mid", "--resume", RESUME, RESUMES]),
            (65, "--role", ["score", RESUME, SOURCE / "corpora" / "roles" / "chef.toml"]),
        ]
        for status, words, arguments in cases:
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertIn(words, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
