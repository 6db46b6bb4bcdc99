"""An SMTP server that swallows messages fast, writes each one down before it says 250, and misbehaves on demand.

A process of its own (`python -m tests.fakes.sink --port P --log FILE`), so that nothing done to a sender touches it.
Its log has one JSON line per event, each written by one `write` to a file opened for appending:

    {"event": "accepted", "t": ns, "message_id": ..., "recipient": ..., "connection": n, "size": bytes, "sha256": ...}
    {"event": "refused", "t": ns, "stage": ..., "code": 451, "recipient": ..., "connection": n}    0 = no answer given
    {"event": "garbled", "t": ns, "stage": ..., "recipient": ..., "connection": n}         answered with no reply
    {"event": "struck", "t": ns, "stage": ..., "action": ..., "amid": 1, "connection": n}     a fault, amid a flight
    {"event": "violation", "t": ns, "what": ..., "recipient": ..., "connection": n}                the client broke SMTP
    {"event": "summary", "t": ns, "accepted": n, ...}                                              on SIGTERM

Size and SHA-256 are of the content after dot-unstuffing. Faults: see `tests.fakes.faults`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.fakes.faults import Faults
from tests.fakes.ports import own_port
from tests.fakes.session import Offer, Session, Sink

ROOT = Path(__file__).parents[2]


def read_log(path: Path, event: str = "accepted") -> Iterator[dict[str, Any]]:
    """The events of one kind, in order; a line still being written is left out."""
    with path.open("rb") as log:
        for line in log:
            if line.endswith(b"\n"):
                entry: dict[str, Any] = json.loads(line)
                if entry["event"] == event:
                    yield entry


class SinkProcess:
    """A sink for a test: started on entry, stopped on exit. `options` are those of the command line."""

    def __init__(self, log: Path, *options: str, port: int = 0) -> None:
        self.log, self.options, self.port = log, options, port
        self.summary: dict[str, Any] = {}
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """What `--smtp` takes for this server without TLS."""
        return f"smtp://127.0.0.1:{self.port}?security=none"

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start, on the same port as before if there was one; return when it listens."""
        self.port = self.port or own_port()
        command = [
            sys.executable,
            "-m",
            "tests.fakes.sink",
            "--port",
            str(self.port),
            "--log",
            str(self.log.absolute()),
        ]
        self._process = subprocess.Popen([*command, *self.options], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        ready = self._process.stdout.readline()
        if not ready:
            raise RuntimeError(f"the sink ended with status {self._process.wait()}")
        self.port = int(ready)

    def records(self) -> list[dict[str, Any]]:
        """The messages accepted so far."""
        return list(read_log(self.log))

    def events(self, event: str) -> list[dict[str, Any]]:
        """The events of one kind so far."""
        return list(read_log(self.log, event))

    def stop(self) -> dict[str, Any]:
        """End the server and return its summary; idle when it is stopped already."""
        if self._process is not None:
            process, self._process = self._process, None
            process.terminate()
            process.communicate(timeout=60)
            if process.returncode:
                raise RuntimeError(f"the sink ended with status {process.returncode}")
            self.summary = list(read_log(self.log, "summary"))[-1]
        return self.summary


async def serve(port: int, sink: Sink, context: ssl.SSLContext | None) -> None:
    """Listen on loopback, print the port, go on until SIGTERM or SIGINT, then write the summary."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    server = await loop.create_server(lambda: Session(sink), "127.0.0.1", port, ssl=context, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stop.wait()
    server.close()
    sink.write("summary", **{"accepted": 0, "refused": 0, "violation": 0, "connections": 0, **sink.figures})


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(description="a fast SMTP sink with faults")
    parser.add_argument("--port", type=int, default=0, help="0 = any; the port is printed when it listens")
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--faults", default="", help="such as rcpt=550:0.01,dot=lost:0.02")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"), help="TLS from the first byte")
    parser.add_argument("--starttls", nargs=2, metavar=("CERT", "KEY"))
    parser.add_argument("--auth", default="", metavar="USER:PASSWORD", help="demand AUTH PLAIN or LOGIN")
    parser.add_argument("--latency", type=float, default=0, metavar="MS", help="every reply is so late")
    parser.add_argument("--words", action="append", default=[], metavar="STAGE=TEXT", help="what refusals there say")
    parser.add_argument("--size", type=int, default=36_700_160, help="the SIZE offered")
    parser.add_argument("--no-pipelining", action="store_true")
    given = parser.parse_args()
    offer = Offer(
        pipelining=not given.no_pipelining,
        size=given.size,
        latency=given.latency / 1000,
        auth=given.auth,
        starttls=_context(given.starttls),
        words=dict(text.split("=", 1) for text in given.words),
    )
    asyncio.run(serve(given.port, Sink(given.log, offer, Faults(given.faults, given.seed)), _context(given.tls)))


def _context(pair: list[str] | None) -> ssl.SSLContext | None:
    if pair is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*pair)
    return context


if __name__ == "__main__":
    main()
