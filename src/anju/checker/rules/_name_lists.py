"""规则共用：用顿号隔开的一串名称，在个数前面或后面，列了几个，可不可能没有列全。"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from anju.checker.extract.layers import FILL
from anju.checker.extract.words import ACTS

_IN = r"[^,;:。()!?\n|\t]"
_AHEAD = re.compile(rf"{_IN}*、{_IN}*$")
_BEHIND = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,10}?)(?P<by>,?(?:分别|依次)(?:为|是|:)|,?(?:即|为|是)?:|,即|\(|,?(?P<some>包括|包含|如|有):?)"
    rf"(?P<names>{_IN}*、{_IN}*)"
)
_ENDING = re.compile(r"(?P<some>等)?(?:共计|合计|共有|共|这|上述|以上)?$")
_AND = re.compile("以及|和|及|与|暨")
_GLOSS = re.compile(r"(?<=[\u4e00-\u9fff])\([^()、,;:。\n]{1,14}\)")
_GLOSSED = "\ue003"
"""What stands for a bracket behind a name (绿苑小区（一期）), which belongs to it."""
_NUMBERED = re.compile(r"\d{1,4}(?:号院?|院|街|组|厂|团|连|中|小|期|区|片区|[#])")
_FARTHEST = 600
"""Characters that a list of names may have."""
_SHORT, _LONG = 1, 24
_LEAD = re.compile(
    rf"^.*(?:{ACTS}|分布在|分布于|抽查了?|核查了?|走访了?|组织|选取了?|抽取了?|包括|涉及|范围为|为|是|的|对|将|在|由|分)(?=[\u4e00-\u9fff]{{2,}})"
)
_VERBAL = re.compile(
    "会同|组成|联合|通过|采取|围绕|针对|结合|按照|根据|经|在|对|将|并|把|从|向|的|了|是|为|已|均|未|做好|加强|推进"
    f"|开展|加大|强化|提升|优化|成立|设立|惠及|覆盖|解决|{ACTS}"
)
"""What is no name of a place: whoever did something, or what was done."""


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names over [start, end) of the plain text; `some`: it need not be complete; `told`: the
    words say that these are they (3项分别为…)."""

    start: int
    end: int
    names: tuple[str, ...]
    some: bool
    told: bool = False

    @property
    def counts(self) -> set[int]:
        """How many names there may be: a 和 in the last parts two or belongs to one; 甲和乙、丙和丁 are nested."""
        parted = [any(m.start() > 0 and m.end() < len(name) for m in _AND.finditer(name)) for name in self.names]
        number = len(self.names)
        found = {number, number + 1} if parted[-1] else {number}
        if any(parted[:-1]):
            found |= set(range(number, number + sum(parted) + 1))
        return found

    def nearest(self, wanted: int) -> int:
        """Of these the one closest to what was counted."""
        return min(self.counts, key=lambda count: (abs(count - wanted), count))

    def __str__(self) -> str:
        return "、".join(self.names) + ("等" if self.some else "")

    @property
    def nominal(self) -> bool:
        """Whether all of them look like names of places or things, and none like what somebody does or has."""
        return self.told or not (any(_VERBAL.search(name) for name in self.names) or self._owner)

    @property
    def _owner(self) -> bool:
        """Whether the last name goes on behind what the others end in: 绿苑小区、绿洲小区车棚3个 counts sheds."""
        *others, last = self.names
        last = _AND.split(last)[-1] or last
        ends = {name[-2:] for name in others} | {name[-1] for name in others if len({each[-1] for each in others}) == 1}
        return any(end in last[1:-1] and not last.endswith(end) for end in ends)


def hidden(labels: str) -> str:
    """The labels of a paragraph with the brackets behind names masked."""
    return _GLOSS.sub(lambda match: _GLOSSED * len(match[0]), labels)


def ahead(text: str, at: int) -> Names | None:
    """The names in front of a count at that place."""
    ending = _ENDING.search(text, max(0, at - 6), at)
    upto = ending.start() if ending else at
    found = _AHEAD.search(text, max(0, upto - _FARTHEST), upto)
    if found is None or text[upto - 1 : upto] == "的":
        return None
    return _names(text, found.start(), upto, bool(ending and ending["some"]))


def behind(text: str, end: int) -> Names | None:
    """The names behind a count that ends there."""
    found = _BEHIND.match(text, end, end + _FARTHEST)
    if found is None:
        return None
    names = _names(text, *found.span("names"), bool(found["some"]) or found["names"].endswith("等"))
    told = found["by"].lstrip(",").startswith(("分别", "依次"))
    return names if names is None or not told else replace(names, told=True)


def listed(text: str, start: int, end: int) -> Names | None:
    """The names of a stretch by itself."""
    return _names(text, start, end, text[start:end].endswith("等"))


def _names(text: str, start: int, end: int, some: bool) -> Names | None:
    """The names of a stretch, when they look like names: short, and without digits that count something."""
    names = text[start:end].removesuffix("等").replace(_GLOSSED, "").split("、")
    names[0] = _LEAD.sub("", names[0].replace(FILL, "")) or names[0].replace(FILL, "")
    names = [name.strip() for name in names]
    if len(names) < 2 or not all(_SHORT < len(name) <= _LONG for name in names):
        return None
    if any(re.search(rf"\d|{FILL}", _NUMBERED.sub("", name)) for name in names):
        return None
    return Names(start, end, tuple(names), some)
