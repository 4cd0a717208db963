#!/usr/bin/env python3
"""Writes unicode.tsv, the Unicode data for UTS 46, next to this script.

Needs the packages idna and unicodedata2 of the same Unicode version:

    python3 -m venv .venv && .venv/bin/pip install idna unicodedata2
    .venv/bin/python Sources/LinkIdentity/Data/unicode.py

Run it only to update to a newer version of Unicode; generate.py then writes the Swift table.
"""
import pathlib
import sys

import idna.idnadata
import idna.uts46data
import unicodedata2

OUTPUT = pathlib.Path(__file__).resolve().parent / "unicode.tsv"
LIMIT = 0x110000


def joining_types():
    types = {}
    for name, ranges in idna.idnadata.joining_types.items():
        for span in ranges:
            for point in range(span >> 32, span & 0xFFFFFFFF):
                types[point] = name
    return types


def rows():
    """(start, status, mapping, bidi class, joining type, mark, combining class); a row is valid up to the next one."""
    joining, data = joining_types(), idna.uts46data
    last = None
    index = -1
    for point in range(LIMIT):
        if index + 1 < len(data.uts46_starts) and data.uts46_starts[index + 1] == point:
            index += 1
        status = chr(data.uts46_statuses[index])
        mapping = data.uts46_replacements[index] or "" if status == "M" else ""
        if status == "D":  # nontransitional processing keeps a deviation
            status = "V"
        if status == "V":
            char = chr(point)
            mark = "m" if unicodedata2.category(char)[0] == "M" else "-"
            row = (status, "", unicodedata2.bidirectional(char) or "L", joining.get(point, "U"), mark, unicodedata2.combining(char))
        else:
            row = (status, " ".join(f"{ord(c):04X}" for c in mapping), "L", "U", "-", 0)
        if row != last:
            yield (point, *row)
            last = row


def decompositions():
    """(composed, first, second or 0, whether NFC composes it again)."""
    for point in range(LIMIT):
        if 0xAC00 <= point <= 0xD7A3:  # Hangul syllables are composed by arithmetic
            continue
        text = unicodedata2.decomposition(chr(point))
        if not text or text.startswith("<"):
            continue
        parts = [int(part, 16) for part in text.split()]
        composes = len(parts) == 2 and unicodedata2.normalize("NFC", "".join(map(chr, parts))) == chr(point)
        yield point, parts[0], parts[1] if len(parts) == 2 else 0, composes


def main():
    versions = {idna.idnadata.__version__, idna.uts46data.__version__, unicodedata2.unidata_version}
    if len(versions) != 1:
        sys.exit(f"idna and unicodedata2 are of different Unicode versions: {versions}")
    lines = [
        f"# Unicode {versions.pop()}: UTS 46 mapping and the properties that its validity criteria ask for.",
        "# From the Unicode Character Database and IdnaMappingTable.txt, (c) Unicode, Inc., Unicode License v3.",
        "# p: start, status (V valid, M mapped, I ignored, X disallowed), mapping, bidi class, joining type, mark, combining class",
        "# d: composed, first, second (0: none), whether NFC composes it (c) or not (-)",
    ]
    lines += ["p\t%04X\t%s\t%s\t%s\t%s\t%s\t%d" % row for row in rows()]
    lines += ["d\t%04X\t%04X\t%04X\t%s" % (a, b, c, "c" if d else "-") for a, b, c, d in decompositions()]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
