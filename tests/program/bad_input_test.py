#!/usr/bin/env python3
"""Bad input: one clear message with the reason, the right exit status, and everything else goes through."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from harness import AS_OF, AWKWARD, POSTINGS, PROGRAM, RESUMES, exact, rank, run

GOOD = RESUMES / "caleb-rautio-electrician.txt"
POSTING = POSTINGS / "electrician.txt"

# file below samples/awkward, its row's status, its code
ROWS = [
    ("empty.txt", "error", "empty"), ("blank.txt", "error", "empty"), ("binary.pdf", None, ("malformed", "not_a_document")),
    ("truncated.pdf", None, ("malformed", None)), ("encrypted.pdf", "error", "encrypted"), ("scan.pdf", "error", "needs_ocr"),
    ("not-a-zip.docx", None, ("malformed", "not_a_document", None)), ("truncated.docx", "error", "malformed"),
    ("bomb.docx", "error", "too_large"), ("deep.html", "error", "too_large"), ("deep.json", "error", ("too_large", "malformed")),
    ("old-word.doc", "skipped", "not_a_document"), ("latin1.txt", "ok", None), ("utf16.txt", "ok", None), ("bom-crlf.txt", "ok", None),
    ("invalid-utf8.txt", "ok", None), ("page.pdf", "ok", None), ("wrong-extension.txt", "ok", None), ("control-chars.txt", "ok", None),
    ("hidden-text.pdf", "ok", None), ("entities.docx", None, ("malformed", None)),
]


class Rows(unittest.TestCase):
    def test_each_awkward_file_has_its_row_and_reason(self):
        _, rows, done = rank(POSTING, AWKWARD, GOOD)
        by_name = {pathlib.Path(row["path"]).name: row for row in rows}
        for name, status, codes in ROWS:
            with self.subTest(file=name):
                row = by_name[name]
                code = row["code"] if row["status"] != "ok" else None
                self.assertIn(code, codes if isinstance(codes, tuple) else (codes,), row)
                if status:
                    self.assertEqual(row["status"], status, row)
                if row["status"] != "ok":
                    self.assertGreater(len(row["message"]), 10)
                    self.assertIsNone(row["rank"])
        self.assertEqual(by_name[GOOD.name]["status"], "ok")
        self.assertEqual(done.returncode, 2)

    def test_alone_each_broken_file_ends_in_65_with_its_name(self):
        for name, status, _ in ROWS:
            if status in ("error", "skipped"):
                with self.subTest(file=name):
                    done = run("score", AWKWARD / name, POSTING)
                    self.assertEqual(done.returncode, 65)
                    self.assertIn(name, done.stderr.decode())
                    self.assertEqual(done.stdout, b"")
                    self.assertLessEqual(len(done.stderr.decode().splitlines()), 2)

    def test_missing_files_folders_and_permissions(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "sub.txt").mkdir()
            _, rows, done = rank(POSTING, pathlib.Path(folder) / "missing.pdf", GOOD)
            self.assertEqual([row["status"] for row in rows], ["ok", "error"])
            self.assertEqual(rows[1]["code"], "not_found")
            self.assertEqual(done.returncode, 2)
            empty = run("rank", POSTING, folder)
            self.assertEqual(empty.returncode, 65)
            self.assertIn(b"no files", empty.stderr)
            locked = pathlib.Path(folder) / "locked.txt"
            locked.write_text("Python")
            locked.chmod(0)
            if os.geteuid() != 0:
                self.assertEqual(rank(POSTING, locked)[1][0]["code"], "not_readable")

    def test_a_text_of_200_megabytes_is_refused_without_reading_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "huge.txt"
            with open(path, "wb") as file:
                file.truncate(200 << 20)
            _, rows, _ = rank(POSTING, path, GOOD)
            self.assertEqual(rows[1]["code"], "too_large")

    def test_names_that_attack_the_terminal_or_are_not_utf8(self):
        with tempfile.TemporaryDirectory() as folder:
            names = [b"esc\x1b[31mred.txt", b"new\nline.txt", b"latin\xe9.txt", b"=cmd.txt"]
            for name in names:
                with open(os.path.join(os.fsencode(folder), name), "wb") as file:
                    file.write(GOOD.read_bytes() + b"\n" + str(len(name)).encode())  # equal ones would be duplicates
            _, rows, done = rank(POSTING, folder)
            self.assertEqual(len(rows), 4)
            self.assertTrue(all(row["status"] == "ok" for row in rows))
            latin = [row for row in rows if "path_bytes" in row]
            self.assertEqual([bytes.fromhex(row["path_bytes"]).rsplit(b"/", 1)[1] for row in latin], [b"latin\xe9.txt"])
            for form in ("table", "csv"):
                text = run("rank", POSTING, folder, "--format", form, *AS_OF)
                self.assertNotIn(b"\x1b", text.stdout + text.stderr)
                text.stdout.decode("utf-8")
            self.assertNotIn(b"\x1b", run("score", POSTING, os.path.join(folder, "no\x1b[31m"), *AS_OF).stderr)


class Refusals(unittest.TestCase):
    def test_a_posting_that_asks_for_nothing_gives_no_score(self):
        for command in (["score", GOOD, AWKWARD / "no-skills-posting.txt"], ["gaps", GOOD, AWKWARD / "no-skills-posting.txt"],
                        ["rank", AWKWARD / "no-skills-posting.txt", RESUMES]):
            done = run(*command)
            self.assertEqual(done.returncode, 65, command)
            self.assertEqual(done.stdout, b"")
            self.assertIn(b"no requirement", done.stderr)

    def test_a_bad_lexicon_is_named_with_line_and_excerpt(self):
        cases = [(b'[go]\nname = "Go"\nkind = "gadget"\n', b":3:"), (b'[go\nname = "Go"\n', b":1:"), (b"[go]\nkind = 'tool'\n", b":1")]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mine.toml"
            for content, where in cases:
                with self.subTest(content=content):
                    path.write_bytes(content)
                    done = run("score", GOOD, POSTING, "--lexicon", path)
                    self.assertEqual(done.returncode, 65)
                    self.assertIn(b"mine.toml" + where, done.stderr)

    def test_bad_weights_are_named_with_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "weights.tsv"
            path.write_text("#documents\t10\npython\tmany\n")
            done = run("score", GOOD, POSTING, "--weights", path)
            self.assertEqual(done.returncode, 65)
            self.assertIn(b"weights.tsv:2", done.stderr)

    def test_bad_annotations_are_named_with_line_and_cost_their_file(self):
        with tempfile.TemporaryDirectory() as folder:
            good, bad, other = (pathlib.Path(folder) / name for name in ("good.marked", "bad.jsonl", "notes.txt"))
            good.write_text("#! resume\nKnows [[Python|python]].\n")
            bad.write_text('{"text":"Go","mentions":[]}\n{"text":"Go","mentions":[{"begin":1,"end":3}]}\n')
            other.write_text("Just words.")
            alone = run("evaluate", bad)
            self.assertEqual((alone.returncode, alone.stdout), (65, b""))
            self.assertIn(b"bad.jsonl:2: the span [1, 3) leaves the text of 2 bytes", alone.stderr)
            both = run("evaluate", folder)
            self.assertEqual(both.returncode, 2)
            self.assertIn(b"1 document;", both.stdout)
            self.assertNotIn(b"notes.txt", both.stderr)
            for inputs, status in (([other], 65), ([folder + "/none"], 65), ([good, other], 0), (["--type", "tool", good], 64),
                                   (["--coverage", "--terms", good], 64), (["--coverage", folder + "/none"], 65),
                                   (["--coverage", other, folder + "/none"], 2)):
                with self.subTest(inputs=inputs):
                    done = run("evaluate", *inputs)
                    self.assertEqual(done.returncode, status, done.stderr)
                    self.assertTrue(done.stderr.startswith(b"skillfit: "))

    def test_bad_judgements_are_named_with_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "judged.tsv"
            pair = f"{POSTING}\t{GOOD}"
            for lines, where, status in ((f"{pair}\tgood\n", b"judged.tsv:1: a grade is a number", 65),
                                         (f"posting\tresume\tgrade\n{pair}\t1\n{pair}\t2\n", b"judged.tsv:3: this pair", 65),
                                         (f"{POSTING}\tnone.pdf\t1\n", b"judged.tsv:1: no file 'none.pdf'", 65),
                                         (f"{pair}\t1\n", b"judged.tsv: no posting has resumes of different grades", 65),
                                         (f"{POSTING}\tsales\n", b"say which resumes to rank", 64), ("", b"no judgements", 65)):
                with self.subTest(lines=lines):
                    path.write_text(lines)
                    done = run("evaluate", "--ranking", path)
                    self.assertEqual((done.returncode, done.stdout), (status, b""), done.stderr)
                    self.assertIn(where, done.stderr)
            for arguments in (["--ranking", "--coverage", path], ["--ranking", "--terms", path], ["--as-of", "2026-01-01", path],
                              ["--ranking", "--as", "resume", path]):
                self.assertEqual(run("evaluate", *arguments).returncode, 64, arguments)
            path.write_text(f"{pair}\t1\n{POSTING}\tbroken.pdf\t0\n{POSTING}\t{RESUMES / 'rex-vantongeren-keywords.txt'}\t0\n")
            (pathlib.Path(folder) / "broken.pdf").write_bytes(b"%PDF-1.7\nbroken")
            done = run("evaluate", "--ranking", path)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"1 posting, 2 resumes, 2 judgements, 1 pair", done.stdout)

    def test_wrong_usage_is_64_and_says_how(self):
        for arguments in ([], ["scor", "a", "b"], ["score"], ["score", "a"], ["score", "a", "b", "c"], ["rank"], ["rank", "--jobs", "x", "a"],
                          ["score", "a", "b", "--format", "xml"], ["score", GOOD, POSTING, "--as-of", "soon"], ["lexicon"],
                          ["score", GOOD, POSTING, "--weight", "luck=1"], ["completions", "tcsh"], ["rank", POSTING]):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, 64, done.stderr)
                self.assertTrue(done.stderr.startswith(b"skillfit: "))
        self.assertIn(b"did you mean score", run("scor", "a", "b").stderr)

    def test_output_that_cannot_be_written_is_74_and_leaves_what_was_there(self):
        self.assertEqual(run("score", GOOD, POSTING, "-o", "/nonexistent/folder/x.json").returncode, 74)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "score", str(GOOD), str(POSTING)], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 74)


class Interrupt(unittest.TestCase):
    def test_ctrl_c_writes_what_is_done_and_exits_130(self):
        with tempfile.TemporaryDirectory() as folder:
            fifo = pathlib.Path(folder) / "waiting.txt"
            os.mkfifo(fifo)  # a candidate that never comes: the run is certainly busy when the signal arrives
            process = subprocess.Popen([PROGRAM, "rank", str(POSTING), str(GOOD), str(fifo), "--jobs", "1", "--format", "jsonl", *AS_OF],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            writer = os.open(fifo, os.O_WRONLY)  # returns once the program has opened its end
            process.send_signal(signal.SIGINT)
            time.sleep(0.2)
            os.close(writer)
            out, _ = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        rows = [exact(line) for line in out.decode().splitlines()[1:]]
        self.assertEqual(len(rows), 2)
        self.assertEqual(rows[0]["status"], "ok")


if __name__ == "__main__":
    unittest.main()
