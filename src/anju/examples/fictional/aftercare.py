"""改造之后：长效管理、满意度调查和问卷。"""

from __future__ import annotations

from anju.examples.fictional._county import Cohort, Place, Row, Rows

SATISFIED = ("非常满意", "满意", "满意", "基本满意")
DISSATISFIED = ("不满意", "不满意", "非常不满意")


def rows(year: Cohort) -> Rows:
    return {
        "governance": [_governance(place) for place in year.places],
        "survey_frames": [_frame(year, place) for place in year.places],
        "survey_answers": [row for place in year.places for row in _answers(year, place)],
    }


def valid(place: Place) -> int:
    """Two households in five and at least eighty: enough for the whole county, however few its communities are."""
    return max(80, place.households * 2 // 5)


def satisfied(place: Place) -> int:
    return valid(place) - valid(place) // 16 - 1


def _governance(place: Place) -> Row:
    flags = ("party_organisation", "owners_committee", "property_service", "maintenance_fund", "merged")
    return {"community": place.local, **dict.fromkeys(flags, True), "merged_group": place.group}


def _frame(year: Cohort, place: Place) -> Row:
    return {
        "community": place.local,
        "households": place.households,
        "method": "第三方调查",
        "issued": valid(place) + 3,
        "returned": valid(place) + 1,
        "valid": valid(place),
        "satisfied": satisfied(place),
        "surveyed_on": year.day(12, 18),
        "surveyor": "清河县城乡社会调查中心",
    }


def _answers(year: Cohort, place: Place) -> list[Row]:
    """One row a valid sheet; the tally is the frame's, and nothing tells whose sheet it was."""
    content, all_of_it = satisfied(place), valid(place)
    return [
        {
            "id": f"WJ{year.mark}-{place.number + 1:02d}-{n:03d}",
            "community": place.local,
            "answer": SATISFIED[n % 4] if n < content else DISSATISFIED[n % 3],
        }
        for n in range(all_of_it)
    ]
