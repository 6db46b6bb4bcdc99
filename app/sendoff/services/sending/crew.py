"""The connections of one run, and what each has in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sendoff.services.sending.connection import Connection, Job, Said


@dataclass(slots=True)
class Post:
    """One connection and the number of jobs it holds."""

    thread: Connection
    jobs: int = 0

    def give(self, job: Job) -> None:
        """Hand over a job."""
        self.jobs += 1
        self.thread.jobs.put(job)


class Crew:
    """Connection threads, started together; used by the coordinator's thread, but for `abort`."""

    def __init__(self, size: int, hire: Callable[[int], Connection]) -> None:
        self.posts: Sequence[Post] = [Post(hire(number)) for number in range(1, size + 1)]
        for post in self.posts:
            post.thread.start()

    @property
    def busy(self) -> bool:
        """Whether anybody holds a job."""
        return any(post.jobs for post in self.posts)

    @property
    def idle_hands(self) -> bool:
        """Whether somebody holds none."""
        return any(not post.jobs for post in self.posts)

    def of(self, said: Said) -> Post:
        """Who said it."""
        return self.posts[said.connection - 1]

    def send_home(self) -> None:
        """Let everybody end when what they hold is done; they still report."""
        for post in self.posts:
            post.thread.jobs.put(None)

    def join(self) -> None:
        """Wait until every thread has said goodbye to its server."""
        for post in self.posts:
            post.thread.join()

    def abort(self) -> None:
        """Drop every connection now."""
        for post in self.posts:
            post.thread.abort()
