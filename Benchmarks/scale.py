#!/usr/bin/env python3
"""Measures how time and memory grow: whole default runs over lists of ten to the fourth, fifth and sixth links, over odd
shapes, and over a folder of many documents.

    Benchmarks/scale.py --curate PATH --generate PATH [--most 1000000] [--files 10000] [--runs 3] [--save FILE]

- many links: processor time of each size over that of the size before, and peak memory; wall time beside `wc -l` and
  `sort -u` of the same file.
- corners: lists of odd shapes beside an ordinary one of as many bytes (and of as many links), processor time.
- many documents: ten thousand lists of a hundred kilobytes, on all cores and on one; wall time of the whole run and of
  reading and parsing alone.

Every run writes all reports and its history into a fresh folder. Inputs come from `generate-list`, with a fixed seed.
Exits with 1 if a promise does not hold.
"""
import argparse
import os
import shutil
import subprocess
import tempfile

from measure import Sample, in_turns, median, recipe, row, save, seconds, without_limits

STEP = 11
CORNER = 1.5
SHAPES = {
    "one-section": "1 section with all links",
    "many-sections": "a section for each link",
    "one-url": "duplicates of one URL",
    "one-heading": "headings with one text",
    "table": "one table",
}


def allowance(size):
    """The most memory that an input of so many bytes may take."""
    return 6 * size + 40_000_000


def megabytes(size):
    return f"{size / 1e6:,.0f} MB"


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.rows = []
        self.raw = {}

    def generate(self, name, *arguments):
        path = os.path.join(self.folder, name)
        subprocess.run([self.options.generate, *map(str, arguments), path], check=True)
        return path

    def default_run(self, source, prefix=(), name="all"):
        """A whole default run, all reports and history, into a fresh folder."""
        path = without_limits(self.folder, name, source)

        def sample():
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
            return Sample([*prefix, self.options.curate, path, "--quiet"])

        return sample

    def keep(self, what, samples):
        self.raw[what] = [sample.facts() for sample in samples]

    def memory(self, what, samples, size):
        peak = max(sample.memory for sample in samples)
        self.rows.append(row(
            f"{what}: peak memory", f"{peak / size:.1f} × the input ({megabytes(peak)} for {megabytes(size)})",
            "at most 6 × the input + 40 MB", peak <= allowance(size)))

    def many_links(self):
        links, before = 10_000, None
        while links <= self.options.most:
            source = self.generate("links.md", "--links", links)
            size = os.path.getsize(source)
            # Small lists are over before noise is: they run more often.
            samples = in_turns(
                {
                    "curate": self.default_run(source),
                    "wc -l": lambda: Sample(["wc", "-l", source]),
                    "sort -u": lambda: Sample(["sort", "-u", source]),
                },
                self.options.runs * (5 if links <= 10_000 else 1))
            what = f"{links:,} links"
            own = median(samples["curate"])
            time = median(samples["curate"], "processor")
            ratios = ", ".join(f"{own / median(samples[name]):,.1f} × {name}" for name in ("wc -l", "sort -u"))
            self.rows.append(row(what, f"{ratios} ({seconds(own)} wall, {seconds(time)} processor)"))
            if before:
                self.rows.append(row(
                    f"{what}: over ten times fewer", f"{time / before:.1f} × the processor time",
                    f"at most {STEP} ×", time / before <= STEP))
            self.memory(what, samples["curate"], size)
            for name, values in samples.items():
                self.keep(f"{what}: {name}", values)
            links, before = links * 10, time
            os.unlink(source)

    def corners(self, links):
        ordinary = self.generate("ordinary.md", "--links", links)
        for shape, label in SHAPES.items():
            source = self.generate("corner.md", "--shape", shape, "--links", links)
            samples = in_turns(
                {"corner": self.default_run(source, name="corner"), "ordinary": self.default_run(ordinary)},
                self.options.runs)
            times = {name: median(values, "processor") for name, values in samples.items()}
            # A list of that size: as many bytes, where a link of the shape takes more or fewer than an ordinary one.
            longer = max(1, os.path.getsize(source) / os.path.getsize(ordinary))
            ratio = times["corner"] / times["ordinary"] / longer
            what = f"{label}, {links:,} links"
            self.rows.append(row(
                what, f"{ratio:.2f} × an ordinary list ({seconds(times['corner'])} processor)",
                f"at most {CORNER} ×", ratio <= CORNER))
            self.memory(what, samples["corner"], os.path.getsize(source))
            self.keep(what, samples["corner"])

    def many_documents(self, files, links):
        source = self.generate("lists", "--files", files, "--links", links)
        size = sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(source) for name in names)
        inputs = [os.path.join(source, "**/*.md")]
        what = f"{files:,} documents, {megabytes(size)}"
        reading = recipe(self.folder, "reading", ["parse"], inputs)
        parse = [self.options.curate, reading, "--dry-run", "--quiet"]
        one = ["taskset", "-c", "0"]
        samples = in_turns(
            {"all cores": lambda: Sample(parse), "one core": lambda: Sample([*one, *parse])}, max(3, self.options.runs))
        ratio = median(samples["one core"]) / median(samples["all cores"])
        rate = megabytes(size / median(samples["all cores"]))
        self.rows.append(row(
            f"{what}: read and parsed", f"{ratio:.2f} × as fast on {os.cpu_count()} cores as on one ({rate}/s)",
            "at least 1.8 × on two cores", ratio >= 1.8 if os.cpu_count() >= 2 else None))
        for name, values in samples.items():
            self.keep(f"{what}: read and parsed, {name}", values)
        whole = in_turns({"all cores": self.default_run(inputs)}, 1)["all cores"]
        self.rows.append(row(
            f"{what}: whole run", f"{seconds(median(whole))} wall, {seconds(median(whole, 'processor'))} processor"))
        self.memory(what, whole, size)
        self.keep(what, whole)
        shutil.rmtree(source)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--generate", required=True)
    options.add_argument("--most", type=int, default=1_000_000, help="links of the largest list")
    options.add_argument("--files", type=int, default=10_000, help="documents of the folder, a hundred kilobytes each")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--save")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        bench.many_links()
        bench.corners(min(100_000, options.most))
        bench.many_documents(options.files, 720)
    save(options.save, bench.rows, samples=bench.raw)


if __name__ == "__main__":
    main()
