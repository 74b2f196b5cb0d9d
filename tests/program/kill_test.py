#!/usr/bin/env python3
"""A ranking that is killed at any moment and started again: the same output as if nothing had happened, and nothing that was
finished is read again. KILLS = how many moments (10 by default)."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from harness import AS_OF, AWKWARD, POSTINGS, PROGRAM, READER, RESUMES, SAMPLES

KILLS = int(os.environ.get("KILLS", "10"))


def readers_of(reader):
    """Processes that run the reader under this name and are still alive."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.fsencode(reader) in (process / "cmdline").read_bytes().split(b"\0"):
                found.append(int(process.name))
        except OSError:
            pass
    return [pid for pid in found if pid != os.getpid()]


def wait_until_gone(reader):
    deadline = time.monotonic() + 60
    while readers_of(reader) and time.monotonic() < deadline:
        time.sleep(0.02)
    return readers_of(reader)


class Killed(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.reader = self.folder / "skillfit-reader"
        self.reader.symlink_to(READER)  # a name that no other process has

    def start(self, cache, output):
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
        return subprocess.Popen([PROGRAM, "rank", POSTINGS / "backend-engineer.md", RESUMES, AWKWARD, SAMPLES / "formats", "--quiet",
                                 "--reader", self.reader, "--format", "jsonl", "-o", output, *AS_OF], env=environment)

    def kept(self, cache):
        """What is remembered: a file that is written again is another one."""
        return {p.name: (p.stat().st_ino, p.stat().st_mtime_ns) for p in cache.glob("skillfit/?/*") if not p.name.startswith(".")}

    def test_killed_and_started_again(self):
        began = time.monotonic()
        self.start(self.folder / "whole", self.folder / "whole.jsonl").wait()
        duration = time.monotonic() - began
        expected = (self.folder / "whole.jsonl").read_bytes()
        documents = len(self.kept(self.folder / "whole"))
        self.assertGreater(documents, 10)
        chance, partly = random.Random(4), 0
        for i in range(KILLS):
            moment = chance.uniform(0, duration)
            with self.subTest(moment=moment):
                cache, output = self.folder / f"cache{i}", self.folder / f"out{i}"
                process = self.start(cache, output)
                time.sleep(moment)
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.assertEqual(wait_until_gone(self.reader), [])
                self.assertTrue(not output.exists() or output.read_bytes() == expected)
                before = self.kept(cache)
                partly += 0 < len(before) < documents
                self.start(cache, output).wait()
                self.assertEqual(output.read_bytes(), expected)
                after = self.kept(cache)
                self.assertEqual({name: after.get(name) for name in before}, before)
                self.assertEqual(len(after), documents)
        self.assertGreater(partly, 0)  # else no moment was an interesting one

    def test_a_reader_that_hangs_ends_with_its_parent(self):
        script = self.folder / "hanging"
        script.write_text(f"#!/bin/sh\necho $$ > {self.folder}/pid\nexec {self.reader}\n")
        script.chmod(0o755)
        process = subprocess.Popen([PROGRAM, "rank", POSTINGS / "backend-engineer.md", SAMPLES / "formats", "--no-cache", "--jobs", "1",
                                    "--reader", script, "-o", self.folder / "out"])
        while not (self.folder / "pid").exists() or not (self.folder / "pid").read_text().strip():
            time.sleep(0.005)
        process.kill()
        process.wait()
        self.assertEqual(wait_until_gone(self.reader), [])


class Cache(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def rank(self, cache, *options):
        return subprocess.run([PROGRAM, "rank", POSTINGS / "backend-engineer.md", RESUMES, "--format", "jsonl", *AS_OF, *options],
                              env={**os.environ, "XDG_CACHE_HOME": str(cache)}, capture_output=True, check=False)

    def test_a_cache_that_cannot_be_written_is_one_note_and_no_failure(self):
        (self.folder / "file").write_text("in place of a folder")
        plain = self.rank(self.folder / "file", "--no-cache")
        self.assertEqual(plain.stderr, b"")
        noted = self.rank(self.folder / "file")
        self.assertEqual((noted.stdout, noted.returncode), (plain.stdout, 0))
        self.assertEqual(noted.stderr.count(b"\n"), 1)
        self.assertIn(b"remembered", noted.stderr)
        self.assertEqual(self.rank(self.folder / "file", "--quiet").stderr, b"")

    def test_what_a_cache_folder_forbids_is_one_note_and_no_failure(self):
        """Root may do everything: there another user runs the program, on copies in a folder that all may enter."""
        root = os.geteuid() == 0
        user = {"user": 65534, "group": 65534, "extra_groups": []} if root else {}
        self.folder.chmod(0o755)
        (self.folder / "resumes").mkdir()
        for path in (PROGRAM, READER, POSTINGS / "backend-engineer.md"):
            shutil.copy(path, self.folder)
        for name in ("ana-lindqvist-backend.pdf", "greta-nakamori-baker.html", "marek-dubrovny-backend.docx"):
            shutil.copy(RESUMES / name, self.folder / "resumes")

        def ranked(cache):
            return subprocess.run([self.folder / "skillfit", "rank", "backend-engineer.md", "resumes", "--format", "jsonl", *AS_OF], cwd=self.folder,
                                  env={**os.environ, "XDG_CACHE_HOME": str(cache)}, capture_output=True, check=False, **user)

        def cache(name, owner=user.get("user"), mode=0o755, below=None):
            """A cache folder, and in it one of its sixteen folders."""
            place = self.folder / f".{name}" / "skillfit"
            (place / "3").mkdir(parents=True)
            for path, bits in ((place / "3", below or 0o700), (place, mode)):
                path.chmod(bits)
            for path in (place / "3", place, place.parent):
                if root:
                    os.chown(path, owner, -1)
            return place.parent

        whole = cache("whole", mode=0o700)
        plain = ranked(whole)
        self.assertEqual((plain.stderr, plain.returncode), (b"", 0))
        self.assertGreater(len(list(whole.glob("skillfit/?/*"))), 1)
        rows = [("unwritable", cache("unwritable", mode=0o500), b"denied"), ("unreadable", cache("unreadable", mode=0), b"denied"),
                ("one below unwritable", cache("below", mode=0o700, below=0o500), b"denied"), ("open to all", cache("open", mode=0o777), b"others may write")]
        if root:
            rows.append(("another user's", cache("foreign", owner=65533), b"another user"))
            rows.append(("another user's, open to all", cache("foreign-open", owner=65533, mode=0o777), b"another user"))
        for name, place, reason in rows:
            with self.subTest(name):
                done = ranked(place)
                self.assertEqual((done.stdout, done.returncode), (plain.stdout, 0))
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
                self.assertIn(reason, done.stderr)
        for _, place, _ in rows:
            (place / "skillfit").chmod(0o700)  # so that it can be removed

    def test_no_cache_leaves_nothing_and_damage_changes_nothing(self):
        cache = self.folder / "cache"
        plain = self.rank(cache, "--no-cache")
        self.assertFalse(cache.exists())
        self.assertEqual(self.rank(cache).stdout, plain.stdout)
        for path in cache.glob("skillfit/?/*"):
            path.write_bytes(path.read_bytes()[:-1])
        self.assertEqual(self.rank(cache).stdout, plain.stdout)
        self.assertEqual(self.rank(cache).stdout, plain.stdout)

    def test_two_processes_at_once(self):
        cache = self.folder / "cache"
        plain = self.rank(cache, "--no-cache")
        command = [PROGRAM, "rank", POSTINGS / "backend-engineer.md", RESUMES, "--format", "jsonl", *AS_OF]
        both = [subprocess.Popen(command, env={**os.environ, "XDG_CACHE_HOME": str(cache)}, stdout=subprocess.PIPE) for _ in range(2)]
        for process in both:
            self.assertEqual(process.communicate()[0], plain.stdout)


if __name__ == "__main__":
    unittest.main()
