#!/usr/bin/env python3
"""Who includes whom, judged on the #include lines: a folder sees itself and folders to its left, and libraries stay where
docs/architecture.md puts them. Usage: layering.py SOURCE_DIR"""
import pathlib
import re
import sys

ORDER = "base document text token lexicon outline mention profile match index engine evaluate report cli".split()
PUBLIC = {  # public header -> folder that owns it
    "result": "base", "few": "base", "raw": "base", "span": "base", "spelling": "base", "document": "document", "text": "text", "token": "token", "lexicon": "lexicon", "import": "lexicon",
    "outline": "outline", "mention": "mention", "profile": "profile", "posting_file": "profile", "weights": "profile", "match": "match",
    "engine": "engine", "roles": "engine", "suggest": "engine", "evaluate": "evaluate", "report": "report", "skillfit": "cli",
}
# library -> (pattern of its includes, folders that may use it)
LIBRARIES = {
    "ICU": (r"unicode/", {"base", "document", "text", "token"}),
    "RE2": (r"re2/", {"outline", "lexicon", "mention"}),
    "Eigen": (r"Eigen/", {"profile", "match", "index", "evaluate"}),
    "toml++": (r"toml\+\+/", {"lexicon", "profile", "cli"}),
    "JSON": (r"nlohmann/", {"document", "report"}),
    "nettle": (r"nettle/", {"base"}),
    "zlib": (r"zlib\.h", {"lexicon", "reader"}),
    "poppler, libzip, pugixml, gumbo": (r"(poppler|zip\.h|pugixml|gumbo)", {"reader"}),
}
READER_MAY_INCLUDE = {"document/wire.h", "document/charset.h", "base/utf8.h"}  # the codec, and characters


def folder_of(path):
    parts = path.parts
    if "reader" in parts:
        return "reader"
    if parts[0] == "cli":
        return "cli"
    if "include" in parts:
        return PUBLIC[path.stem]
    return parts[1]


def problems_of(path, text):
    folder = folder_of(path)
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if not match:
            continue
        name = match.group(1)
        where = f"{path}:{number}: "
        for library, (pattern, allowed) in LIBRARIES.items():
            if re.match(pattern, name) and folder not in allowed:
                yield f"{where}{library} is not for {folder}"
        if name.startswith("skillfit/"):
            owner = PUBLIC[pathlib.Path(name).stem]
        elif "/" in name and name.split("/")[0] in ORDER:
            owner = name.split("/")[0]
            if folder == "cli" or (folder == "reader" and name not in READER_MAY_INCLUDE):
                yield f"{where}{folder} sees public headers only"
                continue
        else:
            continue
        if folder != "reader" and ORDER.index(owner) > ORDER.index(folder):
            yield f"{where}{folder} may not see {owner}"


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted(p for top in ("lib", "cli") for p in (root / top).rglob("*") if p.suffix in (".h", ".cc"))
    found = [problem for path in files for problem in problems_of(path.relative_to(root), path.read_text())]
    # A check that finds nothing must be shown to find something.
    wrong = list(problems_of(pathlib.Path("lib/text/x.cc"), '#include "match/signals.h"\n#include <re2/re2.h>\n'))
    assert len(wrong) == 2, wrong
    print("\n".join(found) or f"{len(files)} files, all in order")
    sys.exit(bool(found))


main()
