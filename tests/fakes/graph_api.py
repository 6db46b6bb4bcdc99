"""Microsoft Graph's `sendMail` with MIME, as documented, on the loopback."""

from __future__ import annotations

import base64
from dataclasses import dataclass

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
