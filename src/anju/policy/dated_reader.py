"""读有日期的规定：来源文件、参数、词表，和各处的引用。"""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.region import Region
from anju.policy.dated import DatedValue, Parameter, Source, Term, Vocabulary
from anju.policy.located import Located

_SOURCE_KEYS = ("title", "number", "issuer", "issued", "in_force", "assurance", "read", "says")
_VALUE_KEYS = ("from", "to", "region", "value", "source", "assurance")
_CITED_KEYS = ("source", "assurance")
_CITED_WORDS = ("article", "quote", "note")
READ = ("whole", "opening", "cited", "not_read")
"""How much of a document was read: all, its opening, what others quote of it, nothing."""


def assurance(where: Located) -> PolicyAssurance:
    try:
        return PolicyAssurance(where.text())
    except ValueError:
        raise where.fail(f"可靠程度只能写{'、'.join(PolicyAssurance)}，不能写“{where.text()}”") from None


def region(where: Located) -> Region:
    try:
        return Region(where.text())
    except ValueError as fault:
        raise where.fail(str(fault)) from None


def citation(where: Located, sources: Collection[str]) -> Citation:
    """A mapping that does nothing but cite. PolicyError for a document that no file of `sources` describes."""
    return _cited(where.mapping(_CITED_KEYS, _CITED_WORDS), sources)


def _cited(entry: dict[str, Located], sources: Collection[str]) -> Citation:
    slug = entry["source"]
    if slug.text() not in sources:
        raise slug.fail(f"没有名为“{slug.text()}”的来源文件；请在 sources 里补一份，说明是什么文件")
    words = {key: entry[key].text() for key in _CITED_WORDS if key in entry}
    return Citation(slug.text(), assurance=assurance(entry["assurance"]), **words)


def source(slug: str, where: Located) -> Source:
    entry = where.mapping(_SOURCE_KEYS, ("region", "replaces", "note"))
    force = entry["in_force"].mapping(("from", "to"), ())
    first, last = (None if force[key].is_null else force[key].day() for key in ("from", "to"))
    if entry["read"].text() not in READ:
        raise entry["read"].fail(f"read 只能写{'、'.join(READ)}")
    return Source(
        slug=slug,
        title=entry["title"].text(),
        number="" if entry["number"].is_null else entry["number"].text(),
        issuer=entry["issuer"].text(),
        issued=None if entry["issued"].is_null else entry["issued"].day(),
        in_force=(first, last),
        assurance=assurance(entry["assurance"]),
        read=entry["read"].text(),
        says=entry["says"].texts(),
    )


def parameter(code: str, where: Located, sources: Collection[str]) -> Parameter:
    """Refuses two values that begin on the same day in the same region: nobody could say which is in force."""
    entry = where.mapping(("title", "unit", "values"), ("shown_only",))
    values = tuple(_dated(item, sources) for item in entry["values"].items())
    if not values:
        raise entry["values"].fail("参数至少要有一个值")
    seen = set()
    for value in values:
        if (value.region, value.start) in seen:
            raise value.entry.fail(f"{value.region.code}从{value.start.isoformat()}起已经有一个值")
        seen.add((value.region, value.start))
    return Parameter(code, entry["title"].text(), entry["unit"].text(), values)


def _dated(where: Located, sources: Collection[str]) -> DatedValue:
    entry = where.mapping(_VALUE_KEYS, (*_CITED_WORDS, "strict"))
    start, end = entry["from"].day(), None if entry["to"].is_null else entry["to"].day()
    if end is not None and end < start:
        raise entry["to"].fail("失效日期早于生效日期")
    return DatedValue(where, start, end, region(entry["region"]), _cited(entry, sources))


def vocabulary(code: str, where: Located, sources: Collection[str]) -> Vocabulary:
    entry = where.mapping(("title", "source", "assurance", "terms"), (*_CITED_WORDS, "keys"))
    _cited(entry, sources)
    terms = {}
    for name, term in entry["terms"].mapping().items():
        fields = term.mapping(("title",))
        terms[name] = Term(name, fields["title"].text(), MappingProxyType(fields))
    if not terms:
        raise entry["terms"].fail("词表里没有词")
    return Vocabulary(code, entry["title"].text(), MappingProxyType(terms))
