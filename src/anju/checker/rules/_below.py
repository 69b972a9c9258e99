"""规则共用：另起一段列的分项。“其中：”或“如下：”之后，一段一项。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.source import Source

_MOST = 40
_KINDS = (
    re.compile(r"\s*[一二三四五六七八九十]{1,2}、"),
    re.compile(r"\s*\([一二三四五六七八九十]{1,2}\)"),
    re.compile(r"\s*\d{1,2}[.、．](?!\d)"),
    re.compile(r"\s*\(\d{1,2}\)"),
    re.compile(r"\s*[①-⑳]"),
    re.compile(r"\s*[一二三四五六七八九]是"),
)
_NEAR = 48
"""Characters from the beginning of a paragraph within which an item without a number names its figure."""


def below(extract: Extract, sentence: Sentence, behind: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of the items, a paragraph each, that a mark at the end of its paragraph announces (具体如下：).

    A paragraph that begins with 其中： and holds the first item itself is followed by the others, without numbers.
    """
    text = extract.plain(sentence)
    last = sentence.number + 1 >= len(extract.sentences)
    if last or extract.sentences[sentence.number + 1].paragraph == sentence.paragraph:
        return []
    if behind and sentence.start == 0 and text.startswith("其中:"):
        return [list(behind), *_unnumbered(extract, sentence)]
    if behind or not text.rstrip().endswith((":", "其中")):
        return []
    return _numbered(extract, sentence) or _unnumbered(extract, sentence)


def _numbered(extract: Extract, sentence: Sentence) -> list[list[Claim]]:
    """As long as paragraphs with the same kind of number go on; what stands between them belongs to the item above."""
    found: list[list[Claim]] = []
    kind = None
    for paragraph, claims in _paragraphs(extract, sentence):
        text = extract.sources[paragraph].folded.text
        kind = kind or next((each for each in _KINDS if each.match(text)), None)
        if kind is None:
            return []
        if kind.match(text):
            found.append(claims)
        elif any(each.match(text) for each in _KINDS[: _KINDS.index(kind)]):
            break
    return found


def _unnumbered(extract: Extract, sentence: Sentence) -> list[list[Claim]]:
    """As long as paragraphs begin with words and a figure, without number."""
    found: list[list[Claim]] = []
    for paragraph, claims in _paragraphs(extract, sentence):
        text = extract.sources[paragraph].folded.text
        if not claims or claims[0].at > _NEAR or any(each.match(text) for each in _KINDS):
            break
        found.append(claims)
    return found


def _paragraphs(extract: Extract, sentence: Sentence) -> list[tuple[int, list[Claim]]]:
    """The paragraphs behind the sentence's, with the claims of their first sentence; no tables, no headings."""
    found: dict[int, list[Claim]] = {}
    for each in extract.sentences[sentence.number + 1 : sentence.number + 1 + 3 * _MOST]:
        paragraph = extract.sources[each.paragraph].paragraph
        if paragraph.place is not None or len(found) > _MOST:
            break
        found.setdefault(each.paragraph, []).extend(extract.of_sentence.get(each.number, ()))
    return list(found.items())


def closing(source: Source, opening: int) -> int:
    """Where the bracket closes that opens there; the end of the paragraph when it never does."""
    text, depths = source.folded.text, source.depths
    at = opening
    while depths is not None:
        at = text.find(")", at + 1)
        if at < 0 or depths[at] <= depths[opening]:
            break
    return at if at > 0 else len(text)
