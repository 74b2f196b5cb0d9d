"""What the tests of the whole program share: running it, and the samples. Set by ctest: SKILLFIT (the program), SKILLFIT_SOURCE."""
import decimal
import json
import os
import pathlib
import subprocess

PROGRAM = os.environ["SKILLFIT"]
SOURCE = pathlib.Path(os.environ["SKILLFIT_SOURCE"])
SAMPLES = SOURCE / "corpora" / "samples"
RESUMES = SAMPLES / "resumes"
POSTINGS = SAMPLES / "postings"
AWKWARD = SAMPLES / "awkward"
READER = pathlib.Path(PROGRAM).parent / "skillfit-reader"
AS_OF = ["--as-of", "2026-06-30"]


def run(*arguments, stdin=b"", env=None):
    """The finished process; output as bytes."""
    full = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", **(env or {})}
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, env=full, check=False)


def exact(text):
    """JSON with numbers as exact decimals."""
    return json.loads(text, parse_float=decimal.Decimal)


def rank(posting, *candidates, options=()):
    """Header and rows of rank --format jsonl."""
    done = run("rank", posting, *candidates, "--format", "jsonl", *AS_OF, *options)
    lines = [exact(line) for line in done.stdout.decode().splitlines()]
    return lines[0] if lines else None, lines[1:], done


def score(resume, posting, *options):
    done = run("score", resume, posting, "--format", "json", *AS_OF, *options)
    assert done.returncode == 0, (resume, posting, done.stderr.decode())
    return exact(done.stdout)
