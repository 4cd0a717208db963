import CuratePipeline

/// A plugin template: a manifest and a program that speaks the protocol.
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
    # A plugin stage: a program that reads each link and answers with a verdict.

    curate-stage: 1                 # format of this file
    name: \(name)
    version: 0.1.0
    summary: Reports links that use plain http.
    run: [./\(name).py]             # program in this folder, and its arguments

    scope: link                     # what an item is: link, section or document
    reads: [url, host]              # fields of an item; also title, description, section, role, category …
    may: [find]                     # what a verdict may do; also label, set, remove, add
    deterministic: true             # equal items always get equal verdicts

    # Recipes set these options under `with:`; the program receives them in its first message.
    options:
      hosts: {type: list, of: string, default: [], help: Hosts to exempt.}

    # The rule ids of findings and changes.
    rules:
      plain-http: A link uses plain http.

    # Examples for `curate stages \(name)`. `curate stages \(name) --self-test` runs them and tests the protocol.
    tests:
      - name: a plain http link is reported
        given: "- [Oolong](http://tea.example/)\\n"
        findings: [plain-http]

    """
  }

  private var program: String {
    """
    #!/usr/bin/env python3
    \"""Reports links that use plain http.

    Reads items from standard input and writes verdicts to standard output, one JSON object per line. Log messages go to
    standard error.
    \"""

    import json
    import sys


    def send(**message):
        print(json.dumps(message, ensure_ascii=False))


    def judge(n, item, options):
        \"""Sends exactly one verdict for each item, and any number of findings before it.\"""
        if item["url"].startswith("http://") and item["host"] not in options["hosts"]:
            send(t="find", n=n, severity="warning", rule="plain-http", message="uses plain http")
        # {"t": "keep"} does not change the link. If `may` in the manifest allows it, a verdict can also be
        # {"t": "patch", "set": {"url": …}, "reason": …}, {"t": "remove", "reason": …} or {"t": "merge", "into": …, "reason": …}.
        send(t="keep", n=n)


    def main():
        sys.stdin.reconfigure(encoding="utf-8")
        sys.stdout.reconfigure(encoding="utf-8")
        hello = json.loads(sys.stdin.readline())
        send(t="ready", protocol=1)
        sys.stdout.flush()
        for line in sys.stdin:
            message = json.loads(line)
            if message["t"] == "item":
                judge(message["n"], message["item"], hello["options"])
            elif message["t"] == "end":
                break
        send(t="done")


    main()

    """
  }
}
