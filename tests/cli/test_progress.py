"""A bar shows on a terminal while many reports are checked, and nowhere else; it changes nothing."""

from __future__ import annotations

import io
import sys

import pytest

from anju.cli._progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, total: int) -> str:
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.setenv("TERM", "xterm")
    assert list(watched(iter(range(total)), total)) == list(range(total))
    return out.getvalue()


def test_it_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "5/5" in shown(monkeypatch, Terminal(), 5)


def test_it_is_silent_elsewhere_and_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 5) == ""
    assert shown(monkeypatch, Terminal(), 1) == ""
