"""Every rule says why it is there and shows, in a text that runs, what is wrong and how it should read."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest

from anju.checker.relation import Relation, Result
from anju.checker.run import RULES
from anju.checker.specimen import missing, said_of


def failed(code: str, text: str) -> list[Relation]:
    return [each for each in said_of(code, text) if each.result is Result.FAILED]


@pytest.mark.parametrize("code", list(RULES))
def test_a_rule_explains_itself(code: str) -> None:
    assert missing(code) == []
    for name in ("WHY", "MISTAKEN", "SETTLE"):
        said = getattr(RULES[code], name)
        assert said.endswith("。"), said
        assert not re.search("造假|虚报|[A-Za-z]{3}", said), said


@pytest.mark.parametrize("code", list(RULES))
def test_the_wrong_example_is_found(code: str) -> None:
    assert failed(code, RULES[code].WRONG)


@pytest.mark.parametrize("code", list(RULES))
def test_the_right_example_is_the_wrong_one_mended(code: str) -> None:
    module = RULES[code]
    assert [each.message for each in failed(code, module.RIGHT)] == []
    assert module.RIGHT != module.WRONG
    assert SequenceMatcher(None, module.WRONG, module.RIGHT, autojunk=False).ratio() >= 0.5
