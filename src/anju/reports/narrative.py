"""填报人自己的段落：原话保留，花括号里的数每次重新填；认不得的编号列为问题。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anju.facts.checking import row_of
from anju.facts.tables.narratives import TABLE
from anju.figures.book import Book
from anju.figures.row_query import Row
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.finding import Finding, Severity
from anju.reports.document import Paragraph, Run
from anju.reports.scene import Gap, Scene, real
from anju.reports.tell import joined
from anju.reports.template import Slot, Template, parse

CODE = "narrative.unknown_slot"
ORIGIN = "narrative"
VOCABULARY = "report_chapters"


@dataclass(frozen=True, slots=True)
class _Told:
    runs: list[Run]
    faults: list[str]


def paragraphs(book: Book, chapter: str) -> list[Paragraph]:
    """The officer's paragraphs of a chapter, in the order he gave them; `chapter` is its folder of sentences."""
    return [Paragraph(joined(_told(book, row).runs), origin=ORIGIN) for row in rows(book, chapter)]


def rows(book: Book, chapter: str) -> list[Row]:
    terms = book.assessment.occasion.policy.vocabularies[VOCABULARY].codes("english", chapter)
    found = [row for row in real(book.rows(TABLE.name)) if row["chapter"] in terms and row["words"]]
    return sorted(found, key=lambda row: int(row["position"]))


def faults(book: Book) -> tuple[Finding, ...]:
    """One error for each paragraph that names a figure nobody has, or whose braces do not pair."""
    found = []
    for row in real(book.rows(TABLE.name)):
        told = _told(book, row) if row["words"] else _Told([], [])
        if told.faults:
            where = row_of(TABLE, row, "words")
            words = f"文字说明“{row['chapter']}”第{row['position']}段{'；'.join(told.faults)}。请改正后重新出报告。"
            found.append(Finding(CODE, Severity.ERROR, words, where))
    return tuple(found)


def _told(book: Book, row: Row) -> _Told:
    try:
        template = parse(row["words"])
    except ValueError as fault:
        return _Told([row["words"].replace("{", "").replace("}", "")], [str(fault)])
    told = _Told([], [])
    for run in _filled(Scene(book), template, told.faults):
        told.runs.append(run)
    return told


def _filled(scene: Scene, template: Template, faults: list[str]) -> Iterator[Run]:
    for piece in template:
        yield piece if isinstance(piece, str) else _slot(scene, piece, faults)


def _slot(scene: Scene, slot: Slot, faults: list[str]) -> Run:
    """The figure; 未填报 where it has no value, or only a made-up one. An unknown id leaves its place marked."""
    try:
        found = scene.fill(slot)
    except NotInCatalogue as fault:
        nearest = fault.nearest()
        hint = f"，最接近的是：{'、'.join(nearest)}" if nearest else ""
        faults.append(f"所引“{slot.name}”不是本系统的数{hint}")
        return "〔所引的数不存在〕"
    except ValueError as fault:
        faults.append(f"所引“{slot.name}”不能这样写：{fault}")
        return "〔所引的数不能这样写〕"
    if isinstance(found, Gap):
        return found.value if found in (Gap.NOT_APPLICABLE, Gap.PARTIAL) else Gap.UNREPORTED.value
    return found
