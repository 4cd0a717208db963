#!/usr/bin/env python3
"""Generates the references of the stages: pipelines/pipeline.schema.json, and the manuals in stages/README.md.

references.py CURATE           writes the files that are out of date
references.py CURATE --check   writes nothing; fails if a file is out of date
"""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN = "<!-- manuals: written by `make generate` -->\n"
END = "<!-- end of manuals -->\n"


def output_of(curate, *arguments):
    return subprocess.run([curate, *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def with_manuals(page, manuals):
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{manuals}\n{END}{after}"


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__)
    curate = str(pathlib.Path(sys.argv[1]).resolve())
    page = ROOT / "stages" / "README.md"
    schema = ROOT / "pipelines" / "pipeline.schema.json"
    wanted = {
        page: with_manuals(page.read_text(), output_of(curate, "stages", "--markdown")),
        schema: output_of(curate, "schema"),
    }
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
    if sys.argv[2:]:
        if stale:
            sys.exit(f"out of date: {names}; run: make generate")
        return
    for path in stale:
        path.write_text(wanted[path])
    if stale:
        print(f"wrote {names}")


main()
