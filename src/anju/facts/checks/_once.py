"""核查共用：事实是冻结的，同一个问题只向引擎问一次。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from anju.facts.occasion import Occasion
from anju.facts.store import FactStore

T = TypeVar("T")


def once(function: Callable[[FactStore, Occasion], T]) -> Callable[[FactStore, Occasion], T]:
    """Keep a function's answer as long as the store lives; what it returns must not be changed."""
    kept: WeakKeyDictionary[FactStore, dict[tuple[str, int, date, str], T]] = WeakKeyDictionary()

    @wraps(function)
    def asked(store: FactStore, occasion: Occasion) -> T:
        answers = kept.setdefault(store, {})
        key = (occasion.region.code, occasion.year, occasion.as_of, occasion.policy.hash)
        if key not in answers:
            answers[key] = function(store, occasion)
        return answers[key]

    return asked
