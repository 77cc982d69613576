"""Values kept until what they follow from changes."""

from collections.abc import Callable
from threading import RLock
from typing import TypeVar

OWNERS = 8
"""Cases and plans for which what follows from them is kept."""


V = TypeVar("V")


class Memo:
    """A value that is made by whoever asks first; others wait for it, and for nothing else."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._made = False
        self._value: object = None

    def get(self, make: Callable[[], object]) -> object:
        with self._lock:
            if not self._made:
                self._value = make()
                self._made = True
            return self._value
