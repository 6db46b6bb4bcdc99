"""What the doctor's one button does, as data: a change of the account, a field to go to, or a page to open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sendoff.core.account import Account, Proxy, ProxyKind, Route, Security, SignIn
from sendoff.core.doctor_faults import BY_CODE
from sendoff.core.doctor_steps import FixKind
from sendoff.core.language import digits, phrase, tr
from sendoff.core.signin import BROWSER_PRESETS, GRAPH_PRESETS

SECURITY_WORD = {
    Security.TLS: phrase("TLS"),
    Security.STARTTLS: phrase("STARTTLS"),
    Security.NONE: phrase("no encryption"),
}
LONGEST_STEP = 30.0
_PLAIN_PAGE = "http://example.com/"
"""Unencrypted, so that a network that wants a sign-in of its own can put its page in place of it (RFC 8952)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What one button does: a change of the account, or a page to open."""

    kind: FixKind
    label: str
    changes: Mapping[str, object] = field(default_factory=dict)
    url: str = ""
    """A page for the browser; then there are no changes."""

    @property
    def tests_again(self) -> bool:
        """Whether the test may follow at once. A name out of a certificate is looked at by a person first."""
        return self.kind is not FixKind.HOST


def usual_fix(code: str, account: Account) -> Fix | None:
    """The button a fault has by the table, where the account alone tells what it does."""
    fault = BY_CODE.get(code)
    make = _MAKERS.get(fault.fix) if fault and fault.fix else None
    return make(account) if make else None


# --- made of facts ----------------------------------------------------------------------------------------------------


def use_server(port: int, security: Security) -> Fix:
    """Another port, with the protection that belongs to it."""
    if security is Security.NONE:
        label = tr("Use port {port} with security None", port=port)
    else:
        label = tr("Use port {port} with {security_word}", port=port, security_word=tr(SECURITY_WORD[security]))
    return Fix(kind=FixKind.SERVER, label=label, changes={"port": port, "security": security})


def use_best(open_ports: Mapping[int, Security], unwanted: int = 0) -> Fix | None:
    """The best of the ports that answered."""
    port = next((one for one in open_ports if one != unwanted), None)
    return None if port is None else use_server(port, open_ports[port])


def use_host(name: str) -> Fix:
    """The server's own name."""
    return Fix(kind=FixKind.HOST, label=tr("Use {name}", name=name), changes={"host": name})


def pin(sha256: str) -> Fix:
    """Trust this one certificate, and no other."""
    return Fix(kind=FixKind.PIN, label=tr("Trust this certificate"), changes={"pinned": sha256})


def use_name(name: str) -> Fix:
    """Another user name."""
    return Fix(kind=FixKind.USERNAME, label=tr("Use “{name}” as user name", name=name), changes={"username": name})


def open_link(label: str, url: str) -> Fix:
    """A page of the provider."""
    return Fix(kind=FixKind.LINK, label=label, url=url)


# --- made of the account ----------------------------------------------------------------------------------------------


def send_from(account: Account) -> Fix | None:
    """Make From equal the login; the name of the sender stays."""
    login = account.username
    if "@" not in login or own_address(account).casefold() == login.casefold():
        return None
    shown, mark, _ = account.sender.rpartition("<")
    sender = f"{shown}<{login}>" if mark else login
    return Fix(kind=FixKind.SENDER, label=tr("Send from {login}", login=login), changes={"sender": sender})


def one_connection(account: Account) -> Fix | None:
    """Fewer sessions side by side."""
    if account.connections == 1:
        return None
    return Fix(kind=FixKind.CONNECTIONS, label=tr("Use one connection"), changes={"connections": 1})


def introduce_as(account: Account) -> Fix | None:
    """Another name in EHLO: none of one's own, else the domain one sends from."""
    if account.local_name:
        return Fix(kind=FixKind.LOCAL_NAME, label=tr("Leave the local name empty"), changes={"local_name": ""})
    domain = own_address(account).rpartition("@")[2]
    if "." not in domain:
        return None
    return Fix(
        kind=FixKind.LOCAL_NAME, label=tr("Introduce itself as {domain}", domain=domain), changes={"local_name": domain}
    )


def wait_longer(account: Account) -> Fix | None:
    """More patience for each step."""
    if account.step_seconds >= LONGEST_STEP:
        return None
    label = tr("Wait up to {longest_step} s", longest_step=digits(f"{LONGEST_STEP:g}"))
    return Fix(kind=FixKind.PATIENCE, label=label, changes={"step_seconds": LONGEST_STEP})


def type_secret(account: Account) -> Fix | None:
    """Go to the field of the password, or sign in where a token takes its place."""
    if account.sign_in is SignIn.XOAUTH2:
        return browser_sign_in(account)
    return Fix(kind=FixKind.SECRET, label=tr("Type it"))


def browser_sign_in(account: Account) -> Fix | None:
    """Sign in by browser, where the account's provider offers it."""
    if account.preset not in BROWSER_PRESETS:
        return None
    if "microsoft" in account.preset or account.preset == "outlook":
        return Fix(kind=FixKind.MICROSOFT, label=tr("Sign in with Microsoft"), changes={"sign_in": SignIn.XOAUTH2})
    return Fix(kind=FixKind.GOOGLE, label=tr("Sign in with Google"), changes={"sign_in": SignIn.XOAUTH2})


def by_graph(account: Account) -> Fix | None:
    """Leave SMTP for Microsoft Graph, which takes a sign-in by browser."""
    if account.preset not in GRAPH_PRESETS:
        return None
    changes = {"sign_in": SignIn.XOAUTH2, "route": Route.GRAPH}
    return Fix(kind=FixKind.GRAPH, label=tr("Send through Microsoft Graph"), changes=changes)


def no_proxy(account: Account) -> Fix | None:
    """Go to the server directly."""
    if account.proxy.kind is ProxyKind.NONE:
        return None
    return Fix(kind=FixKind.NO_PROXY, label=tr("Connect without the proxy"), changes={"proxy": Proxy()})


def type_proxy_secret(account: Account) -> Fix | None:
    """Go to the fields of the proxy's sign-in; a proxy of the system's settings has none here."""
    if account.proxy.kind is ProxyKind.SYSTEM:
        return no_proxy(account)
    return Fix(kind=FixKind.PROXY_SECRET, label=tr("Type the proxy's password"))


def choose_ca(_account: Account) -> Fix:
    """Choose a file of certificates; only a person knows which."""
    return Fix(kind=FixKind.CA_FILE, label=tr("Choose a certificate file…"))


def choose_client_cert(_account: Account) -> Fix:
    """Choose the certificate this computer shows."""
    return Fix(kind=FixKind.CLIENT_CERT, label=tr("Choose a client certificate…"))


def no_pin(_account: Account) -> Fix:
    """Verify the server's certificate as usual."""
    return Fix(kind=FixKind.NO_PIN, label=tr("Remove the fingerprint"), changes={"pinned": ""})


def open_page(_account: Account) -> Fix:
    """Open a page, which brings up the network's own."""
    return Fix(kind=FixKind.PORTAL, label=tr("Open a web page"), url=_PLAIN_PAGE)


_MAKERS: Mapping[FixKind, Callable[[Account], Fix | None]] = {
    FixKind.SENDER: send_from,
    FixKind.CONNECTIONS: one_connection,
    FixKind.LOCAL_NAME: introduce_as,
    FixKind.PATIENCE: wait_longer,
    FixKind.SECRET: type_secret,
    FixKind.MICROSOFT: browser_sign_in,
    FixKind.GRAPH: by_graph,
    FixKind.NO_PROXY: no_proxy,
    FixKind.PROXY_SECRET: type_proxy_secret,
    FixKind.CA_FILE: choose_ca,
    FixKind.CLIENT_CERT: choose_client_cert,
    FixKind.NO_PIN: no_pin,
    FixKind.PORTAL: open_page,
}


def own_address(account: Account) -> str:
    """The address the doctor writes to itself with: that of From, else the login; empty where neither is one."""
    written = account.sender.rpartition("<")[2].rstrip("> ") or account.username
    return written if "@" in written else ""
