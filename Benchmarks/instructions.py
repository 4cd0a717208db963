#!/usr/bin/env python3
"""Counts the instructions of a default run on the default list, stage by stage, and compares them with a baseline.

    Benchmarks/instructions.py --curate PATH [--baseline FILE] [--update]

Times vary on a busy machine; instruction counts do not. valgrind's callgrind counts the instructions of a stripped copy of the
binary, one thread at a time, with output to a new folder. The count of a stage is the count of a run up to this stage, minus
that of a run up to the stage before. Start-up is `--version`. The distribution of work to threads changes the counts by a few
tenths of a percent, so the tolerance is one percent.

Exits with 1 if the whole run exceeds the baseline by more than that.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from measure import HERE, LIST, RECIPE, machine, recipe

BASELINE = os.path.join(HERE, "results", "instructions.json")
TOLERANCE = 0.01
REPORTS = "{uses: emit-csv, with: {reports: [links, duplicates, changes, findings, sections, domains]}}"
STAGES = ["parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown", REPORTS]


def count(binary, arguments, folder):
    """Returns the instructions of one process: the least of three counts, because waiting threads only add instructions."""
    least = None
    for _ in range(3):
        shutil.rmtree(os.path.join(folder, "output"), ignore_errors=True)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", binary, *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode != 0 or not found:
            sys.exit(f"valgrind on {' '.join(arguments)} exited with {done.returncode}: {done.stderr.strip()}")
        number = int(found.group(1))
        least = number if least is None else min(least, number)
    return least


def measure(curate):
    """Returns the instructions of each stage."""
    with tempfile.TemporaryDirectory() as folder:
        binary = os.path.join(folder, "curate")
        shutil.copy(curate, binary)
        subprocess.run(["strip", "--strip-debug", binary], check=True)
        output = ["--output", os.path.join(folder, "output"), "--quiet"]
        counts = {"start-up": count(binary, ["--version"], folder)}
        before = counts["start-up"]
        for number, stage in enumerate(STAGES, start=1):
            path = recipe(folder, f"part-{number}", STAGES[:number], LIST)
            total = count(binary, [path, "--no-history", *output], folder)
            name = "emit-csv" if stage == REPORTS else "recipe and parse" if number == 1 else stage
            counts[name] = total - before
            before = total
        counts["whole run"] = count(binary, [RECIPE, *output], folder)
        counts["history, and the recipe's own text"] = counts["whole run"] - before
    return counts


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--baseline", default=BASELINE)
    options.add_argument("--update", action="store_true", help="store the counts as the new baseline")
    options = options.parse_args()
    counts = measure(options.curate)
    known = {}
    if os.path.exists(options.baseline):
        with open(options.baseline, encoding="utf-8") as file:
            known = json.load(file)["instructions"]
    for name, number in counts.items():
        before = known.get(name)
        growth = f"{(number - before) / before:+8.1%}" if before else "     new"
        grown = before and number > before * (1 + TOLERANCE)
        print(f"{name:<36}{number / 1e6:10.2f} M {growth}{'  grew' if grown else ''}")
    if options.update or not known:
        with open(options.baseline, "w", encoding="utf-8") as file:
            json.dump({"machine": machine(), "instructions": counts}, file, indent=1)
            file.write("\n")
        return
    whole = known.get("whole run", 0)
    if counts["whole run"] > whole * (1 + TOLERANCE):
        sys.exit(f"the whole run takes {counts['whole run'] / whole - 1:.1%} more instructions than the baseline; "
                 "reduce it, or store the new counts with --update and give the reason")


if __name__ == "__main__":
    main()
