#!/usr/bin/env python3
"""House rules of the tree that need no compiler: sizes of files, one version number, no trace of a machine, tables documented.
Usage: tree.py SOURCE_DIR SKILLFIT"""
import pathlib
import re
import subprocess
import sys

LONGEST_FILE = 400


def sources(root):
    return sorted(p for top in ("lib", "cli") for p in (root / top).rglob("*") if p.suffix in (".h", ".cc"))


def long_files(root):
    for path in sources(root):
        lines = len(path.read_text().splitlines())
        if lines > LONGEST_FILE:
            yield f"{path.relative_to(root)}: {lines} lines; at most {LONGEST_FILE}"


def unfinished(root):
    for path in sources(root):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield f"{path.relative_to(root)}:{number}: unfinished business"


def missing_ideas(root):
    """A .cc opens with its idea in prose, unless its header does so for it."""
    for path in sources(root):
        if path.suffix == ".h" and not path.read_text().startswith("//"):
            yield f"{path.relative_to(root)}: a header opens with what it is for"


def versions(root, program):
    declared = re.search(r"project\(skillfit VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text()).group(1)
    printed = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if printed != f"skillfit {declared}":
        yield f"--version prints '{printed}', CMakeLists.txt says {declared}"
    changelog = (root / "CHANGELOG.md").read_text()
    if f"## {declared}" not in changelog:
        yield f"CHANGELOG.md has no section for {declared}"


def machine_traces(root):
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    for name in filter(None, names):
        data = (root / name).read_bytes() if (root / name).is_file() else b""
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if re.search(r"(?<![\w.])/(home|root|work|Users)/\w", line) and "tests/rules/tree.py" not in name:
                yield f"{name}:{number}: a path of some machine: {line.strip()[:80]}"


def undocumented(root, program):
    """Every command and flag of --help stands in the manual; every format and signal in the docs."""
    manual = (root / "docs/skillfit.1").read_text().replace("\\-", "-")
    printed = subprocess.run([program, "manual"], capture_output=True, text=True, check=True).stdout
    if printed != (root / "docs/skillfit.1").read_text():
        yield "docs/skillfit.1 is stale: skillfit manual > docs/skillfit.1"
    general = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    for command in re.findall(r"^  (\w[\w ]*?)  +\S", general.split("Commands:")[1].split("Examples:")[0], re.M):
        text = subprocess.run([program, *command.split(), "--help"], capture_output=True, text=True, check=True).stdout
        if "Examples:\n  skillfit " not in text:
            yield f"skillfit {command} --help shows no example"
        for flag in re.findall(r"--[\w-]+", text.split("Options:")[1].split("Examples:")[0]):
            if flag != "--help" and flag not in manual:
                yield f"{flag} of {command} is not in the manual"
    scoring = (root / "docs/scoring.md").read_text()
    signals = re.findall(r'\{SignalId::\w+, "(\w+)",', (root / "lib/match/signals.cc").read_text())
    if not signals:
        yield "no signal found in lib/match/signals.cc: is this check stale?"
    for signal in signals:
        if f"`{signal}`" not in scoring:
            yield f"signal {signal} is not in docs/scoring.md"


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    checks = [long_files(root), unfinished(root), missing_ideas(root), versions(root, program), machine_traces(root),
              undocumented(root, program)]
    found = [problem for check in checks for problem in check]
    print("\n".join(found) or "all in order")
    sys.exit(bool(found))


main()
