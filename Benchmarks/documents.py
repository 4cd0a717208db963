#!/usr/bin/env python3
"""Measures a collection of many documents: pages of prose with links; every tenth page is a list of links.

    Benchmarks/documents.py --curate PATH --generate PATH [--files 1000] [--bytes 100000] [--runs 5] [--save FILE]

- Parsing: the speed-up of two cores over one, for the stage `parse` and for a whole process that only reads and parses; wall
  time, in turns. Two cores that share one physical core cannot be twice as fast as one. So the same turns also measure an
  upper bound: two independent processes, each on its own core, at the same time and one after the other. Use an idle
  machine.
- The whole default run with reports and history: wall time, processor time and peak memory; then again without changes.
- Outputs of a run on one core and of a run on all cores: they must be equal byte for byte, reports included.

The default size is 0.1 GB; --files 10000 measures 1 GB. Exits with 1 if a promise is not kept.
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from measure import Sample, allowance, in_turns, median, megabytes, recipe, row, save, seconds, without_limits

SPEED_UP = 1.8


def on(core, command):
    return ["taskset", "-c", str(core), *command]


def parsing(output):
    """Returns the time of the stage in seconds, as the run reports it."""
    return json.loads(output)["stages"][0]["milliseconds"] / 1000


class Together:
    """Processes that start at the same time: the wall time until the last one exits, and the longest of their parsing stages."""

    def __init__(self, commands):
        start = time.perf_counter()
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
        texts = [process.communicate() for process in running]
        self.wall = time.perf_counter() - start
        for process, (_, error) in zip(running, texts):
            if process.returncode != 0:
                sys.exit(f"{' '.join(process.args)} exited with {process.returncode}: {error.decode(errors='replace')}")
        self.stage = max(parsing(output) for output, _ in texts)

    def facts(self):
        return {"wall": self.wall, "stage": self.stage}


class Parse(Sample):
    """A dry run that only reads and parses."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output:
            super().__init__(command, output)
            output.seek(0)
            self.stage = parsing(output.read())

    def facts(self):
        return {**super().facts(), "stage": self.stage}


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.rows = []
        self.raw = {}
        source = os.path.join(folder, "pages")
        subprocess.run(
            [options.generate, "--files", str(options.files), "--bytes", str(options.bytes), source], check=True)
        self.inputs = [os.path.join(source, "**/*.md")]
        self.size = sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(source) for name in names)
        self.what = f"{options.files:,} documents, {megabytes(self.size)}"

    def keep(self, what, samples):
        self.raw[what] = [sample.facts() for sample in samples]

    def reading(self):
        parse = [self.options.curate, recipe(self.folder, "reading", ["parse"], self.inputs), "--dry-run", "--json"]
        samples = in_turns(
            {
                "all cores": lambda: Parse(parse),
                "one core": lambda: Parse(on(0, parse)),
                "two processes, each on a core": lambda: Together([on(0, parse), on(1, parse)]),
            }, self.options.runs)
        together, alone, apart = (samples[name] for name in samples)

        def speed_up(field):
            """Returns the speed-up of two cores over one, and that of two parallel processes over two consecutive ones."""
            one = median(alone, field)
            return one / median(together, field), 2 * one / median(apart, field)

        stage, bound = speed_up("stage")
        whole, possible = speed_up("wall")
        rate = megabytes(self.size / median(together, "stage"))
        self.rows.append(row(
            f"{self.what}: parsed",
            f"{stage:.2f} × as fast on {os.cpu_count()} cores as on one ({rate}/s); two processes apart get {bound:.2f} ×, "
            "which is the bound",
            f"at least {SPEED_UP} ×, or 90 % of the bound where that is less", stage >= min(SPEED_UP, 0.9 * bound)))
        self.rows.append(row(
            f"{self.what}: read and parsed, from start to exit",
            f"{whole:.2f} × as fast ({megabytes(self.size / median(together))}/s); bound {possible:.2f} ×"))
        for name, values in samples.items():
            self.keep(f"read and parsed, {name}", values)

    def whole(self):
        output = os.path.join(self.folder, "all")
        run = [self.options.curate, without_limits(self.folder, "all", self.inputs), "--quiet"]
        first = Sample(run)
        self.rows.append(row(
            f"{self.what}: whole run",
            f"{seconds(first.wall)} wall, {seconds(first.processor)} processor ({megabytes(self.size / first.wall)}/s)"))
        self.rows.append(row(
            f"{self.what}: peak memory",
            f"{first.memory / self.size:.1f} × the input ({megabytes(first.memory)})",
            "at most 6 × the input + 40 MB", first.memory <= allowance(self.size)))
        again = Sample(run)
        self.rows.append(row(f"{self.what}: again, nothing changed", f"{seconds(again.wall)} wall"))
        self.keep("whole run", [first])
        self.keep("again", [again])
        digest = self.digest(output)
        shutil.rmtree(output)
        single = Sample(on(0, run))
        self.keep("whole run, one core", [single])
        self.rows.append(row(
            f"{self.what}: whole run on one core", f"{single.wall / first.wall:.2f} × the wall time of all cores"))
        isSame = self.digest(output) == digest
        self.rows.append(row(
            f"{self.what}: outputs on one core and on all", "the same bytes" if isSame else "different bytes",
            "the same bytes", isSame))
        shutil.rmtree(output)

    @staticmethod
    def digest(folder):
        """Returns the SHA-256 of all files in a folder, except the history, which contains times."""
        whole = hashlib.sha256()
        for root, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.startswith("history.sqlite"):
                    continue
                path = os.path.join(root, name)
                with open(path, "rb") as file:
                    whole.update(f"{os.path.relpath(path, folder)}\n".encode())
                    whole.update(hashlib.file_digest(file, "sha256").digest())
        return whole.hexdigest()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--curate", required=True)
    options.add_argument("--generate", required=True)
    options.add_argument("--files", type=int, default=1_000)
    options.add_argument("--bytes", type=int, default=100_000, help="approximate size of a document")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--save")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, folder)
        bench.reading()
        bench.whole()
    save(options.save, bench.rows, samples=bench.raw)


if __name__ == "__main__":
    main()
