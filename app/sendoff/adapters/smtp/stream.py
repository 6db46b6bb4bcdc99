"""A socket that is written to and read from without waiting, and which knows how far its bytes have got."""

from __future__ import annotations

import ssl
from collections import deque
from collections.abc import Iterator

from sendoff.adapters.network.breaking import NOTHING_YET, words_of
from sendoff.adapters.smtp.wire import Broken, Cause, Wire
from sendoff.core.language import tr

_CHUNK = 65_536


class Stream:
    """What is to be said waits here until the system takes it. Raises Broken where the dialogue ends."""

    def __init__(self, wire: Wire) -> None:
        self._socket = wire.sock
        self._socket.setblocking(False)  # noqa: FBT003 -- the socket's signature
        self._secure = isinstance(wire.sock, ssl.SSLSocket)
        self._replies = wire.replies
        self._waiting: deque[bytes | memoryview] = deque()
        self._taken = 0
        self.written = 0
        """Bytes said so far: the place of the next one."""
        self.touched = 0
        """Bytes of which the server may have got something; whatever lies behind has certainly not left."""

    def fileno(self) -> int:
        """For a selector."""
        return self._socket.fileno()

    @property
    def full(self) -> bool:
        """Whether something waits until the system takes more."""
        return bool(self._waiting)

    @property
    def interrupted(self) -> bool:
        """Whether the server has begun a reply and not ended it."""
        return self._replies.unread

    def write(self, data: bytes) -> None:
        """Say this after what waits."""
        self._waiting.append(data)
        self.written += len(data)

    def flush(self) -> None:
        """Hand over what the system takes now."""
        while self._waiting:
            if len(self._waiting) > 1 and not self._secure:  # a record that fails would put all of it in doubt
                self._waiting = deque((b"".join(self._waiting),))
            chunk = self._waiting[0]
            if self._secure:
                # A record may leave although the call fails, so all of it counts from here.
                self.touched = max(self.touched, self._taken + len(chunk))
            try:
                number = self._socket.send(chunk)
            except NOTHING_YET:
                return
            except OSError as error:
                raise Broken(Cause.CLOSED, words_of(error)) from None
            self._taken += number
            self.touched = max(self.touched, self._taken)
            if number < len(chunk):
                self._waiting[0] = memoryview(chunk)[number:]
            else:
                self._waiting.popleft()

    def heard(self) -> Iterator[tuple[int, bytes]]:
        """The whole replies that are there; Broken, after the last of them, where the server has hung up."""
        ended: Broken | None = None
        try:
            while data := self._socket.recv(_CHUNK):
                self._replies.feed(data)
                if len(data) < _CHUNK and self._replies.whole and not self._secure:
                    break  # what comes after it, or the end, is told by the selector
            else:
                ended = Broken(Cause.CLOSED, tr("the server closed the connection"))
        except NOTHING_YET:
            pass
        except OSError as error:
            ended = Broken(Cause.CLOSED, words_of(error))
        while reply := self._replies.take():
            yield reply
        if ended:
            raise ended
