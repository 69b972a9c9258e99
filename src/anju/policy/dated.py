"""有日期、有地区、有出处的规定：来源文件、参数和词表。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.region import Region
from anju.policy.located import Located


@dataclass(frozen=True)
class Source:
    """One official document: what it is, when it is in force, how much of it was read."""

    slug: str
    title: str
    number: str
    issuer: str
    issued: date | None
    in_force: tuple[date | None, date | None]
    assurance: PolicyAssurance
    read: str
    says: tuple[str, ...]

    @property
    def shown(self) -> str:
        return f"《{self.title}》（{self.number}）" if self.number else f"《{self.title}》"


@dataclass(frozen=True)
class DatedValue:
    """One value of a parameter: in force from–to, in one region, with the document that says so."""

    entry: Located
    start: date
    end: date | None
    region: Region
    citation: Citation

    def in_force(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def value(self) -> Located:
        return self.entry.mapping()["value"]

    def integer(self) -> int:
        return self.value.integer()

    def fraction(self) -> Fraction:
        return self.value.fraction()

    def day_of(self, year: int) -> date:
        """A month and day, written 01-31, in that year."""
        try:
            return date.fromisoformat(f"{year}-{self.value.text()}")
        except ValueError:
            raise self.value.fail(f"“{self.value.text()}”不是{year}年的月和日，应写成 01-31") from None

    def flag(self, key: str) -> bool:
        """A yes/no word beside the value (`strict: true`); absent means no."""
        entry = self.entry.mapping()
        return key in entry and entry[key].flag()


@dataclass(frozen=True)
class Parameter:
    """A threshold or table of thresholds; `at` finds the value in force, nearest region first."""

    code: str
    title: str
    unit: str
    values: tuple[DatedValue, ...]

    def at(self, region: Region, day: date) -> DatedValue:
        """Raises LookupError, naming the parameter, when no value was in force that day."""
        for place in region.lineage():
            found = [v for v in self.values if v.region == place and v.in_force(day)]
            if found:
                return max(found, key=lambda v: v.start)
        raise LookupError(f"参数“{self.title}”（{self.code}）在{day.isoformat()}没有适用于{region.code}的规定")


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary and what is recorded of it (class, unit, keeper …)."""

    code: str
    title: str
    entry: Mapping[str, Located]

    def text(self, key: str, default: str = "") -> str:
        return self.entry[key].text() if key in self.entry and not self.entry[key].is_null else default

    def flag(self, key: str) -> bool:
        return key in self.entry and self.entry[key].flag()


@dataclass(frozen=True)
class Vocabulary:
    """The words a column may hold, in the order the file gives them."""

    code: str
    title: str
    terms: Mapping[str, Term]

    def codes(self, key: str | None = None, value: str | None = None) -> tuple[str, ...]:
        """All codes, or those whose `key` says `value` (flags are written "true"/"false")."""
        if key is None:
            return tuple(self.terms)
        if key not in self._by_word:
            self._by_word[key] = {code: term.text(key) for code, term in self.terms.items()}
        return tuple(code for code, word in self._by_word[key].items() if word == (value or "true"))

    @cached_property
    def _by_word(self) -> dict[str, dict[str, str]]:
        """Key → code → what it says: scoring asks for the same words again for every county."""
        return {}
