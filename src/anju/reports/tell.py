"""把句子写出来：选说法，填空，缺的归到句末一并说明。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anju.facts.checking import checks
from anju.facts.store import TABLES
from anju.figures.book import Book
from anju.figures.row_query import cell_text, parsed, select
from anju.kernel.finding import Finding, Severity
from anju.reports.document import Run, Runs
from anju.reports.guard import holds
from anju.reports.scene import Gap, Scene, real
from anju.reports.sentence import Clause, Each, Sentence, Variant
from anju.reports.sentence_reader import shipped
from anju.reports.template import Slot, Template
from anju.scoring.assess import CHECK_PACKAGES

Said = list[Run]
_TOLD = (Gap.UNREPORTED, Gap.PARTIAL, Gap.MADE_UP)


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says. `gap`: the nouns, where it only says that they are lacking, and `lack` in which way."""

    runs: Runs
    gap: str = ""
    lack: Gap = Gap.UNREPORTED


def tell(sentence: Sentence, book: Book) -> Iterator[Told]:
    """The sentence, once or once for each thing it is repeated for; nothing where its guard does not hold.

    LookupError for a slot that names nothing.
    """
    for scene in _scenes(Scene(book), sentence.each):
        if holds(sentence.when, scene):
            variant = next((each for each in sentence.variants if holds(each.when, scene)), None)
            found = _said(variant, scene) if variant else None
            if found:
                yield found


def lacking(gaps: list[str], lack: Gap) -> str:
    """What several sentences together have not got: 「下达资金，到位资金均未填报。」"""
    return f"{'，'.join(gaps)}{'均' if len(gaps) > 1 else ''}{lack.value}。"


def _said(variant: Variant, scene: Scene) -> Told | None:
    """What is missing is gathered, and said where the last of it would have stood."""
    told: list[Said] = []
    gaps: dict[str, Gap] = {}
    place = 0
    for clause in (each for each in variant.clauses if holds(each.when, scene)):
        found = _clause(clause, scene)
        if not isinstance(found, Gap):
            told.append(found)
        elif clause.missing and found is not Gap.NOT_APPLICABLE:
            gaps[clause.missing], place = found, len(told)
    nouns = {gap: _listed([noun for noun, each in gaps.items() if each is gap]) for gap in _TOLD}
    lack: list[Said] = [[nouns[gap] + gap.value] for gap in _TOLD if nouns[gap]]
    if not told and not lack:
        return None
    runs = joined([*_between([*told[:place], *lack, *told[place:]], variant.between), variant.end])
    only = [gap for gap in _TOLD if nouns[gap]]
    return Told(runs) if told or len(only) > 1 else Told(runs, nouns[only[0]], only[0])


def _clause(clause: Clause, scene: Scene) -> Said | Gap:
    """What it says, or why it cannot."""
    found = _first(clause.says, scene) if clause.each is None else _repeated(clause, clause.each, scene)
    if clause.of:
        filled = scene.fill(Slot(clause.of))
        # A figure that is known is not missing: the guards of other ways to say it were false for another reason.
        return filled if isinstance(filled, Gap) else Gap.NOT_APPLICABLE
    if isinstance(found, Gap) and clause.instead:
        instead = _first((clause.instead,), scene)
        return found if isinstance(instead, Gap) else instead
    return found if isinstance(found, Gap) else [clause.before, *found, clause.after]


def _repeated(clause: Clause, each: Each, scene: Scene) -> Said | Gap:
    parts = [found for part in _scenes(scene, each) if not isinstance(found := _first(clause.says, part), Gap)]
    return _between(parts, clause.between) if parts else Gap.UNREPORTED


def _first(ways: tuple[Template, ...], scene: Scene) -> Said | Gap:
    """The first way that can be said; else what the last one lacks."""
    lack = Gap.UNREPORTED
    for way in ways:
        filled = [piece if isinstance(piece, str) else scene.fill(piece) for piece in way]
        gaps = [each for each in filled if isinstance(each, Gap)]
        if not gaps:
            return [each for each in filled if not isinstance(each, Gap)]
        lack = max(gaps, key=list(Gap).index)
    return lack


def _scenes(scene: Scene, each: Each | None) -> Iterator[Scene]:
    if each is None:
        yield scene
    elif each.what == "finding":
        yield from _findings(scene, each.words[0])
    elif each.what == "others":
        for title in _others(scene.book):
            yield Scene(scene.book, {"title": title})
    elif each.what == "groups":
        for code, group in scene.book.assessment.evaluation.scheme.groups.items():
            ends = {end: f"score.group.{code}.{end}" for end in ("points", "confirmed", "at_most")}
            yield Scene(scene.book, {"title": group.title}, ends)
    else:
        yield from _rows(scene, each)


def _findings(scene: Scene, code: str) -> Iterator[Scene]:
    """Each finding of the code, in the order they are listed: its two amounts, and the cells of the row it names."""
    found = [finding for finding in scene.book.assessment.findings if finding.code == code]
    for number, finding in enumerate(found, 1):
        row = _row_of(scene, finding)
        amounts = {word: f"finding.{code}.{number}.{word}" for word in ("stated", "computed")}
        yield Scene(scene.book, {**row.own, "what": _what(finding)}, {**row.figures, **amounts})


def _what(finding: Finding) -> str | None:
    """The title of the column that the finding points at."""
    table, column = finding.where.table, finding.where.column
    return TABLES[table].by_name[column].zh if table and column else None


def _others(book: Book) -> list[str]:
    """Titles of the checks that found an error or a warning of which no sentence speaks."""
    spoken = {each.each.words[0] for each in shipped().values() if each.each and each.each.what == "finding"}
    guards = [each for sentence in shipped().values() for each in sentence.when if each.word == "finding"]
    spoken |= {code for each in guards for code in each.left.split("|")}
    graver = (each.code for each in book.assessment.findings if each.severity is not Severity.NOTE)
    modules = {code: module for package in CHECK_PACKAGES for code, module in checks(package).items()}
    titles = {code: (module.__doc__ or "").partition("：")[0] for code, module in modules.items()}
    return [titles[code] for code in dict.fromkeys(graver) if code in titles and code not in spoken]


def _row_of(scene: Scene, finding: Finding) -> Scene:
    table, key = finding.where.table, finding.where.key or ""
    year = f"{scene.book.assessment.snapshot.head.year}/"
    for row in scene.book.rows(table) if table else []:
        made = scene.of_row(table or "", row)
        if key.removeprefix(year) == made.key:
            return made
    return Scene(scene.book)


def _rows(scene: Scene, each: Each) -> Iterator[Scene]:
    table, *conditions = each.words
    wanted = [f"filled.{each.column}", *conditions] if each.column else conditions
    rows = real(select(scene.book, parsed([table, *wanted]))[0])
    if not each.column:
        yield from (scene.of_row(table, row) for row in rows)
        return
    for value in dict.fromkeys(cell_text(row[each.column]) for row in rows):
        asked = ",".join([f"{each.column}={value}", *conditions])
        yield Scene(scene.book, {each.column: value}, {"count": f"tally.{table}.{asked}"})


def _between(parts: list[Said], mark: str) -> Said:
    found: Said = []
    for number, part in enumerate(parts):
        found += [*([mark] if number else []), *part]
    return found


def _listed(nouns: list[str]) -> str:
    return "、".join(nouns[:-1]) + "和" + nouns[-1] if len(nouns) > 1 else "".join(nouns)


def joined(runs: Said) -> Runs:
    """Neighbouring words as one run."""
    found: Said = []
    for run in runs:
        if isinstance(run, str) and found and isinstance(found[-1], str):
            found[-1] += run
        elif run != "":
            found.append(run)
    return tuple(found)
