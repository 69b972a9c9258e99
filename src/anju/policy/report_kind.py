"""报告种类：标题怎么写、分哪几部分、每部分写哪些章、附哪些表、图放在哪里。"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from anju.kernel.citation import Citation
from anju.policy.dated_reader import citation
from anju.policy.located import Located


@dataclass(frozen=True)
class Named:
    """A name that leads to a file of another room, and where it stands, for the complaint when there is none."""

    name: str
    where: Located


@dataclass(frozen=True)
class Section:
    """A chapter of sentences under a heading; `pictures` stand behind its text."""

    title: str
    chapter: Named
    pictures: tuple[Named, ...]


@dataclass(frozen=True)
class ReportPart:
    """A first-level heading over its sections; a section without a title stands right under it."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class ReportKind:
    """`heading` is the document's title, with {year} and {county}; `opening` the chapter before the first part."""

    code: str
    title: str
    heading: str
    basis: Citation
    opening: Named
    parts: tuple[ReportPart, ...]
    annexes: tuple[Named, ...]


def report_kind(code: str, where: Located, sources: Collection[str]) -> ReportKind:
    """PolicyError with file and line for a key that is missing or unknown, or a source that nobody describes."""
    entry = where.mapping(("title", "heading", "basis", "opening", "parts"), ("annexes",))
    return ReportKind(
        code,
        entry["title"].text(),
        entry["heading"].text(),
        citation(entry["basis"], sources),
        _named(entry["opening"]),
        tuple(_part(each) for each in entry["parts"].items()),
        tuple(_named(each) for each in entry["annexes"].items()) if "annexes" in entry else (),
    )


def _part(where: Located) -> ReportPart:
    entry = where.mapping(("title", "sections"), ())
    return ReportPart(entry["title"].text(), tuple(_section(each) for each in entry["sections"].items()))


def _section(where: Located) -> Section:
    entry = where.mapping(("chapter",), ("title", "pictures"))
    pictures = tuple(_named(each) for each in entry["pictures"].items()) if "pictures" in entry else ()
    return Section(entry["title"].text() if "title" in entry else "", _named(entry["chapter"]), pictures)


def _named(where: Located) -> Named:
    return Named(where.text(), where)
