#!/bin/sh
# Reports links that still use http. One jq process answers each line; --unbuffered flushes the output after each answer.
command -v jq >/dev/null || { echo "flag-insecure needs jq; install it from https://jqlang.org" >&2; exit 127; }
exec jq --null-input --compact-output --unbuffered '
  input.options as $options
  | [$options.hosts[] | ascii_downcase] as $exempt
  | def is_exempt: . as $host | any($exempt[]; . as $one | $host == $one or ($host | endswith("." + $one)));

    {t: "ready", protocol: 1},
    (inputs
      | if .t == "item" then
          (select((.item.url[:5] | ascii_downcase) == "http:" and (.item.host | is_exempt | not))
            | {t: "find", n, severity: $options.severity, rule: "plain-http", message: "uses plain http"}),
          {t: "keep", n}
        else
          select(.t == "end") | {t: "done"}
        end)'
