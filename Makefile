# 安居：make 后面跟下列一个词；只需要 Python 3.11 以上和 make，一切都放在 .venv 和 var 里。
BIN := .venv/bin
export PYTHONPYCACHEPREFIX := $(CURDIR)/var/cache/python
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint locks docs fresh health bench bench-checker bundle lock

help:  ## 列出这些命令
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(firstword $(MAKEFILE_LIST))

setup: .venv/.ok  ## 建立运行环境（其他命令会自动先做）

.venv/.ok: requirements.lock pyproject.toml
	@sh scripts/venv.sh .venv requirements.lock
	@touch $@

demo: setup  ## 用随附的磴口县 2023 年工作簿算一遍，打印评分表，结果在 var/demo
	@$(BIN)/anju demo

test: setup  ## 跑全部测试（并行）
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: lint locks docs  ## 与持续集成相同：格式、类型、引用方向、健康测试、参考文档、全部测试
	@$(MAKE) --no-print-directory test

lint: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --cache-dir var/cache/imports

locks: setup
	@if grep -nE '://' requirements.lock bench/requirements.lock; then \
		echo "锁文件里不得写下载地址，请用 make lock 重新生成。" >&2; exit 1; fi

docs: setup  ## 重新生成 docs/reference
	@$(BIN)/python -m anju.reference

fresh: setup
	@$(BIN)/python -m anju.reference --check

# The quick ones first; the recipes are performed with all other tests.
health: setup
	@$(BIN)/python -m pytest -q tests/health --ignore tests/health/test_recipes.py

bench: var/bench-venv/.ok  ## 逐个运行 bench/ 里的计时，打印比值；有一个达不到就报错
	@failed=0; for file in bench/[!_]*.py; do \
		test -e "$$file" || continue; \
		echo "== $$file"; var/bench-venv/bin/python "$$file" || failed=1; \
	done; exit $$failed

bench-checker: var/bench-venv/.ok  ## 量核查准不准、快不快，写成 docs/reference/checker-accuracy.md，约八分钟
	@PYTHONPATH=bench:scripts var/bench-venv/bin/python -m checker_accuracy $(ARGS)

var/bench-venv/.ok: .venv/.ok bench/requirements.lock
	@sh scripts/venv.sh var/bench-venv bench/requirements.lock
	@touch $@

bundle: setup  ## 制作离线安装包，放在 var/bundle（另一种机器：make bundle FOR="win_amd64 3.12"）
	@$(BIN)/python scripts/bundle.py $(FOR)

lock: setup  ## 依赖改动之后，重新生成两个锁文件
	@$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-header --group dev -o requirements.lock
	@$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-header --group bench -c requirements.lock -o bench/requirements.lock
