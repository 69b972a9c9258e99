"""一次完整的评价：同一份快照算出同样的 JSON；JSON 的样子就是约定的样子，不多一个键、不少一个键。"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow.compute as pc
import pytest
from county_rows import tables
from scoring.two_counties import BUILT, county

from anju.facts.snapshot import Head, Snapshot, freeze
from anju.kernel.finding import Finding, Severity, Where
from anju.policy.loader import load_policy
from anju.scoring.assess import Assessment, assess
from anju.scoring.scheme_check import RULES

POLICY = load_policy()
CASES = [(name, code) for name in BUILT for code in POLICY.schemes]
CENTRAL = "national/2023"
EXACT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
HEX = re.compile(r"[0-9a-f]{64}")
TOP = ["region", "year", "scheme", "as_of", "snapshot", "policy", "code", "total", "grade", "items", "findings"]
ITEM = ["code", "title", "points", "confirmed", "at_most", "outcome", "why", "parts", "evidence"]
PART = ["measure", "sums", "rule", "points", "confirmed", "at_most", "outcome", "why", "working"]
UNITS = {"fen", "dm2", "count", "thousandth"}


@cache
def assessed(name: str, code: str = CENTRAL) -> Assessment:
    return assess(county(name), POLICY, POLICY.schemes[code])


@pytest.fixture(params=CASES, ids="-".join)
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    """As whoever reads the command's output sees it."""
    found: dict[str, Any] = json.loads(json.dumps(assessed(*request.param).as_json(), ensure_ascii=False))
    return found


def test_the_head_names_the_five_things_it_depends_on(document: dict[str, Any]) -> None:
    assert list(document) == TOP
    snapshot = next(county(name) for name in BUILT if county(name).head.region == document["region"])
    assert document["year"] == 2023
    assert document["scheme"] in POLICY.schemes
    assert document["as_of"] == snapshot.head.as_of.isoformat()
    assert document["snapshot"] == snapshot.hash
    assert document["policy"] == POLICY.hash
    assert HEX.fullmatch(document["snapshot"])
    assert HEX.fullmatch(document["policy"])
    version, _, code = document["code"].partition("+")
    assert version
    assert HEX.fullmatch(code)


def test_the_total_is_two_exact_numbers_and_a_grade_or_null(document: dict[str, Any]) -> None:
    assert list(document["total"]) == ["confirmed", "at_most"]
    low, high = (number(text) for text in document["total"].values())
    assert 0 <= low <= high <= 100
    assert document["grade"] is None or document["grade"]


def number(text: Any) -> Decimal:
    """A string in exact decimal without trailing zeros."""
    assert isinstance(text, str)
    assert EXACT.fullmatch(text), text
    return Decimal(text)


def test_every_item_and_every_part_has_exactly_its_keys(document: dict[str, Any]) -> None:
    scheme = POLICY.schemes[document["scheme"]]
    assert [item["code"] for item in document["items"]] == list(scheme.items)
    for item in document["items"]:
        assert list(item) == ITEM
        check_outcome(item)
        assert item["title"] == scheme.items[item["code"]].title
        assert len(item["parts"]) == len(scheme.items[item["code"]].parts)
        assert sum(number(part["points"]) for part in item["parts"]) == number(item["points"])
        for part in item["parts"]:
            assert list(part) == PART
            check_part(part)
        for paper in item["evidence"]:
            assert list(paper) == ["kinds", "grade", "share", "working"]
            assert paper["grade"] in (None, "A", "B", "C", "D")


def check_outcome(entry: Mapping[str, Any]) -> None:
    points = number(entry["points"])
    assert entry["outcome"] in ("value", "not_applicable", "missing")
    if entry["outcome"] == "not_applicable":
        assert (entry["confirmed"], entry["at_most"]) == (None, None)
    else:
        assert 0 <= number(entry["confirmed"]) <= number(entry["at_most"]) <= points
    if entry["outcome"] == "missing":
        assert (entry["confirmed"], number(entry["at_most"])) == ("0", points)
    assert (entry["why"] is None) == (entry["outcome"] == "value")


def check_part(part: Mapping[str, Any]) -> None:
    check_outcome(part)
    assert part["rule"] in RULES
    assert (part["measure"] is None) == (not RULES[part["rule"]].MEASURED)
    assert (part["sums"] == {}) == (part["measure"] is None)
    for each in part["sums"].values():
        assert list(each) == ["value", "unit"]
        assert each["unit"] in UNITS
        assert each["value"] is None or re.fullmatch(r"-?[0-9]+", each["value"])
    assert all(isinstance(line, str) and line for line in part["working"])
    assert part["working"]
    if part["rule"] == "gate":
        assert (part["points"], part["confirmed"], part["at_most"]) == ("0", "0", "0")


def test_every_finding_has_exactly_its_keys_and_null_for_what_is_unused(document: dict[str, Any]) -> None:
    for finding in document["findings"]:
        assert list(finding) == ["code", "severity", "message", "where", "basis", "computation"]
        assert finding["severity"] in ("error", "warning", "note")
        assert list(finding["where"]) == ["table", "key", "column", "sheet", "row", "cell"]
        assert finding["where"]["sheet"] is None
        assert finding["basis"] is None or next(iter(finding["basis"])) == "source"
        assert finding["computation"] is None or list(finding["computation"]) == ["stated", "computed", "operands"]


def test_items_add_up_to_the_total_where_everything_applies() -> None:
    document = assessed("磴口县").as_json()
    assert all(item["outcome"] != "not_applicable" for item in document["items"])
    for end in ("confirmed", "at_most"):
        assert sum(number(item[end]) for item in document["items"]) == number(document["total"][end])


def test_what_is_missing_is_null_and_never_nought() -> None:
    document = assessed("磴口县").as_json()
    rate = next(item for item in document["items"] if item["code"] == "FM4")
    assert (rate["outcome"], rate["confirmed"], rate["at_most"]) == ("missing", "0", "5")
    assert rate["parts"][0]["sums"] == {
        "paid": {"value": None, "unit": "fen"},
        "allocated": {"value": "2100010000", "unit": "fen"},
    }
    assert rate["parts"][0]["why"] == "已支付未填报"
    gate = next(item for item in document["items"] if item["code"] == "OB8")
    assert (gate["points"], gate["outcome"], document["grade"]) == ("0", "missing", None)


def text(found: Assessment) -> str:
    return json.dumps(found.as_json(), ensure_ascii=False)


def test_the_order_of_rows_changes_nothing() -> None:
    dengkou = county("磴口县")
    turned = {
        name: rows.take(pc.sort_indices(rows, [("region", "descending")])[::-1])
        for name, rows in dengkou.tables.items()
    }
    other = freeze(dengkou.head, turned)
    assert other.hash == dengkou.hash
    assert text(assess(other, POLICY)) == text(assess(dengkou, POLICY)) == text(assessed("磴口县"))


SCRIPT = """
import json
from anju.examples.build import dengkou_2023
from anju.policy.loader import load_policy
from anju.scoring.assess import assess
policy = load_policy()
found = assess(dengkou_2023(policy), policy)
print(json.dumps([found.as_json(), [[a.gain, a.says] for a in found.advice]], ensure_ascii=True))
"""


def test_another_process_says_the_same() -> None:
    """With other hashes of strings, another time zone, another locale."""
    said = set()
    for seed, zone, locale in [("1", "Asia/Shanghai", "C"), ("2", "America/New_York", "C.UTF-8")]:
        there = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        ran = subprocess.run([sys.executable, "-c", SCRIPT], env=there, capture_output=True, text=True, check=True)
        said.add(ran.stdout)
    assert len(said) == 1
    document, advice = json.loads(said.pop())
    assert document == json.loads(text(assessed("磴口县")))
    assert advice == [[each.gain, list(each.says)] for each in assessed("磴口县").advice]


def small(year: int = 2023, **more: Any) -> Snapshot:
    moves = [{"编号": "1", "事项": "拨付", "金额": 100, "办理日期": f"{year}-06-01"}]
    moves += [{"编号": "2", "事项": "支付", "金额": 50, "办理日期": f"{year + 1}-02-15"}]
    return freeze(Head("150822", "磴口县", year, date(year + 1, 1, 30)), tables({"资金流水": moves, **more}, year=year))


def test_the_as_of_day_is_the_cover_s_unless_another_is_asked_for() -> None:
    by_cover = assess(small(), POLICY)
    later = assess(small(), POLICY, as_of=date(2024, 2, 20))
    assert by_cover.occasion.as_of == date(2024, 1, 30)
    assert later.occasion.as_of == date(2024, 2, 20)
    rates = [next(i for i in each.evaluation.items if i.item.code == "FM4").at_most for each in (by_cover, later)]
    assert rates == [50_000, 25_000]


def test_the_scheme_is_the_central_one_of_the_year_unless_another_is_asked_for() -> None:
    assert assess(small(), POLICY).evaluation.scheme.code == "national/2023"
    jiangxi = POLICY.schemes["360000/2022"]
    assert assess(small(), POLICY, jiangxi).evaluation.scheme is jiangxi
    with pytest.raises(LookupError, match="没有适用于2019年度的中央评分表"):
        assess(small(2019), POLICY)


def test_errors_are_told_from_lesser_findings() -> None:
    found = assessed("磴口县")
    quiet = replace(found, findings=tuple(f for f in found.findings if f.severity is not Severity.ERROR))
    assert not quiet.has_errors
    bad = Finding("x", Severity.ERROR, "坏了")
    louder = quiet.with_findings((bad,))
    assert louder.has_errors
    assert louder.findings[0] is bad
    assert len(louder.findings) == len(quiet.findings) + 1


def test_findings_can_be_led_back_to_a_sheet() -> None:
    found = assessed("磴口县")
    led = found.located(lambda finding: replace(finding, where=Where(sheet="封面")))
    assert {finding.where.sheet for finding in led.findings} == {"封面"}
    assert [finding.message for finding in led.findings] == [finding.message for finding in found.findings]


def test_gates_are_among_the_findings() -> None:
    assert "gate.OB8" in {finding.code for finding in assessed("磴口县").findings}
    assert "gate.OB8" not in {finding.code for finding in assessed("清河县").findings}


def test_the_three_tables_grade_in_their_own_words() -> None:
    grades = {code: assessed("清河县", code).evaluation.grade for code in POLICY.schemes}
    assert grades == {"national/2023": "优", "national/self_evaluation": "优", "360000/2022": "优秀"}
