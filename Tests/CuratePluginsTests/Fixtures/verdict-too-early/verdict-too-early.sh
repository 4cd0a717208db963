#!/bin/sh
echo '{"t":"keep","n":0}'
cat >/dev/null
