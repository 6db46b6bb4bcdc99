"""The connections of one run, one thread each, and what each has in hand: for transports that must wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from sendoff.core.delivery import Delivery
from sendoff.core.ports import Clock, Transport
from sendoff.services.sending.connection import Connected, Connection, Job, Said


class Place(Protocol):
    """One connection, as the coordinator sees it."""

    @property
    def depth(self) -> int:
        """How many jobs it may hold: what is in flight, and the next."""
        ...

    @property
    def jobs(self) -> int:
        """How many jobs it holds."""
        ...


class Hands(Protocol):
    """The connections of one run. Used by the coordinator's thread, but for `wake` and `abort`."""

    @property
    def posts(self) -> Sequence[Place]: ...

    @property
    def busy(self) -> bool:
        """Whether anybody holds a job."""
        ...

    @property
    def open(self) -> int:
        """How many connections count as open."""
        ...

    def choose(self, count: int) -> Sequence[Place]:
        """So many connections to use; the others are let go as soon as nothing is under way there."""
        ...

    def give(self, post: Any, job: Job, /) -> None:
        """Hand a job to one of `posts`."""
        ...

    def listen(self, patience: float) -> Sequence[Said]:
        """What happened, waiting for at most so many seconds."""
        ...

    def proceed(self) -> None:
        """What was heard is dealt with: intents may be written and last bytes sent."""
        ...

    def send_home(self) -> None:
        """Let everybody end when what they hold is done; they still report."""
        ...

    def join(self) -> None:
        """Wait until every server was told goodbye."""
        ...

    def wake(self) -> None:
        """Let `listen` return."""
        ...

    def abort(self) -> None:
        """Drop every connection now."""
        ...


@dataclass(slots=True)
class Post:
    """One connection and the number of jobs it holds."""

    thread: Connection
    jobs: int = 0
    depth: int = 2


class Crew:
    """`Hands` that are threads, started together."""

    def __init__(
        self,
        size: int,
        *,
        transports: Callable[[], Transport],
        intend: Callable[[Delivery, int], bool],
        halt: threading.Event,
        clock: Clock,
        messages_per_session: int,
    ) -> None:
        self._inbox: SimpleQueue[Said | None] = SimpleQueue()
        self._heard: list[Post] = []
        self.posts = [
            Post(
                Connection(
                    number,
                    transports=transports,
                    intend=intend,
                    inbox=self._inbox,
                    halt=halt,
                    clock=clock,
                    messages_per_session=messages_per_session,
                )
            )
            for number in range(1, size + 1)
        ]
        for post in self.posts:
            post.thread.start()

    @property
    def busy(self) -> bool:
        return any(post.jobs for post in self.posts)

    @property
    def open(self) -> int:
        """Those with a job: what HTTP services count is requests."""
        return sum(post.jobs > 0 for post in self.posts)

    def choose(self, count: int) -> Sequence[Post]:
        """The first ones; an idle connection of HTTP costs the service nothing."""
        return self.posts[:count]

    def give(self, post: Post, job: Job) -> None:
        """Hand over a job."""
        post.jobs += 1
        post.thread.jobs.put(job)

    def listen(self, patience: float) -> Sequence[Said]:
        """What was said, waiting for at most so many seconds."""
        heard: list[Said] = []
        try:
            self._note(self._inbox.get(timeout=patience), heard)
            while True:
                self._note(self._inbox.get_nowait(), heard)
        except Empty:
            return heard

    def _note(self, said: Said | None, heard: list[Said]) -> None:
        if said is None:
            return
        heard.append(said)
        if not isinstance(said, Connected):
            post = self.posts[said.connection - 1]
            post.jobs -= 1
            self._heard.append(post)

    def proceed(self) -> None:
        """Let those go on to their next intents whose results wait for the disk."""
        heard, self._heard = self._heard, []
        for post in heard:
            post.thread.settled.put(None)

    def send_home(self) -> None:
        """Let everybody end when what they hold is done; they still report."""
        for post in self.posts:
            post.thread.jobs.put(None)

    def join(self) -> None:
        """Wait until every thread has said goodbye to its server."""
        for post in self.posts:
            post.thread.join()

    def wake(self) -> None:
        """Let `listen` return."""
        self._inbox.put(None)

    def abort(self) -> None:
        """Drop every connection now."""
        for post in self.posts:
            post.thread.abort()
