"""A disk that loses power: an SQLite VFS that knows what a sync has made durable and what it has not.

Reads and writes go to the real files of the default VFS. Beside them each file's durable content is kept: as of its
last xSync. At the cut every later write survives or not, sector by sector, whatever its place in the order, and now and
then a sector is torn. Shared memory is never durable. Bytes outside a write are never harmed, as SQLite assumes
(powersafe overwrite).
"""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import apsw


class Disk:
    """One file's durable content and the writes since its last sync."""

    def __init__(self, content: bytes = b"") -> None:
        self.durable = bytearray(content)
        self.pending: list[tuple[int, bytes | None]] = []
        """(offset, data) of a write, or (size, None) of a truncation."""

    def sync(self) -> None:
        """Make all that was written durable."""
        for at, data in self.pending:
            _apply(self.durable, at, data)
        self.pending.clear()

    def survivor(self, draw: random.Random) -> bytes:
        """The content after the power came back: no sector that was synced is missing, any other may be."""
        content = bytearray(self.durable)
        sector, chance = draw.choice([512, 4096]), draw.choice([0.0, 0.5, 0.95, draw.uniform(0, 1)])
        for at, data in self.pending:
            if data is None:
                if draw.random() < chance:
                    _apply(content, at, None)
                continue
            for start, piece in _sectors(at, data, sector):
                if draw.random() < chance:
                    torn = draw.random() < 0.05
                    _apply(content, start, piece[: draw.randrange(len(piece))] if torn else piece)
        return bytes(content)


class PowerCutVFS(apsw.VFS):
    """A VFS whose power can be cut. Open databases in `folder` with `vfs=self.name`; call `unregister` at the end."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.name = f"power-cut-{seed}-{id(self)}"
        self.folder = folder
        self.draw = random.Random(seed)
        self.disks: dict[Path, Disk] = {}
        self.dark = False
        """The power is gone: nothing that happens from now on is in the image."""
        self.operations = 0
        self._cut_at: tuple[int, Path] | None = None
        super().__init__(self.name, "")

    def cut_after(self, operations: int, into: Path) -> None:
        """Cut by itself at the n-th write, truncation or sync from now on."""
        self._cut_at = self.operations + operations, into

    def cut(self, into: Path) -> None:
        """Write what survives a power cut at this moment to `into`; a second cut changes nothing."""
        if self.dark:
            return
        self.dark = True
        into.mkdir(parents=True, exist_ok=True)
        for path, disk in self.disks.items():
            (into / path.name).write_bytes(disk.survivor(self.draw))

    def tick(self) -> None:
        """Count one operation on the disk, and cut when its number has come."""
        self.operations += 1
        if self._cut_at is not None and self.operations >= self._cut_at[0]:
            self.cut(self._cut_at[1])

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> PowerCutFile:  # noqa: N802  # SQLite's name
        return PowerCutFile(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802  # SQLite's signature
        super().xDelete(name, sync)
        self.disks.pop(Path(name), None)


class PowerCutFile(apsw.VFSFile):
    """One open file of the VFS."""

    def __init__(self, vfs: PowerCutVFS, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self.vfs = vfs
        self.disk = Disk()
        if name is not None:
            path = Path(name if isinstance(name, str) else name.filename())
            content = path.read_bytes() if path.exists() else b""
            self.disk = vfs.disks.setdefault(path, Disk(content))
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802  # SQLite's name
        super().xWrite(data, offset)
        self.disk.pending.append((offset, bytes(data)))
        self.vfs.tick()

    def xTruncate(self, size: int) -> None:  # noqa: N802  # SQLite's name
        super().xTruncate(size)
        self.disk.pending.append((size, None))
        self.vfs.tick()

    def xSync(self, _flags: int) -> None:  # noqa: N802  # SQLite's name
        self.vfs.tick()
        self.disk.sync()


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def _sectors(at: int, data: bytes, sector: int) -> list[tuple[int, bytes]]:
    """Cut a write at the boundaries of sectors."""
    first = sector - at % sector
    edges = [0, *range(first, len(data), sector), len(data)]
    return [(at + a, data[a:b]) for a, b in pairwise(edges) if b > a]
