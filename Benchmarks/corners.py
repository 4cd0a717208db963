#!/usr/bin/env python3
"""Measures default runs on lists of unusual shapes, each next to an ordinary list of the same size.

    Benchmarks/corners.py --curate PATH --generate PATH [--full] [--runs 3] [--save FILE]

"The same size" means the same number of links for one section, one URL and equal headings. It means the same number of bytes
for a heading per link and for a table, because their links take more or fewer bytes than those of an ordinary list.
Measures processor time and peak memory, in turns. By default the largest shapes have a tenth of their size; --full measures
them at full size (a million links in one section, a table of 50 MB).

Every run writes all reports and its history into a new folder. `generate-list` generates the inputs, with a fixed seed.
Exits with 1 if a promise is not kept.
"""
import argparse
import os
import shutil
import subprocess
import tempfile

from measure import Sample, in_turns, median, megabytes, row, save, seconds, without_limits

MOST = 1.5


class Corner:
    """A list of an unusual shape, with its number of links and the unit that its ordinary peer must have as many of."""

    def __init__(self, label, shape, links, full=None, same="links"):
        self.label = label
        self.shape = shape
        self.links = links
        self.full = full or links
        self.same = same


CORNERS = [
    Corner("one section with {links} links", "one-section", 100_000, 1_000_000),
    Corner("{links} sections", "many-sections", 100_000, same="bytes"),
    Corner("{links} duplicates of one URL", "one-url", 100_000),
    Corner("10,000 headings with one text", "one-heading", 250_000),
    Corner("one table of {size}", "table", 35_000, 350_000, same="bytes"),
]


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.rows = []
        self.raw = {}

    def generate(self, name, shape, links):
        path = os.path.join(self.folder, name + ".md")
        subprocess.run([self.options.generate, "--shape", shape, "--links", str(links), path], check=True)
        return path

    def ordinary(self, corner, size, links):
        """Generates the ordinary list that a shape is compared with."""
        path = self.generate("ordinary", "ordinary", links)
        if corner.same == "bytes":
            path = self.generate("ordinary", "ordinary", round(links * size / os.path.getsize(path)))
        return path

    def whole_run(self, source, name):
        """Returns an action that does a whole default run, with all reports and history, into a new folder."""
        path = without_limits(self.folder, name, source)

        def sample():
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
            return Sample([self.options.curate, path, "--quiet"])

        return sample

    def measure(self, corner):
        links = corner.full if self.options.full else corner.links
        source = self.generate("corner", corner.shape, links)
        size = os.path.getsize(source)
        label = corner.label.format(links=f"{links:,}", size=megabytes(size))
        self.compare(label, corner.same, size, self.whole_run(source, "odd"),
                     self.whole_run(self.ordinary(corner, size, links), "even"))

    def compare(self, label, same, size, odd, even):
        samples = in_turns({"odd": odd, "even": even}, self.options.runs)
        times = {name: median(values, "processor") for name, values in samples.items()}
        peaks = {name: max(sample.memory for sample in values) for name, values in samples.items()}
        ratio = times["odd"] / times["even"]
        self.rows.append(row(
            label, f"{ratio:.2f} × an ordinary list of as many {same} ({seconds(times['odd'])} processor)",
            f"at most {MOST} ×", ratio <= MOST))
        share = peaks["odd"] / peaks["even"]
        self.rows.append(row(
            f"{label}: peak memory",
            f"{share:.2f} × the ordinary list ({megabytes(peaks['odd'])}, {peaks['odd'] / size:.1f} × the input)",
            f"at most {MOST} ×", share <= MOST))
        self.raw[label] = {name: [sample.facts() for sample in values] for name, values in samples.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--generate", required=True)
    options.add_argument("--full", action="store_true", help="measure the largest shapes at full size")
    options.add_argument("--only", help="measure only this shape")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--save")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        for corner in CORNERS:
            if options.only in (None, corner.shape):
                bench.measure(corner)
    save(options.save, bench.rows, samples=bench.raw)


if __name__ == "__main__":
    main()
