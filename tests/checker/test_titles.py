"""Every code that a finding can have is called by a Chinese name."""

from __future__ import annotations

import re
import subprocess
import sys

from anju.checker.against.compare import kinds
from anju.checker.against_facts import FIGURE_DIFFERS, NO_RECORD
from anju.checker.run import RULES
from anju.checker.titles import explained, title


def test_every_code_has_its_title() -> None:
    codes = [*RULES, *(f"against.{name}" for name in kinds()), FIGURE_DIFFERS, NO_RECORD]
    assert [code for code in codes if not re.fullmatch(r"[^A-Za-z.。：]{2,24}", title(code))] == []
    assert set(codes) == explained(changes=True).keys()
    assert title("nobody.knows") == "nobody.knows"


def test_the_rules_keep_their_places_when_the_changes_come_behind() -> None:
    """SARIF counts them."""
    assert list(explained(changes=True))[: len(RULES)] == list(explained(changes=False)) == list(RULES)


def test_checking_a_report_imports_no_database() -> None:
    code = "import sys, anju.cli.check; print({'ibis', 'duckdb', 'pyarrow', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
