"""Places in a design, as the editor reckons with them.

A path is () for the design itself, (place,) for a block, (place, column) for a column, (place, column, place) for a
block in one.
"""

from __future__ import annotations

from sendoff.core.design import Block, Columns, Design, Footer
from sendoff.core.design_edit import Path, block_at, move

COLUMN, INNER = 2, 3
"""Lengths of the paths of a column, and of a block in one."""


def holds(design: Design, path: Path) -> bool:
    """Whether there is something at a path."""
    if not path or len(path) == COLUMN:
        return not path or _columns(design, path[0]) > path[1] >= 0
    try:
        block_at(design, path)
    except IndexError:
        return False
    return True


def room_after(design: Design, path: Path, block: Block) -> Path:
    """Where a new block goes when this path is chosen: below it, at the end of a column, or of the design.

    The design's footer stays the last.
    """
    if not path:
        last = len(design.blocks)
        closed = last > 0 and isinstance(design.blocks[-1], Footer)
        return (last - 1 if closed else last,)
    if isinstance(block, Columns) or len(path) == 1:
        return (path[0] + 1,)
    if len(path) == COLUMN:
        around = block_at(design, path[:1])
        return (*path, len(around.columns[path[1]]) if isinstance(around, Columns) else 0)
    return (*path[:-1], path[-1] + 1)


def neighbour(design: Design, path: Path, step: int) -> Path | None:
    """The place one up or down in the same stack, or None at its end."""
    if len(path) not in {1, INNER}:
        return None
    wanted = (*path[:-1], path[-1] + step)
    return wanted if wanted[-1] >= 0 and holds(design, wanted) else None


def moved(design: Design, old: Path, gap: Path) -> tuple[Design, Path] | None:
    """Move the block at `old` into the gap in front of `gap`, both as things stand now; also where it is then.

    None where it cannot stand there or does not move.
    """
    if not holds(design, old) or not {len(old), len(gap)} <= {1, INNER}:
        return None
    new = list(gap)
    if len(old) == 1:
        if isinstance(block_at(design, old), Columns) and len(gap) == INNER:
            return None
        new[0] -= old[0] < gap[0]
    elif old[:-1] == gap[:-1]:
        new[-1] -= old[-1] < gap[-1]
    place = tuple(new)
    return (move(design, old, place), place) if place != old else None


def _columns(design: Design, place: int) -> int:
    block = design.blocks[place] if 0 <= place < len(design.blocks) else None
    return len(block.columns) if isinstance(block, Columns) else 0
