#!/usr/bin/env python3
"""The library neither prints, nor exits, nor aborts: none of those symbols is referenced. Usage: symbols.py NM LIBRARY"""
import re
import subprocess
import sys

FORBIDDEN = re.compile(
    r"^(abort|exit|_exit|quick_exit|printf|__printf_chk|puts|putchar|fputs|fputc|fwrite|perror|fprintf|__fprintf_chk|stdout|stderr|"
    r"_ZSt4cout|_ZSt4cerr|_ZSt4clog|system|popen)$")


def main():
    output = subprocess.run([sys.argv[1], "-A", "-u", sys.argv[2]], capture_output=True, text=True, check=True).stdout
    lines = [line for line in output.splitlines() if line.strip()]
    found = [line for line in lines if FORBIDDEN.match(line.split()[-1].split("@")[0])]
    assert len(lines) > 100, "nm listed next to nothing: is this check stale?"
    assert FORBIDDEN.match("puts")
    print("\n".join(found) or f"{len(lines)} references, none forbidden")
    sys.exit(bool(found))


main()
