"""One question to an authority's token address (RFC 6749 3.2), over the account's own way into the network."""

from __future__ import annotations

import json
import ssl
from dataclasses import replace
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from sendoff.adapters.oauth import faults
from sendoff.core.account import Account
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr
from sendoff.core.ports import Opening
from sendoff.core.signin import Authority
from sendoff.core.system_words import system_words

_MOST = 1_000_000
_BUSY, _FAILING = 429, 500


def post(opening: Opening, account: Account, authority: Authority, body: str, seconds: float) -> str:
    """Post a form; returns the answer's JSON, a refusal's too. Raises ConnectError where there is none."""
    fault: ConnectError | None = None
    status, text = 0, b""
    try:
        status, text = _asked(opening, account, authority, body, seconds)
    except ConnectError as error:
        fault = faults.unreachable(authority, error.title.rstrip("."))
    except (OSError, HTTPException) as error:
        fault = faults.unreachable(authority, _reason(error))
    if status == _BUSY or status >= _FAILING:
        fault = faults.unreachable(authority, tr("it answers with status {status}", status=status))
    if fault is None and not _is_object(text):
        fault = faults.unreachable(authority, tr("something else answered, such as a network's own sign-in page"))
    # Raised here, with no chain: what it came from may hold a token.
    if fault:
        raise fault
    return text.decode()


def _asked(opening: Opening, account: Account, authority: Authority, body: str, seconds: float) -> tuple[int, bytes]:
    where = urlsplit(authority.token_url)
    protected = where.scheme == "https"
    host, port = where.hostname or "", where.port or (443 if protected else 80)
    # The pin and the client certificate are for the mail server.
    visitor = replace(account, pinned="", client_cert="", client_key="")
    line = HTTPConnection(host, port)
    line.sock = opening(visitor, host, port, protected=protected, stopped=lambda: False, keep=lambda _: None)
    try:
        line.sock.settimeout(seconds)
        headers = {
            "Host": where.netloc,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "Connection": "close",
        }
        line.request("POST", where.path, body.encode(), headers)
        with line.getresponse() as answer:
            return answer.status, answer.read(_MOST)
    finally:
        line.close()


def _is_object(text: bytes) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _reason(error: OSError | HTTPException) -> str:
    if isinstance(error, TimeoutError):
        return tr("it did not answer in time")
    if isinstance(error, ssl.SSLError):
        return tr("the encryption broke off")
    return system_words(error) if isinstance(error, OSError) and error.errno else tr("it hung up")
