#!/usr/bin/env python3
"""Measures how time and memory grow with the input: default runs on lists of 10^4, 10^5 and 10^6 links.

    Benchmarks/scale.py --curate PATH --generate PATH [--least 10000] [--most 1000000] [--runs 3] [--save FILE]

Reports the processor time of each size as a multiple of the size before, the peak memory, and the wall time as a multiple of
`wc -l` and `sort -u` (in the C locale) on the same file.

Every run writes all reports and its history into a new folder. `generate-list` generates the inputs, with a fixed seed. Lists of
more than a million links run once: ten million links are 1.5 GB, and take some minutes and 15 GB of disk in TMPDIR. Exits
with 1 if a promise is not kept.

A virtual machine that returns free memory to its host (free page reporting) needs 0.6 s for each GB that is used for the first
time. This affects ten million links, but not a million. The stored runs were measured with it disabled:
`echo 11 > /sys/module/page_reporting/parameters/page_reporting_order`.
"""
import argparse
import os
import shutil
import subprocess
import tempfile

from measure import Sample, allowance, in_turns, median, megabytes, row, save, seconds, without_limits

STEP = 11
# Lists with more links than this run once.
LONG = 1_000_000


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

    def default_run(self, source):
        """Returns an action that does a whole default run, with all reports and history, into a new folder."""
        path = without_limits(self.folder, "all", source)

        def sample():
            shutil.rmtree(os.path.join(self.folder, "all"), ignore_errors=True)
            return Sample([self.options.curate, path, "--quiet"])

        return sample

    def keep(self, what, samples):
        self.raw[what] = [sample.facts() for sample in samples]

    def memory(self, what, samples, size):
        peak = max(sample.memory for sample in samples)
        self.rows.append(row(
            f"{what}: peak memory", f"{peak / size:.1f} × the input ({megabytes(peak)} for {megabytes(size)})",
            "at most 6 × the input + 40 MB", peak <= allowance(size)))

    def rounds(self, links):
        """Returns the number of rounds: more for small lists, whose times vary more; one for the largest, which take minutes."""
        return self.options.runs * 5 if links <= 10_000 else self.options.runs if links <= LONG else 1

    def many_links(self):
        links, before = self.options.least, None
        while links <= self.options.most:
            source = self.generate("links.md", "--links", links)
            size = os.path.getsize(source)
            samples = in_turns(
                {
                    "curate": self.default_run(source),
                    "wc -l": lambda: Sample(["wc", "-l", source]),
                    "sort -u": lambda: Sample(["env", "LC_ALL=C", "sort", "-u", source]),
                },
                self.rounds(links), unmeasured=1 if links <= LONG else 0)
            what = f"{links:,} links"
            own = median(samples["curate"])
            time, peer = (median(samples[name], "processor") for name in ("curate", "sort -u"))
            ratios = ", ".join(f"{own / median(samples[name]):,.1f} × {name}" for name in ("wc -l", "sort -u"))
            self.rows.append(row(what, f"{ratios} ({seconds(own)} wall, {seconds(time)} processor)"))
            if before:
                self.rows.append(row(
                    f"{what}: over ten times fewer",
                    f"{time / before[0]:.1f} × the processor time (sort -u {peer / before[1]:.1f} ×)",
                    f"at most {STEP} ×", time / before[0] <= STEP))
            self.memory(what, samples["curate"], size)
            for name, values in samples.items():
                self.keep(f"{what}: {name}", values)
            links, before = links * 10, (time, peer)
            os.unlink(source)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--generate", required=True)
    options.add_argument("--least", type=int, default=10_000, help="links of the smallest list")
    options.add_argument("--most", type=int, default=1_000_000, help="links of the largest list")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--save")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        bench.many_links()
    save(options.save, bench.rows, samples=bench.raw)


if __name__ == "__main__":
    main()
