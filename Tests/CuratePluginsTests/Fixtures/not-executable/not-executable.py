#!/usr/bin/env python3
import json, os, signal, sys, time

