#!/usr/bin/env python3
"""Measures whole processes side by side: curate on its default recipe, and cmark-gfm rendering the same file.

Each sample is the wall time of one process from spawn to exit. The programs run in turns, so that other load on the machine
affects all of them equally. The first run of each is not counted. The binary is stripped and copied, as `make install` does.
curate runs `curate pipelines/default.yaml` in its own folder, where every run replaces the outputs and adds to the history, as
the second and later runs of a user do.

    Benchmarks/whole_run.py --curate PATH [--runs 31] [--limit 4] [--save FILE]

Exits with 1 if the ratio of the medians is above --limit.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECIPE = os.path.join("pipelines", "default.yaml")
INPUT = os.path.join("pipelines", "inputs", "science-of-learning.md")
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]


def sample(command, folder):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    elapsed = (time.perf_counter() - start) * 1000
    if done.returncode != 0:
        sys.exit(f"{command[0]} exited with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return elapsed


def spread(samples):
    ordered = sorted(samples)
    return {"median": statistics.median(ordered), "low": ordered[0], "high": ordered[-1], "samples": samples}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--runs", type=int, default=31)
    options.add_argument("--limit", type=float, default=4.0)
    options.add_argument("--save")
    options = options.parse_args()
    peer = shutil.which("cmark-gfm")
    if peer is None:
        sys.exit("cmark-gfm is not installed: apt-get install cmark-gfm")

    with tempfile.TemporaryDirectory(dir=os.path.join(ROOT, "output")) as folder:
        os.mkdir(os.path.join(folder, "bin"))
        curate = os.path.join(folder, "bin", "curate")
        subprocess.run(["strip", "-o", curate + ".stripped", options.curate], check=True)
        shutil.copy(curate + ".stripped", curate)
        commands = {
            "curate": [curate, RECIPE],
            "curate, no history": [curate, RECIPE, "--no-history"],
            "curate --version": [curate, "--version"],
            "cmark-gfm": [peer] + [word for name in EXTENSIONS for word in ("-e", name)] + [INPUT],
        }
        folders = {}
        for name in commands:
            folders[name] = os.path.join(folder, name)
            shutil.copytree(os.path.join(ROOT, "pipelines"), os.path.join(folders[name], "pipelines"))
        samples = {name: [] for name in commands}
        for name in commands:
            sample(commands[name], folders[name])
        for _ in range(options.runs):
            for name, command in commands.items():
                samples[name].append(sample(command, folders[name]))

    results = {name: spread(values) for name, values in samples.items()}
    base = results["cmark-gfm"]["median"]
    print(f"{'whole process':<22}{'median':>10}{'lowest':>10}{'highest':>10}{'ratio':>8}")
    for name, result in results.items():
        print(
            f"{name:<22}{result['median']:>7.1f} ms{result['low']:>7.1f} ms{result['high']:>7.1f} ms"
            f"{result['median'] / base:>7.2f}×"
        )
    ratio = results["curate"]["median"] / base
    verdict = "holds" if ratio <= options.limit else "DOES NOT HOLD"
    print(f"the whole default run takes {ratio:.2f}× the time of cmark-gfm; at most {options.limit:g}× is promised: {verdict}")
    if options.save:
        machine = {"system": platform.platform(), "processors": os.cpu_count(), "runs": options.runs}
        with open(options.save, "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "results": results}, file, indent=1)
            file.write("\n")
    sys.exit(0 if ratio <= options.limit else 1)


if __name__ == "__main__":
    main()
