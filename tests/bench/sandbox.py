"""What it costs that the sandbox keeps its last messages: processor time a message, with and without.

`python -m tests.bench.sandbox [--seconds 10]`
"""

from __future__ import annotations

import argparse
import smtplib
import tempfile
import time
from pathlib import Path

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.sandbox.shelf import Shelf
from sendoff.core.rehearsal import KEPT_MESSAGES

_LINE = "<p>Hello there, this is a line of a letter.</p>\r\n"
_LETTER = ("Subject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + 200 * _LINE).encode()


def cost(shelf: Shelf | None, seconds: float) -> tuple[float, float]:
    """Messages a second, and milliseconds of processor time for each, the client's included."""
    with SandboxServer(shelf=shelf, keep=KEPT_MESSAGES) as server, smtplib.SMTP("127.0.0.1", server.port) as client:
        began, used = time.monotonic(), time.process_time()
        while time.monotonic() - began < seconds:
            client.sendmail("anna@example.com", ["bert@example.com"], _LETTER)
        took, used = time.monotonic() - began, time.process_time() - used
        return server.count / took, 1000 * used / server.count


def main() -> None:
    """Take turns, twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(2):
            path = Path(folder) / f"{turn}.db"
            for words, shelf in (("in memory", None), ("kept", Shelf(path))):
                rate, each = cost(shelf, seconds)
                print(f"{words}: {rate:,.0f} messages a second, {each:.2f} ms each")
            began = time.monotonic()
            found = len(SandboxServer(shelf=Shelf(path)).received)
            took, size = 1000 * (time.monotonic() - began), path.stat().st_size >> 10
            print(f"opened with {found} messages, {size:,} KB: {took:.0f} ms")


if __name__ == "__main__":
    main()
