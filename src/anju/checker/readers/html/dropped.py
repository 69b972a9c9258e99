"""网页上不是正文的东西：脚本、菜单、面包屑、页眉页脚、一串链接；拿不准的留下。"""

from __future__ import annotations

import re

from lxml import etree

_UNREAD = (
    "head script style noscript template iframe object embed svg canvas audio video map select button textarea nav "
    "footer aside dialog menu"
)
_TAGS = frozenset(_UNREAD.split())
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "complementary"})
_MENUS = (
    "nav navbar navi menu breadcrumb breadcrumbs crumb crumbs footer foot sidebar share pagination pager copyright "
    "topbar toolbar friendlink friendlinks"
)
_NAMES = frozenset(_MENUS.split())
_MARGINS = frozenset({"header", "footer"})
"""Titles that word processors give to the running heads of a saved page."""
_LISTS = frozenset({"ul", "ol", "dl", "div", "table", "tr", "td", "p", "section", "header"})
_WORD = re.compile(r"[a-z0-9]+")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_SHORT, _LINKS, _LINKED = 300, 5, 0.8


class Dropped:
    """Knows for each element of a page whether it is left out; counts text and links once for all."""

    def __init__(self, root: etree._Element) -> None:
        self._texts: dict[etree._Element, tuple[int, int, int]] = {}
        for _, element in etree.iterwalk(root, events=("end",)):
            own, linked, links = len((element.text or "").strip()), 0, 0
            for child in element:
                text, within, many = self._texts.get(child, (0, 0, 0))
                own += text + len((child.tail or "").strip())
                linked, links = linked + within, links + many
            if element.tag == "a" and not (element.get("href") or "#").startswith("#"):
                linked, links = own, 1
            self._texts[element] = (0, 0, 0) if element.tag in _TAGS else (own, linked, links)

    def __contains__(self, element: etree._Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _TAGS:
            return True
        if tag in {"html", "body"}:
            return False
        return self._unseen(element) or self._margin(element) or self._links(element)

    def _unseen(self, element: etree._Element) -> bool:
        style = element.get("style")
        return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)

    def _margin(self, element: etree._Element) -> bool:
        """A part that its name calls a menu or a foot, if it is short or mostly links."""
        if element.get("role") in _ROLES or (element.tag == "div" and element.get("title") in _MARGINS):
            return True
        named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if named == " " or not _NAMES.intersection(_WORD.findall(named)):
            return False
        text, linked, _ = self._texts.get(element, (0, 0, 0))
        return text < _SHORT or linked * 2 > text

    def _links(self, element: etree._Element) -> bool:
        text, linked, links = self._texts.get(element, (0, 0, 0))
        return element.tag in _LISTS and links >= _LINKS and linked >= _LINKED * text
