"""资金流水：下达、到位、拨付、支付、结转，逐笔从一个账到下一个账。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from anju.examples.fictional._county import BUILDER, Cohort, Place, Row, Rows, credit_code_of_builder, split
from anju.examples.fictional.contracts import contract_of, fees, firm, retention

Day = tuple[int, int]
TOO_MUCH = 100_000
"""分: what one payment was entered too high."""


@dataclass(frozen=True)
class Source:
    """One source of the works' money: its share in per cent, and month and day of each step; None = no such step."""

    share: int
    received: Day | None
    allocated: Day | None
    in_place: Day
    passed_on: Day
    paid: Day
    purpose: str = "小区内配套基础设施"


SOURCES = {
    "中央": Source(45, (3, 6), (3, 24), (4, 18), (6, 5), (6, 20)),
    "自治区(省)": Source(20, (4, 3), (4, 21), (5, 11), (7, 25), (8, 10), "共用部位维修"),
    "市": Source(8, (5, 8), (5, 30), (6, 12), (7, 25), (8, 10), "小区环境整治"),
    "县": Source(12, None, (2, 10), (3, 10), (10, 20), (12, 22)),
    "专项债": Source(10, (3, 1), (3, 18), (4, 10), (8, 16), (9, 5)),
    "居民": Source(5, None, None, (9, 28), (10, 20), (12, 22), "小区环境整治"),
}


def rows(year: Cohort) -> Rows:
    moves = [move for step in (_to_the_county, _fees, _works, _held_back) for move in step(year)]
    moves.sort(key=lambda move: move["moved_on"])
    numbered = [
        {"id": f"ZJ{year.mark}-{n:04d}", "voucher": f"清财凭{year.mark}{n:05d}", **move}
        for n, move in enumerate(moves, 1)
    ]
    return {"fund_moves": [*numbered, *_mistyped(year, numbered)]}


def _mistyped(year: Cohort, moves: list[Row]) -> list[Row]:
    """The first payment was entered 1,000 元 too high; a new row takes them off, the old one stays as it was."""
    wrong = next((move for move in moves if move["kind"] == "支付" and move["source"] == "中央"), None)
    if wrong is None:
        return []
    wrong["amount_fen"] += TOO_MUCH
    day = wrong["moved_on"] + timedelta(days=3)
    correction = _move("调整", "中央", -TOO_MUCH, day, community=wrong["community"], contract=wrong["contract"])
    voucher = f"清财凭{year.mark}更正01"
    return [{"id": f"ZJ{year.mark}-G001", "voucher": voucher, "corrects": wrong["id"], **correction}]


def shares(place: Place) -> dict[str, int]:
    """What each source gives to the community's works, to the last 分."""
    return dict(zip(SOURCES, split(place.settled_fen, [s.share for s in SOURCES.values()]), strict=True))


def _to_the_county(year: Cohort) -> Iterator[Row]:
    """Allocated and received for the county as a whole; design and supervision are paid by the county."""
    if not year.places:
        return
    for name, source in SOURCES.items():
        amount = sum(shares(place)[name] for place in year.places)
        amount += sum(fee.amount_fen for fee in fees(year)) if name == "县" else 0
        if source.allocated:
            received = year.day(*source.received) if source.received else None
            yield _move("下达", name, amount, year.day(*source.allocated), received_on=received)
        yield _move("到位", name, amount, year.day(*source.in_place))


def _fees(year: Cohort) -> Iterator[Row]:
    for fee in fees(year):
        to_builder = {"payee": BUILDER, "payee_code": credit_code_of_builder()}
        to_firm = {"payee": fee.firm, "payee_code": fee.code}
        purpose = "勘察设计监理"
        yield _move("拨付", "县", fee.amount_fen, year.day(3, 22), purpose=purpose, contract=fee.contract, **to_builder)
        yield _move("支付", "县", fee.amount_fen, fee.paid_on, purpose=purpose, contract=fee.contract, **to_firm)


def _works(year: Cohort) -> Iterator[Row]:
    for place in year.places:
        name, code = firm(place)
        for source, amount in shares(place).items():
            steps = SOURCES[source]
            about = {"community": place.local, "purpose": steps.purpose, "contract": contract_of(place)}
            to_builder = {"payee": BUILDER, "payee_code": credit_code_of_builder()}
            yield _move("拨付", source, amount, year.day(*steps.passed_on), **about, **to_builder)
            paid = amount - retention(place) if source == "县" else amount
            yield _move("支付", source, paid, year.day(*steps.paid), **about, payee=name, payee_code=code)


def _held_back(year: Cohort) -> Iterator[Row]:
    """Retention is carried over at the end of the plan year, or paid out once its year has passed."""
    for place in year.places:
        amount, about = retention(place), {"community": place.local, "contract": contract_of(place)}
        name, code = firm(place)
        if year.retained:
            yield _move("结转", "县", amount, year.day(12, 31), **about)
        else:
            day = year.day(11, 25, 1)
            payee = {"payee": name, "payee_code": code, "purpose": SOURCES["县"].purpose}
            yield _move("支付", "县", amount, day, **about, **payee)


def _move(kind: str, source: str, amount: int, day: date, **more: date | str | None) -> Row:
    return {"kind": kind, "source": source, "amount_fen": amount, "moved_on": day, **more}
