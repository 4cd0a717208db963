#!/usr/bin/env python3
"""Measures LinkIdentity next to w3lib and ada-url on the same URLs, in one run.

    Benchmarks/url_bench.py [--count N] [--rounds N] [--save FILE]

Builds url-bench, creates a virtual environment in Benchmarks/.venv with the two peers, and runs all of them in turns. Each
figure is the number of URLs per second of processor time on one core (the median of the rounds). FILE gets the raw rounds.
w3lib does the work of the output form, and reorders and re-encodes more. ada-url only parses and serializes.
"""
import argparse
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PEERS = ["w3lib==2.5.0", "ada-url==4.0.0"]
FLOORS = {"output form": 1_500_000, "output form, key, work id and labels": 500_000}

PEER_PROGRAM = """
import json, sys, time
import ada_url, w3lib.url
urls = [line.rstrip("\\n") for line in open(sys.argv[1], encoding="utf-8")]
def measure(name, function):
    start = time.process_time()
    for url in urls:
        function(url)
    seconds = time.process_time() - start
    print(json.dumps({"construct": name, "urls": len(urls), "seconds": seconds, "perSecond": int(len(urls) / seconds)}))
measure("ada-url: parse and serialise", lambda url: ada_url.URL(url).href)
measure("w3lib: canonicalize_url", w3lib.url.canonicalize_url)
"""


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def environment():
    python = HERE / ".venv" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", str(HERE / ".venv"))
    run(str(python), "-m", "pip", "install", "--quiet", *PEERS)
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=120_000, help="the number of distinct URLs (default: 120000)")
    parser.add_argument("--rounds", type=int, default=5, help="the number of rounds (default: 5)")
    parser.add_argument("--save", type=pathlib.Path, help="the JSON file for the raw rounds")
    options = parser.parse_args()
    build = ["swift", "build", "-c", "release", "--package-path", str(HERE), "--product", "url-bench"]
    run(*build)
    binary = pathlib.Path(run(*build, "--show-bin-path").strip()) / "url-bench"
    python = environment()
    samples = []
    with tempfile.TemporaryDirectory() as folder:
        urls = str(pathlib.Path(folder) / "urls.txt")
        for _ in range(options.rounds):
            lines = run(str(binary), "--count", str(options.count), "--rounds", "1", "--write", urls)
            lines += run(str(python), "-c", PEER_PROGRAM, urls)
            samples += [json.loads(line) for line in lines.splitlines()]
    names = list(dict.fromkeys(sample["construct"] for sample in samples))
    rates = {n: statistics.median(s["perSecond"] for s in samples if s["construct"] == n) for n in names}
    slowest = rates["w3lib: canonicalize_url"]
    print(f"{options.count} distinct URLs, median of {options.rounds} rounds, URLs per second on one core")
    for name in names:
        print(f"  {name:<40} {rates[name]:>12,.0f}   {rates[name] / slowest:6.1f} x w3lib")
    if options.save:
        options.save.parent.mkdir(parents=True, exist_ok=True)
        machine = {"machine": platform.machine(), "system": platform.platform(), "python": platform.python_version()}
        options.save.write_text(json.dumps({"peers": PEERS, **machine, "rounds": samples}, indent=1) + "\n")
    missed = [name for name, floor in FLOORS.items() if rates[name] < floor]
    if missed:
        sys.exit(f"slower than promised: {', '.join(missed)}")


main()
