"""How fast the sink alone is: raw sockets, every message but the first riding with its neighbour's final dot.

One round trip a message (RFC 2920 3.1: content, dot and the next MAIL, RCPT, DATA in one write); nothing is rendered.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
from pathlib import Path

from tests.bench.measure import rate
from tests.fakes.sink import SinkProcess

LINE = b"Gr\xc3\xbc\xc3\x9fe an alle, die diese Zeile lesen und nichts dabei denken.\r\n"


def flood(port: int, messages: int, connections: int, size: int = 5_400) -> None:
    """Send `messages` through `connections` sockets, one in flight on each."""
    body = LINE * (size // len(LINE))
    sockets = [socket.create_connection(("127.0.0.1", port)) for _ in range(connections)]
    readers = [each.makefile("rb") for each in sockets]
    for each, reader in zip(sockets, readers, strict=True):
        reader.readline()
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        each.sendall(b"EHLO bench.example\r\n")
        while not reader.readline().startswith(b"250 "):
            pass
    sent = 0
    waiting = [0] * connections
    while sent < messages or any(waiting):
        due = [0] * connections
        for i, each in enumerate(sockets):
            group = b""
            if waiting[i]:
                group = b"Message-ID: <%d@bench.example>\r\nSubject: flood\r\n\r\n%s.\r\n" % (waiting[i], body)
                due[i], waiting[i] = 1, 0
            if sent < messages:
                sent += 1
                due[i], waiting[i] = due[i] + 3, sent
                group += b"MAIL FROM:<a@bench.example> BODY=8BITMIME\r\nRCPT TO:<r%d@bench.example>\r\nDATA\r\n" % sent
            each.sendall(group)
        for reader, replies in zip(readers, due, strict=True):
            if any(reader.readline()[:1] not in (b"2", b"3") for _ in range(replies)):
                raise RuntimeError("the sink refused")
    for each in sockets:
        each.close()


def main() -> None:
    """Print the sink's own speed."""
    parser = argparse.ArgumentParser(description="the sink's own speed")
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 5])
    given = parser.parse_args()
    for connections in given.connections:
        with tempfile.TemporaryDirectory() as folder, SinkProcess(Path(folder, "sink.log")) as sink:
            flood(sink.port, given.messages, connections)
            print(f"{connections} connections: {rate(sink.log):,.0f} messages/s")


if __name__ == "__main__":
    main()
