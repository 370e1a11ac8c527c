# Thin on purpose: each target says what it does in one line.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
QUESTION ?= why_bernoulli
TEXTS := $(wildcard *.md *.cff *.yml) .github benchmarks docs overrides snippets tests
export PYTHONDONTWRITEBYTECODE = 1
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve test test-snippets lint links new-claim benchmark lighthouse lock clean clean-env

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
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

benchmark: $(READY) ## our training loop against others, as ratios
	$(BIN)/python -m benchmarks.training_loop

lighthouse: $(READY) ## Lighthouse on three pages of site/; needs Node.js
	$(BIN)/python -m benchmarks.lighthouse

lock: ## write requirements.txt anew from pyproject.toml
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet --editable '.[dev]'
	.venv-lock/bin/python -m pip freeze --all --exclude-editable --exclude pip | sed -e 's/+cpu$$//' -e "/^constriction==/s/$$/; sys_platform != 'linux' or platform_machine != 'aarch64'/" > requirements.txt
	rm -r .venv-lock

clean: ## remove what the build made: site, figures, weights
	rm -rf site docs/generated .cache .pytest_cache .ruff_cache

clean-env: clean ## remove the environment as well
	rm -rf .venv
