#!/bin/sh
read -r hello
echo '{"t":"ready","protocol":1}'
echo '{"t":"merge","n":1,"into":7,"reason":"same"}'
cat >/dev/null
