#!/usr/bin/env python3
"""Measures the cost of the history: bytes per run, time per run, rows per second, and the time to compare two runs.

    Benchmarks/history.py --curate PATH --bench PATH [--runs 1000] [--save FILE]

- growth: the growth of history.sqlite from the first run to the last, for repeated runs of the default recipe on the same
  list, and on a list in which ten links change before each run.
- cost: the wall time of whole processes with and without history, in turns, from the second run on.
- bulk: the wall time, disk included, of recording a million new links of which 100,000 change, in one transaction; the same
  again; and with 100,000 more events (the changes, and a finding for each changed link).
- diff: comparing run 1 with the last run, including opening and closing the database.

Exits with 1 if a promise is not kept.
"""
import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIST = os.path.join(ROOT, "pipelines", "inputs", "science-of-learning.md")
RECIPE = os.path.join(ROOT, "pipelines", "default.yaml")


def run(*command):
    start = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    elapsed = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} exited with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return elapsed, done.stdout.decode()


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def size(folder):
    return os.path.getsize(os.path.join(folder, "history.sqlite"))


def growth_of_repetition(curate, folder, runs):
    """Returns the bytes that each repetition of the same run adds."""
    command = [curate, RECIPE, "--output", folder, "--quiet"]
    run(*command)
    first = size(folder)
    for _ in range(runs - 1):
        run(*command)
    return (size(folder) - first) / (runs - 1)


def growth_of_change(curate, folder, runs):
    """Returns the bytes that each run adds if ten titles change before it, each time ten others."""
    with open(RECIPE, encoding="utf-8") as file:
        recipe = file.read()
    with open(LIST, encoding="utf-8") as file:
        text = file.read()
    recipe = re.sub(r"(?m)^inputs:.*$", "inputs: [list.md]", recipe)
    recipe = re.sub(r"(?m)^output:.*$", "output: out", recipe)
    path = os.path.join(folder, "recipe.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(recipe)
    output = os.path.join(folder, "out")
    titles = [match.start(1) for match in re.finditer(r"(?m)^[-*] \[([^\]`$\\]+)\]\(http", text)]
    sizes = []
    for number in range(runs):
        changed = text
        for place in reversed(titles[number * 10 : number * 10 + 10]):
            changed = changed[:place] + f"Edition {number}: " + changed[place:]
        text = changed
        titles = [match.start(1) for match in re.finditer(r"(?m)^[-*] \[([^\]`$\\]+)\]\(http", text)]
        with open(os.path.join(folder, "list.md"), "w", encoding="utf-8") as file:
            file.write(text)
        run(curate, path, "--quiet")
        sizes.append(size(output))
    return (sizes[-1] - sizes[0]) / (runs - 1)


def cost(curate, folder, rounds=41):
    """Returns the times of runs with and without history, in turns, in milliseconds."""
    samples = {"with": [], "without": []}
    for _ in range(rounds):
        samples["with"].append(run(curate, RECIPE, "--output", folder, "--quiet")[0] * 1000)
        samples["without"].append(run(curate, RECIPE, "--output", folder, "--quiet", "--no-history")[0] * 1000)
    return samples


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--bench", required=True)
    options.add_argument("--runs", type=int, default=1000)
    options.add_argument("--links", type=int, default=1_000_000)
    options.add_argument("--save")
    options = options.parse_args()
    results, promises = {}, []

    def promise(name, value, unit, limit, at_least=False):
        holds = value >= limit if at_least else value <= limit
        promises.append(holds)
        results[name] = {"value": value, "unit": unit, "limit": limit, "holds": holds}
        bound = "at least" if at_least else "at most"
        verdict = "holds" if holds else "DOES NOT HOLD"
        print(f"{name:<44}{value:>12,.1f} {unit}, {bound} {limit:,g}: {verdict}", flush=True)

    with tempfile.TemporaryDirectory(dir=os.path.join(ROOT, "output")) as folder:
        same = os.path.join(folder, "same")
        promise(
            f"{options.runs} equal runs add", growth_of_repetition(options.curate, same, options.runs), "bytes a run", 1024)
        database = os.path.join(same, "history.sqlite")
        rounds = lines(run(options.bench, "diff", database, "1", str(options.runs))[1])
        promise(
            f"diff of runs 1 and {options.runs}", statistics.median(r["seconds"] for r in rounds) * 1000, "ms", 50)
        samples = cost(options.curate, same)
        medians = {name: statistics.median(values) for name, values in samples.items()}
        results["milliseconds"] = samples
        print(f"a run takes {medians['without']:.1f} ms without history, {medians['with']:.1f} ms with it")
        promise("history adds", (medians["with"] / medians["without"] - 1) * 100, "% of wall time", 30)
        changed = os.path.join(folder, "changed")
        os.mkdir(changed)
        promise(
            "ten changed links add", growth_of_change(options.curate, changed, 30) / 1024, "KB a run", 100)
        bulk = os.path.join(folder, "bulk")
        os.mkdir(bulk)
        rows = lines(run(options.bench, "bulk", bulk, "--links", str(options.links), "--changes", str(options.links // 10))[1])
        results["bulk"] = rows
        times = {row["construct"]: row["seconds"] for row in rows}
        promise("new links", options.links / times["new links, a tenth changed"], "a second", 100_000, at_least=True)
        # Each changed link then has two events, which are stored as a new set.
        seconds = times["the same, and a note on a tenth"] - times["the same again"]
        promise("events", options.links // 5 / seconds, "rows a second", 200_000, at_least=True)

    if options.save:
        machine = {"system": platform.platform(), "processors": os.cpu_count(), "runs": options.runs}
        with open(options.save, "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "results": results}, file, indent=1)
            file.write("\n")
    sys.exit(0 if all(promises) else 1)


if __name__ == "__main__":
    main()
