#!/usr/bin/env python3
"""Writes the tables of LinkIdentity as Swift, from the data next to this script.

    generate.py           writes Sources/LinkIdentity/Tables/*.swift
    generate.py --check   writes nothing; exits with 1 if a file would change

Needs only the standard library of Python. Each table is one StaticString that is searched in place: nothing is parsed when
the program starts, and the compiler reads a string much faster than an array.
"""
import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parent
TABLES = DATA.parent / "Tables"
COMMAND = "python3 Sources/LinkIdentity/Data/generate.py"

HOST_CLASSES = """arxiv github github-pages code-host university research-institute publisher proceedings preprint
q-and-a video blog company government nonprofit conference encyclopedia package-registry archive personal other""".split()
CATEGORIES = """paper preprint code course lecture-video video slides book docs dataset model package workshop
lab-or-group person blog news q-and-a project-page organisation archive image local mail unknown""".split()
POSITIONS = ["parent", "file", "last"]
# The kinds of rules, each with the mark that distinguishes its keys in the table.
KINDS = {"host": "", "segment": "/", "word": "+", "document-word": "=", "file-type": ".", "host-prefix": "<", "heading": "#"}
KEYS = ["path", "position", "host-class", "category", "site"]


def fail(path, number, message):
    sys.exit(f"{path}:{number}: {message}")


def read_rules(path):
    """The rules of a YAML file of one-line flow mappings: [(key, path, host_class, category, position, site)]."""
    rules, seen = [], {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if not (line.startswith("- {") and line.endswith("}")):
            fail(path, number, "a rule is one line: - {host: …, host-class: …, category: …}")
        fields = {}
        for field in line[3:-1].split(", "):
            name, colon, value = field.partition(": ")
            if not colon or not value or name in fields:
                fail(path, number, f"'{field}' is not 'key: value', or occurs twice")
            fields[name] = value
        kinds = [kind for kind in KINDS if kind in fields]
        if len(kinds) != 1:
            fail(path, number, f"a rule has exactly one of {', '.join(KINDS)}")
        unknown = set(fields) - set(KEYS) - set(kinds)
        if unknown:
            fail(path, number, f"unknown key {sorted(unknown)[0]}")
        for name, allowed in (("host-class", HOST_CLASSES), ("category", CATEGORIES), ("position", POSITIONS)):
            if name in fields and fields[name] not in allowed:
                fail(path, number, f"{name} '{fields[name]}' is not one of {', '.join(allowed)}")
        if not any(name in fields for name in ("host-class", "category", "site")):
            fail(path, number, "a rule needs one of host-class, category, site")
        if "path" in fields and ("host" not in fields or not fields["path"].startswith("/")):
            fail(path, number, "a path starts with / and needs a host")
        value = fields[kinds[0]]
        if value != value.lower() or (kinds[0] == "host" and value.startswith("www.")):
            fail(path, number, f"'{value}' must be in lower case and without www.")
        key = (KINDS[kinds[0]] + value, fields.get("path", ""))
        if key in seen:
            fail(path, number, f"the rule repeats line {seen[key]}")
        seen[key] = number
        rules.append((*key, fields.get("host-class"), fields.get("category"), fields.get("position"), fields.get("site", "")))
    return rules


def code(value, values):
    return chr(ord("A") + values.index(value)) if value else "-"


def label_lines(rules):
    """One line for each rule; the rules of one key are adjacent, the longest path first."""
    rules = sorted(rules, key=lambda rule: (rule[0], -len(rule[1]), rule[1]))
    return [
        f"{key}\t{path}\t{code(host_class, HOST_CLASSES)}{code(category, CATEGORIES)}{code(position, POSITIONS)}\t{site}"
        for key, path, host_class, category, position, site in rules
    ]


def university_lines(path):
    lines = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) != 3 or fields[0] != fields[0].lower():
            fail(path, number, "a line is: domain (lower case), country, name, with tabs")
        lines.append(f"{fields[0]}\t{fields[2].strip()}")
    return lines


def hash_backwards(key):
    """FNV-1a (32 bits) over the bytes from last to first, so that one pass yields the hash of every host suffix."""
    value = 0x811C9DC5
    for byte in reversed(key.encode()):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def sextets(value, count):
    """A number as `count` characters of six bits each, '0' to 'o', the highest bits first."""
    return "".join(chr(0x30 + (value >> 6 * (count - 1 - i) & 0x3F)) for i in range(count))


def hash_slots(lines):
    """An open-addressing table with four characters for each slot: 1 + the offset of the first line of a key, or 0000."""
    offsets, offset = {}, 0
    for line in lines:
        offsets.setdefault(line.split("\t")[0], offset)
        offset += len(line.encode()) + 1
    size = 16
    while size < 2 * len(offsets):
        size *= 2
    slots = [0] * size
    for key, offset in offsets.items():
        index = hash_backwards(key) % size
        while slots[index]:
            index = (index + 1) % size
        slots[index] = offset + 1
    return "".join(sextets(slot, 4) for slot in slots)


def first_offset(lines, mark):
    """The offset of the lines of one kind, which are adjacent."""
    return sum(len(line.encode()) + 1 for line in lines[: [line[0] for line in lines].index(mark)])


def swift(name, summary, lines, source, extra=""):
    text = "\n".join(lines) + "\n"
    if '"""#' in text or "\\#(" in text:
        sys.exit(f"{source}: a line would end the Swift literal")
    return f'''// swift-format-ignore-file
// Generated from {source} by Sources/LinkIdentity/Data/generate.py; do not edit.

/// {summary}
enum {name} {{
  /// Slots of the hash table, four characters each.
  static let slots: StaticString = #"{hash_slots(lines)}"#

  /// The rows, with fields separated by tabs.
  static let lines: StaticString = #"""
{text}
"""#
{extra}}}
'''


def https_lines(path):
    lines = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        host, tab, marks = line.partition("\t")
        if not tab or not marks or set(marks) - set("pPk") or host != host.lower():
            fail(path, number, "a line is: host, tab, some of p, P and k")
        lines.append(line)
    return lines


BIDI = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
JOINING = "U L R D T C".split()


def unicode_table(path):
    """Records of fixed width in the order of code points, so that a binary search reads them in place."""
    records, pool, places, decomposed, composed = [], [], {}, [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        if line.startswith("#"):
            continue
        if fields[0] == "p":
            _, start, status, mapping, bidi, joining, mark, combining = fields
            points = [int(point, 16) for point in mapping.split()]
            if mapping not in places:
                places[mapping] = len(pool)
                pool += points
            flags = JOINING.index(joining) + (8 if mark == "m" else 0)
            records.append(
                sextets(int(start, 16), 4) + status + sextets(BIDI.index(bidi), 1) + sextets(flags, 1)
                + sextets(int(combining), 2) + sextets(places[mapping], 3) + sextets(len(points), 1)
            )
        elif fields[0] == "d":
            whole, first, second = (int(field, 16) for field in fields[1:4])
            decomposed.append(sextets(whole, 4) + sextets(first, 4) + sextets(second, 4))
            if fields[4] == "c":
                composed.append((first, second, whole))
        else:
            fail(path, number, "a line starts with p or d")
    composed = ["".join(sextets(point, 4) for point in entry) for entry in sorted(composed)]
    tables = [
        ("properties", "Start, status, bidi class, joining type (8: mark), combining class, mapping: 4+1+1+1+2+3+1 characters.", records),
        ("mappings", "Code points of all mappings, four characters each.", [sextets(point, 4) for point in pool]),
        ("decompositions", "Whole, first, second: 4+4+4 characters, by the whole.", decomposed),
        ("compositions", "First, second, whole: 4+4+4 characters, by first and second.", composed),
    ]
    body = "\n\n".join(f'  /// {note}\n  static let {name}: StaticString = #"{"".join(rows)}"#' for name, note, rows in tables)
    return f"""// swift-format-ignore-file
// Generated from unicode.tsv by Sources/LinkIdentity/Data/generate.py; do not edit.

/// The Unicode data for UTS 46. Numbers have six bits in each character, '0' to 'o'.
enum UnicodeData {{
{body}
}}
"""


def outputs():
    rules = label_lines(read_rules(DATA / "labels.yaml"))
    universities = university_lines(DATA / "universities.tsv")
    return {
        "LabelData.swift": swift(
            "LabelData", "The built-in label rules, hashed by the key that they match.", rules, "labels.yaml",
            f"\n  /// The offset of the rules for words of documents.\n  static let documentWords = {first_offset(rules, '=')}\n",
        ),
        "UniversityData.swift": swift(
            "UniversityData", "The domains and names of universities, hashed by domain.", universities, "universities.tsv"
        ),
        "SecureHostData.swift": swift(
            "SecureHostData", "Hosts that serve https, hashed by host.", https_lines(DATA / "https-hosts.tsv"), "https-hosts.tsv"
        ),
        "UnicodeData.swift": unicode_table(DATA / "unicode.tsv"),
    }


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    stale = [name for name, text in outputs().items() if not (TABLES / name).exists() or (TABLES / name).read_text() != text]
    if sys.argv[1:]:
        if stale:
            sys.exit(f"out of date: {', '.join('Sources/LinkIdentity/Tables/' + n for n in stale)}; run: {COMMAND}")
        return
    TABLES.mkdir(exist_ok=True)
    for name in stale:
        (TABLES / name).write_text(outputs()[name])
        print(f"wrote Sources/LinkIdentity/Tables/{name}")


main()
