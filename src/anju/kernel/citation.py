"""依据：哪份文件、哪一条、可信到什么程度。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.kernel.assurance import PolicyAssurance


@dataclass(frozen=True, slots=True)
class Citation:
    """一处依据。

    `source` is the stem of a file in policy/sources; `article` the place in it (第十二条);
    `quote` the words relied on, when they could be read; `note` what a reader should know.
    """

    source: str
    article: str = ""
    quote: str = ""
    assurance: PolicyAssurance = PolicyAssurance.DEFAULT
    note: str = ""

    def as_json(self) -> dict[str, str]:
        """Five text keys, always all present."""
        return {
            "source": self.source,
            "article": self.article,
            "quote": self.quote,
            "assurance": self.assurance.value,
            "note": self.note,
        }
