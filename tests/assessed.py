"""Three counties, assessed once for all tests of a process: nothing known, 磴口县2023, the invented complete one."""

from functools import cache

from anju.examples import fictional
from anju.examples.build import dengkou_2023, fictional_2023
from anju.facts.snapshot import Head, freeze
from anju.figures.book import Book
from anju.policy.loader import load_policy
from anju.scoring.assess import assess


@cache
def dengkou() -> Book:
    policy = load_policy()
    return Book(assess(dengkou_2023(policy), policy))


@cache
def complete() -> Book:
    policy = load_policy()
    return Book(assess(fictional_2023(policy), policy))


@cache
def nothing() -> Book:
    """A county that has only its name on the cover."""
    policy, given = load_policy(), fictional.HEAD
    return Book(assess(freeze(Head("150822", "磴口县", given.year, given.as_of), {}), policy))
