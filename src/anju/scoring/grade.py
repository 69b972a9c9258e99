"""等级：总分区间两头落在同一档才定等级。"""

from __future__ import annotations

from fractions import Fraction

from anju.facts.occasion import Occasion
from anju.policy.located import Located
from anju.policy.scheme import Scheme, points_text


def grade_of(scheme: Scheme, occasion: Occasion, low: int, high: int) -> tuple[str | None, tuple[str, str]]:
    """The grade (None when the ends differ) and the grades of both ends, under the scheme's own region's bands.

    Bands are written for 100 points; those of a table with another total are brought to that. PolicyError when the
    bands leave a gap.
    """
    bands = occasion.policy.parameters[scheme.grades].at(scheme.region, occasion.year_end).value
    ends = (_grade(bands, low, scheme.total), _grade(bands, high, scheme.total))
    return (ends[0] if ends[0] == ends[1] else None), ends


def _grade(bands: Located, points: int, total: int) -> str:
    share = Fraction(points * 100, total)
    for band in bands.items():
        entry = band.mapping(("grade", "from", "to", "open_from", "open_to"), ())
        above = share > entry["from"].fraction() if entry["open_from"].flag() else share >= entry["from"].fraction()
        below = share < entry["to"].fraction() if entry["open_to"].flag() else share <= entry["to"].fraction()
        if above and below:
            return entry["grade"].text()
    raise bands.fail(f"{points_text(points)}分（满分{points_text(total)}分）不在任何一档里")


def bands_in_words(bands: Located) -> str:
    """「优［90，100］、良［80，90）、…」, best first."""
    words = []
    for band in bands.items():
        entry = band.mapping()
        left, right = ("（" if entry["open_from"].flag() else "［"), ("）" if entry["open_to"].flag() else "］")
        words.append(f"{entry['grade'].text()}{left}{entry['from'].text()}，{entry['to'].text()}{right}")
    return "、".join(words)
