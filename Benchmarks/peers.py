"""Installs the peers from PyPI in a virtual environment of the benchmarks."""
import os
import subprocess
import sys

from measure import HERE

FOLDER = os.path.join(HERE, ".build", "peers")
PACKAGES = ["mdformat==1.0.0", "mdformat-gfm==1.0.0", "rumdl", "markdown-it-py", "linkify-it-py", "w3lib"]


def program(name):
    """Returns the path of a peer's program, or of `python` with their libraries. Installs all peers on the first call."""
    path = os.path.join(FOLDER, "bin", name)
    if not os.path.exists(os.path.join(FOLDER, "ready")):
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
        pip = [os.path.join(FOLDER, "bin", "pip"), "install", "-q", "--disable-pip-version-check"]
        subprocess.run(pip + PACKAGES, check=True)
        with open(os.path.join(FOLDER, "ready"), "w", encoding="utf-8"):
            pass
    return path


def versions():
    """Returns the names and versions of the peers."""
    listed = subprocess.run(
        [program("pip"), "list", "--format=freeze"], check=True, capture_output=True, text=True).stdout.split()
    wanted = {package.split("==")[0] for package in PACKAGES}
    found = [line for line in listed if line.split("==")[0] in wanted]
    for command in (["cmark-gfm", "--version"], ["jq", "--version"]):
        found.append(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")[0])
    return found
