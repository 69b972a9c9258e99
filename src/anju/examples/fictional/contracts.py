"""造价和合同：从估算到决算逐步收紧，合同、变更、计量、结算互相对得上。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anju.examples.fictional._county import Cohort, Place, Row, Rows, firm_code, split

STAGES = {"估算": (112, -1, 9, 10), "概算": (108, 0, 1, 20), "预算": (104, 0, 2, 1), "合同": (100, 0, 3, 20)}
"""Stage → per cent of the works contract price, and when it was determined (years from the plan year, month, day)."""
FIRMS = ("清河县第一建筑工程有限公司", "北方宜居建设集团有限公司", "安泰市政工程有限公司")
REVIEWER = "清河县财政投资评审中心"


@dataclass(frozen=True)
class Fee:
    """A contract that serves all communities of the year: design, supervision."""

    kind: str
    contract: str
    firm: str
    code: str
    amount_fen: int
    paid_on: date


def rows(year: Cohort) -> Rows:
    shares = fee_shares(year)
    return {
        "costings": [row for place, fee in zip(year.places, shares, strict=True) for row in _costs(place, fee)],
        "contracts": [
            *(_works_contract(year, place) for place in year.places),
            *(_fee_contract(year, fee) for fee in fees(year)),
        ],
    }


def fees(year: Cohort) -> list[Fee]:
    """Design takes 16, supervision 12 thousandths of the works; none where there are no works."""
    works = sum(place.price_fen for place in year.places)
    design = Fee(
        "设计", f"HT{year.mark}-SJ", "清河县城乡规划设计院有限公司", firm_code(4), works * 16 // 1000, year.day(4, 28)
    )
    watch = Fee("监理", f"HT{year.mark}-JL", "正信工程监理有限公司", firm_code(5), works * 12 // 1000, year.day(11, 30))
    return [design, watch] if works else []


def fee_shares(year: Cohort) -> list[int]:
    return split(sum(fee.amount_fen for fee in fees(year)), [place.price_fen for place in year.places])


def firm(place: Place) -> tuple[str, str]:
    number = place.number % len(FIRMS)
    return FIRMS[number], firm_code(number + 1)


def contract_of(place: Place) -> str:
    return f"HT{place.year % 100:02d}-{place.number + 1:02d}"


def retention(place: Place) -> int:
    """What may be held back against defects: 3 % of the settlement."""
    return place.settled_fen * 3 // 100


def _costs(place: Place, fee: int) -> Iterator[Row]:
    for stage, (per_cent, years, month, day) in STAGES.items():
        amount = place.price_fen * per_cent // 100 + fee
        yield _cost(place, stage, amount, date(place.year + years, month, day))
    submitted = (place.price_fen + place.change_fen) * 997 // 1000 + fee
    yield _cost(place, "送审", submitted, date(place.year, 11, 20))
    yield _cost(place, "审定", place.settled_fen + fee, place.settled)
    yield _cost(place, "决算", place.settled_fen + fee, date(place.year, 12, 20))


def _cost(place: Place, stage: str, amount: int, day: date) -> Row:
    about = {"community": place.local, "stage": stage, "amount_fen": amount}
    return {**about, "determined_on": day, "reviewer": REVIEWER}


def _works_contract(year: Cohort, place: Place) -> Row:
    name, code = firm(place)
    return {
        "id": contract_of(place),
        "community": place.local,
        "kind": "施工",
        "title": f"{place.name}改造工程施工合同",
        "supplier": name,
        "supplier_code": code,
        "bid_method": "公开招标",
        "bid_on": year.day(2, 6),
        "signed_on": year.day(3, 20),
        "amount_fen": place.price_fen,
        "change_fen": place.change_fen,
        "certified_fen": place.settled_fen,
        "certified_on": place.settled,
        "paid_fen": place.settled_fen - (retention(place) if year.retained else 0),
        "settled_fen": place.settled_fen,
        "settled_on": place.settled,
    }


def _fee_contract(year: Cohort, fee: Fee) -> Row:
    return {
        "id": fee.contract,
        "kind": fee.kind,
        "title": f"{year.year}年老旧小区改造工程{fee.kind}合同",
        "supplier": fee.firm,
        "supplier_code": fee.code,
        "bid_method": "公开招标",
        "bid_on": year.day(11, 1, -1),
        "signed_on": year.day(12, 26, -1),
        "amount_fen": fee.amount_fen,
        "change_fen": 0,
        "certified_fen": fee.amount_fen,
        "certified_on": fee.paid_on,
        "paid_fen": fee.amount_fen,
        "settled_fen": fee.amount_fen,
        "settled_on": year.day(12, 4),
    }
