#!/usr/bin/env python3
import json, sys

hello = sys.stdin.readline()
print('{"t": "ready", "protocol": 1}')
for _ in range(100):
    sys.stderr.write("still at work\n" * (1_000_000 // 14))
for message in map(json.loads, sys.stdin):
    if message["t"] == "item":
        print(json.dumps({"t": "keep", "n": message["n"]}))
print('{"t": "done"}')
