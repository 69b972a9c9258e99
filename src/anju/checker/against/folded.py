"""抹平写法：全角、空白、千分位、标点不算改动；抹平之后还能指回原文的字。"""

from __future__ import annotations

import re
import unicodedata

from anju.kernel.numeral import half_width

NUMBER = re.compile(
    r"(?<![0-9.mM])(?:[0-9]{1,3}(?:，[0-9]{3})+(?![0-9])|[0-9]+(?:,[0-9]{2,})+)(?:\.[0-9]+)?"
    r"|(?<![0-9mM])[0-9]+(?:\.[0-9]+)?"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
_NOISE = re.compile(r"[^\w㎡#%‰+<>=±≥≤⟨⟩/-]+|_+")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


class _Fold(dict[int, str]):
    """One character to what it counts as: half width, blanks to nothing; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = half_width(chr(code))
        if (len(plain) > 1 and any(each.isdigit() for each in plain)) or chr(code) == "，":
            plain = chr(code)  # ㎡ and ½ would make numbers of their own, and 7，500 seldom is one
        kept = "".join(each for each in plain if not each.isspace() and unicodedata.category(each) not in _INVISIBLE)
        self[code] = kept
        return kept


_FOLD = _Fold()


def folded(text: str) -> str:
    """Half width and without blanks, but with the commas of thousands, so that `origins` fits."""
    return text.translate(_FOLD)


def origins(text: str) -> list[int]:
    """For each character of `folded(text)` the index it came from in `text`, and one for the end."""
    places = [index for index, each in enumerate(text) for _ in _FOLD[ord(each)]]
    places.append(len(text))
    return places


def plain_number(digits: str) -> str:
    """One spelling of a number: no commas, no zeros that say nothing. 2,033.230 → 2033.23

    20,33.23, where a digit was lost or put in, is no such number and stays as it is.
    """
    if "," in digits and not _THOUSANDS.fullmatch(digits):
        return digits
    whole, _, part = digits.replace(",", "").replace("，", "").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + part if part else "")


def key(fold: str) -> str:
    """What two texts share that say the same: numbers apart from each other, and no punctuation."""
    return _NOISE.sub("", NUMBER.sub(_kept, fold))


def _kept(found: re.Match[str]) -> str:
    """A number with its point and odd commas kept from what takes the punctuation away."""
    return f"⟨{plain_number(found[0]).replace('.', 'p').replace(',', 'c')}⟩"


def shape(fold: str) -> str:
    """The key with every number made alike: what stays when only digits changed."""
    return _NOISE.sub("", NUMBER.sub("#", fold))
