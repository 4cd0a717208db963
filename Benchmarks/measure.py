"""Functions shared by the benchmarks: running processes in turns, and storing the results."""
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LIST = os.path.join(ROOT, "pipelines", "inputs", "science-of-learning.md")
RECIPE = os.path.join(ROOT, "pipelines", "default.yaml")


class Sample:
    """One process from spawn to exit: wall time and processor time in seconds, and peak memory in bytes."""

    def __init__(self, command, output=subprocess.DEVNULL, stdin=None):
        with tempfile.TemporaryFile() as errors, open(stdin or os.devnull, "rb") as source:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=source, stdout=output, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                message = errors.read().decode(errors="replace").strip()
                sys.exit(f"{' '.join(command)} exited with {process.returncode}: {message}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024

    def facts(self):
        return {"wall": self.wall, "processor": self.processor, "memory": self.memory}


def in_turns(actions, rounds, unmeasured=1):
    """Returns the samples of each action. Every round runs each action once, so that other load on the machine affects all of
    them equally. The first rounds are not counted, because they read the files into memory."""
    samples = {name: [] for name in actions}
    for count in range(unmeasured + rounds):
        for name, action in actions.items():
            sample = action()
            if count >= unmeasured:
                samples[name].append(sample)
    return samples


def median(samples, field="wall"):
    return statistics.median(getattr(sample, field) for sample in samples)


def seconds(value):
    return f"{value * 1000:,.1f} ms" if value < 1 else f"{value:,.1f} s"


def megabytes(size):
    return f"{size / 1e6:,.0f} MB"


def allowance(size):
    """Returns the memory limit for an input of this size, both in bytes."""
    return 6 * size + 40_000_000


def row(what, measured, promised="", holds=None):
    """Prints and returns a line of RESULTS.md: the measurement, ratios first, and the promise, if there is one."""
    mark = "" if holds is None else "" if holds else " DOES NOT HOLD"
    print(f"{what:<44} {measured}" + (f" [{promised}{mark}]" if promised else ""), flush=True)
    return {"what": what, "measured": measured, "promised": promised, "holds": holds}


def machine():
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    return {"system": platform.platform(), "processor": model, "processors": os.cpu_count(), "load": os.getloadavg()[0]}


def save(path, rows, **rest):
    """Stores the rows with a description of the machine. Exits with 1 if a promise is not kept."""
    if path:
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"machine": machine(), "rows": rows, **rest}, file, indent=1)
            file.write("\n")
    sys.exit(0 if all(row["holds"] is not False for row in rows) else 1)


def recipe(folder, name, stages, inputs=LIST):
    """Writes a recipe with these stages into a folder, and returns its path. Its output folder is in the same folder."""
    path = os.path.join(folder, name + ".yaml")
    inputs = json.dumps([inputs] if isinstance(inputs, str) else inputs)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"curate: 1\nname: {name}\ninputs: {inputs}\noutput: {name}\nstages:\n")
        file.writelines(f"  - {stage}\n" for stage in stages)
    return path


def without_limits(folder, name, inputs):
    """Writes the default recipe for other inputs. It has no limit on removals, which lists of duplicates would exceed."""
    reports = "[links, duplicates, changes, findings, sections, domains]"
    return recipe(
        folder, name,
        ["parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown",
         "{uses: emit-csv, with: {reports: " + reports + "}}"],
        inputs)
