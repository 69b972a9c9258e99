"""同数异说：同一个数，前后写得不一样。

Two places that speak of the same thing, the same acts, the same time and the same scope, with intervals that share no
number. An error only when the time stands in both sentences; otherwise, and when both are 约 with digits of equal
fineness, a warning. A warning also when the words differ but nothing sets the two apart and one slip of the pen would
make them equal. Wrong when a word that narrows one of the two down is not among the known words and was dropped:
settle it by saying in the text which part is meant (其中…), or by adding the word to extract/words.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set

from anju.checker.extract import Extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.things import AREA, BUILDINGS, COMMUNITIES, HOUSEHOLDS
from anju.checker.relation import Relation, Result
from anju.checker.rules._facts import comparable, fact
from anju.checker.rules._glossed import glossed
from anju.checker.rules._repeats import other_days, parallel, repeats
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import two_numbers
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C01",)
WHY = "同一个数写了两遍，两遍不一样，读的人不知道信哪一个，全篇的数都会被怀疑。这是退回报告最常见的原因。"
WRONG = """
2023年计划改造7个老旧小区。
2023年计划改造的5个老旧小区已全部完工。
"""
RIGHT = """
2023年计划改造7个老旧小区。
2023年计划改造的7个老旧小区已全部完工。
"""
MISTAKEN = "两处说的其实不是同一个数：一处是其中一部分，一处是别的批次或口径，而限定的话没有写出来。"
SETTLE = "同一个数的，按原始资料改成一样；不是同一个数的，写明各指什么（“其中第一批5个”“调整后5个”）。"

_TASKS = frozenset({COMMUNITIES, BUILDINGS, HOUSEHOLDS, AREA})
_FARTHEST = 2
"""One more than so many times the other is hardly the same number: all teachers, and those of the primary schools."""
_SERIES = 3
"""So many values that only seem to be of one thing are a series of things that the text did not name."""


def check(extract: Extract) -> Iterator[Relation]:
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    claims_of_facts = [claim for claim in extract.claims if comparable(claim)]
    for claim in claims_of_facts:
        groups[fact(claim)].append(claim)
    facts = list(map(_one_a_sentence, groups.values()))
    apart = parallel(facts)
    for claims in facts:
        if len(claims) > 1:
            yield _relation(extract, claims, apart)
    yield from _half_told(extract, facts)
    for first, second in repeats(claims_of_facts):
        if fact(first) != fact(second):
            yield _repeated(extract, first, second)
    for first, second in glossed(extract):
        yield _glossed(extract, first, second)


def _glossed(extract: Extract, first: Claim, second: Claim) -> Relation:
    """33130万元（约合33.13亿元）: nobody can mean two numbers."""
    pair = (first, second)
    if not two_numbers(first, second):
        return _made(Result.HELD, second, pair, pair)
    unit = second.mention.quantity.unit
    message = (
        f"{quoted(extract, first)}，接着写{second.text}，{first.text}换算过来是{amount(first.base, unit)}，"
        f"不一致，请核。多半是换算时错了位数；请按原始资料改正其中一个，或写明两个数各指什么。"
    )
    return _made(Result.FAILED, second, pair, pair, Severity.ERROR, message)


def _repeated(extract: Extract, first: Claim, second: Claim) -> Relation:
    """Two that nothing sets apart, in other words: a warning at most."""
    pair = (first, second)
    if not two_numbers(first, second):
        return _made(Result.HELD, first, pair, pair)
    gap = amount(abs(first.base - second.base), first.mention.quantity.unit)
    message = (
        f"{quoted(extract, first)}，{quoted(extract, second)}，看上去说的是同一个数，相差{gap}，两个数只差一笔，"
        f"不一致，请核。如果说的不是同一个数，请写明各指什么；否则请按原始资料改正写错的一处。"
    )
    return _made(Result.FAILED, second, pair, pair, Severity.WARNING, message)


def _half_told(extract: Extract, facts: Sequence[Sequence[Claim]]) -> Iterator[Relation]:
    """One place says that it is the plan, another says nothing: a warning, unless it is what is said to be actual."""
    kinds: dict[Hashable, dict[frozenset[str], Claim]] = defaultdict(dict)
    for claims in facts:
        if claims and claims[0].bound is Bound.SENTENCE and claims[0].thing in _TASKS:
            kinds[fact(claims[0])[:-1]][claims[0].scopes] = claims[0]
    for told in kinds.values():
        planned, silent, actual = (told.get(frozenset(each)) for each in (["计划"], [], ["实际"]))
        if planned and silent and two_numbers(planned, silent) and (actual is None or two_numbers(actual, silent)):
            first, second = sorted((planned, silent), key=lambda claim: claim.index)
            gap = amount(abs(first.base - second.base), first.mention.quantity.unit)
            message = (
                f"{quoted(extract, first)}，{quoted(extract, second)}，一处写明是计划，一处没有写明计划还是实际，"
                f"相差{gap}，不一致，请核。如果一个是计划、一个是实际，请写明；否则请改正写错的一处。"
            )
            yield _made(Result.FAILED, second, (first, second), (first, second), Severity.WARNING, message)


def _one_a_sentence(claims: Sequence[Claim]) -> list[Claim]:
    """A sentence that says it twice enumerates (安排252万元……；安排27285.3万元……) and repeats nothing."""
    often = Counter(claim.sentence for claim in claims)
    return [claim for claim in claims if often[claim.sentence] == 1]


def _relation(extract: Extract, claims: Sequence[Claim], apart: Set[tuple[int, int]]) -> Relation:
    first = claims[0]
    against = next((claim for claim in claims[1:] if _at_odds(first, claim)), None)
    values = list({claim.base: claim for claim in claims}.values())
    if against is None:
        return _made(Result.HELD, first, claims, values)
    explicit = all(claim.bound is Bound.SENTENCE for claim in (first, against))
    larger, smaller = max(first.base, against.base), min(first.base, against.base)
    other = other_days(extract, first, against) or larger > _FARTHEST * smaller
    unsure = len(values) >= _SERIES or (first.paragraph, against.paragraph) in apart
    if other or (unsure and not explicit):
        return _made(Result.NOT_ASSESSABLE, first, claims, values)
    severity = Severity.ERROR if explicit and two_numbers(first, against) else Severity.WARNING
    unit = first.mention.quantity.unit
    gap = amount(abs(first.base - against.base), unit)
    message = (
        f"{quoted(extract, first)}，{quoted(extract, against)}，说的是同一个数，相差{gap}，不一致，请核。"
        f"如果其中一处另有所指，请写明范围；否则请按原始资料改正写错的一处。"
    )
    return _made(Result.FAILED, against, claims, values, severity, message)


def _at_odds(one: Claim, other: Claim) -> bool:
    """Also two 约 of the same fineness with different digits: whoever prints two decimals has a number before him."""
    if two_numbers(one, other):
        return True
    first, second = one.mention, other.mention
    fine = 0 < first.quantity.step < 1 and first.quantity.step == second.quantity.step
    return fine and first.qualifier is second.qualifier is Qualifier.ABOUT and one.base != other.base


def _made(  # noqa: PLR0913, PLR0917  a relation has so many sides
    result: Result,
    where: Claim,
    claims: Sequence[Claim],
    values: Sequence[Claim],
    severity: Severity = Severity.WARNING,
    message: str = "",
) -> Relation:
    first = claims[0]
    said = "".join(
        (first.period, *sorted(first.scopes & {"计划", "实际"}), *sorted(first.acts - {first.thing}), first.thing)
    )
    told = f"{len(claims)}处都是{first.text}" if result is Result.HELD else "、".join(claim.text for claim in values)
    return Relation(
        result,
        where.where,
        tuple(claim.where for claim in claims if claim is not where),
        Computation(
            where.text, first.text if where is not first else values[-1].text, tuple(each.text for each in values)
        ),
        severity,
        message,
        tuple(claim.mention.quantity for claim in values),
        formula=f"{said}：{told}",
    )
