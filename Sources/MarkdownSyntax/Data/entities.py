#!/usr/bin/env python3
"""Writes ../Inlines/EntityTable.swift from Python's copy of the HTML5 character references.

    Sources/MarkdownSyntax/Data/entities.py [--check]

With --check nothing is written; exits with 1 if the file is not what would be written.
"""
import html.entities
import pathlib
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Inlines" / "EntityTable.swift"
HEAD = '''/// The named character references of HTML5 that end with a semicolon (2,123 names; source: the HTML Living Standard, section
/// 13.5, as published by the WHATWG), but `Tab` and `NewLine`. One line each: the name, a tab, the characters; sorted by the
/// name's bytes. Written by `Data/entities.py`.
enum EntityTable {
  static let lines: StaticString = """
'''
TAIL = '''
    """
}
'''


def table():
    names = sorted(name[:-1] for name in html.entities.html5 if name.endswith(";"))
    lines = []
    for name in names:
        if name in ("Tab", "NewLine"):
            continue  # their values are the table's own separators
        value = "".join("\\u{%X}" % ord(character) for character in html.entities.html5[name + ";"])
        lines.append(f"    {name}\\t{value}\n")
    return HEAD + "".join(lines) + TAIL


if "--check" in sys.argv:
    if TARGET.read_text(encoding="utf-8") != table():
        sys.exit(f"{TARGET.name} is not current: run Sources/MarkdownSyntax/Data/entities.py")
else:
    TARGET.write_text(table(), encoding="utf-8")
