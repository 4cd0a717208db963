# Commands for working on curate. `make run` and `make test` need only a Swift toolchain.

PREFIX ?= $(HOME)/.local
# The standard library is linked statically, so that the binary runs on systems without Swift. lld links it to a fixed address:
# relocating the static Foundation at startup takes about as long as cleaning a list of 1,000 links.
# libstdc++ and libgcc are linked statically as well, which saves 0.5 ms per start. No symbols are exported.
# Generic types are instantiated from their parts instead of mangled names: for each such name, the runtime searches all
# conformances of the program, which took 7 of 235 million instructions of a run.
# The binary has no local rpath: searching for libraries next to the binary first took 48 system calls per start.
RELEASE = -c release --static-swift-stdlib --product curate --disable-local-rpath \
  -Xswiftc -cross-module-optimization \
  -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie \
  -Xlinker -L$(CURDIR)/.build/static -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xlinker --no-export-dynamic -Xlinker --gc-sections \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/curate
DEBUG_BINARY = $(shell swift build --show-bin-path)/curate
SWIFT_FOLDERS = Package.swift Sources Tests Benchmarks stages
# Duration of `make fuzz` (in seconds).
SECONDS ?= 60

.PHONY: help run test check format generate bench fuzz install setup build clean

help:
	@echo "make run       build curate and clean the list in pipelines/inputs/"
	@echo "make test      run all tests"
	@echo "make check     check format and layout, test the shipped recipes, check that generated files are up to date"
	@echo "make format    format the Swift sources"
	@echo "make generate  update the generated files"
	@echo "make bench     measure speed and compare it with other programs"
	@echo "make bench-instructions  compare the instructions of a run with the committed baseline"
	@echo "make fuzz      test the parser with random bytes (SECONDS=$(SECONDS))"
	@echo "make install   install curate, its manual page and completions in PREFIX ($(PREFIX))"

run: build
	@$(BINARY) pipelines/default.yaml

build: setup
	@# The linker prefers a shared library if it finds both, so the static one is linked into a separate folder.
	@mkdir -p .build/static && ln -sf "$$(clang -print-file-name=libstdc++.a)" .build/static/libstdc++.a
	swift build $(RELEASE)

setup:
	@.ci/setup

test:
	@.ci/setup test
	swift test

check: setup
	@.ci/check_layout.py
	swift format lint --recursive --strict $(SWIFT_FOLDERS)
	@for generator in $(GENERATORS); do python3 $$generator --check || exit 1; done
	@swift build --product curate --quiet
	@.ci/references.py $(DEBUG_BINARY) --check
	@$(DEBUG_BINARY) test --quiet pipelines/*.yaml
	@test -f .build/schema/ready || { python3 -m venv .build/schema \
	  && .build/schema/bin/pip install -q --disable-pip-version-check 'jsonschema>=4' 'ruamel.yaml>=0.18' \
	  && touch .build/schema/ready; }
	@.build/schema/bin/python .ci/check_schema.py
	@echo "all checks passed"

# Generators of tables. The source data and their licenses are in the same folders.
GENERATORS = Sources/LinkIdentity/Data/generate.py Sources/MarkdownSyntax/Data/entities.py

generate: setup
	@for generator in $(GENERATORS); do python3 $$generator || exit 1; done
	@swift build --product curate --quiet
	@.ci/references.py $(DEBUG_BINARY)

format:
	@# Without plugins: formatted in place, a script loses the end of its first line and its mode. `make check` does check them.
	swift format --in-place --recursive $(filter-out stages,$(SWIFT_FOLDERS))

# Runs all benchmarks (a few minutes) and writes Benchmarks/RESULTS.md.
bench: build
	@.ci/setup bench
	swift build -c release --package-path Benchmarks
	@failed=0; for part in $(BENCHMARKS); do echo "— $$part"; $(MAKE) --no-print-directory $$part || failed=1; done; \
	  Benchmarks/report.py; exit $$failed

# Each benchmark prints its ratios, saves its raw runs, and fails if a promised limit is exceeded.
BENCHMARKS = bench-run bench-stages bench-parse bench-urls bench-history bench-plugins bench-scale bench-corners \
  bench-documents bench-instructions
RESULTS = Benchmarks/results
BENCH = $(shell swift build -c release --package-path Benchmarks --show-bin-path)
.PHONY: $(BENCHMARKS) bench-full

bench-run:
	Benchmarks/whole_run.py --curate $(BINARY) --save $(RESULTS)/whole-run.json
bench-stages:
	Benchmarks/stages.py --curate $(BINARY) --save $(RESULTS)/stages.json
bench-parse:
	$(BENCH)/parse-bench --save $(RESULTS)/parse.json --require
	$(BENCH)/parse-bench --pathological
	$(BENCH)/parse-bench --huge
bench-urls:
	Benchmarks/url_bench.py --save $(RESULTS)/url-bench.json
bench-history:
	Benchmarks/history.py --curate $(BINARY) --bench $(BENCH)/history-bench --save $(RESULTS)/history.json
bench-plugins:
	@test ! -x Benchmarks/plugins.py || Benchmarks/plugins.py --curate $(BINARY) --save $(RESULTS)/plugins.json
bench-scale:
	Benchmarks/scale.py --curate $(BINARY) --generate $(BENCH)/generate-list --save $(RESULTS)/scale.json
bench-corners:
	Benchmarks/corners.py --curate $(BINARY) --generate $(BENCH)/generate-list --save $(RESULTS)/corners.json
bench-documents:
	Benchmarks/documents.py --curate $(BINARY) --generate $(BENCH)/generate-list --save $(RESULTS)/documents.json
bench-instructions:
	Benchmarks/instructions.py --curate $(BINARY)

# Sizes that take too long for daily use: ten million links, 1 GB of documents, a million links in one section, a table of
# 50 MB.
bench-full:
	Benchmarks/scale.py --curate $(BINARY) --generate $(BENCH)/generate-list --least 1000000 --most 10000000 --runs 1 \
	  --save $(RESULTS)/scale-full.json
	Benchmarks/corners.py --curate $(BINARY) --generate $(BENCH)/generate-list --full --runs 1 \
	  --save $(RESULTS)/corners-full.json
	Benchmarks/documents.py --curate $(BINARY) --generate $(BENCH)/generate-list --files 10000 --runs 3 \
	  --save $(RESULTS)/documents-full.json

fuzz:
	@.ci/setup
	CURATE_FUZZ=1 swift build --scratch-path .build-fuzz --product markdown-fuzz
	@mkdir -p .build-fuzz/corpus
	.build-fuzz/debug/markdown-fuzz -max_total_time=$(SECONDS) -max_len=1000 -dict=Tests/Fuzz/markdown.dict \
	  -artifact_prefix=.build-fuzz/ .build-fuzz/corpus

# The command, its manual page, and completions for bash, zsh and fish.
SHARE = $(DESTDIR)$(PREFIX)/share

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	@# Stripped before it is copied: strip writes the file piece by piece, so the page cache holds it in small pages until it is
	@# read from the disk again, and each run takes 0.5 ms longer (of 11 ms).
	strip -o .build/curate $(BINARY)
	install -m 755 .build/curate "$(DESTDIR)$(PREFIX)/bin/curate"
	install -d "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
	  "$(SHARE)/fish/vendor_completions.d"
	.ci/manpage.py $(BINARY) > "$(SHARE)/man/man1/curate.1"
	$(BINARY) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/curate"
	$(BINARY) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_curate"
	$(BINARY) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/curate.fish"

clean:
	rm -rf .build
