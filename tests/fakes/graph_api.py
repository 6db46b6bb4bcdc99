"""Microsoft Graph's `sendMail` with MIME, as documented, on the loopback."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.fakes.http_api import ApiScript, Posted, answer


def graph_error(status: int, code: str, message: str = "", **headers: str) -> bytes:
    """An error as Graph words it."""
    return answer(status, {"error": {"code": code, "message": message, "innerError": {"request-id": "r-1"}}}, **headers)


@dataclass
class GraphApi(ApiScript):
    """One mailbox behind Microsoft Graph."""

    def message(self, posted: Posted) -> bytes:
        assert posted.target == "/v1.0/me/sendMail"
        assert posted.headers["content-type"] == "text/plain"
        return base64.b64decode(posted.body, validate=True)

    def taken(self) -> bytes:
        return answer(202, request_id=f"r-{len(self.accepted)}")

    def unauthorized(self) -> bytes:
        return graph_error(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.")

    def wanted(self, target: str) -> str:
        path, _, query = target.partition("?")
        assert path == "/v1.0/me/mailFolders/sentitems/messages"
        wanted = parse_qs(query)["$filter"][0]
        assert wanted.startswith("internetMessageId eq '")
        return wanted.partition("'")[2].removesuffix("'")

    def listed(self, found: list[str]) -> bytes:
        return answer(200, {"value": [{"id": one} for one in found]})

    def forbidden(self) -> bytes:
        return graph_error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
