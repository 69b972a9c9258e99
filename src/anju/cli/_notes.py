"""一份报告的审阅意见：印出来要用的话和数都在这里，不带正文，几千份也装得下。"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from anju.checker.fingerprint import fingerprint
from anju.checker.placed import Placed
from anju.checker.reading import Paragraph, Reading
from anju.checker.relation import Relation, Result
from anju.checker.titles import title
from anju.checker.waivers import SHORT, Settled
from anju.kernel.finding import Finding, Severity, Status, Where

_MOST_PLACES, _MOST_AGREED, _MOST_OF_RULE = 4, 30, 8
_KINDS = {"docx": "Word 文档", "txt": "纯文本", "pdf": "PDF 文件", "xlsx": "Excel 工作簿", "html": "网页"}


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as it is printed: the rule's title, where it stands, who let it pass and why."""

    severity: Severity
    status: Status
    title: str
    message: str
    places: str
    fingerprint: str
    waiver: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is told of one report; of one that could not be read, only `error`."""

    path: str
    error: str = ""
    read: str = ""
    figures: int = 0
    held: int = 0
    failed: int = 0
    warned: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    agreed: tuple[str, ...] = ()
    more_agreed: int = 0
    undecided: tuple[tuple[str, int], ...] = ()

    def of(self, status: Status) -> list[Note]:
        return [each for each in self.notes if each.status is status]

    def count(self, severity: Severity) -> int:
        """Open findings of a severity."""
        return sum(1 for each in self.of(Status.OPEN) if each.severity is severity)

    @property
    def rank(self) -> tuple[int, ...]:
        """Worst last; what could not be read is worse than any finding, for nobody knows what it holds."""
        return (int(bool(self.error)), *(self.count(severity) for severity in Severity))

    @property
    def has_errors(self) -> bool:
        return bool(self.error) or self.count(Severity.ERROR) > 0


def notes_of(settled: Settled, path: str) -> Notes:
    """The notes on a report that goes by the name `path`."""
    checked = settled.checked
    spots = _Spots(checked.reading)
    found = sorted(checked.findings, key=lambda each: (each.severity.rank, each.where.order, each.code))
    told = [_note(each, spots, settled) for each in found]
    held = [each for each in checked.relations if each.result is Result.HELD]
    open_ended = Counter(_reason(each) for each in checked.relations if each.result is Result.NOT_ASSESSABLE)
    agreed = _some(held, spots)
    return Notes(
        path,
        read=_read(checked.reading),
        figures=checked.figures,
        held=len(held),
        failed=checked.count(Result.FAILED),
        warned=checked.reading.notes,
        notes=tuple(told),
        agreed=tuple(agreed),
        more_agreed=len({_agreed(each, spots) for each in held}) - len(agreed),
        undecided=tuple(open_ended.most_common()),
    )


def _note(finding: Finding, spots: _Spots, settled: Settled) -> Note:
    print_ = fingerprint(finding)
    waiver = settled.waived.get(print_)
    places = [finding.where, *finding.related][:_MOST_PLACES]
    return Note(
        finding.severity,
        finding.status,
        title(finding.code),
        finding.message,
        spots.placed.described(sorted(places, key=lambda each: each.order)),
        print_[:SHORT],
        "" if waiver is None else waiver.why,
    )


def _reason(relation: Relation) -> str:
    """Why it was left open, or at least by which rule; what would have been said of it if it had failed is no
    reason."""
    return relation.message if relation.message and "请核" not in relation.message else title(relation.code)


def _some(held: list[Relation], spots: _Spots) -> list[str]:
    """What held, in reading order; of each rule only so many, or a long table would be all that is seen."""
    said: dict[str, str] = {}
    for relation in held:
        said.setdefault(_agreed(relation, spots), relation.code)
    often: Counter[str] = Counter()
    chosen = []
    for line, code in said.items():
        often[code] += 1
        if often[code] <= _MOST_OF_RULE:
            chosen.append(line)
    return chosen[:_MOST_AGREED]


def _agreed(relation: Relation, spots: _Spots) -> str:
    computation = relation.computation
    formula = relation.formula or ("；".join(computation.operands) if computation else "")
    return "：".join(filter(None, (spots.short([relation.where, *relation.related]), formula)))


def _read(reading: Reading) -> str:
    """读的是 Word 文档，92段、3张表"""
    tables = {each.place.table for each in reading.paragraphs if each.place is not None}
    sheets = {each.sheet for each in reading.paragraphs if each.sheet is not None}
    pages = max((each.page or 0 for each in reading.paragraphs), default=0)
    prose = sum(1 for each in reading.paragraphs if each.place is None and each.cell is None)
    counted = ((pages, "页"), (prose, "段文字"), (len(sheets) or len(tables), "张表"))
    said = "、".join(f"{count}{unit}" for count, unit in counted if count)
    return f"{_KINDS.get(reading.kind, reading.kind)}，读到{said}"


class _Spots:
    """Where things stand, in few words."""

    def __init__(self, reading: Reading) -> None:
        self.placed = Placed(reading)

    def short(self, places: list[Where]) -> str:
        """第9、36段"""
        found = self._of(places)
        spots = list(dict.fromkeys(each.spot for each in found))
        more = "等处" if len(spots) > _MOST_PLACES else ""
        if any(each.page is not None or each.cell is not None for each in found):
            return "、".join(spots[:_MOST_PLACES]) + more
        numbers = "、".join(str(number) for number in sorted({each.number for each in found})[:_MOST_PLACES])
        return f"第{numbers}{more and '等'}段" if found else ""

    def _of(self, places: list[Where]) -> list[Paragraph]:
        found = (self.placed.paragraph(each) for each in places)
        return list({each.number: each for each in found if each is not None}.values())
