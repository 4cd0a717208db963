import CuratePipeline

/// A stage of a project to start from: its manifest, and a program that answers.
struct StageDraft {
  let name: String

  var files: [NewFile] {
    [
      NewFile(path: "stages/\(name)/stage.yaml", text: manifest),
      NewFile(path: "stages/\(name)/\(name).py", text: program, isExecutable: true),
    ]
  }

  private var manifest: String {
    """
    # A stage of this project: a program that is told of each link, and says what becomes of it.

    curate-stage: 1                 # the format of this file
    name: \(name)
    version: 0.1.0
    summary: Flags links that still use plain http.
    run: [./\(name).py]             # a program in this folder, and its arguments

    scope: link                     # what one item is; or: section, document
    reads: [url, host]              # what an item tells; also title, description, section, role, category …
    may: [find]                     # what a verdict may do; also label, set, remove, add
    deterministic: true             # equal items always get equal verdicts

    # Under `with:` in a recipe; the program gets them in its first message.
    options:
      hosts: {type: list, of: string, default: [], help: Hosts that are exempt.}

    # The ids that findings and changes go by.
    rules:
      plain-http: A link uses plain http.

    # Examples for `curate stages \(name)`; `curate stages \(name) --self-test` runs them, and tries the whole protocol.
    tests:
      - name: a plain link is flagged
        given: "- [Oolong](http://tea.example/)\\n"
        findings: [plain-http]

    """
  }

  private var program: String {
    """
    #!/usr/bin/env python3
    \"""Flags links that still use plain http.

    One JSON object a line: items come on standard input, verdicts go to standard output. What is meant for people goes to
    standard error.
    \"""

    import json
    import sys


    def say(**message):
        print(json.dumps(message, ensure_ascii=False))


    def judge(n, item, options):
        \"""Exactly one verdict for each item; findings are extra.\"""
        if item["url"].startswith("http://") and item["host"] not in options["hosts"]:
            say(t="find", n=n, severity="warning", rule="plain-http", message="uses plain http")
        # {"t": "keep"} leaves the link as it is. If the manifest says that it may, a verdict can also be
        # {"t": "patch", "set": {"url": …}, "reason": …}, {"t": "remove", "reason": …} or {"t": "merge", "into": …, "reason": …}.
        say(t="keep", n=n)


    def main():
        sys.stdin.reconfigure(encoding="utf-8")
        sys.stdout.reconfigure(encoding="utf-8")
        hello = json.loads(sys.stdin.readline())
        say(t="ready", protocol=1)
        sys.stdout.flush()
        for line in sys.stdin:
            message = json.loads(line)
            if message["t"] == "item":
                judge(message["n"], message["item"], hello["options"])
            elif message["t"] == "end":
                break
        say(t="done")


    main()

    """
  }
}
