"""核查共用：文件里说的一个数，事实表对同一问题怎么答。"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import ibis.expr.types as ir

from anju.facts.checks._costs import investment
from anju.facts.checks._money import moved, moves
from anju.facts.checks._progress import (
    ACCEPTED,
    FINISHED,
    STARTED,
    accepted,
    communities,
    communities_at,
    renovations,
)
from anju.facts.checks._rows import of_year, preferred
from anju.facts.checks._totals import total
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.policy.dated import Term

PLANNED, ACTUAL = "planned", "actual"


@dataclass(frozen=True)
class Answer:
    """What the facts say, in base units; `where` names the table, `rows` are those it rests on."""

    base: Fraction
    where: str
    rows: ir.Table


def answers(store: FactStore, occasion: Occasion, subject: Term, wanted: str | None) -> Iterator[Answer]:
    """Every answer the facts have; `wanted` is planned, actual, or None for whichever. None when they are silent."""
    source = _SOURCES.get(subject.text("table"))
    if source is not None:
        yield from source(store, occasion, subject, wanted)


def _tasks(store: FactStore, occasion: Occasion, subject: Term, wanted: str | None) -> Iterator[Answer]:
    rows = renovations(occasion)
    for kind in (PLANNED, ACTUAL):
        column = subject.text(kind)
        if column and wanted in (None, kind):
            value = _value(rows, occasion, column)
            found = total(store, rows, value).exact
            if found is not None:
                words = "计划" if kind == PLANNED else "实际"
                known = rows.filter(value.notnull())
                yield Answer(Fraction(found), f"{TABLES['renovations'].title}表（{words}）", preferred(store, known))


def _value(rows: ir.Table, occasion: Occasion, column: str) -> ir.IntegerValue:
    if column == "communities":
        return communities(rows)
    for milestone in (STARTED, FINISHED):
        if column == milestone.count:
            return communities_at(rows, occasion, milestone)
    if column == ACCEPTED.count:
        passed = accepted(occasion).select("community").distinct()
        return communities_at(rows, occasion, ACCEPTED).fill_null(rows.community.isin(passed.community).cast("int64"))
    return rows[column]


def _investment(store: FactStore, occasion: Occasion, _: Term, __: str | None) -> Iterator[Answer]:
    """The total of each stage, and what the latest stages come to."""
    rows = of_year(COSTINGS, occasion)
    rows = rows.filter(rows.amount_fen.notnull())
    best = investment(store, occasion)
    if best is None:
        return
    yield Answer(Fraction(best.amount), f"造价表{best.named}", preferred(store, rows))
    for stage in sorted(row["stage"] for row in store.rows(rows.select("stage").distinct())):
        one = rows.filter(rows.stage == stage)
        yield Answer(Fraction(total(store, one, one.amount_fen).amount), f"造价表（{stage}）", preferred(store, one))


def _moves(store: FactStore, occasion: Occasion, subject: Term, _: str | None) -> Iterator[Answer]:
    kind, channel = subject.text("move"), subject.text("channel")
    found = moved(store, occasion).total(kind, (lambda term: term.text("channel") == channel) if channel else None)
    if found.exact is not None:
        rows = moves(occasion)
        rows = rows.filter(rows.year == occasion.year, rows.kind == kind)
        yield Answer(Fraction(found.exact), "资金流水表", preferred(store, rows))


def _survey(store: FactStore, occasion: Occasion, subject: Term, _: str | None) -> Iterator[Answer]:
    rows = of_year(FRAMES, occasion)
    rows = rows.filter(rows.valid.notnull())
    valid, satisfied = (total(store, rows, rows[name]).exact for name in ("valid", "satisfied"))
    if subject.text("unit") != "%" and valid is not None:
        yield Answer(Fraction(valid), "满意度调查表（有效份数）", preferred(store, rows))
    elif valid and satisfied is not None:
        yield Answer(Fraction(satisfied * 10_000, valid), "满意度调查表（满意份数÷有效份数）", preferred(store, rows))


Source = Callable[[FactStore, Occasion, Term, str | None], Iterator[Answer]]
_SOURCES: dict[str, Source] = {
    "renovations": _tasks,
    "costings": _investment,
    "fund_moves": _moves,
    "survey_frames": _survey,
}
