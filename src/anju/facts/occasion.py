"""一次评价的场合：哪个县、哪个计划年度、算到哪一天、按哪套政策。"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from anju.kernel.region import Region
from anju.policy.dated import DatedValue, Vocabulary
from anju.policy.loader import Policy


@dataclass(frozen=True)
class Occasion:
    """All that an evaluation depends on besides the facts and the scheme; there is no clock anywhere below."""

    region: Region
    year: int
    as_of: date
    policy: Policy

    @property
    def year_end(self) -> date:
        return date(self.year, 12, 31)

    def parameter(self, code: str) -> DatedValue:
        """The rule in force at the end of the plan year: a 2023 file is judged by the rules of 2023."""
        return self.policy.parameters[code].at(self.region, self.year_end)

    def days(self, code: str) -> timedelta:
        return timedelta(days=self.parameter(code).integer())

    def share(self, code: str) -> Fraction:
        return self.parameter(code).fraction()

    def words(self, vocabulary: str) -> Vocabulary:
        return self.policy.vocabularies[vocabulary]
