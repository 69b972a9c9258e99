"""No text costs more than its length: every pattern of the extraction on crafted text, and the whole of it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest

from anju.checker import extract as package
from anju.checker.extract import extract
from anju.checker.reading import Paragraph, Reading

LENGTH = 5_000
QUICK = 0.006
"""Seconds in which no pattern that is worse than linear comes through twice the length."""
OF_A_SENTENCE = {".words._NAMES", ".words._LIST", ".things._WHOLE_AREA", ".things._AHEAD"}
"""These run over the words of one sentence, and those are cut at two thousand characters."""
HOSTILE = {
    "数字": "9",
    "逗号": ",",
    "千分位": "1,111,",
    "汉字一": "一",
    "左括号": "(",
    "右括号": ")",
    "小数": "9.9",
    "点": ".",
    "顿号": "1、",
    "横线": "1-",
    "到": "3到",
    "年": "2023年",
    "月": "1月",
    "第": "第1、",
    "书名": "《",
    "文号": "〔2023〕",
    "汉字": "改造",
    "汉字和空格": "改 ",
    "空格": " ",
    "数字和空格": "1 ",
    "三位和空格": "111 ",
    "换行": "\n",
    "冒号": "指标:",
    "分别": "分别",
    "每户": "每户",
    "资金万": "资金1万",
    "百分之": "百分之",
    "亿": "1亿",
    "小区": "小区",
    "字母": "K",
    "斜线": "1/",
    "老旧": "老旧",
    "号": "1号",
    "年份": "2023、",
    "第几": "第一、",
    "零宽": "\u200b",
    "约": "约",
    "单价": "1元/户·",
    "括号里的数": "(1)",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the extraction holds, alone or in a collection."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for each in held(value):
                yield f"{found.name.removeprefix(package.__name__)}.{name}", each


def held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for each in (*value, *value.values()):
            yield from held(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from held(each)


PATTERNS = {(name, each.pattern): each for name, each in patterns()}


def took(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def linear(act: Callable[[str], object], unit: str, length: int, quick: float = 0) -> bool:
    """Whether twice the text takes at most thrice the time; a measurement that a busy machine spoiled is repeated."""
    short = unit * (length // len(unit))
    for _ in range(5):
        twice = took(lambda: act(short + short))
        if twice < quick or twice <= 3 * took(lambda: act(short)):
            return True
    return False


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize(
    "pattern",
    [pytest.param(each, id=name) for (name, _), each in PATTERNS.items() if name not in OF_A_SENTENCE],
)
def test_no_pattern_is_slower_than_its_text_is_long(pattern: re.Pattern[str]) -> None:
    def walk(text: str) -> int:
        return sum(1 for _ in pattern.finditer(text))

    assert [name for name, unit in HOSTILE.items() if not linear(walk, unit, LENGTH, QUICK)] == []


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_no_text_takes_more_than_its_length(unit: str) -> None:
    def read(text: str) -> None:
        extract(Reading("x", "txt", (Paragraph(1, text),)))

    assert linear(read, unit, 4 * LENGTH)


def test_a_line_of_ten_million_characters_is_read() -> None:
    spent = took(lambda: extract(Reading("x", "txt", (Paragraph(1, "9" * 10_000_000),))))
    assert spent < 60


def test_a_line_without_end_is_parted_into_sentences() -> None:
    found = extract(Reading("x", "txt", (Paragraph(1, "改造小区，" * 100_000),)))
    assert max(each.end - each.start for each in found.sentences) < 3_000
