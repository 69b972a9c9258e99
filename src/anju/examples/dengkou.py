"""磴口县2023年：读随附的 dengkou_2023.yaml，得到事实表。"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from anju.examples.rows import BY_TITLE, arrow, stored
from anju.facts.snapshot import Head
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import Policy

FILE = Path(__file__).with_name("dengkou_2023.yaml")
SECTIONS = {"载明": RowAssurance.STATED, "示例": RowAssurance.ILLUSTRATIVE}
"""What the county's own report states, and what is made up for show so that it adds up to it."""


def head() -> Head:
    cover = _document()["封面"]
    as_of = date.fromisoformat(cover["截至"])
    return Head(cover["区划代码"], cover["县名称"], int(cover["计划年度"]), as_of)


def tables(policy: Policy) -> dict[str, pa.Table]:
    """Every fact table that the file fills, rows in the file's order."""
    document, county = _document(), head()
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for section, assurance in SECTIONS.items():
        given = {"region": county.region, "year": county.year, "assurance": assurance.value}
        for title, written in document[section].items():
            rows[BY_TITLE[title].name] += [stored(BY_TITLE[title], row, policy, given) for row in written]
    return {name: arrow(TABLES[name], found) for name, found in rows.items()}


def _document() -> dict[str, Any]:
    """The file with every scalar left as text, so that no amount passes through a binary fraction."""
    content: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return content
