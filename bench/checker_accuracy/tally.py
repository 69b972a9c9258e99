"""把试出来的归拢：按哪种句子、哪种改动，查出多少，惊动多少。"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker_accuracy.mutation import Outcome, Trial

COVERED, ALL = 0.95, 0.70
"""What is asked for: of the figures that were in a relation, and of all."""


@dataclass(frozen=True)
class Count:
    """So many of so many."""

    part: int
    whole: int

    @property
    def share(self) -> float:
        return self.part / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.part} / {self.whole}（{100 * self.share:.1f}%）" if self.whole else "—"


def outcomes(trials: Iterable[Trial], equivalent: bool) -> list[Outcome]:
    return [each for trial in trials for each in trial.outcomes if each.equivalent is equivalent]


def fired(some: Iterable[Outcome]) -> Count:
    every = list(some)
    return Count(sum(each.fired for each in every), len(every))


def killed(some: Sequence[Outcome]) -> tuple[Count, Count]:
    """Of those whose place was covered, and of all."""
    return fired(each for each in some if each.covered), fired(some)


def by_operator(some: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """In the order of first appearance over all reports."""
    names = sorted({each.operator for each in some}, key=_first(some))
    return [(name, [each for each in some if each.operator == name]) for name in names]


def _first(some: Sequence[Outcome]) -> Callable[[str], int]:
    places: dict[str, int] = {}
    for place, each in enumerate(some):
        places.setdefault(each.operator, place)
    return places.__getitem__


def covered(trials: Iterable[Trial]) -> Count:
    every = list(trials)
    return Count(sum(each.covered for each in every), sum(each.figures for each in every))


def false_alarms(trials: Iterable[Trial]) -> tuple[int, int]:
    """Findings on reports that were right, and how many of them were errors."""
    every = list(trials)
    return sum(len(each.findings) for each in every), sum(each.errors for each in every)
