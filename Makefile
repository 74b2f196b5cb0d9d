# The front door. Everything here is thin: it calls scripts/ and cmake.
# Variables: JOBS (parallel compile jobs), DATA (folder of datasets, for `make quality`).
JOBS ?= $(shell n=$$(nproc); mem=$$(awk '/MemAvailable/ {print int($$2 / 2000000)}' /proc/meminfo); [ $$mem -lt 1 ] && mem=1; [ $$n -lt $$mem ] && echo $$n || echo $$mem)
RELEASE = build/release
SKILLFIT = $(RELEASE)/bin/skillfit

.PHONY: help run release test test-threads lint format bench quality install clean

help:            ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

run: release     ## build, then rank the sample resumes against a sample posting
	$(SKILLFIT) rank corpora/samples/postings/backend-engineer.md corpora/samples/resumes

release:         ## build what users run, in build/release
	scripts/install-dependencies build
	cmake --preset release -DSKILLFIT_BUILD_TESTS=OFF -DSKILLFIT_BUILD_BENCH=OFF
	cmake --build $(RELEASE) -j $(JOBS)

test:            ## every test, under AddressSanitizer and UBSan, then the threaded ones under TSan
	scripts/install-dependencies build test
	cmake --preset dev
	cmake --build build/dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)
	$(MAKE) test-threads

test-threads:
	cmake --preset tsan
	cmake --build build/tsan -j $(JOBS) --target threaded_tests
	ctest --preset tsan -L threads --no-tests=error

lint:            ## clang-format and clang-tidy; warnings are errors
	scripts/install-dependencies build test lint
	scripts/check-format
	cmake --preset tidy
	cmake --build build/tidy -j $(JOBS)

format:          ## format all sources in place
	scripts/check-format --fix

bench:           ## extraction and ranking speed, with their answers checked
	scripts/install-dependencies build bench
	cmake --preset release -DSKILLFIT_BUILD_TESTS=OFF -DSKILLFIT_BUILD_BENCH=ON
	cmake --build $(RELEASE) -j $(JOBS)
	$(RELEASE)/bench/bench_skillfit $(if $(DATA),--data $(DATA))

quality: release ## measure on public datasets in DATA=PATH (docs/quality.md)
	scripts/quality $(SKILLFIT) $(DATA)
	$(if $(DATA),DATA=$(DATA) scripts/reading-quality $(SKILLFIT))

install: release ## install below PREFIX (default /usr/local)
	cmake --install $(RELEASE) --prefix $(or $(PREFIX),/usr/local)

clean:           ## remove all builds
	rm -rf build
