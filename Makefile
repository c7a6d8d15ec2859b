# Every job has one command; `make help` lists them. The work itself is in CMakePresets.json and
# scripts/.

.DEFAULT_GOAL := build
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
	  printf '  make %-9s %s\n' "$$name" "$$what"; done

site: dependencies build/build.ninja ## build the site of this repository into site/
	@scripts/build-quietly.sh build muster
	@scripts/import-siblings.sh content/siblings build/siblings
	@build/muster build -C . -o site

test: dependencies build/build.ninja ## run all tests (installs what is missing, as site does)
	@scripts/build-quietly.sh build all
	@scripts/run-tests.sh build

build: dependencies build/build.ninja ## build the program: build/muster
	@cmake --build build --target muster

check: dependencies check-format test asan ## what CI runs: format, layers, tests, sanitizers

check-format: ## compare every file with clang-format's form (version 14 only)
	@scripts/check-format.sh

format: ## bring every file into that form
	@scripts/check-format.sh --fix

asan: dependencies build/asan/build.ninja ## run the tests with the address and undefined behaviour sanitizers
	@scripts/build-quietly.sh build/asan all
	@scripts/run-tests.sh build/asan

tsan: dependencies build/tsan/build.ninja ## run the tests with the thread sanitizer
	@scripts/build-quietly.sh build/tsan all
	@scripts/run-tests.sh build/tsan

golden: dependencies build/build.ninja ## rewrite the expected files of the tests and show what changed
	@scripts/build-quietly.sh build all
	@MUSTER_GOLDEN=update scripts/run-tests.sh build || true
	@git diff --stat -- tests

clean: ## remove all that was built, but not the site
	@rm -rf build

dependencies: ## install what is missing (Debian packages)
	@scripts/install-dependencies.sh

build/build.ninja: CMakePresets.json
	@scripts/configure.sh release build
build/asan/build.ninja: CMakePresets.json
	@scripts/configure.sh asan build/asan
build/tsan/build.ninja: CMakePresets.json
	@scripts/configure.sh tsan build/tsan

.PHONY: help site test build check check-format format asan tsan golden clean dependencies
