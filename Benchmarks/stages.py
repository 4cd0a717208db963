#!/usr/bin/env python3
"""Measures parts of a run next to programs that do the same work on the same input, as processes and in turns.

    Benchmarks/stages.py --curate PATH [--runs 7] [--save FILE]

Each sample is the wall time of one process from spawn to exit. `curate` runs a recipe with only the named stages, without
history; its time includes start-up and reading the recipe.
"""
import argparse
import os
import shutil
import subprocess
import tempfile

import peers
from measure import HERE, LIST, RECIPE, Sample, in_turns, median, recipe, row, save, seconds

EXTENSIONS = [word for name in ("table", "strikethrough", "autolink", "tasklist", "footnotes") for word in ("-e", name)]
# In a longer list, the start-up times of the processes do not matter.
COPIES = 10


def contests(curate, folder, source):
    """Returns the commands of each comparison by name, curate first."""

    def run(name, stages):
        return [curate, recipe(folder, name, stages, source), "--no-history", "--quiet"]

    def copy(name):
        return shutil.copy(source, os.path.join(folder, name))

    links = "{uses: emit-csv, with: {reports: [links]}}"
    return {
        "parse, all links with labels to CSV": {
            "curate": run("links", ["parse", "classify", links]),
            "markdown-it-py + w3lib + csv + sqlite3": [
                peers.program("python"), os.path.join(HERE, "chain.py"), source, folder],
            "cmark-gfm (HTML only)": ["cmark-gfm", *EXTENSIONS, source],
        },
        "tidy": {
            "curate": run("tidy", ["parse", "tidy", "emit-markdown"]),
            "mdformat": [peers.program("mdformat"), copy("mdformat.md")],
            "rumdl fmt": [
                peers.program("rumdl"), "fmt", "--isolated", "--no-cache", "--silent", copy("rumdl.md")],
        },
        "dedupe, URLs in one form": {
            "curate": run("dedupe", ["parse", "normalize-urls", "dedupe", "emit-markdown"]),
            "markdown-it-py + w3lib + csv + sqlite3": [
                peers.program("python"), os.path.join(HERE, "chain.py"), source, folder],
        },
        "table of contents": {
            "curate": run("toc", ["parse", "{uses: toc, with: {mode: regenerate}}", "emit-markdown"]),
            "mdformat": [peers.program("mdformat"), copy("mdformat-toc.md")],
        },
        "emit JSON, a line for each link": {
            "curate": run("json", ["parse", "emit-json"]),
            "jq -c . over those lines": ["jq", "-c", ".", lines_of(curate, folder, source)],
        },
    }


def lines_of(curate, folder, source):
    """Returns the path of the JSON lines that curate writes for a list, as input for jq."""
    path = recipe(folder, "lines", ["parse", "emit-json"], source)
    subprocess.run([curate, path, "--no-history", "--quiet"], check=True)
    files = os.listdir(os.path.join(folder, "lines"))
    return os.path.join(folder, "lines", files[0])


def same_input(command, originals):
    """Returns an action that runs a command on a fresh copy of the list, because a formatter changes its file. Copying is not
    timed."""

    def sample():
        for path, original in originals.items():
            if path in command:
                shutil.copy(original, path)
        done = Sample(command)
        return done

    return sample


def compare(curate, folder, source, label, rounds):
    rows, raw = [], {}
    for what, commands in contests(curate, folder, source).items():
        originals = {word: source for command in commands.values() for word in command
                     if word.startswith(folder) and word.endswith(".md") and word != source}
        samples = in_turns({name: same_input(command, originals) for name, command in commands.items()}, rounds)
        own = median(samples["curate"])
        ratios = [f"{median(samples[name]) / own:,.1f} × faster than {name}" for name in commands if name != "curate"]
        rows.append(row(f"{what}; {label}", ", ".join(ratios) + f" ({seconds(own)})"))
        raw[f"{what}; {label}"] = {
            name: [sample.facts() for sample in values] for name, values in samples.items()}
    return rows, raw


def start_up(curate, rounds):
    """Compares `curate --version` with a program that does nothing."""
    samples = in_turns({"curate": lambda: Sample([curate, "--version"]), "true": lambda: Sample(["/bin/true"])}, rounds)
    over = median(samples["curate"]) - median(samples["true"])
    promise = "at most 7 ms over an empty C program"
    return row("start-up: curate --version", f"{seconds(over)} over /bin/true", promise, over <= 0.007)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--save")
    options = options.parse_args()
    rows, raw = [], {}
    with tempfile.TemporaryDirectory() as folder:
        rows.append(start_up(options.curate, 4 * options.runs))
        with open(LIST, "rb") as file:
            text = file.read()
        many = os.path.join(folder, "copies.md")
        with open(many, "wb") as file:
            file.write(text * COPIES)
        for source, label in ((LIST, "default list"), (many, f"default list × {COPIES}")):
            rounds = options.runs if source == LIST else max(3, options.runs // 2)
            more, samples = compare(options.curate, folder, source, label, rounds)
            rows += more
            raw.update(samples)
    save(options.save, rows, versions=peers.versions(), samples=raw, recipe=os.path.basename(RECIPE))


if __name__ == "__main__":
    main()
