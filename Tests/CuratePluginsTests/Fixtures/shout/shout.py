#!/usr/bin/env python3
import json, sys
hello = json.loads(sys.stdin.readline())
mark = hello["options"]["mark"]
print(json.dumps({"t": "ready", "protocol": 1}))
for line in sys.stdin:
    m = json.loads(line)
    if m["t"] != "item": break
    n, item = m["n"], m["item"]
    if item["url"].startswith("http:"):
        print(json.dumps({"t": "find", "n": n, "severity": "warning", "rule": "plain", "message": "plain http"}))
    if item["title"] == "gone": print(json.dumps({"t": "remove", "n": n, "reason": "it said gone"}))
    elif item["title"].endswith(mark): print(json.dumps({"t": "keep", "n": n}))
    else: print(json.dumps({"t": "patch", "n": n, "set": {"title": item["title"] + mark}, "reason": "louder"}))
print(json.dumps({"t": "done"}))
