#!/usr/bin/env python3
"""Notes entries whose description breaks the habit of their document. Python 3, standard library only."""

import json
import sys


def breaches(links, has, most, others, share, least):
    """The links that differ from nearly all in something, and what to say of them.

    `most` says what they lack if nearly all have it, `others` what they have if nearly all lack it; None is no fault."""
    with_it = [link for link in links if has(link)]
    without = [link for link in links if not has(link)]
    for common, rare, what in ((with_it, without, most), (without, with_it, others)):
        if what and len(links) >= least and 100 * len(common) >= share * len(links):
            return [(link, f"{what}, unlike {len(common)} of {len(links)} entries") for link in rare]
    return []


def findings(links, options):
    share, least = options["share"], options["entries"]
    entries = [link for link in links if link["role"] == "entry"]
    described = [link for link in entries if link["description"]]
    # What begins with a letter that knows no case, a digit or a quotation mark has no part in the habit.
    cased = [link for link in described if link["description"][0].lower() != link["description"][0].upper()]
    habits = (
        ("no-description", entries, lambda text: text != "", "has no description", None),
        ("capital", cased, lambda text: text[0].isupper(), "begins without a capital letter", "begins with a capital letter"),
        ("full-stop", described, lambda text: text[-1] in ".!?…。", "ends without a full stop", "ends with a full stop"),
    )
    for rule, links, has, most, others in habits:
        for link, what in breaches(links, lambda link: has(link["description"]), most, others, share, least):
            yield link["line"], rule, f"'{link['title']}' {what}"


def say(message):
    print(json.dumps(message))


options = {}
for line in sys.stdin.buffer:
    message = json.loads(line)
    if message["t"] == "hello":
        options = message["options"]
        say({"t": "ready", "protocol": 1})
    elif message["t"] == "item":
        n = message["n"]
        for line_number, rule, text in sorted(findings(message["item"]["links"], options)):
            say({"t": "find", "n": n, "line": line_number, "severity": "note", "rule": rule, "message": text})
        say({"t": "keep", "n": n})
    elif message["t"] == "end":
        say({"t": "done"})
