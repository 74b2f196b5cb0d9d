#!/usr/bin/env python3
"""The batch contract: what stands for many files, one row an input, duplicates, and how a run ends that is interrupted."""
import io
import json
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

from harness import AS_OF, AWKWARD, POSTINGS, PROGRAM, READER, RESUMES, exact, rank, run

POSTING = POSTINGS / "electrician.txt"
GOOD = RESUMES / "caleb-rautio-electrician.txt"


def write_zip(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def zip_bytes(entries):
    buffer = io.BytesIO()
    write_zip(buffer, entries)
    return buffer.getvalue()


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))


class Archives(InFolder):
    def test_an_archive_ranks_as_the_folder_it_was_made_of(self):
        files = sorted(p for folder in (RESUMES, AWKWARD) for p in folder.iterdir())
        archive = write_zip(self.folder / "all.zip", [(path.name, path.read_bytes()) for path in files])
        (self.folder / "all").mkdir()
        for path in files:
            shutil.copy(path, self.folder / "all")
        _, of_archive, done = rank(POSTING, archive)
        _, of_folder, _ = rank(POSTING, self.folder / "all")
        self.assertEqual(len(of_archive), len(files))
        self.assertEqual(done.returncode, 2)
        self.assertEqual([{**row, "path": row["path"].replace("all.zip/", "all/")} for row in of_archive], of_folder)
        outputs = {run("rank", POSTING, archive, "--jobs", jobs, "--format", "jsonl", *AS_OF).stdout for jobs in ("1", "2", "5")}
        self.assertEqual(len(outputs), 1)

    def test_what_an_archive_may_hold_besides_documents(self):
        text = GOOD.read_bytes()
        archive = write_zip(self.folder / "odd.ZIP", [
            ("cv.txt", text), ("folder/", b""), ("__MACOSX/._cv.txt", b"x"), (".DS_Store", b"x"), ("../up.txt", b"Python"),
            ("inner.zip", zip_bytes([("cv.txt", b"Java")])), ("zeros.txt", b"\0" * (8 << 20)), ("empty.txt", b""), ("esc\x1b[31m.txt", b"Go")])
        _, rows, done = rank(POSTING, archive)
        outcome = {row["path"].split("odd.ZIP/")[1]: row.get("code", row["status"]) for row in rows}
        self.assertEqual(outcome, {"cv.txt": "ok", "../up.txt": "ok", "inner.zip": "not_a_document", "zeros.txt": "too_large",
                                   "empty.txt": "empty", "esc\u2190[31m.txt": "ok"})
        self.assertNotIn(b"\x1b", done.stderr)

    def test_all_entries_together_may_not_unpack_to_more_than_256_mib(self):
        block = b"".join(b"\0" * 4900 + os.urandom(100) for _ in range(1000))  # 5 MB of 0.1: no entry is a bomb by itself
        archive = write_zip(self.folder / "large.zip", [(f"{i:02}", block) for i in range(60)])
        _, rows, _ = rank(POSTING, archive, GOOD)
        codes = [row.get("code", row["status"]) for row in sorted(rows, key=lambda row: row["path"])]
        within = (256 << 20) // len(block)
        expected = ["not_a_document"] * within + ["too_large"] * (60 - within)
        self.assertEqual(sorted(codes), sorted(expected + ["ok"]))

    def test_broken_archives_and_documents_under_another_name(self):
        whole = zip_bytes([("cv.txt", GOOD.read_bytes())])
        cases = {"cut.zip": (whole[:60], "malformed"), "no.zip": (b"PK, but nothing else", "malformed"), "none.zip": (zip_bytes([]), "not_a_document"),
                 "text.zip": (GOOD.read_bytes(), "ok"), "word.zip": ((RESUMES / "marek-dubrovny-backend.docx").read_bytes(), "ok")}
        for name, (content, _) in cases.items():
            (self.folder / name).write_bytes(content)
        _, rows, _ = rank(POSTING, self.folder)
        self.assertEqual({pathlib.Path(row["path"]).name: row.get("code", row["status"]) for row in rows},
                         {name: code for name, (_, code) in cases.items()})


class Lists(InFolder):
    def test_a_list_of_files_from_a_file_or_standard_input(self):
        names = sorted(RESUMES.iterdir())[:5]
        listing = self.folder / "list"
        listing.write_text("\n".join(map(str, names)) + "\n")
        from_file = run("rank", POSTING, "--files-from", listing, "--format", "jsonl", *AS_OF)
        from_input = run("rank", POSTING, "--files-from", "-", "--format", "jsonl", *AS_OF, stdin=listing.read_bytes())
        plain = run("rank", POSTING, *names, "--format", "jsonl", *AS_OF)
        self.assertEqual((from_file.stdout, from_file.returncode), (plain.stdout, 0))
        self.assertEqual(from_input.stdout, plain.stdout)
        both = run("extract", names[0], "--files-from", listing, "--format", "jsonl")
        self.assertEqual(len(both.stdout.splitlines()), 6)

    def test_lists_that_name_nothing_or_what_is_missing(self):
        listing = self.folder / "list"
        listing.write_bytes(b"\r\n\n")
        self.assertEqual(run("rank", POSTING, "--files-from", listing).returncode, 65)
        self.assertEqual(run("rank", POSTING, "--files-from", self.folder / "none").returncode, 65)
        listing.write_bytes(os.fsencode(GOOD) + b"\r\n/nonexistent/caf\xe9.pdf\n")
        done = run("rank", POSTING, "--files-from", listing, "--format", "jsonl", *AS_OF)
        rows = [exact(line) for line in done.stdout.decode().splitlines()[1:]]
        self.assertEqual([row.get("code") for row in rows], [None, "not_found"])
        self.assertEqual(done.returncode, 2)


class Duplicates(InFolder):
    def test_the_first_keeps_its_row_and_the_others_say_of_whom(self):
        page = AWKWARD / "page.pdf"
        for name in ("a.pdf", "b.pdf"):
            shutil.copy(page, self.folder / name)
        (self.folder / "c.txt").write_text("Python and Java")
        (self.folder / "d.json").write_text(json.dumps({"text": "python  and\n java"}))
        header, rows, done = rank(POSTING, self.folder)
        self.assertEqual([(pathlib.Path(r["path"]).name, r["status"], r.get("code")) for r in rows if r["rank"] is None],
                         [("b.pdf", "skipped", "duplicate"), ("d.json", "skipped", "duplicate")])
        self.assertIn("the same bytes as " + str(self.folder / "a.pdf"), rows[2]["message"])
        self.assertIn("the same text as " + str(self.folder / "c.txt"), rows[3]["message"])
        self.assertEqual(done.returncode, 0)
        table = run("rank", POSTING, self.folder, *AS_OF)
        self.assertIn(b"2 files skipped", table.stdout)


class Interrupted(InFolder):
    def start(self, *options):
        """A run whose reader waits for the file `go`; returns once it is asked to read."""
        (self.folder / "reader").write_text(f"""#!{sys.executable}
import os, pathlib, socket, time
folder = pathlib.Path("{self.folder}")
if not socket.socket(fileno=os.dup(0)).recv(1, socket.MSG_PEEK):
    raise SystemExit
(folder / "started").touch()
while folder.is_dir() and not (folder / "go").exists():
    time.sleep(0.02)
os.execv("{READER}", ["reader"])
""")
        (self.folder / "reader").chmod(0o755)
        process = subprocess.Popen([PROGRAM, "rank", POSTING, AWKWARD / "page.pdf", GOOD, "--jobs", "1", "--no-cache", "--reader",
                                    self.folder / "reader", "--format", "jsonl", *AS_OF, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (self.folder / "started").exists():
            if process.poll() is not None:
                self.fail(process.communicate())
            time.sleep(0.01)
        return process

    def test_the_first_ctrl_c_finishes_what_is_running_and_writes_it(self):
        process = self.start("-o", self.folder / "out.jsonl")
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        self.assertFalse((self.folder / "out.jsonl").exists())
        (self.folder / "go").touch()
        process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        rows = [exact(line) for line in (self.folder / "out.jsonl").read_text().splitlines()[1:]]
        self.assertEqual([(pathlib.Path(row["path"]).name, row.get("code", "ok")) for row in rows], [("page.pdf", "ok"), (GOOD.name, "interrupted")])

    def test_the_second_ends_at_once(self):
        process = self.start("-o", self.folder / "out.jsonl")
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        (self.folder / "go").touch()
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["go", "reader", "started"])


class Ahead(InFolder):
    """Readers start while a batch prepares, as many as it will ask, and only if it will ask any."""

    def setUp(self):
        super().setUp()
        self.pages, self.log, self.reader = (self.folder / name for name in ("pages", "log", "reader"))
        self.pages.mkdir()
        for i in range(5):
            (self.pages / f"{i}.html").write_text(f"<html><p>Electrician {i}")

    def write_reader(self, wanted):
        """A reader that reads nothing until as many as are wanted have started."""
        self.reader.write_text(f"#!/bin/sh\necho $$ >> {self.log}\nwhile [ $(wc -l < {self.log}) -lt {wanted} ]; do sleep 0.01; done\nexec {READER}\n")
        self.reader.chmod(0o755)

    def run_and_count(self, *arguments, cache=None):
        """The run, and how many readers it started; none of them is left."""
        self.log.write_text("")
        done = run(*arguments, "--reader", self.reader, *([] if cache else ["--no-cache"]), env={"XDG_CACHE_HOME": str(cache)} if cache else {})
        pids = self.log.read_text().split()
        self.assertEqual([pid for pid in pids if pathlib.Path("/proc", pid).exists()], [])
        return done, len(pids)

    def test_as_many_as_there_are_threads_and_files(self):
        posting = self.folder / "posting.html"
        posting.write_text("<html><h2>Requirements</h2><ul><li>SQL<li>Excel</ul>")
        rows = [(3, ["rank", POSTING, self.pages, "--jobs", "3"]), (2, ["rank", POSTING, self.pages / "0.html", AWKWARD / "page.pdf", GOOD, "--jobs", "8"]),
                (2, ["extract", *self.pages.iterdir(), "--jobs", "2"]), (1, ["score", self.pages / "0.html", posting]), (0, ["rank", POSTING, GOOD, POSTING])]
        for wanted, arguments in rows:
            with self.subTest(arguments=arguments):
                self.write_reader(wanted)
                done, started = self.run_and_count(*arguments)
                self.assertEqual((done.returncode, started), (0, wanted), done.stderr)

    def test_none_is_left_when_the_run_ends_before_it_reads(self):
        self.write_reader(99)
        for status, arguments in [(64, ["rank", POSTING, self.pages, "--as-of", "never"]), (65, ["rank", POSTING, self.pages, "--lexicon", self.folder / "none.toml"]),
                                  (65, ["rank", self.folder / "none.txt", self.pages])]:
            done, _ = self.run_and_count(*arguments)
            self.assertEqual(done.returncode, status)

    def test_none_is_started_for_what_is_remembered(self):
        self.write_reader(2)
        first, started = self.run_and_count("rank", POSTING, self.pages, "--jobs", "2", cache=self.folder / "cache")
        second, again = self.run_and_count("rank", POSTING, self.pages, "--jobs", "2", cache=self.folder / "cache")
        self.assertEqual((started, again, second.stdout), (2, 0, first.stdout))


class Output(InFolder):
    def test_a_full_disk_is_74_and_devices_and_links_stay_what_they_are(self):
        full = run("rank", POSTING, GOOD, "-o", "/dev/full")
        self.assertEqual(full.returncode, 74)
        self.assertIn(b"/dev/full", full.stderr)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))
        (self.folder / "real").write_text("before")
        (self.folder / "link").symlink_to("real")
        self.assertEqual(run("rank", POSTING, GOOD, "-o", self.folder / "link", "--format", "csv").returncode, 0)
        self.assertTrue((self.folder / "link").is_symlink())
        self.assertTrue((self.folder / "real").read_text().startswith("rank,"))


class OddFiles(InFolder):
    def test_each_has_its_row(self):
        (self.folder / "folder.pdf").mkdir()
        (self.folder / "folder.pdf" / "cv.txt").write_text("Python")
        (self.folder / "loop").symlink_to(self.folder)
        (self.folder / "self.txt").symlink_to("self.txt")
        (self.folder / "dangling.txt").symlink_to("nowhere")
        (self.folder / "line\nbreak.txt").write_text("Java")
        with open(os.fsencode(self.folder) + b"/caf\xe9\x1b.txt", "wb") as file:
            file.write(b"Go developer")
        shutil.copy(AWKWARD / "page.pdf", self.folder / "really-a-pdf.txt")
        _, rows, done = rank(POSTING, self.folder)
        outcome = {row["path"][len(str(self.folder)) + 1:]: row.get("code", row["status"]) for row in rows}
        self.assertEqual(outcome, {"folder.pdf/cv.txt": "ok", "loop": "not_a_document", "self.txt": "not_readable", "dangling.txt": "not_found",
                                   "line\nbreak.txt": "ok", "caf\ufffd\x1b.txt": "ok", "really-a-pdf.txt": "ok"})
        self.assertEqual(done.returncode, 2)
        self.assertNotIn(b"\x1b", done.stderr)

    def test_a_jsonl_file_that_shrinks_while_it_is_read_costs_the_lines_that_are_gone(self):
        lines, fifo = self.folder / "b.jsonl", self.folder / "a.txt"
        lines.write_text("".join(json.dumps({"text": word + " developer"}) + "\n" for word in ("Java", "Python", "Kotlin")))
        os.mkfifo(fifo)  # read first: keeps the run busy until the file has changed
        process = subprocess.Popen([PROGRAM, "rank", POSTING, self.folder, "--jobs", "1", "--format", "jsonl", *AS_OF],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        writer = os.open(fifo, os.O_WRONLY)
        lines.write_text(json.dumps({"text": "Java developer"}) + "\n")
        os.write(writer, b"C++ developer")
        os.close(writer)
        out, _ = process.communicate(timeout=120)
        rows = [exact(line) for line in out.decode().splitlines()[1:]]
        self.assertEqual(sorted((pathlib.Path(row["path"]).name, row.get("code", "ok")) for row in rows),
                         [("a.txt", "ok"), ("b.jsonl#1", "ok"), ("b.jsonl#2", "malformed"), ("b.jsonl#3", "malformed")])

    def test_files_that_go_or_change_after_they_were_listed_have_their_rows(self):
        fifo = self.folder / "a.txt"
        os.mkfifo(fifo)  # read first, as above
        archive = write_zip(self.folder / "b.zip", [("one.txt", "Java developer"), ("two.txt", "Python developer")])
        (self.folder / "c.txt").write_text("Kotlin developer")
        process = subprocess.Popen([PROGRAM, "rank", POSTING, self.folder, "--jobs", "1", "--format", "jsonl", *AS_OF],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        writer = os.open(fifo, os.O_WRONLY)
        write_zip(archive, [("one.txt", "Rust developer")])
        (self.folder / "c.txt").unlink()
        os.write(writer, b"C++ developer")
        os.close(writer)
        out, _ = process.communicate(timeout=120)
        rows = [exact(line) for line in out.decode().splitlines()[1:]]
        self.assertEqual(sorted((row["path"][len(str(self.folder)) + 1:], row.get("code", "ok")) for row in rows),
                         [("a.txt", "ok"), ("b.zip/one.txt", "malformed"), ("b.zip/two.txt", "malformed"), ("c.txt", "not_found")])


if __name__ == "__main__":
    unittest.main()
