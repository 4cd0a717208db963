#!/usr/bin/env python3
"""Measures the cost of plugins: items per second through a plugin that keeps all items, and the memory that curate needs.

    Benchmarks/plugins.py --curate PATH [--rounds 5] [--save FILE]

- speed: 100,000 links through a plugin in Python, in C and in jq, in turns with a run of the same recipe without it. The rate is
  the number of items divided by the difference of the median wall times of whole processes. An item has id, document, line, URL,
  title, section and role.
- peer: jq alone with the same filter, on the same items in a file.
- memory: peak memory of curate with a plugin minus that without, at 100,000 and 1,000,000 links.

Exits with 1 if a promise is not kept.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

PYTHON = """#!/usr/bin/env python3
import json, sys

print('{"t": "ready", "protocol": 1}')
for line in sys.stdin.buffer:
    message = json.loads(line)
    if message["t"] == "item":
        print(json.dumps({"t": "keep", "n": message["n"]}))
    elif message["t"] == "end":
        print('{"t": "done"}')
"""

# Reads only the parts of the JSON that it needs: the best case of a compiled plugin.
C = r"""
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, stdin) > 0) {
    if (strncmp(line, "{\"t\":\"hello\"", 12) == 0) {
      puts("{\"t\":\"ready\",\"protocol\":1}");
      fflush(stdout);
    } else if (strncmp(line, "{\"t\":\"item\",\"n\":", 16) == 0) {
      printf("{\"t\":\"keep\",\"n\":%ld}\n", atol(line + 16));
    } else if (strncmp(line, "{\"t\":\"end\"", 10) == 0) {
      puts("{\"t\":\"done\"}");
    }
  }
  return 0;
}
"""

FILTER = """if .t == "item" then {t: "keep", n} elif .t == "hello" then {t: "ready", protocol: 1}
  else select(.t == "end") | {t: "done"} end"""
JQ = f"#!/bin/sh\nexec jq --unbuffered -c '{FILTER}'\n"


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def make_project(folder, sizes):
    for name, program in (("keep-python", PYTHON), ("keep-jq", JQ), ("keep-c", None)):
        place = os.path.join(folder, "stages", name)
        manifest = f"curate-stage: 1\nname: {name}\nversion: 1.0.0\nsummary: Keeps all.\nrun: [./{name}]\n"
        write(os.path.join(place, "stage.yaml"), manifest)
        if program:
            write(os.path.join(place, name), program, 0o755)
        else:
            subprocess.run(["clang", "-O2", "-x", "c", "-", "-o", os.path.join(place, name)], input=C.encode(), check=True)
    for size in sizes:
        entries = (
            f"- [A title of {n:x} words](https://host{n % 997}.example/path/{n}) - A description of it.\n" for n in range(size)
        )
        write(os.path.join(folder, f"{size}.md"), "# List\n\n" + "".join(entries))
        for name in ("none", "keep-python", "keep-c", "keep-jq"):
            stages = "[parse]" if name == "none" else f"[parse, {name}]"
            text = f"curate: 1\ninputs: [{size}.md]\noutput: out\nstages: {stages}\n"
            write(os.path.join(folder, f"{size}-{name}.yaml"), text)


def run(command, folder, **files):
    """Runs a command. Returns its wall time in seconds and its peak memory in MB, both including its children."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdin=files.get("stdin", subprocess.DEVNULL), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--curate", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--save")
    options = parser.parse_args()
    items = options.items
    rows, raw, promises = [], {}, []

    def show(name, value, unit, promised="", holds=None):
        rows.append({"what": name, "measured": f"{value:,.0f} {unit}", "promised": promised, "holds": holds})
        verdict = "" if holds is None else f", {promised}: {'holds' if holds else 'DOES NOT HOLD'}"
        print(f"{name:<48}{value:>12,.0f} {unit}{verdict}", flush=True)

    def promise(name, value, unit, limit, at_least=False):
        holds = value >= limit if at_least else value <= limit
        promises.append(holds)
        show(name, value, unit, f"{'at least' if at_least else 'at most'} {limit:,} {unit}", holds)

    with tempfile.TemporaryDirectory() as folder:
        make_project(folder, [items, items * 10])

        def curate(size, name, *more):
            recipe = f"{size}-{name}.yaml"
            return run([os.path.abspath(options.curate), recipe, "--trust-all", "--dry-run", "--quiet", *more], folder)

        curate(items, "keep-c", "--record", "exchange")
        with open(os.path.join(folder, "exchange"), "rb") as exchange, open(os.path.join(folder, "items"), "wb") as file:
            file.writelines(line[2:] for line in exchange if line.startswith(b"> "))
        names = ("none", "keep-python", "keep-c", "keep-jq")
        raw = {name: [] for name in (*names, "jq alone")}
        for _ in range(options.rounds):
            for name in names:
                raw[name].append(curate(items, name)[0])
            with open(os.path.join(folder, "items"), "rb") as file:
                raw["jq alone"].append(run(["jq", "-c", FILTER], folder, stdin=file)[0])
        medians = {name: statistics.median(times) for name, times in raw.items()}
        speed = {name: items / (medians[name] - medians["none"]) for name in names if name != "none"}
        promise("through a plugin in Python", speed["keep-python"], "items/s", 35_000, at_least=True)
        promise("through a compiled plugin", speed["keep-c"], "items/s", 100_000, at_least=True)
        show("through a plugin in jq", speed["keep-jq"], "items/s")
        show("the same filter in jq alone", items / medians["jq alone"], "items/s")
        for size in (items, items * 10):
            peaks = {name: curate(size, name)[1] for name in ("none", "keep-c", "keep-python")}
            raw[f"peak of {size} links"] = peaks
            for name, peak in peaks.items():
                show(f"peak of {size:,} links, {'no plugin' if name == 'none' else name}", peak, "MB")
            added = max(peaks.values()) - peaks["none"]
            promise(f"a plugin adds at {size:,} links", added, "MB", 16)

    if options.save:
        machine = {"system": platform.platform(), "processors": os.cpu_count(), "rounds": options.rounds}
        with open(options.save, "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "rows": rows, "raw": raw}, file, indent=1)
            file.write("\n")
    sys.exit(0 if all(promises) else 1)


if __name__ == "__main__":
    main()
