#!/usr/bin/env python3
import sys

sys.stdin.readline()
print('{"t": "ready", "protocol": 1}')
for line in sys.stdin:
    print("looking at an item")
