#!/usr/bin/env python3
import json, os, signal, sys, time

def say(**message):
    print(json.dumps(message), flush=True)


def items():
    for line in sys.stdin:
        message = json.loads(line)
        if message["t"] == "item":
            yield message["n"]


sys.stdin.readline()
say(t="ready", protocol=1)
for n in items():
    if n != 1:
        say(t="keep", n=n)
say(t="done")
