"""资格、手续和管护：谁能改、谁同意、怎样发包，改完谁来管。"""

from __future__ import annotations

from datetime import date
from typing import Any

from anju.examples.planted_faults._edit import Planted, days, drop, every, fault, first, times

FIRST: dict[str, Any] = {"community": "C1"}
VOTE: dict[str, Any] = {"matter": "改造方案", "community": "C1"}
ONE_FIRM: dict[str, Any] = {"id": {"HT23-01", "HT23-04"}}
"""Two works contracts of one firm, each below the limit and both together above it."""
LARGE: dict[str, Any] = {"id": "HT23-03"}

FAULTS: dict[str, Planted] = {
    "eligibility.built_after_cutoff": fault(first("communities", FIRST, built_year=2012)),
    "eligibility.built_year_unproven": fault(
        first("communities", FIRST, built_proof=None), drop("evidence", {"kind": "建成年份证明"})
    ),
    "eligibility.not_state_land": fault(first("communities", FIRST, land="集体")),
    "eligibility.dossier_incomplete": fault(first("communities", FIRST, dossier_pictures=False)),
    # Two thirds must take part, by area as by heads: here half of the area stays away.
    "eligibility.consent_insufficient": fault(
        first(
            "consents",
            VOTE,
            area_took_part_dm2=times("area_took_part_dm2", 1, 2),
            area_agreed_dm2=times("area_agreed_dm2", 1, 2),
        )
    ),
    "eligibility.consent_missing": fault(drop("consents", VOTE)),
    "eligibility.notice_too_short": fault(first("consents", VOTE, notice_on=days("decided_on", -1))),
    "eligibility.approvals_missing": fault(drop("approvals", FIRST | {"kind": "质量安全监督登记"})),
    "eligibility.joint_plan_after_start": fault(
        first("approvals", FIRST | {"kind": "统筹施工方案批准"}, approved_on=date(2023, 11, 1))
    ),
    "eligibility.not_tendered": fault(first("contracts", LARGE, bid_method="直接发包")),
    "eligibility.split_contracts": fault(every("contracts", ONE_FIRM, bid_method="直接发包")),
    "quality.joint_acceptance_incomplete": fault(first("acceptances", FIRST, parties=3)),
    "quality.no_lasting_management": fault(first("governance", FIRST, property_service=False)),
    "quality.assets_not_handed_over": fault(first("handovers", FIRST, handed=False, handed_on=None)),
}
