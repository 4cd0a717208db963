"""A typical script without curate: parses a list with markdown-it-py, canonicalizes its URLs with w3lib, finds duplicates,
and writes a CSV file and SQLite rows. It repairs nothing and records no positions, so it does less than `curate`.

    chain.py LIST FOLDER
"""
import collections
import csv
import os
import sqlite3
import sys

from markdown_it import MarkdownIt
from w3lib.url import canonicalize_url

with open(sys.argv[1], encoding="utf-8") as file:
    tokens = MarkdownIt("gfm-like").parse(file.read())
links = []
for token in tokens:
    for child in token.children or []:
        if child.type == "link_open":
            links.append((token.map[0] + 1 if token.map else 0, child.attrs["href"]))
groups = collections.defaultdict(list)
for number, (line, url) in enumerate(links):
    if url.startswith("http"):
        groups[canonicalize_url(url)].append(number)
with open(os.path.join(sys.argv[2], "links.csv"), "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["link", "line", "url", "duplicates"])
    for key, numbers in groups.items():
        for number in numbers:
            writer.writerow([number, links[number][0], links[number][1], len(numbers)])
database = sqlite3.connect(os.path.join(sys.argv[2], "chain.sqlite"))
database.execute("CREATE TABLE IF NOT EXISTS link (key TEXT, count INTEGER)")
database.executemany("INSERT INTO link VALUES (?, ?)", ((key, len(numbers)) for key, numbers in groups.items()))
database.commit()
