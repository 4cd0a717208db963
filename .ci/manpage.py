#!/usr/bin/env python3
"""Prints the manual page of curate, in mdoc(7), from what the command says of itself.

manpage.py CURATE > curate.1
"""

import json
import re
import subprocess
import sys
import textwrap

EXIT_STATUS = [
    ("0", "Done."),
    ("1", "The check, a test, or a limit on findings failed."),
    ("2", "A recipe or an argument is wrong."),
    ("3", "A stage failed; nothing was written."),
    ("4", "A file or the history could not be read or written."),
    ("130", "Interrupted; nothing was written."),
]

ENVIRONMENT = [
    ("NO_COLOR , CI", "If one of them is set, nothing is coloured."),
    ("TERM", "Nothing is coloured on a terminal of the kind dumb."),
]


def escaped(text):
    """Text that roff takes literally, each line beginning with no control character."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def prose(text):
    """A paragraph, each sentence on lines of its own and no line long, as mdoc wants it."""
    sentences = re.split(r"(?<=\.) (?=[A-Z])", " ".join(text.split()))
    return escaped("\n".join(line for s in sentences for line in textwrap.wrap(s, 70, break_on_hyphens=False)))


def word(text):
    """An argument of a macro, which no macro's name can be mistaken for."""
    return "\\&" + escaped(text).replace('"', '\\(dq')


def names(argument):
    dashes = {"long": "--", "longWithSingleDash": "-", "short": "-"}
    return [dashes[name["kind"]] + name["name"] for name in argument["names"]]


def named(path):
    return f".Nm \"{' '.join(word(name) for name in path)}\""


def usage(command, path):
    """The lines of the synopsis: every option in brackets, then what must be there."""
    lines = [named(path)]
    for argument in shown(command):
        if argument["kind"] == "positional":
            text = f".Ar {word(argument['valueName'])}" + (" ..." if argument["isRepeating"] else "")
            lines.append(f".Op {text[1:]}" if argument["isOptional"] else text)
        elif names(argument)[0] not in ("--version", "-h"):
            # `.Fl` writes the first dash itself.
            text = f"Fl {word(names(argument)[0][1:])}"
            value = f" Ar {word(argument['valueName'])}" if argument["kind"] == "option" else ""
            lines.append(f".Op {text}{value}")
    return lines


def shown(command):
    return [a for a in command.get("arguments", []) if a["shouldDisplay"]]


def tag(argument):
    if argument["kind"] == "positional":
        return f".It Ar {word(argument['valueName'])}"
    flags = " , ".join(f"Fl {word(name[1:])}" for name in names(argument))
    return f".It {flags}" + (f" Ar {word(argument['valueName'])}" if argument["kind"] == "option" else "")


def arguments(command):
    items = [a for a in shown(command) if names_of_root(a)]
    if not items:
        return []
    lines = [".Bl -tag -width Ds"]
    for argument in items:
        lines += [tag(argument), prose(argument.get("abstract", ""))]
        if "allValues" in argument:
            lines += [f"One of: {escaped(', '.join(argument['allValues']))}."]
    return lines + [".El"]


def names_of_root(argument):
    """Whether it is more than --version or --help, which every command has."""
    return argument["kind"] == "positional" or not {"--version", "--help"} & set(names(argument))


def discussion(command):
    text = command.get("discussion", "")
    if not re.search(r"^ |\S {2,}", text, re.MULTILINE):
        return [".Pp", prose(text)] if text else []
    return [".Bd -literal -offset indent", escaped(textwrap.dedent(text)), ".Ed"]


def described(command, path):
    subcommands = command.get("subcommands", [])
    lines = [f'.Ss {" ".join(word(name) for name in path)}']
    if not subcommands:
        lines += [*usage(command, path), ".Pp"]
    lines += [prose(command["abstract"]), *discussion(command), *arguments(command)]
    for sub in subcommands:
        lines += described(sub, [*path, sub["commandName"]])
    return lines


def page(root, version):
    name = root["commandName"]
    lines = [
        ".\\\" Written by .ci/manpage.py from what the command says of itself.",
        ".Dd $Mdocdate$",
        f".Dt {name.upper()} 1",
        f".Os {name} {version}",
        ".Sh NAME",
        f".Nm {name}",
        f".Nd {escaped(root['abstract'].rstrip('.'))}",
        ".Sh SYNOPSIS",
    ]
    commands = [sub for sub in root["subcommands"] if sub["commandName"] != "help"]
    for sub in commands:
        lines += [named([name, sub["commandName"]]), ".Op Ar arguments ..."]
    lines += [".Sh DESCRIPTION", *discussion(root), ".Pp", "Without a subcommand,", ".Cm run", "is meant."]
    lines += [".Sh COMMANDS"]
    for sub in commands:
        lines += described(sub, [name, sub["commandName"]])
    lines += [".Sh ENVIRONMENT", ".Bl -tag -width Ds"]
    for variable, text in ENVIRONMENT:
        lines += [f".It Ev {variable}", prose(text)]
    lines += [".El", ".Sh EXIT STATUS", ".Bl -tag -width Ds"]
    for status, text in EXIT_STATUS:
        lines += [f".It {status}", prose(text)]
    lines += [".El"]
    return "\n".join(line for line in lines if line) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    said = [
        subprocess.run([sys.argv[1], option], check=True, capture_output=True, text=True).stdout
        for option in ("--experimental-dump-help", "--version")
    ]
    sys.stdout.write(page(json.loads(said[0])["command"], said[1].strip()))


main()
