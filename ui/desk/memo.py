"""Values kept until what they follow from changes."""

from collections.abc import Callable, Hashable
from threading import RLock
from typing import Generic, TypeVar, cast

OWNERS = 8
"""Cases and plans for which what follows from them is kept."""

V = TypeVar("V")


class Latest(Generic[V]):
    """The value that follows from a mark; another mark takes its place."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._held: tuple[Hashable, V] | None = None

    def get(self, mark: Hashable, make: Callable[[], V]) -> V:
        with self._lock:
            if self._held is None or self._held[0] != mark:
                self._held = mark, make()
            return self._held[1]

    def put(self, mark: Hashable, value: V) -> None:
        with self._lock:
            self._held = mark, value


class Kept:
    """What follows from a case, or from a plan with its case, each thing under a name of its own;
    for the last few owners that were asked about."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._of: dict[int, tuple[object, dict[str, _Once]]] = {}

    def __call__(self, name: str, owner: object, make: Callable[[], V]) -> V:
        """What `make` gives for `owner`, worked out once."""
        with self._lock:
            _, values = self._of.pop(id(owner), (owner, {}))
            self._of[id(owner)] = owner, values
            while len(self._of) > OWNERS:
                del self._of[next(iter(self._of))]
            once = values.setdefault(name, _Once())
        return cast(V, once.get(make))


class _Once:
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
