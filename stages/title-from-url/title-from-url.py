#!/usr/bin/env python3
"""Proposes titles for bare links, made from the words of their paths. Python 3, standard library only."""

import json
import re
import sys
from urllib.parse import unquote, urlsplit

FILE_TYPE = re.compile(r"\.(html?|php|aspx?|jsp|md|pdf|txt)$", re.IGNORECASE)
# Dates, numbers and ids next to the words: anything with a digit, and hexadecimal digits longer than a word.
NO_WORD = re.compile(r".*\d.*|[0-9a-fA-F]{12,}")


def title(url, least):
    """Returns the title made from the last segment of the path, or None if it has too few words."""
    try:
        path = unquote(urlsplit(url).path, errors="strict")
    except ValueError:
        return None
    parts = [part for part in path.split("/") if part]
    if not parts:
        return None
    words = re.split(r"[-_+\s]+", FILE_TYPE.sub("", parts[-1]))
    while words and NO_WORD.fullmatch(words[0]):
        words.pop(0)
    while words and NO_WORD.fullmatch(words[-1]):
        words.pop()
    words = [word for word in words if word]
    if len(words) < least or not all(any(letter.isalpha() for letter in word) or word.isdigit() for word in words):
        return None
    text = " ".join(words)
    return text[0].upper() + text[1:] if text.isprintable() else None


def is_bare(item):
    return item["role"] in ("entry", "secondary") and (item["syntax"] in ("bare", "angle") or item["title"] == item["url"])


def answer(n, item, options):
    found = title(item["url"], options["words"]) if is_bare(item) else None
    if found is None:
        return {"t": "keep", "n": n}
    if options["apply"]:
        return {"t": "patch", "n": n, "set": {"title": found}, "rule": "from-path", "reason": "title made from the path"}
    send({"t": "find", "n": n, "severity": "note", "rule": "proposed", "message": f"its path gives the title '{found}'"})
    return {"t": "keep", "n": n}


def send(message):
    print(json.dumps(message))


options = {}
for line in sys.stdin.buffer:
    message = json.loads(line)
    if message["t"] == "hello":
        options = message["options"]
        send({"t": "ready", "protocol": 1})
    elif message["t"] == "item":
        send(answer(message["n"], message["item"], options))
    elif message["t"] == "end":
        send({"t": "done"})
