"""满意率无样本：写了满意率，没有应调查户数、有效问卷和问卷记录。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._sayings import sayings
from anju.facts.checks._words import called, names, quoted
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.facts.tables.survey_answers import TABLE as ANSWERS
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("V01",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="满意率要写明应调查户数、方法、发放、收回、有效份数和各档结果")
SUBJECT = "满意率"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    frames, answers = of_year(FRAMES, occasion), of_year(ANSWERS, occasion)
    if store.run(frames.filter(frames.valid > 0).limit(1)).num_rows or store.run(answers.limit(1)).num_rows:
        return
    for said in sayings(store, occasion, SUBJECT):
        rate = str(said.quantity) if said.quantity is not None else "满意率"
        words = f"（{quoted(said.row['words'])}）" if said.row["words"] else ""
        yield Fault(
            f"{said.place}写居民满意率{rate}{words}，没有应调查户数、发放和有效份数，也没有问卷记录，满意率无从核实。"
            f"请补登满意度调查：户数、方式、发放、收回、有效、满意份数，并附问卷原件或汇总表。",
            row_of(STATEMENTS, said.row, "value"),
            Computation(rate, None, ()),
        )
    known = names(store, occasion)
    for row in store.rows(frames.filter(frames.satisfied.notnull())):
        yield Fault(
            f"满意度调查表{called(known, row['community'])}填了满意份数{row['satisfied']}份，"
            f"没有有效份数，满意率无从计算。请补登发放、收回和有效份数。",
            row_of(FRAMES, row, "valid"),
        )
