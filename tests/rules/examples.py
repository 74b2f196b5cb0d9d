#!/usr/bin/env python3
"""The examples in skillfit.h and the README are real: the header's is cut out, compiled and run; the README's commands are run and
what they print is compared with what the README shows. Usage: examples.py header SOURCE_DIR OUT.cc | readme SOURCE_DIR SKILLFIT"""
import pathlib
import re
import shlex
import subprocess
import sys


def header(root, target):
    text = (root / "lib/include/skillfit/skillfit.h").read_text()
    body = text.split("// Example (compiled and run by the tests):\n//\n")[1].split("#pragma once")[0]
    code = "\n".join(line[2:] for line in body.splitlines())
    target.write_text(f'#include <iostream>\n#include "skillfit/skillfit.h"\nint main() {{\n{code}\n  return fit.gaps.empty();\n}}\n')


def readme(root, program):
    """Every ```console block: lines after `$ skillfit ...` up to the next `$` are the output, `...` stands for anything."""
    blocks = re.findall(r"```console\n(.*?)```", (root / "README.md").read_text(), re.S)
    checked = 0
    for block in blocks:
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            if not command.startswith("skillfit "):
                continue
            words = [program, *shlex.split(command)[1:]]
            done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False, env={"COLUMNS": "100", "NO_COLOR": "1", "PATH": "/usr/bin:/bin"})
            pattern = ".*?".join(re.escape(piece) for piece in expected.rstrip().split("..."))
            checked += 1
            if not re.fullmatch(pattern, done.stdout.rstrip(), re.S):
                print(f"README shows another output for: {command}\n--- README\n{expected}\n--- now\n{done.stdout}{done.stderr}")
                return 1
    print(f"{checked} commands of the README print what it shows")
    return 0 if checked else 1


if sys.argv[1] == "header":
    header(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
else:
    sys.exit(readme(pathlib.Path(sys.argv[2]), sys.argv[3]))
