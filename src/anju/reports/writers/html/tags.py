"""一个标签一次调用：字总是字，不会变成标签。"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from anju.reports.writers.xml_text import clean

Child: TypeAlias = "str | etree._Element | Iterable[Child] | None"


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> etree._Element:
    """An element. Children are words, elements, sequences of these, or None for nothing.

    `class_` is written class, `data_x` data-x; an attribute that is None or False is left out, True has no value.
    """
    made = etree.Element(name)
    for key, value in attributes.items():
        if value is not None and value is not False:
            made.set(key.rstrip("_").replace("_", "-"), "" if value is True else clean(str(value)))
    _append(made, children)
    return made


def _append(parent: etree._Element, children: Iterable[Child]) -> None:
    for child in children:
        if isinstance(child, str):
            _write(parent, clean(child))
        elif isinstance(child, etree._Element):
            parent.append(child)
        elif child is not None:
            _append(parent, child)


def _write(parent: etree._Element, words: str) -> None:
    """Text goes into the element, or behind its last child."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def section(id: str, title: str, *children: Child) -> etree._Element:
    """A part of the page under its heading, which the links on top lead to."""
    return tag("section", tag("h2", title, id=f"{id}-title"), *children, id=id, aria_labelledby=f"{id}-title")


def scrolled(table: etree._Element, label: str) -> etree._Element:
    """A table that scrolls in its own box where the screen is too narrow, by keyboard too."""
    return tag("div", table, class_="scroll", role="region", aria_label=label, tabindex="0")


def facts(entries: Iterable[tuple[str, Child]]) -> etree._Element:
    """Words and what they say, one a line; what says nothing is left out."""
    said = [(word, child) for word, child in entries if child not in (None, "")]
    return tag("dl", [tag("div", tag("dt", word), tag("dd", child)) for word, child in said], class_="facts")
