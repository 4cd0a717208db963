#!/usr/bin/env no-such-command-anywhere
