"""Every sentence is said as its twin has it: the full case, the case with something missing, the guard's other side."""

from pathlib import Path
from typing import Any

import assessed
import pytest
from reports.sentence_cases import cases, every, said, twins

from anju.kernel.catalogue import NotInCatalogue
from anju.reports import template
from anju.reports.guard import Condition
from anju.reports.plain_words import WORDS
from anju.reports.scene import LISTS
from anju.reports.sentence import Clause, Sentence
from anju.reports.sentence_reader import shipped

HERE = Path(__file__).parent
SENTENCES = shipped()


@pytest.mark.parametrize(
    ("name", "case"), [pytest.param(*each, id=f"{each[0]}：{each[1]['名']}") for each in every(HERE)]
)
def test_a_sentence_says_what_the_facts_say(name: str, case: dict[str, Any]) -> None:
    assert said(SENTENCES[name], case) == case["写"]


@pytest.mark.parametrize("name", SENTENCES)
def test_a_twin_shows_more_than_one_side(name: str) -> None:
    told = {case["写"] for case in cases(twins(HERE)[name])}
    assert len(told) >= 2
    if any(clause.missing for variant in SENTENCES[name].variants for clause in variant.clauses):
        assert any("未填报" in each for each in told)


@pytest.mark.parametrize("name", SENTENCES)
def test_no_amount_stands_in_a_template(name: str) -> None:
    for clause in clauses(SENTENCES[name]):
        for way in (*clause.says, clause.instead):
            assert not template.DIGITS.search(template.literal(way))


@pytest.mark.parametrize("name", SENTENCES)
def test_every_figure_a_sentence_names_is_known(name: str) -> None:
    sentence = SENTENCES[name]
    for id in sorted(figures(sentence)):
        try:
            assessed.dengkou().figure(id)
        except NotInCatalogue as fault:
            pytest.fail(f"{name}: {fault}")


def test_praise_needs_facts() -> None:
    """Words that a reviewer asks a number for."""
    text = "".join(
        template.literal(way) for sentence in SENTENCES.values() for each in clauses(sentence) for way in each.says
    )
    assert not [word for word in ("显著", "大幅", "极大", "全面提升", "明显", "严格") if word in text]


def clauses(sentence: Sentence) -> list[Clause]:
    return [clause for variant in sentence.variants for clause in variant.clauses]


def figures(sentence: Sentence) -> set[str]:
    """Ids in slots and guards; not those of the row, finding or group that the sentence is said of."""
    named = {
        slot.name
        for clause in clauses(sentence)
        for way in (*clause.says, clause.instead)
        for slot in template.slots(way)
    }
    named |= {clause.of for clause in clauses(sentence) if clause.of}
    conditions = [*sentence.when, *(each for variant in sentence.variants for each in variant.when)]
    conditions += [each for clause in clauses(sentence) for each in clause.when]
    named |= {side for each in conditions for side in sides(each)}
    return {id for id in named if not id.startswith((".", *(f"{head} " for head in LISTS))) and id not in WORDS}


def sides(condition: Condition) -> list[str]:
    if condition.word in ("some", "none", "finding", "no finding"):
        return []
    written = [condition.left] if condition.word in ("known", "unknown") else [condition.left, condition.right]
    return [side for side in written if (not side[0].isdigit() and side.isascii()) or "=" in side]
