# `make run` serves the web chat, `make test` runs every check. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help install run build test check browser eval baseline bench bench-search fit train clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

install: $(VENV)/.installed ## make .venv with the pinned dependencies

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

run: install ## serve the web chat at http://127.0.0.1:7860
	$(BIN)/python app.py

build: install ## (re)build index/ from corpus/
	$(BIN)/szassist build

check: install ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check ## lint, types and the whole test suite
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

browser: ## Chromium and fonts for the page tests (Debian and Ubuntu, needs root)
	apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk

bench: install ## speed and memory, written to benchmarks/results.json
	$(BIN)/python -m benchmarks.run

fit: install ## fit the weights of the reranker and grow the trees of likely answers
	$(BIN)/python -m training.fit_reranker eval/dev.jsonl
	$(BIN)/python -m training.fit_likely eval/dev.jsonl eval/learn.jsonl

EVAL = $(BIN)/szassist eval --traps 1000 --systems assistant,template,bm25,dense
eval: install ## how right the answers are: all questions, the trap exam, the gate; reports/eval.html
	$(EVAL) --baseline eval/baseline.json --gate eval/gate.toml --save reports/eval-run.json \
		--html reports/eval.html --json reports/eval.json --junit reports/eval.xml

baseline: install ## accept the present answers: eval/baseline.json and the table in the README
	$(EVAL) --save-baseline eval/baseline.json
	$(BIN)/python -m benchmarks.accuracy_table

bench-search: install ## whether search finds the passage: recall of every step, by style and script
	$(BIN)/python -m benchmarks.search $(if $(PAIRS),--pairs $(PAIRS))

train: install ## train the shipped embedding: make train PAIRS=folder-with-pairs
	$(BIN)/python training/train_embedding.py --pairs $(PAIRS) --out src/szassist/models/policy-static-256

clean: ## remove what was derived
	rm -rf $(VENV) reports && find index -mindepth 1 ! -name README.md -delete
