"""Changes of a design. Each returns a new one, so an editor undoes by keeping the old.

A path is (place,) in the design, or (place, column, place) in its columns. IndexError where there is no such place,
TypeError where a block cannot stand there (columns in columns).
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from sendoff.core.design import Block, Columns, Design, Piece

Path = tuple[int, ...]
_DEEP = 3


def block_at(design: Design, path: Path) -> Block:
    """The block at a path."""
    return _stack(design, path)[_place(design, path, 0)]


def insert(design: Design, path: Path, block: Block) -> Design:
    """Put a block in front of the one at the path; the place after the last is allowed."""
    if len(path) == _DEEP and isinstance(block, Columns):
        raise TypeError("columns cannot stand in columns")
    stack, place = _stack(design, path), _place(design, path, 1)
    return _with_stack(design, path, (*stack[:place], block, *stack[place:]))


def remove(design: Design, path: Path) -> Design:
    """Take a block out."""
    stack, place = _stack(design, path), _place(design, path, 0)
    return _with_stack(design, path, (*stack[:place], *stack[place + 1 :]))


def replace_block(design: Design, path: Path, block: Block) -> Design:
    """Put another block in the place of the one at the path."""
    return insert(remove(design, path), path, block)


def duplicate(design: Design, path: Path) -> Design:
    """Put a copy below the block at the path."""
    return insert(design, (*path[:-1], path[-1] + 1), block_at(design, path))


def move(design: Design, old: Path, new: Path) -> Design:
    """Take the block at `old` to where `new` is once it is taken out: (0,) → (1,) swaps the first two."""
    block = block_at(design, old)
    return insert(remove(design, old), new, block)


def _stack(design: Design, path: Path) -> tuple[Block, ...]:
    if len(path) == 1:
        return design.blocks
    if len(path) != _DEEP or not 0 <= path[0] < len(design.blocks):
        raise IndexError(f"there is no place {path}")
    around = design.blocks[path[0]]
    if not isinstance(around, Columns) or not 0 <= path[1] < len(around.columns):
        raise IndexError(f"there is no column at {path}")
    return around.columns[path[1]]


def _place(design: Design, path: Path, beyond: int) -> int:
    if not 0 <= path[-1] < len(_stack(design, path)) + beyond:
        raise IndexError(f"there is no place {path}")
    return path[-1]


def _with_stack(design: Design, path: Path, stack: tuple[Block, ...]) -> Design:
    if len(path) == 1:
        return replace(design, blocks=stack)
    around = cast("Columns", design.blocks[path[0]])
    columns = list(around.columns)
    columns[path[1]] = cast("tuple[Piece, ...]", stack)
    changed = replace(around, columns=tuple(columns))
    return replace(design, blocks=(*design.blocks[: path[0]], changed, *design.blocks[path[0] + 1 :]))
