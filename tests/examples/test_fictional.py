"""清河县（虚构）：每次造出来都一样，每张表都有，数目处处对得上。"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pytest

from anju.examples import fictional
from anju.examples.fictional._county import split
from anju.facts.content_hash import content_hash
from anju.facts.snapshot import freeze
from anju.facts.store import TABLES
from anju.kernel import credit_code
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import load_policy

POLICY = load_policy()
SIZES = [(12, 3), (1, 0), (0, 0), (0, 3), (40, 3)]


def county(count: int = 12, earlier: int = 3, **more: Any) -> dict[str, list[dict[str, Any]]]:
    return {name: rows.to_pylist() for name, rows in fictional.tables(POLICY, count, earlier, **more).items()}


COUNTY = county()


def moves_of(rows: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The moves, each correction counted to what it corrects."""
    moves = rows["fund_moves"]
    by_id = {move["id"]: move for move in moves}
    return [move | {"kind": by_id[move["corrects"]]["kind"]} if move["corrects"] else move for move in moves]


def total(rows: list[dict[str, Any]], column: str, *by: str) -> dict[tuple[Any, ...], int]:
    found: dict[tuple[Any, ...], int] = defaultdict(int)
    for row in rows:
        found[tuple(row[name] for name in by)] += row[column]
    return dict(found)


@pytest.mark.parametrize(("count", "earlier"), SIZES)
def test_every_size_freezes_and_has_its_communities(count: int, earlier: int) -> None:
    snapshot = freeze(fictional.HEAD, fictional.tables(POLICY, count, earlier))
    years = Counter(snapshot.tables["renovations"]["year"].to_pylist())
    assert years == Counter({2023: count, 2022: earlier})
    assert snapshot.tables["communities"].num_rows == count + earlier
    if not count + earlier:
        assert [name for name, rows in snapshot.tables.items() if rows.num_rows] == ["regions"]


def test_the_county_is_the_same_on_every_call() -> None:
    assert content_hash(fictional.tables(POLICY)) == content_hash(fictional.tables(POLICY))
    assert content_hash(fictional.tables(POLICY)) != content_hash(fictional.tables(POLICY, 11))


def test_every_table_and_nearly_every_column_is_filled() -> None:
    assert [name for name in TABLES if not COUNTY[name]] == []
    empty = {
        f"{name}.{column}"
        for name, rows in COUNTY.items()
        for column in rows[0]
        if all(row[column] is None for row in rows)
    }
    # Only whole-county rows, findings and shortfalls would fill these; the county has none.
    assert {name.partition(".")[0] for name in empty} == {"renovations", "audit_findings", "goals", "statements"}


def test_codes_are_words_of_their_vocabularies() -> None:
    strangers = [
        (name, column.name, row[column.name])
        for name, table in TABLES.items()
        for column in table.columns
        if column.vocabulary
        for row in COUNTY[name]
        if row[column.name] not in (None, *POLICY.vocabularies[column.vocabulary].terms)
    ]
    assert strangers == []


def test_every_family_of_effects_has_a_work() -> None:
    works = POLICY.vocabularies["work_items"].terms
    families = {works[row["work"]].text("effect") for row in COUNTY["work_items"]}
    # Households are counted from the renovations themselves.
    assert families - {""} == set(POLICY.vocabularies["effects"].terms) - {"households"}


def test_references_lead_somewhere() -> None:
    places = {row["community"] for row in COUNTY["communities"]}
    named = {row["community"] for name, rows in COUNTY.items() for row in rows if row.get("community")}
    assert named == places
    assert {row["contract"] for row in COUNTY["fund_moves"]} - {None} == {row["id"] for row in COUNTY["contracts"]}


@pytest.mark.parametrize(("count", "earlier"), SIZES)
def test_money_flows_without_a_rest(count: int, earlier: int) -> None:
    rows = county(count, earlier)
    moves = total(moves_of(rows), "amount_fen", "year", "kind", "source")
    for (year, kind, source), amount in moves.items():
        if kind == "到位":
            assert amount == moves[year, "拨付", source]
            assert amount == moves[year, "支付", source] + moves.get((year, "结转", source), 0)
            assert source == "居民" or amount == moves[year, "下达", source]
    passed_on = total([row for row in rows["fund_moves"] if row["kind"] == "拨付"], "amount_fen", "year")
    final = total([row for row in rows["costings"] if row["stage"] == "决算"], "amount_fen", "year")
    assert passed_on == final


def test_contracts_show_what_was_paid_on_them() -> None:
    paid = total([row for row in moves_of(COUNTY) if row["kind"] == "支付"], "amount_fen", "contract")
    for contract in COUNTY["contracts"]:
        assert contract["paid_fen"] == paid[(contract["id"],)] <= contract["certified_fen"]
        assert contract["settled_fen"] <= contract["amount_fen"] + contract["change_fen"]


def test_ninety_some_per_cent_is_paid_by_the_year_s_end() -> None:
    moves = [row for row in moves_of(COUNTY) if row["year"] == 2023 and row["moved_on"] <= fictional.HEAD.as_of]
    amounts = total(moves, "amount_fen", "kind")
    assert 95 * amounts["拨付",] < 100 * amounts["支付",] < 99 * amounts["拨付",]


def test_tallies_agree_with_the_sheets() -> None:
    content = POLICY.vocabularies["survey_answers"].codes("satisfied")
    for frame in COUNTY["survey_frames"]:
        answers = [row["answer"] for row in COUNTY["survey_answers"] if row["community"] == frame["community"]]
        assert len(answers) == frame["valid"] <= frame["returned"] <= frame["issued"] <= frame["households"]
        assert sum(answer in content for answer in answers) == frame["satisfied"] < frame["valid"]


def test_costs_never_rise_and_stages_are_complete() -> None:
    stages = POLICY.vocabularies["costing_stages"].terms
    for place in (row["community"] for row in COUNTY["communities"]):
        amounts = {row["stage"]: row["amount_fen"] for row in COUNTY["costings"] if row["community"] == place}
        assert set(amounts) == set(stages) - {"未注明阶段"}
        assert amounts["估算"] > amounts["概算"] > amounts["预算"] > amounts["合同"]
        assert amounts["送审"] > amounts["审定"] == amounts["决算"]


def test_milestones_follow_each_other() -> None:
    started = {row["community"]: row for row in COUNTY["renovations"]}
    for row in COUNTY["acceptances"]:
        plan = started[row["community"]]
        days = [plan["listed_on"], plan["started_on"], plan["finished_on"], row["accepted_on"], row["filed_on"]]
        assert days == sorted(days)
        assert row["filed_on"].year == plan["year"]
    for row in COUNTY["consents"]:
        assert row["notice_on"] < row["decided_on"] < started[row["community"]]["started_on"]
    for row in COUNTY["contracts"]:
        assert row["bid_on"] < row["signed_on"] <= row["certified_on"]


def test_firms_have_sound_codes() -> None:
    for code in {row["payee_code"] for row in COUNTY["fund_moves"]} | {r["supplier_code"] for r in COUNTY["contracts"]}:
        if code:
            credit_code.check(code)


def test_long_names_are_long_and_change_nothing_else() -> None:
    long = county(long_names=True)
    assert min(len(row["name"]) for row in long["communities"]) > 30
    assert {name: len(rows) for name, rows in long.items()} == {name: len(rows) for name, rows in COUNTY.items()}
    assert total(long["fund_moves"], "amount_fen", "kind") == total(COUNTY["fund_moves"], "amount_fen", "kind")


def test_names_and_ids_stay_apart_in_a_large_county() -> None:
    names = [row["name"] for row in county(40, 0)["communities"]]
    assert len(set(names)) == 40


def test_rows_can_be_marked_as_made_up() -> None:
    shown = county(assurance=RowAssurance.ILLUSTRATIVE)
    assert {row["assurance"] for name, rows in shown.items() if name != "statements" for row in rows} == {
        "illustrative"
    }


def test_split_gives_every_unit_away() -> None:
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(0, [3, 4]) == [0, 0]
    assert sum(split(10**12 + 7, [45, 20, 8, 12, 10, 5])) == 10**12 + 7
