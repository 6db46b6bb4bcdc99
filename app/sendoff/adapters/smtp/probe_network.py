"""The doctor's look at the network: names, ports side by side, and what sort of thing answers on a port."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from sendoff.adapters.smtp.dial import dial
from sendoff.core.account import Security
from sendoff.core.errors import KnownError

_GLANCE = 0.05
_PATIENT_WITH_OTHERS = 3.0
"""Seconds for the ports that are looked at only to know them."""
_WEB_PAGE = (b"HTTP/", b"<html", b"<!doctype", b"<HTML", b"<!DOCTYPE")

_Given = TypeVar("_Given")
Resolve = Callable[[str, int], Sequence[tuple[object, ...]]]


def resolve(host: str, port: int) -> Sequence[tuple[object, ...]]:
    """Ask the system's name service. Raises OSError, UnicodeError."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def attend(ask: Callable[[], _Given], patience: float, stopped: Callable[[], bool]) -> _Given:
    """Wait for what nothing can wake.

    Raises the OSError, UnicodeError or KnownError of `ask`, TimeoutError after `patience` seconds, InterruptedError
    once `stopped`.
    """
    answer: list[_Given] = []
    failure: list[OSError | UnicodeError | KnownError] = []
    done = threading.Event()

    def run() -> None:
        try:
            answer.append(ask())
        except (OSError, UnicodeError, KnownError) as error:
            failure.append(error)
        finally:
            done.set()

    threading.Thread(target=run, name="doctor-ask", daemon=True).start()
    end = time.monotonic() + patience
    while not done.wait(_GLANCE):
        if stopped():
            raise InterruptedError
        if time.monotonic() > end:
            raise TimeoutError
    if failure:
        raise failure[0]
    return answer[0]


def addresses(host: str, port: int, patience: float, stopped: Callable[[], bool], ask: Resolve) -> list[str]:
    """The host's addresses. Raises what `ask` raises, TimeoutError, InterruptedError."""
    found = [
        str(sockaddr[0])
        for *_, sockaddr in attend(lambda: ask(host, port), patience, stopped)
        if isinstance(sockaddr, tuple)
    ]
    return list(dict.fromkeys(found))


@dataclass(slots=True)
class OtherPorts:
    """The usual ports beside the account's own, tried side by side."""

    hosts: Sequence[str]
    """The addresses of the one server."""
    candidates: Mapping[int, Security]
    stopped: Callable[[], bool]
    _open: set[int] = field(default_factory=set)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self, patience: float) -> None:
        """Begin to knock."""
        wait = min(patience, _PATIENT_WITH_OTHERS)
        for port in self.candidates:
            thread = threading.Thread(target=self._knock, args=(port, wait), name="doctor-port", daemon=True)
            self._threads.append(thread)
            thread.start()

    def answered(self, patience: float) -> dict[int, Security]:
        """Those that answered, best first; waits at most so long."""
        end = time.monotonic() + patience
        for thread in self._threads:
            while thread.is_alive() and time.monotonic() < end and not self.stopped():
                thread.join(_GLANCE)
        return {port: security for port, security in self.candidates.items() if port in self._open}

    def _knock(self, port: int, patience: float) -> None:
        for host in self.hosts:
            with contextlib.suppress(OSError):
                dial(host, port, patience / len(self.hosts), self.stopped).close()
                self._open.add(port)
                return


class Nature(StrEnum):
    """What answers on a port."""

    SMTP = "smtp"
    """It greets in the clear."""
    TLS = "tls"
    WEB = "web"
    UNKNOWN = "unknown"


def is_web(said: bytes | str) -> bool:
    """Say whether these are the first words of a web server."""
    data = said.encode() if isinstance(said, str) else said
    return any(mark in data[:400] for mark in _WEB_PAGE)


def nature(host: str, connect: Callable[[float], socket.socket], patience: float) -> tuple[Nature, str]:
    """Find out, with connections of its own, what answers; where it is SMTP, also what it says to EHLO."""
    with contextlib.suppress(OSError), connect(patience) as plain:
        first = _hear(plain, min(patience, 0.5))
        if first.startswith(b"220"):
            plain.sendall(b"EHLO localhost\r\n")
            return Nature.SMTP, _hear(plain, patience).decode("latin-1").upper()
        if not first:
            plain.sendall(b"QUIT\r\n\r\n")
            first = _hear(plain, min(patience, 0.5))
        if is_web(first):
            return Nature.WEB, ""
    with contextlib.suppress(OSError), connect(patience) as plain:
        return (Nature.TLS if _shakes_hands(plain, host, patience) else Nature.UNKNOWN), ""
    return Nature.UNKNOWN, ""


def _shakes_hands(plain: socket.socket, host: str, patience: float) -> bool:
    """Say whether it answers in TLS: an untrusted certificate and an alert are answers too. Nothing is said after."""
    plain.settimeout(patience)
    try:
        ssl.create_default_context().wrap_socket(plain, server_hostname=host).close()
    except ssl.SSLCertVerificationError:
        return True
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "")
    return True


def _hear(connection: socket.socket, patience: float) -> bytes:
    connection.settimeout(patience)
    try:
        return connection.recv(4096)
    except TimeoutError:
        return b""
