"""缺附件：文件写明附有评分表等材料，佐证资料里没有。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._sayings import sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("V03",)
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="文件写明的附件应当一并提交")
SUBJECT = "附件"
LEAST = 4
"""Shorter names say too little to be found in a title."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    named = [(said, name) for said in sayings(store, occasion, SUBJECT) for name in _names(said.row)]
    if not named:
        return
    rows = of_year(EVIDENCE, occasion)
    titles = {_plain(row["title"]) for row in store.rows(rows.filter(rows.title.notnull()).select("title").distinct())}
    for said, name in named:
        plain = _plain(name)
        if not any(plain in title or (len(title) >= LEAST and title in plain) for title in titles):
            yield Fault(
                f"{said.place}写明附件《{name}》，佐证资料里没有这份材料。请补交并登记；没有的，更正文中的说法。",
                row_of(STATEMENTS, said.row, "words"),
            )


def _names(row: dict[str, str | None]) -> list[str]:
    """What stands between 《 and 》; without such signs, the value or the words as they are."""
    text = row["value"] or row["words"] or ""
    return re.findall(r"《([^》]+)》", text) or [part for part in (text.removeprefix("附件").strip("：: "),) if part]


def _plain(text: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"（）()]", "", text)
