#!/bin/sh
# Flags links that still use plain http. One jq answers line by line; --unbuffered lets every answer out at once.
command -v jq >/dev/null || { echo "flag-insecure needs jq, see https://jqlang.org" >&2; exit 127; }
exec jq --null-input --compact-output --unbuffered '
  def is_below($hosts): . as $host | any($hosts[] | ascii_downcase; . == $host or (. as $h | $host | endswith("." + $h)));

  input.options as $options
  | {t: "ready", protocol: 1},
    (inputs
      | if .t == "item" then
          (select((.item.url | test("^http:"; "i")) and (.item.host | is_below($options.hosts) | not))
            | {t: "find", n, severity: $options.severity, rule: "plain-http", message: "uses plain http"}),
          {t: "keep", n}
        else
          select(.t == "end") | {t: "done"}
        end)'
