"""Undo and redo of a design: designs never change, so keeping the old ones is all it takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sendoff.core.design import Design

MOST = 200
"""Steps that can be undone."""
_PAUSE = 1_500
"""Milliseconds after which typing in the same place is a new step."""


@dataclass(slots=True)
class History:
    """The designs before and after the one that is shown; `place` says where a change was, `now` is in ms."""

    design: Design = field(default_factory=Design)
    _past: list[Design] = field(default_factory=list)
    _future: list[Design] = field(default_factory=list)
    _last: tuple[object, int] = (None, 0)

    def begin(self, design: Design) -> None:
        """Another design, without a past."""
        self.design, self._last = design, (None, 0)
        self._past.clear()
        self._future.clear()

    def change(self, design: Design, *, place: object = None, now: int = 0) -> bool:
        """Take a step; typing on at the same place stays one step. Says whether anything changed."""
        if design == self.design:
            return False
        before, at = self._last
        if place is None or place != before or now - at > _PAUSE:
            self._past = [*self._past, self.design][-MOST:]
        self.design, self._last = design, (place, now)
        self._future.clear()
        return True

    def undo(self) -> bool:
        """Go one step back, if there is one."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Go forward again."""
        return self._step(self._future, self._past)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._future)

    def _step(self, source: list[Design], target: list[Design]) -> bool:
        if not source:
            return False
        target.append(self.design)
        self.design, self._last = source.pop(), (None, 0)
        return True
