"""没有小区的各张事实表的列：制度、报送、审计、说法、目标、评议。"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nation.draw import Draw, counted_up, named
from nation.places import Places
from nation.tables import LATE, SPRING, WORDS, Columns, Write, several


def institutions(draw: Draw, places: Places) -> Columns:
    issued = draw.days(SPRING, LATE, 0.3)
    return {"kind": several("institution_kinds", places, draw), "present": draw.flags(0.85, 0.1), "issued_on": issued}


def filings(draw: Draw, _: Places) -> Columns:
    due = draw.days(date(2024, 1, 10), date(2024, 2, 10), 0.2)
    return {
        "kind": draw.words({"绩效自评报告": 5, "统计月报": 5}, 0.05),
        "due_on": due,
        "sent_on": draw.after(due, -20, 9),
    }


def audit_findings(draw: Draw, _: Places) -> Columns:
    found, severity = draw.days(SPRING, LATE, 0.05), draw.words(WORDS["audit_finding_severities"])
    return {
        "severity": severity,
        "found_on": found,
        "mended": draw.flags(0.7, 0.3),
        "mended_on": draw.after(found, 5, 90, 0.5),
    }


COMPARED = ("小区数", "楼栋数", "户数", "改造面积")


def statements(draw: Draw, _: Places) -> Columns:
    return {
        "subject": draw.words(
            {"小区数": 3, "楼栋数": 3, "户数": 3, "改造面积": 3} | dict.fromkeys(WORDS["statement_subjects"], 1)
        ),
        "value": draw.words(["17", "230", "4,100", "5100", "41.25", "0.41", "约十七"], 0.05),
        "unit": draw.words(["个", "栋", "户", "万户", "万㎡", "㎡"], 0.2),
        "scope": draw.words(["计划", "实际"], 0.4),
    }


def goals(draw: Draw, _: Places) -> Columns:
    target = draw.whole(1, 100_000, 0.05)
    return {
        "kind": draw.words(WORDS["goal_kinds"]),
        "title": draw.words([f"指标{n}" for n in range(60)]),
        "relation": draw.words(WORDS["goal_relations"], 0.05),
        "target_milli": target,
        "actual_milli": draw.part(target, 0.7, 0.2),
    }


def judgements(draw: Draw, places: Places) -> Columns:
    item = named(counted_up(places.county * 10_000 + places.year), [f"评分点{n}" for n in range(4)])
    texts = {name: draw.words([name]) for name in ("reason", "by")}
    return {"item": item, "share": draw.whole(5_000, 10_000, 0.05), **texts}


PER_COUNTY: Mapping[Write, int] = {
    institutions: 24,
    filings: 4,
    audit_findings: 3,
    statements: 12,
    goals: 10,
    judgements: 4,
}
"""Rows a county and plan year."""
