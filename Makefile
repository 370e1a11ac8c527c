# Thin on purpose: each target says what it does in one line.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
QUESTION ?= why_bernoulli
TEXTS := $(wildcard *.md *.cff *.yml) .github Containerfile benchmarks docs engines hosting overrides snippets supply tests
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCKED := $(INSTALL) --require-hashes --requirement
export PYTHONDONTWRITEBYTECODE = 1
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve test test-snippets lint links new-claim benchmark lighthouse lock audit verify zensical clean clean-env

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

# On Linux torch comes without CUDA where pip finds that build, else
# with it and with the libraries that `pip check` then misses.
$(READY): requirements.txt requirements-cpu.txt requirements-cuda.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(LOCKED) requirements-cpu.txt || echo "So torch comes with CUDA, several gigabytes; to avoid that see README, Linux."
	$(LOCKED) requirements.txt
	! $(BIN)/python -m pip check | grep -q '^torch .* not installed' || $(LOCKED) requirements-cuda.txt
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

site: $(READY) ## build everything: data, training, figures, pages
	$(BIN)/python -m mkdocs build --strict
	@echo "The site is in site/: open site/index.html, or run 'make serve'."

serve: $(READY) ## live preview while you edit
	$(BIN)/python -m mkdocs serve

test: lint ## lint, build strictly, run every test
	$(BIN)/python -m pytest --quiet tests/test_tree.py tests/test_written.py
	@$(MAKE) --no-print-directory site
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

test-snippets: $(READY) ## the snippet tests alone, at most a minute
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile tests/vae tests/why_bernoulli tests/why_not_mse

lint: $(READY) ## style of the code, spelling, links
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m codespell_lib $(TEXTS)
	$(BIN)/python -m snippets.build.links

links: $(READY) ## ask each site that a link names; needs a network
	$(BIN)/python -m snippets.build.links --outside

new-claim: $(READY) ## begin a claim: NAME=... QUESTION=why_bernoulli|why_not_mse
	@$(BIN)/python -m snippets.build.new_claim "$(NAME)" "$(QUESTION)"

verify: site ## build again in a clone, compare; WARM=1 trains nothing
	$(BIN)/python -m snippets.build.verify $(if $(WARM),--warm)

benchmark: $(READY) ## our training loop against others, as ratios
	$(BIN)/python -m benchmarks.training_loop

lighthouse: $(READY) ## Lighthouse on three pages of site/; needs Node.js
	$(BIN)/python -m benchmarks.lighthouse

# A folder of wheels, or an index, that has torch's builds without CUDA.
TORCH_CPU ?= $(PIP_FIND_LINKS)

lock: ## lock what pyproject.toml needs; UPGRADE=--upgrade for the newest
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	PATH="$(CURDIR)/.venv-lock/bin:$$PATH" $(PYTHON) -m supply.lock "$(TORCH_CPU)" $(UPGRADE)
	rm -r .venv-lock

audit: ## known weaknesses of the locked versions, a report
	$(PYTHON) -m venv --clear .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	.venv-audit/bin/pip-audit --strict --progress-spinner off --disable-pip --require-hashes --requirement requirements.txt
	rm -r .venv-audit

# The newest whose theme comes inside; what MkDocs is to be replaced by.
ZENSICAL ?= zensical==0.0.73

zensical: site ## the same sources by Zensical, compared, a report
	$(BIN)/python -m venv --clear .venv-zensical
	.venv-zensical/bin/python -m pip install --quiet --disable-pip-version-check $(ZENSICAL)
	$(BIN)/python -m engines.zensical .venv-zensical/bin/python
	$(BIN)/python -m engines.compare site .zensical/site
	rm -r .venv-zensical

clean: ## remove what the build made: site, figures, weights
	rm -rf site docs/generated .cache .zensical .pytest_cache .ruff_cache

clean-env: clean ## remove the environment as well
	rm -rf .venv
