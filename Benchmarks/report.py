#!/usr/bin/env python3
"""Writes Benchmarks/RESULTS.md from the stored results of the benchmarks: one table, ratios first.

    Benchmarks/report.py
"""
import json
import os
import statistics

from measure import HERE

RESULTS = os.path.join(HERE, "results")


def load(name):
    path = os.path.join(RESULTS, name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def line(what, measured, promised="", holds=None):
    return {"what": what, "measured": measured, "promised": promised, "holds": holds}


def whole_run(found):
    results = found["results"]
    base = results["cmark-gfm"]["median"]
    ratio = results["curate"]["median"] / base
    yield line(
        "whole default run, history included", f"{ratio:.2f} × cmark-gfm ({results['curate']['median']:.1f} ms)",
        "at most 4 ×", ratio <= 4)
    bare = results["curate, no history"]["median"]
    yield line("whole default run without history", f"{bare / base:.2f} × cmark-gfm ({bare:.1f} ms)")


def parse(found):
    for measured in found["measurements"]:
        own = next(timing for timing in measured["timings"] if timing["parser"] == "MarkdownSyntax")
        md4c, cmark = measured["ratioToMD4C"], measured["ratioToCMark"]
        text = f"{md4c:.1f} × md4c, {cmark:.1f} × cmark-gfm ({own['megabytesPerSecond']:.0f} MB/s)"
        # The promise is about whole documents; the single constructs show where the time goes.
        if measured["sample"] in ("default list × 200", "mixed corpus"):
            promise = ("as fast as md4c, 3 × cmark-gfm", md4c >= 1 and cmark >= 3)
        else:
            promise = ()
        yield line(f"parse: {measured['sample']}", text, *promise)


FLOORS = {"output form": 1_500_000, "output form, key, work id and labels": 500_000}


def urls(found):
    rates = {}
    for sample in found["rounds"]:
        rates.setdefault(sample["construct"], []).append(sample["perSecond"])
    medians = {name: statistics.median(values) for name, values in rates.items()}
    peers = {name: rate for name, rate in medians.items() if ":" in name}
    for name, rate in medians.items():
        if name in peers:
            continue
        ratios = [f"{rate / peer:.1f} × {other.split(':')[0]}" for other, peer in peers.items()]
        floor = FLOORS.get(name)
        yield line(
            f"URL work: {name}", ", ".join(ratios) + f" ({rate:,.0f} URLs/s a core)",
            f"at least {floor:,} URLs/s" if floor else "", rate >= floor if floor else None)


def history(found):
    for name, result in found["results"].items():
        if isinstance(result, dict) and "value" in result:
            yield line(
                f"history: {name}", f"{result['value']:,.1f} {result['unit']}", f"limit {result['limit']:,}",
                result["holds"])


def instructions(found):
    for name, count in found["instructions"].items():
        yield line(f"instructions: {name}", f"{count / 1e6:,.1f} million")


def rows(found):
    yield from (line(**row) for row in found["rows"])


SOURCES = [
    ("Whole processes", "whole-run.json", whole_run), ("Stages next to peers", "stages.json", rows),
    ("Parsing", "parse.json", parse), ("URLs", "url-bench.json", urls), ("History", "history.json", history),
    ("Many links", "scale.json", rows), ("Many links at full size", "scale-full.json", rows),
    ("Odd shapes", "corners.json", rows), ("Odd shapes at full size", "corners-full.json", rows),
    ("Many documents", "documents.json", rows), ("Many documents at full size", "documents-full.json", rows),
    ("Plugins", "plugins.json", rows), ("Instructions", "instructions.json", instructions),
]


def main():
    out = ["# Results", "", "`make bench` writes this page. [README.md](README.md) explains each line; [results](results) has the raw data.",
           "Ratios were measured side by side in one run; absolute times depend on the machine.", "",
           "| | measured | promised | |", "|---|---|---|---|"]
    machines, versions = {}, []
    for title, name, read in SOURCES:
        found = load(name)
        if found is None:
            continue
        machines[name] = found.get("machine")
        versions += found.get("versions", [])
        out.append(f"| **{title}** | | | |")
        for row in read(found):
            mark = {None: "", True: "holds", False: "**does not hold**"}[row["holds"]]
            out.append(f"| {row['what']} | {row['measured']} | {row['promised']} | {mark} |")
    out += ["", "Machines:", ""]
    for name, machine in machines.items():
        text = ", ".join(f"{key} {value}" for key, value in machine.items()) if isinstance(machine, dict) else machine
        out.append(f"- `{name}`: {text}")
    if versions:
        out += ["", "Peers: " + ", ".join(sorted(set(versions))) + "."]
    with open(os.path.join(HERE, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
