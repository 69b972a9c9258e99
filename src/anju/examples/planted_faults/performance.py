"""绩效：目标不可衡量，满意度没有根据，得分和等次对不上。"""

from __future__ import annotations

from typing import Any

from anju.examples.planted_faults._edit import DISAGREES, Planted, copy, drop, every, fault, first, times

PASSED: dict[str, Any] = {"title": "一次验收合格率"}
HOUSEHOLDS: dict[str, Any] = {"title": "改造户数"}
NO_NUMBER: dict[str, Any] = {"unit": None, "scope": "全县", "place": "五、自评结果"}

FAULTS: dict[str, Planted] = {
    "performance.goal_not_measurable": fault(first("goals", target_milli=None)),
    "performance.rate_above_full": fault(first("goals", PASSED, relation="≥")),
    "performance.weights_unlike_total": fault(first("goals", weight=times("weight", 2))),
    "performance.overshoot_unexplained": fault(first("goals", HOUSEHOLDS, actual_milli=times("actual_milli", 2))),
    "performance.sample_too_small": fault(every("survey_frames", valid=10, satisfied=9), also=(DISAGREES,)),
    "performance.satisfaction_exactly_full": fault(
        every("survey_frames", satisfied=lambda row: row["valid"]), also=(DISAGREES,)
    ),
    "performance.satisfaction_without_sample": fault(drop("survey_frames"), drop("survey_answers")),
    "performance.satisfaction_goal_low": fault(first("goals", {"kind": "满意度"}, target_milli=70_000)),
    "performance.full_marks_without_reason": fault(first("judgements", share=10_000, reason=None)),
    "performance.score_above_weight": fault(first("judgements", share=12_000)),
    "performance.full_marks_without_evidence": fault(
        copy("statements", id="SF23-90", subject="自评得分", **NO_NUMBER | {"value": "100", "unit": "分"}),
        every("evidence", grade="D", sha256=None),
    ),
    "performance.grade_unlike_score": fault(
        copy("statements", id="SF23-90", subject="自评得分", **NO_NUMBER | {"value": "85", "unit": "分"}),
        copy("statements", id="SF23-91", subject="自评等次", **NO_NUMBER | {"value": "优"}),
    ),
    "performance.attachment_missing": fault(
        copy("statements", id="SF23-90", subject="附件", **NO_NUMBER | {"value": "《逐户走访原始记录册》"})
    ),
}
