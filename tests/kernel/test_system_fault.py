"""What the system refuses is said in Chinese, whatever the system's own language."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from anju.kernel.system_fault import said_of


def test_known_faults_have_words(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such") as caught:
        (tmp_path / "没有").read_bytes()
    assert said_of(caught.value) == "没有这个文件或文件夹"
    assert said_of(OSError(errno.ENOSPC, "No space left on device")) == "磁盘满了"


def test_unknown_ones_have_a_number_and_our_own_words_stay() -> None:
    assert said_of(OSError(99_999, "Strange")) == "系统错误，编号99999"
    assert said_of(OSError(errno.EEXIST, "这个文件夹不是本软件写的")) == "这个文件夹不是本软件写的"
    assert said_of(OSError("strange")) == "系统没有说明原因"
