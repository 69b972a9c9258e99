"""规则共用：得分和等次分开写的。综合得分在前面一段，后面另写“据此，评价等级为优”；各只有一个，说的就是它。"""

from __future__ import annotations

import re

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._bands import GRADE
from anju.checker.rules._neighbours import paragraphs, valued
from anju.kernel.unit import Dimension

_WHOLE = re.compile(r"(?:综合|自评|评价|最终|总)(?:评价|评定)?(?:得分|评分|总分)(?:为|是|:)*$")
_GRADE = re.compile(
    rf"(?:据此|因此|综上|按照上述标准)[^。;]{{0,24}}(?:等级|等次|评价结果|评定)(?:结果)?(?:评定为|确定为|定为|评为|为|是|:)"
    rf"[\"“‘](?P<grade>{GRADE})[\"”’]"
)


def grade_apart(extract: Extract) -> tuple[Claim, str] | None:
    """The only score of the whole and the only grade that is drawn from it, in its paragraph or the next."""
    scores = [
        each.claim
        for told in paragraphs(extract)
        for each in told
        if each.claim.dimension is Dimension.POINTS and valued(each.claim) and _WHOLE.search(each.lead)
    ]
    if len({claim.base for claim in scores}) != 1:
        return None
    score = scores[0]
    found = [
        (number, match["grade"])
        for number, source in extract.sources.items()
        for match in _GRADE.finditer(source.folded.text)
    ]
    if len(found) != 1 or not 0 <= found[0][0] - score.paragraph <= 1:
        return None
    return score, found[0][1]
