"""What is kept is made once, and again when what it follows from has changed."""

from collections.abc import Callable

from ui.desk.memo import OWNERS, Kept, Latest


def counting() -> tuple[list[int], Callable[[], int]]:
    """How often something was made, and what makes it."""
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return len(made)

    return made, make


def test_a_value_stays_while_its_mark_does() -> None:
    made, make = counting()
    latest = Latest[int]()
    assert [latest.get("a", make), latest.get("a", make), latest.get("b", make)] == [1, 1, 2]
    latest.put("c", 9)
    assert latest.get("c", make) == 9 and latest.get("a", make) == 3 and len(made) == 3


def test_each_owner_has_values_of_its_own_under_each_name() -> None:
    made, make = counting()
    kept, one, two = Kept(), object(), object()
    told = [kept("x", one, make), kept("x", two, make), kept("y", one, make), kept("x", one, make)]
    assert told == [1, 2, 3, 1] and len(made) == 3


def test_only_the_owners_asked_about_last_are_kept() -> None:
    _, make = counting()
    kept, first = Kept(), object()
    others = [object() for _ in range(OWNERS)]
    kept("x", first, make)
    for other in others[:-1]:
        kept("x", other, make)
    assert kept("x", first, make) == 1
    for other in others:
        kept("x", other, make)
    assert kept("x", first, make) > 1
