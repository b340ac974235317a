# The two commands that everybody needs, and the ones behind them.
DATA ?= .data
PORT ?= 8080

.PHONY: run test bench fuzz check format clean

run: ## Sets up, builds, fills a small invented city, and serves it on this machine.
	scripts/setup run
	scripts/build release
	scripts/demo "$(DATA)" "$(PORT)"

test: ## Sets up, builds, and runs every check that CI runs, in its order.
	scripts/setup test
	scripts/check

bench: ## Measures pages, changes and imports on big registers, and keeps docs/benchmarks.md.
	scripts/setup bench
	scripts/bench

fuzz: ## Throws broken files at every reader.
	scripts/setup run
	scripts/fuzz

format: ## Lays out the sources.
	swift format -i -r Sources Tests Package.swift

clean:
	rm -rf .build "$(DATA)"
