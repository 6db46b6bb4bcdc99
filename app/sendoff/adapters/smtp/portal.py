"""A session that the network refused in the server's place, as in hotels and trains before one signs in there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from sendoff.adapters.smtp import tls
from sendoff.adapters.smtp.dial import dial
from sendoff.adapters.smtp.proxy import in_force
from sendoff.core.account import Account, ProxyKind
from sendoff.core.errors import ConnectError
from sendoff.core.language import phrase, tr

_NO_SMTP, _FOREIGN = frozenset({"not_smtp", "speaks_plain"}), frozenset({"bad_certificate", "pin_changed"})
_PATIENCE = 2.0
"""Seconds for each look."""
_SIGN_IN = phrase(
    "This network wants a sign-in of its own: open a web page in the browser and sign in there, or choose another one."
)


def network_instead(fault: ConnectError, account: Account, stopped: Callable[[], bool]) -> ConnectError:
    """The fault itself, or the one of a network that was found to answer in place of the server; that one passes.

    Looks where the fault may be one, with connections of its own; never through a proxy.
    """
    if fault.code not in _NO_SMTP | _FOREIGN or in_force(account)[0].kind is not ProxyKind.NONE:
        return fault
    look = _web_page if fault.code in _NO_SMTP else _foreign
    try:
        title = look(account, account.host.strip("[]"), stopped)
    except (ConnectError, OSError, UnicodeError):
        return fault
    return ConnectError(title, remedy=tr(_SIGN_IN), code="captive_portal") if title else fault


def _web_page(account: Account, host: str, stopped: Callable[[], bool]) -> str:
    from sendoff.adapters.smtp.probe_network import Nature, nature  # here: hardly any run needs the doctor's tools

    what, _ = nature(host, lambda patience: dial(host, account.port, patience, stopped), _PATIENCE)
    if what is not Nature.WEB:
        return ""
    return tr("A web page answers on port {port} instead of {host}.", port=account.port, host=account.host)


def _foreign(account: Account, host: str, stopped: Callable[[], bool]) -> str:
    from sendoff.adapters.smtp.probe_certificate import names_text  # here: likewise
    from sendoff.adapters.smtp.probe_network import addresses, resolve
    from sendoff.adapters.smtp.probe_portal import NOWHERE, answers_for_all

    with closing(dial(host, account.port, _PATIENCE, stopped)) as connection:
        seen = tls.read_certificate(account, connection, _PATIENCE)
    known = addresses(host, account.port, _PATIENCE, stopped, resolve)
    if not answers_for_all(account, seen, known, ask=resolve, nowhere=NOWHERE, patience=_PATIENCE, stopped=stopped):
        return ""
    return tr(
        "This network answers in place of {host}, with a certificate for {names}.",
        host=account.host, names=names_text(seen),
    )  # fmt: skip
