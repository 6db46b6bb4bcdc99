"""An authority of OAuth 2 on the loopback: it checks what a client says, and misbehaves where a test wants it."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.fakes.smtp_servers import PATIENCE

from sendoff.core.signin import Authority

CLIENT_ID, CLIENT_SECRET = "own-client-id", "Canary-client-secret"
SCOPE = "https://mail.example/Send"


@dataclass
class Behaviour:
    """What the authority does; the tests change it while it runs."""

    consent: str = "yes"
    """`yes`, `silent` (the person never answers), or an error's word such as `access_denied`."""
    said: str = ""
    state: str | None = None
    """Sent back instead of the right one."""
    lifetime: object = 3600
    scope: str = SCOPE
    rotates: bool = True
    gives_refresh: bool = True
    codes_are_spent: bool = False
    """Every code is refused as if it had been used before."""
    person: str = ""
    """Who said yes, as an ID token tells it; empty = the authority does not tell."""
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    """Raw answers of the token address, taken before anything else; status 0 hangs up."""
    slow: float = 0.0


class FakeAuthority:
    """Serves `/authorize` and `/token`; `browse` is the person with a browser."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.behaviour = Behaviour()
        self.asked: list[dict[str, str]] = []
        """Every form the token address got."""
        self.opened: list[dict[str, str]] = []
        """Every query the authorization address got."""
        self.pages: list[tuple[int, str]] = []
        """What the browser was shown in the end."""
        self.last_return = ""
        """The address the browser came back to."""
        self.valid: set[str] = set()
        """Refresh tokens that work."""
        self.live: set[str] = set()
        """Access tokens that servers take."""
        self.issued: set[str] = set()
        """Everything that no log or error may show."""
        self._codes: dict[str, dict[str, str]] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        handler = type("Handler", (_Handler,), {"fake": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        if self._tls:
            self._server.socket = self._tls.wrap_socket(self._server.socket, server_side=True)
        self.url = f"{'https' if self._tls else 'http'}://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def authority(self) -> Authority:
        return Authority(
            name="Example",
            authorize_url=f"{self.url}/authorize",
            token_url=f"{self.url}/token",
            scopes=(SCOPE, "offline_access"),
            extras=(("prompt", "consent"),),
            identity=("openid", "email"),
        )

    def browse(self, url: str) -> bool:
        """Open an address as a browser does, following the way back to the program."""
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as page:
                self.pages.append((page.status, page.read().decode()))
        except urllib.error.HTTPError as error:
            self.pages.append((error.code, error.read().decode()))
            error.close()
        return True

    def revoke(self) -> None:
        """Take every sign-in back."""
        self.valid.clear()

    def authorize(self, query: dict[str, str]) -> str | None:
        """Where to send the browser; None = nowhere."""
        self.opened.append(query)
        how = self.behaviour
        if how.consent == "silent":
            return None
        answer = {"state": query["state"] if how.state is None else how.state}
        if how.consent == "yes":
            code = self._secret()
            self._codes[code] = query
            answer["code"] = code
        else:
            answer |= {"error": how.consent, "error_description": how.said}
        self.last_return = f"{query['redirect_uri']}/?{urlencode(answer)}"
        return self.last_return

    def token(self, form: dict[str, str]) -> tuple[int, bytes]:
        """Answer a token request."""
        time.sleep(self.behaviour.slow)
        with self._lock:
            self.asked.append(form)
            self.issued.update(form[key] for key in ("code_verifier", "client_secret") if key in form)
            if self.behaviour.answers:
                return self.behaviour.answers.pop(0)
            if form.get("client_id") != CLIENT_ID or form.get("client_secret", CLIENT_SECRET) != CLIENT_SECRET:
                return _no("invalid_client")
            first = form["grant_type"] == "authorization_code"
            problem = self._redeem(form) if first else self._spend(form)
            return _no(problem) if problem else (200, json.dumps(self._tokens(told=first)).encode())

    def _redeem(self, form: dict[str, str]) -> str:
        query = self._codes.pop(form["code"], None)
        if query is None or self.behaviour.codes_are_spent or query["redirect_uri"] != form["redirect_uri"]:
            return "invalid_grant"
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        right = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == query["code_challenge"]
        return "" if right and query["code_challenge_method"] == "S256" else "invalid_grant"

    def _spend(self, form: dict[str, str]) -> str:
        token = form["refresh_token"]
        if token not in self.valid:
            return "invalid_grant"
        if self.behaviour.rotates:
            self.valid.discard(token)
        return ""

    def _tokens(self, *, told: bool) -> dict[str, object]:
        how = self.behaviour
        self.live.add(access := self._secret())
        said: dict[str, object] = {"token_type": "Bearer", "access_token": access, "scope": how.scope}
        if how.lifetime is not None:
            said["expires_in"] = how.lifetime
        if how.gives_refresh:
            said["refresh_token"] = token = self._secret()
            self.valid.add(token)
        if told and how.person:
            said["id_token"] = token = id_token(email=how.person)
            self.issued.add(token)
        return said

    def _secret(self) -> str:
        secret = f"Canary-{secrets.token_urlsafe(24)}"
        self.issued.add(secret)
        return secret


def id_token(**claims: object) -> str:
    """A token that tells who signed in, unsigned."""
    parts = ({"alg": "none"}, {"sub": "1", **claims})
    return ".".join([*(base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode() for one in parts), ""])


def _no(error: str) -> tuple[int, bytes]:
    status = 401 if error == "invalid_client" else 400
    return status, json.dumps({"error": error, "error_description": "as the test wants"}).encode()


class _Handler(BaseHTTPRequestHandler):
    fake: FakeAuthority

    def do_GET(self) -> None:
        where = self.fake.authorize(_flat(urlsplit(self.path).query))
        self.send_response(302 if where else 200)
        if where:
            self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        form = _flat(self.rfile.read(int(self.headers["Content-Length"])).decode())
        status, body = self.fake.token(form)
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing."""


def _flat(query: str) -> dict[str, str]:
    values = parse_qs(query, keep_blank_values=True)
    assert all(len(each) == 1 for each in values.values())
    return {key: each[0] for key, each in values.items()}
