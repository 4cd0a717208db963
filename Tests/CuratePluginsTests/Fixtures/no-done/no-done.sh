#!/bin/sh
read -r hello
echo '{"t":"ready","protocol":1}'
cat >/dev/null
echo '{"t":"keep","n":0}'
echo '{"t":"keep","n":1}'
echo '{"t":"keep","n":2}'
