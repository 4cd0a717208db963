#!/usr/bin/env python3
"""Reports entries whose description differs from nearly all others in the document. Python 3, standard library only."""

import json
import sys


def deviations(links, has, lacking, having, share, least):
    """Returns the links that differ from nearly all others in one property, each with a message.

    A link that lacks a property of nearly all links gets the message `lacking`. A link that has a property that nearly all
    lack gets the message `having`. None reports nothing.
    """
    with_it = [link for link in links if has(link)]
    without = [link for link in links if not has(link)]
    for common, rare, what in ((with_it, without, lacking), (without, with_it, having)):
        if what and len(links) >= least and 100 * len(common) >= share * len(links):
            return [(link, f"{what}, unlike {len(common)} of {len(links)} entries") for link in rare]
    return []


def findings(links, options):
    share, least = options["share"], options["entries"]
    entries = [link for link in links if link["role"] == "entry"]
    described = [link for link in entries if link["description"]]
    # Descriptions that start with a digit, a quotation mark or a letter without case are not counted.
    cased = [link for link in described if link["description"][0].lower() != link["description"][0].upper()]
    properties = (
        ("no-description", entries, lambda text: text != "", "has no description", None),
        ("capital", cased, lambda text: text[0].isupper(), "starts without a capital letter", "starts with a capital letter"),
        ("full-stop", described, lambda text: text[-1] in ".!?…。", "ends without a full stop", "ends with a full stop"),
    )
    for rule, links, has, lacking, having in properties:
        for link, what in deviations(links, lambda link: has(link["description"]), lacking, having, share, least):
            yield link["line"], rule, f"'{link['title']}' {what}"


def send(message):
    print(json.dumps(message))


options = {}
for line in sys.stdin.buffer:
    message = json.loads(line)
    if message["t"] == "hello":
        options = message["options"]
        send({"t": "ready", "protocol": 1})
    elif message["t"] == "item":
        n = message["n"]
        for line_number, rule, text in sorted(findings(message["item"]["links"], options)):
            send({"t": "find", "n": n, "line": line_number, "severity": "note", "rule": rule, "message": text})
        send({"t": "keep", "n": n})
    elif message["t"] == "end":
        send({"t": "done"})
