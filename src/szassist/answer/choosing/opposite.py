"""Whether a sentence tells the opposite of what a question asks: when something ends, and not when it is given."""

from __future__ import annotations

import re

_NOT = re.compile("不(?!动产|同|断|少|足|良|久|管|限|定期|超过|低于|得少)|禁止|免(?!费)|无需")
_MAY_NOT = re.compile("不(?:能|得|可以?|准|允许|予)|禁止")
_UNDONE = re.compile("停止|停发|停了|不发|退租|退回|取消|解除|解约|终止|撤销|注销|退出|暂停|收回|变更|不予|补正")


def is_opposite(told: str, said: str) -> bool:
    """Whether `told` denies or undoes something and `said`, the question, speaks of no such thing, or the question asks
    what may not be and `told` denies nothing; both are folded.
    """
    denied = _NOT.search(told) and not _NOT.search(said)
    allowed = _MAY_NOT.search(said) and not (_NOT.search(told) or _UNDONE.search(told))
    return bool(denied or allowed or (_UNDONE.search(told) and not _UNDONE.search(said)))
