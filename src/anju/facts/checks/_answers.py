"""核查共用：文件里说的一个数，事实表对同一问题怎么答。"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import ibis.expr.types as ir

from anju.facts._table import Table
from anju.facts.checks._costs import investment
from anju.facts.checks._money import moved, moves
from anju.facts.checks._progress import renovations
from anju.facts.checks._rows import of_year, preferred
from anju.facts.checks._tasks import AMOUNTS, task_totals
from anju.facts.checks._totals import folded, grouped, totals
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.policy.dated import Term

PLANNED, ACTUAL = "planned", "actual"


@dataclass(frozen=True)
class Answer:
    """What the facts say, in base units; `where` names the table, `rows` of `table` are those it rests on."""

    base: Fraction
    where: str
    table: Table
    rows: ir.Table

    def documents(self, store: FactStore, occasion: Occasion) -> set[str | None]:
        """The documents the rows were taken from, with the places in them."""
        chosen = preferred(store, occasion, self.table, self.rows)
        return {row["document"] for row in store.rows(chosen.select("document").distinct())}


def answers(store: FactStore, occasion: Occasion, subject: Term, wanted: str | None) -> Iterator[Answer]:
    """Every answer the facts have; `wanted` is planned, actual, or None for whichever. None when they are silent."""
    source = _SOURCES.get(subject.text("table"))
    if source is not None:
        yield from source(store, occasion, subject, wanted)


def _tasks(store: FactStore, occasion: Occasion, subject: Term, wanted: str | None) -> Iterator[Answer]:
    found = task_totals(store, occasion)
    for kind, words in ((PLANNED, "计划"), (ACTUAL, "实际")):
        column = subject.text(kind)
        if column in found and wanted in (None, kind):
            rows = renovations(occasion)
            base = found[column].exact
            if base is not None:
                known = rows.filter(rows[column].notnull()) if column in AMOUNTS else rows
                yield Answer(Fraction(base), f"{RENOVATIONS.title}表（{words}）", RENOVATIONS, known)


def _investment(store: FactStore, occasion: Occasion, _: Term, __: str | None) -> Iterator[Answer]:
    """What the latest stages come to, and the total of each stage."""
    best = investment(store, occasion)
    if best is None:
        return
    rows = of_year(COSTINGS, occasion)
    rows = rows.filter(rows.amount_fen.notnull())
    yield Answer(Fraction(best.amount), f"造价表{best.named}", COSTINGS, rows)
    groups = store.rows(grouped(rows, rows.amount_fen, stage=rows.stage))
    for stage in sorted({group["stage"] for group in groups}):
        one = folded(group for group in groups if group["stage"] == stage)
        yield Answer(Fraction(one.amount), f"造价表（{stage}）", COSTINGS, rows.filter(rows.stage == stage))


def _moves(store: FactStore, occasion: Occasion, subject: Term, _: str | None) -> Iterator[Answer]:
    kind, channel = subject.text("move"), subject.text("channel")
    found = moved(store, occasion).total(kind, (lambda term: term.text("channel") == channel) if channel else None)
    if found.exact is not None:
        rows = moves(occasion)
        yield Answer(
            Fraction(found.exact), "资金流水表", MOVES, rows.filter(rows.year == occasion.year, rows.kind == kind)
        )


def _survey(store: FactStore, occasion: Occasion, subject: Term, _: str | None) -> Iterator[Answer]:
    rows = of_year(FRAMES, occasion)
    rows = rows.filter(rows.valid.notnull())
    found = totals(store, rows, {name: rows[name] for name in ("valid", "satisfied")})
    valid, satisfied = found["valid"].exact, found["satisfied"].exact
    if subject.text("unit") != "%" and valid is not None:
        yield Answer(Fraction(valid), "满意度调查表（有效份数）", FRAMES, rows)
    elif valid and satisfied is not None:
        yield Answer(Fraction(satisfied * 10_000, valid), "满意度调查表（满意份数÷有效份数）", FRAMES, rows)


Source = Callable[[FactStore, Occasion, Term, str | None], Iterator[Answer]]
_SOURCES: dict[str, Source] = {
    "renovations": _tasks,
    "costings": _investment,
    "fund_moves": _moves,
    "survey_frames": _survey,
}
