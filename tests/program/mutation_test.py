#!/usr/bin/env python3
"""Damaged files of every format: one row each, whatever happens to the reader, and no process is left behind.
SKILLFIT_MUTATIONS sets how many files are made (the default is for every day; 2000 cuts every format at every percent)."""
import collections
import ctypes
import os
import pathlib
import random
import subprocess
import tempfile
import time
import unittest

from harness import AS_OF, POSTINGS, PROGRAM, SAMPLES, exact

COUNT = int(os.environ.get("SKILLFIT_MUTATIONS", "200"))
SOURCES = sorted(p for folder in ("formats", "resumes", "postings") for p in (SAMPLES / folder).iterdir()
                 if p.suffix not in (".jsonl", ".txt"))
PR_SET_CHILD_SUBREAPER = 36


def flip_bits(data, rng, _):
    data = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 100))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def cut(data, _, number):
    return data[:len(data) * (number % 100) // 100]


def swap_parts(data, rng, _):
    a, b, c = sorted(rng.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def splice(data, rng, _):
    other = rng.choice(SOURCES).read_bytes()
    at, end = rng.randrange(len(data)), rng.randrange(len(other))
    return data[:at] + other[end:]


MUTATIONS = (flip_bits, cut, swap_parts, splice)


def make_files(folder):
    rng = random.Random(2026)
    for number in range(COUNT):
        source = SOURCES[number % len(SOURCES)]
        mutate = MUTATIONS[number // len(SOURCES) % len(MUTATIONS)]
        data = mutate(source.read_bytes(), rng, number * 7)
        (folder / f"{number:05}-{mutate.__name__}{source.suffix}").write_bytes(data)


def orphans_left():
    """Children whose parent has gone are ours now; they get a moment to end."""
    for _ in range(50):
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.1)
        except ChildProcessError:
            return False
    return True


class Mutations(unittest.TestCase):
    def test_one_row_a_file_and_no_process_left(self):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        with tempfile.TemporaryDirectory() as folder:
            make_files(pathlib.Path(folder))
            done = subprocess.run([PROGRAM, "rank", str(POSTINGS / "backend-engineer.md"), folder, "--format", "jsonl", *AS_OF],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            self.assertFalse(orphans_left())
            self.assertIn(done.returncode, (0, 2), done.stderr[-2000:])
            rows = [exact(line) for line in done.stdout.decode().splitlines()][1:]
            self.assertEqual(sorted(row["path"] for row in rows), sorted(str(p) for p in pathlib.Path(folder).iterdir()))
        ends = collections.Counter(row.get("code") or row["status"] for row in rows)
        print(", ".join(f"{end} {count}" for end, count in ends.most_common()))
        for row in rows:
            if row["status"] == "ok":
                continue
            self.assertGreater(len(row["message"]), 10)
            self.assertNotEqual(row["code"], "internal", row)


if __name__ == "__main__":
    unittest.main()
