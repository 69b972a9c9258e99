"""文件：制度机制、佐证、目标、报送、评议、审计，以及自评报告里的说法。"""

from __future__ import annotations

from datetime import date

from anju.examples.fictional._county import REGION_NAME, Cohort, Row, Rows, fingerprint
from anju.policy.loader import Policy

ISSUED: dict[str, tuple[int, int, int]] = {
    "统筹施工方案": (0, 2, 20),
    "审批精简应用记录": (0, 1, 10),
    "年度计划": (-1, 11, 28),
    "绩效目标": (0, 1, 16),
    "绩效监控": (0, 8, 15),
    "绩效自评": (1, 1, 26),
    "绩效公开": (1, 1, 29),
}
"""When a paper was issued: years from the plan year, month, day; all others in the March before."""
FILED = {
    "年度计划": ((-1, 11, 30), (-1, 11, 28)),
    "绩效目标表": ((0, 1, 31), (0, 1, 16)),
    "绩效监控表": ((0, 8, 31), (0, 8, 15)),
    "统计年报": ((1, 1, 15), (1, 1, 10)),
    "绩效自评报告": ((1, 1, 31), (1, 1, 26)),
    "佐证资料": ((1, 1, 31), (1, 1, 26)),
}
"""Kind of filing → due, sent."""
PICTURES = ("改造前照片", "施工中照片", "改造后照片")


def rows(year: Cohort, policy: Policy) -> Rows:
    return {
        "institutions": _institutions(year, policy),
        "evidence": [*_evidence(year, policy), *_pictures(year)],
        "filings": _filings(year),
        "audit_findings": _audits(year),
    }


def _day(year: Cohort, when: tuple[int, int, int]) -> date:
    years, month, day = when
    return year.day(month, day, years)


def _institutions(year: Cohort, policy: Policy) -> list[Row]:
    return [
        {
            "id": f"ZD{year.mark}-{n:02d}",
            "kind": kind,
            "present": True,
            "title": f"清河县{term.title}",
            "number": f"清政办发〔{_day(year, ISSUED.get(kind, (-1, 3, 10))).year}〕{n}号",
            "issuer": "清河县人民政府办公室",
            "issued_on": _day(year, ISSUED.get(kind, (-1, 3, 10))),
        }
        for n, (kind, term) in enumerate(policy.vocabularies["institution_kinds"].terms.items(), 1)
    ]


def _evidence(year: Cohort, policy: Policy) -> list[Row]:
    """One material of every kind, in the best grade that the kind can have; originals bear their fingerprint."""
    return [
        _material(year, f"ZZ{year.mark}-{n:02d}", kind, term.text("grade"), f"{term.title}")
        for n, (kind, term) in enumerate(policy.vocabularies["evidence_kinds"].terms.items(), 1)
    ]


def _pictures(year: Cohort) -> list[Row]:
    return [
        {
            **_material(year, f"ZP{year.mark}-{place.number + 1:02d}-{n}", kind, "C", f"{place.name}{kind}"),
            "community": place.local,
        }
        for place in year.places
        for n, kind in enumerate(PICTURES, 1)
    ]


def _material(year: Cohort, local: str, kind: str, grade: str, title: str) -> Row:
    """Grades A to C are files with a fingerprint; D is the office's own word."""
    return {
        "id": local,
        "kind": kind,
        "grade": grade,
        "title": title,
        "number": f"清住建档〔{year.year}〕{local}",
        "dated_on": year.day(12, 25),
        "sha256": None if grade == "D" else fingerprint(f"{local} {title}"),
    }


def _filings(year: Cohort) -> list[Row]:
    return [
        {
            "id": f"BS{year.mark}-{n}",
            "kind": kind,
            "ordered_by": f"虚构省建城〔{year.year}〕{n}号",
            "due_on": _day(year, due),
            "sent_on": _day(year, sent),
            "received_on": _day(year, sent),
            "serial": f"清住建联发〔{_day(year, sent).year}〕{n}号",
            "signers": "（虚构）甲、（虚构）乙",
            "addressee": "清河市住房和城乡建设局、清河市财政局（虚构）",
            "copied_to": "清河县审计局（虚构）",
        }
        for n, (kind, (due, sent)) in enumerate(FILED.items(), 1)
    ]


def _audits(year: Cohort) -> list[Row]:
    """Looked at twice, nothing found: a row that says so, because an empty table would say nothing."""
    looked = {"县级审计": (11, 20), "财政部门": (12, 28)}
    return [
        {
            "id": f"SJ{year.mark}-{n}",
            "body": body,
            "severity": "未发现问题",
            "title": f"{REGION_NAME}{year.year}年老旧小区改造资金专项检查",
            "found_on": year.day(*day),
        }
        for n, (body, day) in enumerate(looked.items(), 1)
    ]
