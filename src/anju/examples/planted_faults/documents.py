"""数字前后不一：报告里的说法、全县与分小区、部分与全部、单位和比值。"""

from __future__ import annotations

from typing import Any

from anju.examples.planted_faults._edit import DISAGREES, Planted, copy, every, fault, first, times

SAID: dict[str, Any] = {"subject": "小区数"}
IN_PLACE: dict[str, Any] = {"subject": "到位资金"}
FIRST: dict[str, Any] = {"community": "C1"}
ELEVEN = "、".join(f"第{n}小区" for n in range(1, 12))

FAULTS: dict[str, Planted] = {
    "consistency.documents_disagree": fault(first("statements", SAID, value="11")),
    "consistency.stated_twice_differently": fault(
        copy("statements", SAID, id="SF23-90", place="三、产出情况", value="11")
    ),
    "consistency.names_differ_from_count": fault(
        copy("statements", SAID, id="SF23-90", subject="小区名称", value=ELEVEN, unit=None)
    ),
    "consistency.stated_parts_differ_from_total": fault(first("statements", IN_PLACE, value="4000"), also=(DISAGREES,)),
    "consistency.whole_differs_from_parts": fault(
        copy("survey_frames", community="*", households=1, issued=1, returned=1, valid=1, satisfied=1)
    ),
    "consistency.part_exceeds_whole": fault(
        first("survey_frames", FIRST, satisfied=times("valid", 2)), also=(DISAGREES,)
    ),
    "consistency.ratio_implausible": fault(first("renovations", FIRST, area_actual_dm2=times("area_actual_dm2", 6))),
    "consistency.unit_slip": fault(
        every("renovations", area_actual_dm2=times("area_actual_dm2", 1, 10_000)),
    ),
    # One community more than planned, and yet fewer buildings.
    "consistency.more_communities_fewer_homes": fault(
        copy(
            "renovations",
            FIRST,
            community="C13",
            buildings_planned=None,
            households_planned=None,
            area_planned_dm2=None,
            buildings_actual=0,
            households_actual=0,
            area_actual_dm2=0,
        ),
        every("renovations", {"community": {"C2", "C3", "C4"}}, buildings_actual=2),
        also=(
            DISAGREES,
            "eligibility.approvals_missing",
            "eligibility.consent_missing",
            "progress.finished_without_acceptance",
        ),
    ),
}
