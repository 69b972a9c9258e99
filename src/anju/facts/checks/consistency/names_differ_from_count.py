"""名单与个数不符：列出名称的小区不是所说的个数，或同一名称列了两次。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._answers import answers
from anju.facts.checks._sayings import Saying, sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C02",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="列名的个数应当等于所说的个数")
LISTED, COUNTED = "小区名称", "小区数"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    for listed in sayings(store, occasion, LISTED):
        names = [name for name in re.split(r"[、，,；;\s]+", listed.row["value"] or "") if name]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            yield _fault(
                listed, f"{listed.place}的名单里，{'、'.join(doubled)}列了不止一次。请删去重复的，并核对个数。"
            )
        stated = _stated(store, occasion, listed)
        if names and stated is not None and stated[0] != len(names):
            count, where = stated
            message = (
                f"{listed.place}列出{len(names)}个小区的名称，{where}为{count}个，相差{abs(len(names) - count)}个。"
                f"请核对是漏列、多列还是个数写错。"
            )
            operands = (f"名单{len(names)}个", f"{where}{count}个")
            yield _fault(listed, message, Computation(f"{count}个", f"{len(names)}个", operands))


def _stated(store: FactStore, occasion: Occasion, listed: Saying) -> tuple[int, str] | None:
    """What the facts count, or else what the same document says first."""
    subject = occasion.words("statement_subjects").terms[COUNTED]
    for answer in answers(store, occasion, subject, listed.wanted):
        return int(answer.base), answer.where
    for said in sayings(store, occasion, COUNTED):
        if said.quantity is not None and said.document == listed.document and said.wanted == listed.wanted:
            return int(said.quantity.base), said.place
    return None


def _fault(listed: Saying, message: str, computation: Computation | None = None) -> Fault:
    return Fault(message, row_of(STATEMENTS, listed.row, "value"), computation)
