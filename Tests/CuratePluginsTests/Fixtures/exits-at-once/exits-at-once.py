#!/usr/bin/env python3
import json, os, signal, sys, time

print("no licence", file=sys.stderr)
sys.exit(3)
