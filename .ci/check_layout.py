#!/usr/bin/env python3
"""Checks the rules of the source tree that no compiler checks (CONTRIBUTING.md, "Layout").

check_layout.py   prints each violation as PATH: REASON, and exits with 1 if there are any

Folders below a folder `Fixtures` may hold any number of files, because these are data. Tables that a generator writes may
have any length.
"""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_FILES = 25
MOST_LINES = 400
# What the first lines of a table say that a generator writes. Its length says nothing about a reader's work.
GENERATED = re.compile(r"^//.*\bGenerated (?:from|by) .*\.py\b", re.M)
HEADER_LINES = 5

IMPORT = (
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:func|struct|class|enum|protocol|var|let|typealias)\s+)?"
)
# Only Platform may know the C library and its threads.
SYSTEM_IMPORT = re.compile(IMPORT + r"(Glibc|Musl|Darwin|Bionic|CPlatform|Dispatch)\b", re.M)
FOUNDATION = re.compile(IMPORT + r"(Foundation\w*)\b", re.M)
TOP_LEVEL_TYPE = re.compile(
    r"^(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|private|fileprivate|final|indirect) )*"
    r"(?:struct|class|enum|protocol|actor|typealias) (\w+)",
    re.M,
)
UNSAFE = re.compile(r"\btry!|\bas!|\bfatalError\(")
# The names of system libraries and packages in docs/ARCHITECTURE.md, by their names in Package.swift.
LIBRARIES = {
    "CLibYAML": "libyaml",
    "CPSL": "libpsl",
    "CNettle": "nettle",
    "CSQLite": "SQLite",
    "CJansson": "jansson",
    "CZstd": "zstd",
    "Subprocess": "swift-subprocess",
    "SystemPackage": "swift-system",
    "ArgumentParser": "swift-argument-parser",
    # Part of Platform.
    "CPlatform": None,
}
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
        if count > MOST_FILES and "Fixtures" not in folder.relative_to(ROOT).parts:
            yield folder, f"{count} files; split it by topic (at most {MOST_FILES})"


def source_violations(files):
    types = collections.defaultdict(list)
    for path in files:
        parts = path.relative_to(ROOT).parts
        if parts[0] != "Sources" or path.suffix != ".swift":
            continue
        whole = path.read_text()
        text = without_comments(whole)
        is_generated = GENERATED.search("\n".join(whole.splitlines()[:HEADER_LINES]))
        is_platform = parts[1] == "Platform"
        for name in set(SYSTEM_IMPORT.findall(text)):
            if not is_platform:
                yield path, f"imports {name}; add what is missing to Platform and import that"
        for name in set(FOUNDATION.findall(text)):
            yield path, f"imports {name}, whose start-up costs more time than a run"
        for construct in set(UNSAFE.findall(text)):
            yield path, f"contains {construct}; throw a typed error"
        lines = text.count("\n")
        if lines > MOST_LINES and not is_generated:
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


def declared_imports():
    """The imports of each module in Package.swift, by the names that docs/ARCHITECTURE.md uses."""
    package = (ROOT / "Package.swift").read_text()
    products = dict(re.findall(r'let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"', package))
    modules = re.findall(r'\bmodule\(\s*"(\w+)"(?:,\s*imports:\s*\[([^\]]*)\])?', package)
    modules += re.findall(r'\.executableTarget\(\s*name: "(\w+)",\s*dependencies:\s*\[([^\]]*)\]', package)
    imports = {}
    for module, listed in modules:
        names = (item.strip() for item in listed.split(",") if item.strip())
        names = (name.strip('"') if name.startswith('"') else products.get(name, name) for name in names)
        imports[module] = {LIBRARIES.get(name, name) for name in names} - {None}
    return imports


def module_violations():
    """The table of modules lists what Package.swift declares."""
    page = ROOT / "docs" / "ARCHITECTURE.md"
    table = page.read_text().partition("| module | purpose | imports |\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \|.*\|(.*)\|$", table, re.M)
    documented = {module: set(re.findall(r"[\w-]+", listed)) for module, listed in rows}
    declared = declared_imports()
    for module in sorted(declared.keys() | documented.keys()):
        if module not in documented:
            yield page, f"the table of modules lacks {module}"
        elif module not in declared:
            yield page, f"the table of modules names {module}, which Package.swift does not declare"
        elif declared[module] != documented[module]:
            expected = ", ".join(sorted(declared[module])) or "nothing"
            yield page, f"the table of modules lists other imports of {module} than Package.swift: {expected}"


def main():
    files = tracked_files()
    violations = [*folder_violations(files), *source_violations(files), *document_violations(), *module_violations()]
    for path, reason in violations:
        print(f"{path.relative_to(ROOT)}: {reason}")
    sys.exit(1 if violations else 0)


main()
