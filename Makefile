# curate: the commands of the repository. `make run` and `make test` need nothing but a Swift toolchain.

PREFIX ?= $(HOME)/.local
# The standard library goes into the binary, so that it runs where no Swift is installed. Linked by lld to a fixed address:
# relocating the static Foundation at start-up costs about as much time as cleaning a list of 1,000 links.
# libstdc++ and libgcc go in as well, which saves half a millisecond of every start, and no symbols are exported.
# Generic types are made from their parts, not from mangled names: the runtime looks through all conformances of the program
# for each such name, which took 7 of 235 million instructions of a run.
# Libraries are looked for where the system has them, not beside the binary first: that took 48 system calls of every start.
RELEASE = -c release --static-swift-stdlib --product curate --disable-local-rpath \
  -Xswiftc -cross-module-optimization \
  -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie \
  -Xlinker -L$(CURDIR)/.build/static -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xlinker --no-export-dynamic -Xlinker --gc-sections \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/curate
DEBUG_BINARY = $(shell swift build --show-bin-path)/curate
SWIFT_FOLDERS = Package.swift Sources Tests Benchmarks stages
# How long `make fuzz` runs.
SECONDS ?= 60

.PHONY: help run test check format generate bench fuzz install setup build clean

help:
	@echo "make run       build curate and clean the list in pipelines/inputs/"
	@echo "make test      run all tests"
	@echo "make check     format lint, shipped recipes, and whether generated files are current"
	@echo "make format    mend the format"
	@echo "make generate  write the generated files anew"
	@echo "make bench     measure speed against peers"
	@echo "make fuzz      throw random bytes at the parser, SECONDS=$(SECONDS) long"
	@echo "make install   put curate, its manual page and completions into PREFIX ($(PREFIX))"

run: build
	@$(BINARY) pipelines/default.yaml

build: setup
	@# The linker prefers a shared library where both are, so the static one gets a folder of its own.
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
	@echo "format and generated files are as they should be"

# Tables that are written from data beside them, with the data's licences.
GENERATORS = Sources/LinkIdentity/Data/generate.py Sources/MarkdownSyntax/Data/entities.py

generate: setup
	@for generator in $(GENERATORS); do python3 $$generator || exit 1; done
	@swift build --product curate --quiet
	@.ci/references.py $(DEBUG_BINARY)

format:
	@# Not the plugins: written in place, a script loses its first line's end and its mode. `make check` looks at them all the same.
	swift format --in-place --recursive $(filter-out stages,$(SWIFT_FOLDERS))

# All of it, a few minutes long; writes Benchmarks/RESULTS.md.
bench: build
	@.ci/setup bench
	swift build -c release --package-path Benchmarks
	@failed=0; for part in $(BENCHMARKS); do echo "— $$part"; $(MAKE) --no-print-directory $$part || failed=1; done; \
	  Benchmarks/report.py; exit $$failed

# Each prints its ratios, keeps its raw runs, and exits with an error if a promise does not hold.
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

# The sizes that take too long for every day: ten million links, a gigabyte of documents, a million links in one section, a
# table of 50 MB.
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
	@# Stripped before it is copied: as strip writes it, piece by piece, it stands in memory in small pages until it is read
	@# from the disk again, and each run takes 0.5 of 11 ms longer.
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
