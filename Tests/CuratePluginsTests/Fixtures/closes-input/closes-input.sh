#!/bin/sh
read -r hello
exec <&-
echo '{"t":"ready","protocol":1}'
sleep 0.2
