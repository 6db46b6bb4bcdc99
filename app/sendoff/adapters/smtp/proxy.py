"""The way through a proxy: SOCKS5 (RFC 1928, 1929) or HTTP CONNECT (RFC 9110 9.3.6), given up at any moment."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from python_socks import ProxyError, ProxyType
from python_socks.sync import Proxy as Dialogue

from sendoff.adapters.smtp.dial import dial
from sendoff.core.account import Account, Proxy, ProxyKind
from sendoff.core.errors import ConnectError
from sendoff.core.language import digits, phrase, tr
from sendoff.core.system_words import system_words

_GLANCE_AT_STOP = 0.1
_LONGEST_HEAD = 65_536
_SYSTEM_KEYS = ("smtp", "all", "socks", "https")
"""Which of the system's settings may lead to a mail server, in this order; the one for `http` is for pages alone."""
_KINDS = {"socks5": ProxyKind.SOCKS5, "socks5h": ProxyKind.SOCKS5, "socks": ProxyKind.SOCKS5, "http": ProxyKind.HTTP}
_PORTS = {ProxyKind.SOCKS5: 1080, ProxyKind.HTTP: 80}
_TYPES = {ProxyKind.SOCKS5: ProxyType.SOCKS5, ProxyKind.HTTP: ProxyType.HTTP}
_NAMES = {ProxyKind.SOCKS5: "SOCKS5", ProxyKind.HTTP: "HTTP CONNECT"}
_NOT_ALLOWED, _SIGN_IN_WANTED, _FORBIDDEN = 2, 407, range(400, 500)
_LONGEST_WORDS = 200
_OR_NONE = phrase("or connect without a proxy.")


def reach(account: Account, secret: Callable[[], str], patience: float, stopped: Callable[[], bool]) -> socket.socket:
    """Connect to the account's server, through its proxy where there is one.

    `secret` is asked for the proxy's password where a user name is set. Raises ConnectError for the proxy's faults,
    OSError and UnicodeError for the server's, InterruptedError once `stopped`.
    """
    host = account.host.strip("[]")  # an IPv6 address may be written as in a URL
    proxy, password = in_force(account)
    if proxy.kind is ProxyKind.NONE:
        return dial(host, account.port, patience, stopped)
    if not proxy.host or proxy.port <= 0:
        raise _fault(
            "proxy_unreachable", tr("The account has no name or port of its proxy."), tr("Type both"), permanent=True
        )
    if not host.isascii():
        host = host.encode("idna").decode()
    connection = _to_proxy(proxy, patience, stopped)
    if proxy.username and not password:
        password = secret()
    talk = _Talk(connection, time.monotonic() + patience, stopped, only_head=proxy.kind is ProxyKind.HTTP)
    try:
        fault = _through(proxy, password, talk, host, account.port, patience)
    except BaseException:
        talk.close()
        raise
    if fault:  # raised here, with no chain: it would lead to a frame that holds the password
        talk.close()
        raise fault
    return socket.socket(fileno=talk.detach())


def in_force(account: Account) -> tuple[Proxy, str]:
    """The proxy the account's connections take now, and the password where the system's settings hold one.

    Its kind is never `system`. Raises ConnectError where the system names a kind of proxy that is not known.
    """
    if account.proxy.kind is not ProxyKind.SYSTEM:
        return account.proxy, ""
    settings = getproxies()
    found = next((settings[key] for key in _SYSTEM_KEYS if settings.get(key)), "")
    if not found or proxy_bypass(account.host.strip("[]")):
        return Proxy(), ""
    if proxy := _named(found, account.proxy.username):
        return proxy
    raise _fault(
        "proxy_unsupported",
        tr(
            "The system's settings name a proxy that Sendoff cannot use ({found}).",
            found=_plain(found.partition(":")[0]),
        ),
        tr("Set a SOCKS5 or HTTP proxy in the account,"),
        permanent=True,
    )


def _named(setting: str, username: str) -> tuple[Proxy, str] | None:
    """Read `socks5://user:password@host:port` or `host:port`; None where it is no proxy that can be used."""
    try:
        parts = urlsplit(setting if "://" in setting else f"http://{setting}")
        kind, host, port = _KINDS.get(parts.scheme), parts.hostname, parts.port
    except ValueError:
        return None
    if kind is None or not host:
        return None
    username = unquote(parts.username or "") or username
    proxy = Proxy(kind=kind, host=host, port=_PORTS[kind] if port is None else port, username=username)
    return proxy, unquote(parts.password or "")


def _to_proxy(proxy: Proxy, patience: float, stopped: Callable[[], bool]) -> socket.socket:
    try:
        return dial(proxy.host.strip("[]"), proxy.port, patience, stopped)
    except InterruptedError:
        raise
    except (socket.gaierror, UnicodeError) as error:
        later = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        why = tr("its name cannot be looked up now") if later else tr("no server has this name")
    except TimeoutError:
        why = tr("nothing answered in {patience} s", patience=digits(f"{patience:g}"))
    except OSError as error:
        why = system_words(error)
    raise _fault(
        "proxy_unreachable",
        tr("{proxy} cannot be reached: {why}.", proxy=_place(proxy), why=why),
        tr("Check its name and port,"),
    )


def _through(proxy: Proxy, password: str, talk: _Talk, host: str, port: int, patience: float) -> ConnectError | None:
    """Ask the proxy for the way on; returns what went wrong. Raises InterruptedError."""
    username = proxy.username
    if proxy.kind is ProxyKind.HTTP:
        # python-socks writes Basic in latin-1, where RFC 7617 and its proxies want UTF-8.
        username, password = (text.encode().decode("latin-1") for text in (username, password))
    dialogue = Dialogue(
        proxy_type=_TYPES[proxy.kind],
        host=proxy.host,
        port=proxy.port,
        username=username or None,
        password=password if username else None,
        rdns=True,
        forward=_Dialled(talk),
    )
    try:
        dialogue.connect(host, port, timeout=patience)
    except InterruptedError:
        raise
    except ProxyError as error:
        said = _plain(str(error)).replace(password, "***") if password else _plain(str(error))
        return _refused(proxy, host, port, error.error_code, said)
    except TimeoutError:
        title = tr("{proxy} gave no answer in {patience} s.", proxy=_place(proxy), patience=digits(f"{patience:g}"))
        return _fault("proxy_unreachable", title, tr("Check that it is {names},", names=_NAMES[proxy.kind]))
    except OSError:
        title = tr(
            "{proxy} closed the connection without letting it through to {host} port {port}.",
            proxy=_place(proxy),
            host=host,
            port=port,
        )
        return _fault("proxy_refused", title, tr("Check the proxy's kind and port,"))
    except UnicodeDecodeError:
        return _refused(proxy, host, port, None, tr("its answer cannot be read"))
    except ValueError:
        title = tr(
            "The user name or the password for {proxy} has characters that cannot be sent.",
            proxy=_place(proxy, start=False),
        )
        return _fault("proxy_sign_in", title, tr("Correct them,"), permanent=True)
    return None


def _refused(proxy: Proxy, host: str, port: int, code: int | None, said: str) -> ConnectError:
    if code == _SIGN_IN_WANTED or (code is None and "authentication" in said):
        if proxy.username:
            title, remedy = (
                tr("{proxy} did not accept the user name and password: {said}.", proxy=_place(proxy), said=said),
                tr("Check both,"),
            )
        else:
            title, remedy = (
                tr("{proxy} wants a user name and a password: {said}.", proxy=_place(proxy), said=said),
                tr("Type both in the account,"),
            )
        return _fault("proxy_sign_in", title, remedy, permanent=True)
    if code is None:
        title = tr("{proxy} does not speak {names}: {said}.", proxy=_place(proxy), names=_NAMES[proxy.kind], said=said)
        return _fault("proxy_refused", title, tr("Check the proxy's kind and port,"), permanent=True)
    return _fault(
        "proxy_refused",
        tr(
            "{proxy} does not let the connection to {host} port {port} through: {said}.",
            proxy=_place(proxy),
            host=host,
            port=port,
            said=said,
        ),
        tr("Ask whoever runs the proxy to allow this port,"),
        permanent=code == _NOT_ALLOWED if proxy.kind is ProxyKind.SOCKS5 else code in _FORBIDDEN,
    )


def _fault(code: str, title: str, remedy: str, *, permanent: bool = False) -> ConnectError:
    return ConnectError(title, remedy=f"{remedy} {tr(_OR_NONE)}", code=code, permanent=permanent)


def _place(proxy: Proxy, *, start: bool = True) -> str:
    return (
        tr("The proxy {host} port {port}", host=proxy.host, port=proxy.port)
        if start
        else tr("the proxy {host} port {port}", host=proxy.host, port=proxy.port)
    )


def _plain(words: str) -> str:
    """What somebody else said, fit for a sentence."""
    text = "".join(letter if letter.isprintable() else "·" for letter in words[:_LONGEST_WORDS])
    return text.strip().rstrip(".") or tr("no reason given")


class _Talk(socket.socket):
    """The connection during the talk with the proxy: it waits in short waits, up to a deadline for the whole talk.

    With `only_head` it gives one HTTP head and not a byte more. What follows is the mail server's greeting, which
    python-socks would read into the same buffer and lose.
    """

    def __init__(
        self, connection: socket.socket, deadline: float, stopped: Callable[[], bool], *, only_head: bool
    ) -> None:
        super().__init__(fileno=connection.detach())
        self._deadline = deadline
        self._stopped = stopped
        self._only_head = only_head

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Write a few bytes, which the system's buffer takes at once."""
        self.settimeout(max(self._deadline - time.monotonic(), _GLANCE_AT_STOP))
        super().sendall(data, flags)

    def recv(self, number: int, flags: int = 0, /) -> bytes:
        """Read; raises ConnectionResetError at the end, TimeoutError, InterruptedError."""
        if not self._only_head:
            return self._some(number, flags)
        head = b""
        while not head.endswith((b"\r\n\r\n", b"\n\n")) and len(head) < _LONGEST_HEAD:
            head += self._some(1, flags)
        return head

    def _some(self, number: int, flags: int) -> bytes:
        self.settimeout(_GLANCE_AT_STOP)
        while True:
            if self._stopped():
                raise InterruptedError
            try:
                data = super().recv(number, flags)
            except TimeoutError:
                if time.monotonic() > self._deadline:
                    raise
            else:
                if not data:
                    raise ConnectionResetError
                return data


class _Dialled(Dialogue):
    """Stands where python-socks expects an earlier proxy of a chain: its connection is open already."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def connect(self, dest_host: str, dest_port: int, timeout: float | None = None, **kwargs: Any) -> socket.socket:  # noqa: ARG002 -- python-socks' signature
        return self._connection
