#!/usr/bin/env python3
"""Updates the preload marks of https-hosts.tsv; keeps the hosts marked k, which are maintained by hand.

Needs the package hstspreload (Chromium's HSTS preload list) and a public suffix list:

    python3 -m venv .venv && .venv/bin/pip install hstspreload
    .venv/bin/python Sources/LinkIdentity/Data/https.py /usr/share/publicsuffix/public_suffix_list.dat

generate.py then writes the Swift table.
"""
import pathlib
import re
import sys

import hstspreload

DATA = pathlib.Path(__file__).resolve().parent
NO_SUCH_HOST = "no-such-host-of-its-own"


def top_level_domains(path):
    lines = (line.strip() for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.isascii() and line.isalpha()]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = (DATA / "https-hosts.tsv").read_text(encoding="utf-8").splitlines()
    comments = [line for line in table if line.startswith("#")]
    known = {line.split("\t")[0] for line in table if not line.startswith("#") and "k" in line.split("\t")[1]}
    labeled = set(re.findall(r"^- \{host: ([^,}]+\.[^,}]+)", (DATA / "labels.yaml").read_text(), re.MULTILINE))
    rows = {domain: "P" for domain in top_level_domains(sys.argv[1]) if preloads_below(domain)}
    for host in known | labeled:
        marks = "P" if preloads_below(host) else "p" if hstspreload.in_hsts_preload(host) else ""
        marks += "k" if host in known else ""
        if marks:
            rows[host] = marks
    lines = comments + [f"{host}\t{rows[host]}" for host in sorted(rows)]
    (DATA / "https-hosts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def preloads_below(domain):
    return hstspreload.in_hsts_preload(f"{NO_SUCH_HOST}.{domain}")


main()
