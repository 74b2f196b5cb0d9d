#!/usr/bin/env python3
"""Whole outputs, compared byte for byte with tests/golden/expected. After a change that is meant:
    SKILLFIT=build/release/bin/skillfit python3 tests/golden/golden.py --update      then read the diff.
Only the digest of the lexicon is masked, so that a new skill elsewhere does not touch every file."""
import difflib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
AS_OF = "--as-of 2026-06-30"
S = "corpora/samples"
T = "tests/golden/terms"
TERMS = f"{T}/resume.md {T}/posting.md --only-lexicon --lexicon tests/golden/gold/lexicon.toml --weights {T}/weights.tsv {AS_OF}"
CASES = {  # file -> command line, run in the repository's root
    "score.txt": f"score {S}/resumes/luis-pemberton-hvac.md {S}/postings/electrician.txt {AS_OF}",
    "score.json": f"score {S}/resumes/luis-pemberton-hvac.md {S}/postings/electrician.txt {AS_OF} --format json",
    "score.csv": f"score {S}/resumes/luis-pemberton-hvac.md {S}/postings/electrician.txt {AS_OF} --format csv",
    "gaps.txt": f"gaps {S}/resumes/tobias-okonjo-php.txt {S}/postings/backend-engineer.md {AS_OF}",
    "gaps.csv": f"gaps {S}/resumes/tobias-okonjo-php.txt {S}/postings/backend-engineer.md {AS_OF} --format csv",
    "rank.txt": f"rank {S}/postings/line-cook.md {S}/resumes {S}/awkward/empty.txt {AS_OF}",
    "rank.jsonl": f"rank {S}/postings/line-cook.md {S}/resumes {S}/awkward/empty.txt {AS_OF} --format jsonl --top 3",
    "rank.csv": f"rank {S}/postings/line-cook.md {S}/resumes {S}/awkward/empty.txt {AS_OF} --format csv",
    "extract.jsonl": f"extract {S}/resumes/caleb-rautio-electrician.txt {AS_OF} --format jsonl",
    "extract.txt": f"extract {S}/awkward/bom-crlf.txt {AS_OF}",
    "inspect.txt": f"inspect {S}/resumes/ana-lindqvist-backend.pdf {AS_OF}",
    "inspect.json": f"inspect {S}/resumes/emeka-brandtner-data-analyst.json {AS_OF} --format json",
    "evaluate.txt": "evaluate tests/golden/gold --only-lexicon --lexicon tests/golden/gold/lexicon.toml",
    "terms.txt": f"score {TERMS}",
    "terms.json": f"score {TERMS} --format json",
    "terms.csv": f"gaps {TERMS} --format csv",
    "show.txt": "lexicon show go",
    "suggest.txt": f"lexicon suggest {S}/postings {S}/resumes --top 12",
    "suggest.csv": f"lexicon suggest {S}/postings {S}/resumes --min-count 2 --format csv",
}


def output_of(command):
    env = {"PATH": os.environ["PATH"], "COLUMNS": "100", "NO_COLOR": "1"}
    program = str(pathlib.Path(os.environ["SKILLFIT"]).resolve())
    done = subprocess.run([program, *command.split()], cwd=ROOT, capture_output=True, env=env, check=False)
    text = done.stdout.decode()
    digest = re.search(r'"lexicon": ?"([0-9a-f]{64})"', text) or re.search(r"lexicon ([0-9a-f]{12})", text)
    return text.replace(digest.group(1), "<digest>") if digest else text


def main():
    update = "--update" in sys.argv
    wrong = 0
    for name, command in CASES.items():
        path = HERE / "expected" / name
        now = output_of(command)
        if update:
            path.write_bytes(now.encode())
        elif not path.exists() or path.read_bytes() != now.encode():
            wrong += 1
            before = path.read_bytes().decode() if path.exists() else ""
            print(f"skillfit {command}")
            sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), now.splitlines(True), f"expected/{name}", "now"))
    stale = sorted(set(p.name for p in (HERE / "expected").iterdir()) - set(CASES))
    if stale:
        print("no case makes:", *stale)
    print(f"{len(CASES) - wrong} of {len(CASES)} outputs are as expected")
    sys.exit(bool(wrong or stale))


main()
