#!/bin/sh
read -r hello
echo '{"t":"ready","protocol":1}'
echo '{"t":"patch","n":0,"set":{"titel":"A"},"reason":"a slip"}'
cat >/dev/null
