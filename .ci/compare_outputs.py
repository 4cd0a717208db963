#!/usr/bin/env python3
"""Compares the outputs of two builds of curate, for changes that must not change behavior.

compare_outputs.py OLD NEW            runs the shipped recipes with both on the default list and the lists of the tests
compare_outputs.py OLD NEW LIST…      uses these lists instead

Cleaned Markdown, JSON, all columns of the reports and the history's views of links, changes and duplicates must be equal
byte for byte, except the wording of reasons and messages. Prints each pair of wordings that differs once, to be read. Exits
with 1 if anything else differs.
"""

import csv
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RECIPES = ["default", "strict", "audit"]
# Columns and JSON fields that hold text for people.
WORDING = {"reason", "message", "summary"}
HISTORY = "history.sqlite"
# Views of the history without run times and versions.
VIEWS = ["links", "changes", "duplicates"]


def run(curate, recipe, lists, output):
    command = [curate, "run", ROOT / "pipelines" / f"{recipe}.yaml", *lists, "--output", output]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        return {}, {}, result.returncode
    views = history(output / HISTORY)
    files = {
        path.relative_to(output): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(HISTORY)
    }
    return files, views, result.returncode


def history(path):
    """The rows of each view, with the names of its columns; wordings are last, and the other columns order the rows."""
    if not path.is_file():
        return {}
    connection = sqlite3.connect(path)
    views = {}
    for view in VIEWS:
        cursor = connection.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in cursor.description]
        order = sorted(range(len(names)), key=lambda index: (names[index] in WORDING, index))
        rows = [["" if row[index] is None else str(row[index]) for index in order] for row in cursor]
        views[view] = [[names[index] for index in order], *sorted(rows)]
    connection.close()
    return views


class Comparison:
    def __init__(self):
        self.wordings = {}
        self.differences = []

    def reword(self, name, old, new):
        if old != new:
            self.wordings.setdefault((str(name), old, new), 0)
            self.wordings[str(name), old, new] += 1

    def table(self, name, old, new):
        self.rows(name, *(list(csv.reader(io.StringIO(text.decode(), newline=""))) for text in (old, new)))

    def rows(self, name, old_rows, new_rows):
        """Compares two tables, whose first rows are the names of the columns."""
        if old_rows[:1] != new_rows[:1] or len(old_rows) != len(new_rows):
            return self.differences.append(f"{name}: other columns or another number of rows")
        header = old_rows[0]
        for number, (old_row, new_row) in enumerate(zip(old_rows[1:], new_rows[1:]), 2):
            for column, old_cell, new_cell in zip(header, old_row, new_row):
                if column in WORDING:
                    self.reword(f"{name.name} {column}", old_cell, new_cell)
                elif old_cell != new_cell:
                    self.differences.append(f"{name}:{number}: {column}: {old_cell!r} became {new_cell!r}")

    def value(self, name, old, new, key=None):
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
            for key in old:
                self.value(name, old[key], new[key], key)
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for old_item, new_item in zip(old, new):
                self.value(name, old_item, new_item, key)
        elif key in WORDING and isinstance(old, str) and isinstance(new, str):
            self.reword(f"{name.name} {key}", old, new)
        elif old != new:
            self.differences.append(f"{name}: {key}: {old!r} became {new!r}")

    def file(self, name, old, new):
        if old == new:
            return
        if name.suffix == ".csv":
            self.table(name, old, new)
        elif name.suffix in (".json", ".ndjson"):
            old_lines, new_lines = old.splitlines(), new.splitlines()
            if len(old_lines) != len(new_lines):
                return self.differences.append(f"{name}: another number of lines")
            for old_line, new_line in zip(old_lines, new_lines):
                self.value(name, json.loads(old_line), json.loads(new_line))
        else:
            self.differences.append(f"{name}: other bytes")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    old, new = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
    lists = [pathlib.Path(argument).resolve() for argument in sys.argv[3:]]
    if not lists:
        lists = sorted((ROOT / "Tests" / "CurateStagesTests" / "Fixtures" / "lists").glob("*.md"))
        lists.append(ROOT / "pipelines" / "inputs" / "science-of-learning.md")
    comparison = Comparison()
    count = 0
    for recipe in RECIPES:
        for path in lists:
            with tempfile.TemporaryDirectory() as folder:
                results = []
                for name, curate in (("old", old), ("new", new)):
                    output = pathlib.Path(folder) / name
                    results.append(run(curate, recipe, [path], output))
                (old_files, old_views, old_status), (new_files, new_views, new_status) = results
                if old_status != new_status:
                    comparison.differences.append(f"{recipe} {path.name}: exit {old_status} became {new_status}")
                for name in sorted(old_files.keys() | new_files.keys()):
                    count += 1
                    shown = pathlib.Path(recipe) / path.name / name
                    if name in old_files and name in new_files:
                        comparison.file(shown, old_files[name], new_files[name])
                    else:
                        comparison.differences.append(f"{shown}: only one build writes it")
                for view in VIEWS:
                    shown = pathlib.Path(recipe) / path.name / f"{HISTORY} {view}"
                    if view in old_views and view in new_views:
                        count += 1
                        comparison.rows(shown, old_views[view], new_views[view])
                    elif view in old_views or view in new_views:
                        comparison.differences.append(f"{shown}: only one build writes it")
    for (name, old_text, new_text), times in sorted(comparison.wordings.items()):
        print(f"{name} ({times} ×)\n  - {old_text}\n  + {new_text}")
    for difference in comparison.differences:
        print(difference)
    differences = f"{len(comparison.wordings)} wordings and {len(comparison.differences)} other differences"
    print(f"{count} files and views compared; {differences}")
    sys.exit(1 if comparison.differences or count == 0 else 0)


main()
