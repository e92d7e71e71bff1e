# Builds, serves and tests Layerglass. Needs Go, Node with npm, and make; see README.md.
#
#   make run     build the page (uncompressed, so quickly) and serve it at http://127.0.0.1:8080/ (ADDR=host:port for another address)
#   make test    everything that must hold; installs the browser it needs
#   make build   all that is served, into web/dist
#   make static  the page for any file server, into .build/static (no short links there)
#   make deploy-check  what is uploaded to Cloudflare, into .build/edge, and whether it is within the limits
#   make bench   benchmarks of the engine, of loading the page and of both servers of short links
#   make screenshots  pictures of the page, into .build/screenshots
#   make docs    build the examples for documentation systems and run them in Chromium
#   make oracle  regenerate expected results with the released Keras and CPython
#   make fuzz    every fuzz target for FUZZTIME each, and FUZZPROGRAMS random programs against CPython 3.11
#   make clean   remove what was built

ADDR      ?= 127.0.0.1:8080
FUZZTIME  ?= 10s
FUZZPROGRAMS ?= 2000
PYTHON    ?= python3
SHELL     := /bin/sh
GOROOT    := $(shell go env GOROOT)
WASM      := GOOS=js GOARCH=wasm
# What a visitor loads is kept small: functions are inlined only where programs spend their time.
SMALL     := -trimpath -gcflags='layerglass/...=-l' -gcflags='honnef.co/...=-l' \
             -gcflags='layerglass/core/python/interp=' -gcflags='layerglass/core/python/object=' -gcflags='layerglass/core/keras/special='
# The program whose results are seen first: what it calls is loaded before anything else (see wasm/pack).
FIRST     := web/examples/first.py
# A browser's stack is about as small as this; Go's own runner asks for 8 MB and would hide what overflows.
WASM_EXEC := node --stack-size=500 $(GOROOT)/lib/wasm/wasm_exec_node.js
export GOROOT

DIST    := web/dist
STAMPS  := .build
MODULES := $(STAMPS)/modules
EDGE    := $(STAMPS)/edge
EDGE_MODULES := $(STAMPS)/edge-modules
go-files = $(shell find $(1) -name '*.go' ! -name '*_test.go' ! -path '*/node_modules/*' 2>/dev/null)

# Modules that are written in Python.
written  = $(shell find core -name '*.py' ! -path '*/testdata/*' ! -path 'core/oracle/*')

.PHONY: build page run test check go-test wasm-test browser-test edge-test size static edge deploy-check bench docs screenshots oracle fuzz clean browser
.DELETE_ON_ERROR:

# --- what is served -----------------------------------------------------------------------------------------------------

build: $(STAMPS)/compressed

run: page
	go run . -addr $(ADDR)

page: $(STAMPS)/stamped

$(STAMPS)/compressed: $(STAMPS)/stamped
	cd web && node build.mjs compress
	@touch $@

$(DIST)/app.wasm: go.mod go.sum Makefile web/called.mjs web/image.mjs $(FIRST) $(written) $(call go-files,core wasm web/view)
	@mkdir -p $(DIST) $(STAMPS)
	$(WASM) go build $(SMALL) -o $(STAMPS)/app.wasm ./wasm/app
	$(WASM) go list -deps ./web/view honnef.co/go/js/dom/v2 > $(STAMPS)/page
	$(WASM) go list -deps ./wasm/app | grep -vxF -f $(STAMPS)/page > $(STAMPS)/engine
	printf '%s\n' $(written) > $(STAMPS)/texts
	go build -o $(STAMPS)/pack ./wasm/pack
	$(STAMPS)/pack trim $(STAMPS)/app.wasm $(STAMPS)/trimmed.wasm
	$(STAMPS)/pack mark $(STAMPS)/trimmed.wasm $(STAMPS)/marked.wasm
	node web/called.mjs $(STAMPS)/marked.wasm $(STAMPS)/image $(FIRST) > $(STAMPS)/called
	$(STAMPS)/pack cut $(STAMPS)/trimmed.wasm $(STAMPS)/image $(STAMPS)/called $(STAMPS)/engine $(STAMPS)/texts $@ $(DIST)/rest.wasm

$(STAMPS)/scripts: $(MODULES) web/build.mjs $(wildcard web/src/*.js) $(GOROOT)/lib/wasm/wasm_exec.js
	@mkdir -p $(DIST)
	cd web && node build.mjs bundle
	@touch $@

$(STAMPS)/site: go.mod go.sum $(call go-files,core web) $(wildcard web/src/*.html web/src/*.css web/src/*.svg web/src/*.webmanifest web/examples/*.py)
	@mkdir -p $(DIST) $(STAMPS)
	go run ./web/site web $(DIST)
	@touch $@

# The version that all files bear together, and the service worker that keeps them.
$(STAMPS)/stamped: $(DIST)/app.wasm $(STAMPS)/scripts $(STAMPS)/site web/src/sw.js
	cd web && node build.mjs stamp
	@touch $@

static: page
	cd web && node build.mjs upload ../$(STAMPS)/static

# The Worker with its script, as the library generates it, and the files beside it.
edge: page $(EDGE)/worker/app.wasm
	cd web && node build.mjs upload ../$(EDGE)/assets

$(EDGE)/worker/app.wasm: go.mod go.sum $(call go-files,core/share core/deflate wasm/edge web)
	go run github.com/syumai/workers/cmd/workers-assets-gen -mode=go -o $(EDGE)/worker
	$(WASM) go build -trimpath -ldflags='-s -w' -o $@ ./wasm/edge

deploy-check: edge $(EDGE_MODULES)
	cd wasm/edge && node check.mjs

$(EDGE_MODULES): wasm/edge/package.json wasm/edge/package-lock.json
	@mkdir -p $(STAMPS)
	cd wasm/edge && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(MODULES): web/package.json web/package-lock.json
	@mkdir -p $(STAMPS)
	cd web && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# --- the gate -----------------------------------------------------------------------------------------------------------

test: check go-test wasm-test size deploy-check edge-test browser-test
	@echo 'all tests passed'

check:
	@unformatted=$$(gofmt -l serve.go core wasm web/*.go web/site web/terminal web/view); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(WASM) go vet ./...

go-test:
	@mkdir -p $(STAMPS)
	go build -o $(STAMPS)/layerglass .
	go test ./...

# The engine in the form that a browser runs, in Node.
wasm-test:
	$(WASM) go test -exec='$(WASM_EXEC)' ./core/protocol ./core/python/object ./core/python/interp ./web/view ./wasm/app

# The Worker on the runtime that it is for: the same tests of the API as against serve.go.
edge-test: edge $(EDGE_MODULES)
	go vet -tags edge ./wasm/edge
	go test -tags edge -count=1 ./wasm/edge

size: build
	cd web && node size.mjs

browser-test: build static browser
	@mkdir -p $(STAMPS)
	go build -o $(STAMPS)/layerglass .
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" npx playwright test

browser:
	@cd web && ./chromium.sh >/dev/null

# --- the rest -----------------------------------------------------------------------------------------------------------

bench: build edge $(EDGE_MODULES) browser
	go build -o $(STAMPS)/layerglass .
	go run ./core/share/server/load -native $(STAMPS)/layerglass
	go run ./core/share/server/load -worker wasm/edge
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" node bench.mjs
	cd web/bench && npm ci --silent --no-audit --no-fund
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" node bench/hostile.mjs
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" node bench/values.mjs
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" PYTHON="$(PYTHON)" node bench/python.mjs
	go test -run '^$$' -bench . -benchmem ./core/... ./web/view

screenshots: page browser
	go build -o $(STAMPS)/layerglass .
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" node screenshots.mjs

# The examples for documentation systems, built by these systems and run in Chromium.
docs: build browser
	go build -o $(STAMPS)/layerglass .
	cd web && CHROMIUM="$${CHROMIUM:-$$(./chromium.sh)}" node docs.mjs

# Every script below core/oracle whose name does not begin with an underscore writes expected results.
oracle: .oracle/ready
	@set -e; for script in core/oracle/*.py; do \
	  case $$script in core/oracle/_*) continue ;; esac; \
	  echo "$$script"; KERAS_BACKEND=jax .oracle/bin/python $$script; \
	done

.oracle/ready: core/oracle/requirements.txt
	$(PYTHON) -m venv .oracle
	.oracle/bin/python -m pip install --quiet --disable-pip-version-check -r core/oracle/requirements.txt
	@touch $@

fuzz:
	@set -e; for package in $$(go list ./...); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    echo "$$package $$target"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package; \
	  done; \
	done
	go build -o $(STAMPS)/layerglass .
	$(PYTHON) core/oracle/_fuzz_programs.py --count $(FUZZPROGRAMS) --seed $$(date +%s) $(STAMPS)/layerglass run

clean:
	rm -rf $(DIST) $(STAMPS) web/test-results
