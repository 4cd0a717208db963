# curate: the commands of the repository. `make run` and `make test` need nothing but a Swift toolchain.

PREFIX ?= $(HOME)/.local
# The standard library goes into the binary, so that it runs where no Swift is installed. Linked by lld to a fixed address:
# relocating the static Foundation at start-up costs about as much time as cleaning a list of 1,000 links.
RELEASE = -c release --static-swift-stdlib --product curate \
  -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/curate

.PHONY: help run test check format generate bench install setup build clean

help:
	@echo "make run       build curate and clean the list in pipelines/inputs/"
	@echo "make test      run all tests"
	@echo "make check     format lint, and whether generated files are current"
	@echo "make format    mend the format"
	@echo "make generate  write the generated files anew"
	@echo "make bench     measure speed against peers"
	@echo "make install   put curate into PREFIX ($(PREFIX))"

run: build
	@$(BINARY) pipelines/default.yaml

build: setup
	swift build $(RELEASE)

setup:
	@.ci/setup

test:
	@.ci/setup test
	swift test

check: setup
	swift format lint --recursive --strict Package.swift Sources Tests Benchmarks
	@for generator in $(GENERATORS); do python3 $$generator --check || exit 1; done
	@echo "format and generated files are as they should be"

# Tables that are written from data beside them, with the data's licences.
GENERATORS = Sources/LinkIdentity/Data/generate.py Sources/MarkdownSyntax/Data/entities.py

generate:
	@for generator in $(GENERATORS); do python3 $$generator || exit 1; done

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

# Whole processes first: the parts below explain the figure.
bench: build
	@.ci/setup bench
	Benchmarks/whole_run.py --curate $(BINARY) --save Benchmarks/results/whole-run.json
	Benchmarks/url_bench.py --save Benchmarks/results/url-bench.json

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/curate"
	strip "$(DESTDIR)$(PREFIX)/bin/curate"

clean:
	rm -rf .build
