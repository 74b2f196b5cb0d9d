#!/usr/bin/env python3
"""Posting files: what `extract --as posting --format toml` writes asks for the same as the posting, and does what one expects when it is edited."""
import pathlib
import re
import tempfile
import unittest

from harness import AS_OF, POSTINGS, RESUMES, SAMPLES, exact, rank, run, score


def posting_file(posting):
    done = run("extract", "--as", "posting", "--format", "toml", posting)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def parts(result):
    """The figures of a score, without the places in the posting."""
    def figures(items):
        return [{k: v for k, v in item.items() if k not in ("posting_evidence", "posting_sentence")} for item in items]
    return result["score"], result["similarity"], figures(result["contributions"]), figures(result["gaps"])


class PostingFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def save(self, text, name="posting.toml"):
        path = self.folder / name
        path.write_text(text)
        return path

    def test_every_sample_scores_the_same_as_its_file(self):
        resumes = sorted(RESUMES.iterdir())
        for number, posting in enumerate(sorted(POSTINGS.iterdir())):
            file = self.save(posting_file(posting))
            for resume in resumes[number % 5::5]:
                with self.subTest(posting=posting.name, resume=resume.name):
                    self.assertEqual(parts(score(resume, posting)), parts(score(resume, file)))

    def test_a_list_of_key_skills_scores_the_same_as_its_file(self):
        listed = self.save("Key skills:\n- sous chef\n- kitchen manager\n- food cost\n- kitchen\n- boats\n", "list.txt")
        file = self.save(posting_file(listed))
        self.assertIn('also_called = ["kitchen manager"]', file.read_text())
        for name in ("tavita-moreau-line-cook.txt", "yusuf-tremblay-sous-chef.pdf", "noor-halvorsen-junior.md"):
            with self.subTest(resume=name):
                self.assertEqual(parts(score(RESUMES / name, listed)), parts(score(RESUMES / name, file)))

    def test_a_file_made_of_a_file_is_the_same(self):
        listed = self.save("Key skills:\n- sous chef\n- kitchen manager\n- food cost\n- kitchen\n", "list.txt")
        for posting in (POSTINGS / "backend-engineer.md", listed):
            file = self.save(posting_file(posting))
            again = self.save(posting_file(file), "again.toml")
            without_head = [path.read_text().split("\n", 1)[1] for path in (file, again)]
            self.assertEqual(*without_head)

    def test_ranks_are_the_same(self):
        posting = POSTINGS / "electrician.txt"
        file = self.save(posting_file(posting))
        rows = [[(row["path"], row["score"], row["rank"]) for row in rank(p, RESUMES)[1]] for p in (posting, file)]
        self.assertEqual(*rows)

    def test_a_requirement_that_is_taken_out_is_not_asked_for(self):
        text = posting_file(POSTINGS / "backend-engineer.md")
        resume = RESUMES / "tobias-okonjo-php.txt"
        tables = text.split("\n[[requirement]]\n")
        without = [table for table in tables if 'any_of = ["kafka"]' not in table]
        self.assertEqual(len(without), len(tables) - 1)
        result = score(resume, self.save("\n[[requirement]]\n".join(without)))
        self.assertNotIn("kafka", {part.get("skill") for part in result["contributions"]})
        self.assertEqual(sum(part["max"] for part in result["contributions"]), 100)

    def test_a_stance_that_is_changed_moves_the_requirement(self):
        text = posting_file(POSTINGS / "backend-engineer.md")
        resume = RESUMES / "tobias-okonjo-php.txt"
        changed = re.sub(r'(any_of = \["kafka"\].*\n(?:.*\n)*?stance = )"required"', r'\1"preferred"', text, count=1)
        self.assertNotEqual(changed, text)
        def signals(file):
            return {part["signal"] for part in score(resume, file)["contributions"] if part.get("skill") == "kafka"}
        self.assertEqual(signals(self.save(text)), {"required", "similarity"})
        self.assertEqual(signals(self.save(changed)), {"preferred", "similarity"})

    def test_postings_in_many_formats_are_ranked_for_a_resume(self):
        folder = self.folder / "postings"
        folder.mkdir()
        for path in POSTINGS.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "edited.toml").write_text(
            'title = "Backend Engineer"\n[[requirement]]\nany_of = ["kafka"]\n[[requirement]]\nany_of = ["postgresql"]\n')
        (folder / "broken.toml").write_text('[[requirement]]\nany_of = ["postgre-sql-db"]\n')
        done = run("rank", "--resume", RESUMES / "ana-lindqvist-backend.pdf", folder, "--format", "jsonl", *AS_OF)
        self.assertEqual(done.returncode, 2, done.stderr)
        rows = [exact(line) for line in done.stdout.decode().splitlines()][1:]
        self.assertEqual(len(rows), len(list(folder.iterdir())))
        self.assertIn("edited.toml", rows[0]["path"])
        self.assertIn("backend-engineer.md", rows[1]["path"])
        failed = [row for row in rows if row["status"] == "error"]
        self.assertEqual([(pathlib.Path(row["path"]).name, row["code"]) for row in failed],
                         [("broken.toml", "malformed")])

    def test_a_posting_file_is_no_resume(self):
        file = self.save(posting_file(POSTINGS / "backend-engineer.md"))
        done = run("score", file, POSTINGS / "backend-engineer.md")
        self.assertEqual(done.returncode, 65)
        self.assertIn(b"where a resume should be", done.stderr)

    def test_mistakes_name_the_place(self):
        file = self.save('[[requirement]]\nany_of = ["kuberntes"]\n')
        done = run("score", RESUMES / "ana-lindqvist-backend.pdf", file)
        self.assertEqual(done.returncode, 65)
        self.assertIn(f'{file}:2:11: no skill has the key "kuberntes"; did you mean "kubernetes"?', done.stderr.decode())
        self.assertIn('any_of = ["kuberntes"]', done.stderr.decode())

    def test_toml_is_for_one_posting(self):
        two = run("extract", "--as", "posting", "--format", "toml", *sorted(POSTINGS.iterdir())[:2])
        self.assertEqual(two.returncode, 64)
        resume = run("extract", "--as", "resume", "--format", "toml", RESUMES / "ana-lindqvist-backend.pdf")
        self.assertEqual(resume.returncode, 64)


if __name__ == "__main__":
    unittest.main()
