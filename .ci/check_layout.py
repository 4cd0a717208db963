#!/usr/bin/env python3
"""Checks the rules of the source tree that no compiler checks (CONTRIBUTING.md, "Layout").

check_layout.py   prints each violation as PATH: REASON, and exits with 1 if there are any
"""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_FILES = 25
MOST_LINES = 400
# Tables that a generator writes. Their length says nothing about a reader's work.
GENERATED = re.compile(r"^(Data|Table)\.swift$|(Data|EntityTable)\.swift$")

# Only Platform may know the C library and its threads.
SYSTEM_IMPORT = re.compile(r"^\s*(?:@\w+ )*(?:public |package |internal )?import (Glibc|Musl|Darwin|CPlatform|Dispatch)\b", re.M)
FOUNDATION = re.compile(r"^\s*(?:@\w+ )*(?:public |package |internal )?import Foundation", re.M)
TOP_LEVEL_TYPE = re.compile(
    r"^(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|private|fileprivate|final|indirect) )*"
    r"(?:struct|class|enum|protocol|actor|typealias) (\w+)",
    re.M,
)
UNSAFE = re.compile(r"\btry!|\bas!|\bfatalError\(")
VAGUE_NAME = re.compile(r"(Manager|Helper|Utils?|Common)(\.swift)?$")


def tracked_files():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def without_comments(text):
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


def folder_violations(files):
    counts = collections.Counter(path.parent for path in files)
    for folder, count in sorted(counts.items()):
        if count > MOST_FILES:
            yield folder, f"{count} files; split it by topic (at most {MOST_FILES})"


def source_violations(files):
    types = collections.defaultdict(list)
    for path in files:
        parts = path.relative_to(ROOT).parts
        if parts[0] != "Sources" or path.suffix != ".swift":
            continue
        text = without_comments(path.read_text())
        is_platform = parts[1] == "Platform"
        for name in set(SYSTEM_IMPORT.findall(text)):
            if not is_platform:
                yield path, f"imports {name}; add what is missing to Platform and import that"
        if FOUNDATION.search(text):
            yield path, "imports Foundation, whose start-up costs more time than a run"
        for construct in set(UNSAFE.findall(text)):
            yield path, f"contains {construct}; throw a typed error"
        lines = text.count("\n")
        if lines > MOST_LINES and not GENERATED.search(path.name):
            yield path, f"{lines} lines; split it by idea (at most {MOST_LINES})"
        for name in TOP_LEVEL_TYPE.findall(text):
            types[name].append(path)
            if VAGUE_NAME.search(name):
                yield path, f"'{name}' does not say what the type does"
    for name, paths in sorted(types.items()):
        if len(paths) > 1:
            others = ", ".join(str(path.relative_to(ROOT)) for path in paths[1:])
            yield paths[0], f"'{name}' is also declared in {others}; rename one of them"


def document_violations():
    """The pages for contributors name files; each of them must exist."""
    for page in (ROOT / "CONTRIBUTING.md", ROOT / "docs" / "ARCHITECTURE.md"):
        for path in re.findall(r"`((?:Sources|Tests|docs|pipelines|stages|Benchmarks|\.ci)/[\w./-]+)`", page.read_text()):
            if not (ROOT / path).exists():
                yield page, f"names {path}, which does not exist"


def main():
    files = tracked_files()
    violations = [*folder_violations(files), *source_violations(files), *document_violations()]
    for path, reason in violations:
        print(f"{path.relative_to(ROOT)}: {reason}")
    sys.exit(1 if violations else 0)


main()
