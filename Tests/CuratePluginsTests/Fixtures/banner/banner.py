#!/usr/bin/env python3
import json, os, signal, sys, time

print("Welcome to banner 1.0", flush=True)
def say(**message):
    print(json.dumps(message), flush=True)


def items():
    for line in sys.stdin:
        message = json.loads(line)
        if message["t"] == "item":
            yield message["n"]


sys.stdin.readline()
say(t="ready", protocol=1)
