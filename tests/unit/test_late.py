"""What is made late is made once, when it is first used, and then is what it stands for."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest

from sendoff.bootstrap.late import late
from sendoff.core.errors import InputError


class Counter:
    """Remembers its uses."""

    def __init__(self) -> None:
        self.uses: list[int] = []

    def use(self) -> int:
        """One more."""
        self.uses.append(1)
        return len(self.uses)


def test_nothing_is_made_before_it_is_used_and_then_once_for_all_threads() -> None:
    made: list[Counter] = []

    def make() -> Counter:
        made.append(Counter())
        return made[-1]

    counter = late(make)
    assert not made
    together = Barrier(4)

    def work() -> None:
        together.wait()
        counter.use()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert counter.uses == made[0].uses == [1] * 4


def test_what_cannot_be_made_says_why_and_is_tried_again() -> None:
    ready = False

    def make() -> Counter:
        if not ready:
            raise InputError("Not yet.")
        return Counter()

    counter = late(make)
    with pytest.raises(InputError):
        counter.use()
    ready = True
    assert counter.use() == 1


def test_what_it_has_not_is_missing_under_its_own_name() -> None:
    with pytest.raises(AttributeError, match=r"Counter.*unheard"):
        late(Counter).unheard  # type: ignore[attr-defined]  # noqa: B018 -- what it has not is what is tested


def test_what_is_set_is_set_on_it() -> None:
    made = Counter()
    counter = late(lambda: made)
    counter.uses = [1, 1]
    assert made.uses == [1, 1]
    assert counter.use() == 3
