"""Where the browser comes back to: a listener on 127.0.0.1 for one answer (RFC 8252 7.3)."""

from __future__ import annotations

import hmac
import socketserver
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Full, Queue
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from sendoff.adapters.oauth import faults
from sendoff.core.language import phrase, tr
from sendoff.core.signin import Authority, cancelled

_GLANCE = 0.05
"""How often the waiting looks whether it is still wanted, in seconds."""
_PAGE = """<!doctype html><meta charset="utf-8"><title>Sendoff</title>
<body style="font: 18px sans-serif; margin: 4em auto; max-width: 30em"><h1>{title}</h1><p>{words}</p>"""
_BACK = phrase("Back to Sendoff"), phrase("You can close this page. Sendoff says whether the sign-in worked.")
_WRONG = phrase("Not your sign-in"), phrase("This page does not belong to the sign-in under way.")
_OVER = phrase("Already done"), phrase("This sign-in is over. You can close this page.")


class Landing:
    """Listens while it is entered. Only the first answer counts, and only with the right state."""

    def __init__(self, authority: Authority, state: str) -> None:
        self._authority = authority
        self._state = state.encode()
        self._answers: Queue[str | None] = Queue(maxsize=1)
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        """Begin to listen. Raises ConnectError."""
        try:
            self._server = _Server(self._take)
        except OSError as error:
            raise faults.no_listener(error) from error
        threading.Thread(target=self._server.serve_forever, args=(_GLANCE,), name="sign-in", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()

    @property
    def uri(self) -> str:
        """The address the browser is sent back to. Without a path: Microsoft compares it with what was registered."""
        port = self._server.server_address[1] if self._server else 0
        return f"http://{self._authority.redirect_host}:{port}"

    def wait(self, stopped: Callable[[], bool], seconds: float) -> str:
        """The query the browser came back with. Raises ConnectError: wrong state, time-out, `stopped`."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                query = self._answers.get(timeout=_GLANCE)
            except Empty:
                if stopped():
                    raise cancelled() from None
                if time.monotonic() > deadline:
                    raise faults.timed_out(self._authority, seconds) from None
            else:
                if query is None:
                    raise faults.wrong_state(self._authority)
                return query

    def _take(self, query: str) -> tuple[int, str]:
        """Take the browser's answer; returns what to show it."""
        states = parse_qs(query).get("state", [])
        right = len(states) == 1 and hmac.compare_digest(states[0].encode(), self._state)
        try:
            self._answers.put_nowait(query if right else None)
        except Full:
            return 410, _page(*_OVER)
        return (200, _page(*_BACK)) if right else (400, _page(*_WRONG))


def _page(title: str, words: str) -> str:
    return _PAGE.format(title=tr(title), words=tr(words))


class _Server(ThreadingHTTPServer):
    # A thread a request: browsers open connections in advance and say nothing on them.
    allow_reuse_address = False  # on Windows another program could take the port over

    def __init__(self, take: Callable[[str], tuple[int, str]]) -> None:
        self.take = take
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        # HTTPServer's own asks the name service who 127.0.0.1 is, which can take seconds.
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no event."""


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != "/" or not {"code", "error"} & parse_qs(parts.query).keys():
            self._say(404, "")
        else:
            self._say(*self.server.take(parts.query))

    def _say(self, status: int, page: str) -> None:
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Nothing: the address holds the code."""
