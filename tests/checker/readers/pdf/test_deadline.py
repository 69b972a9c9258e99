"""A loop that would never end is broken off, in any thread; what ends in time is left alone."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest

from anju.checker.readers.pdf.deadline import TimeUp, time_limit


def forever() -> None:
    while True:
        with contextlib.suppress(Exception):  # the library does so; TimeUp must get through
            time.sleep(0.001)


def test_an_endless_loop_is_broken_off() -> None:
    with pytest.raises(TimeUp), time_limit(0.1):
        forever()


def test_it_works_in_another_thread_too() -> None:
    met: list[bool] = []

    def run() -> None:
        try:
            with time_limit(0.1):
                forever()
        except TimeUp:
            met.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    assert met == [True]


def test_what_ends_in_time_is_left_alone() -> None:
    for _ in range(50):
        with time_limit(5):
            sum(range(1000))
    before = threading.active_count()
    time.sleep(0.05)
    assert before < 20


def test_a_limit_that_has_passed_already_breaks_off_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(TimeUp), time_limit(-3):
        forever()
    assert time.monotonic() - began < 5
