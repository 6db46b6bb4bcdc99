"""The Gmail API's `messages.send`, as documented, on the loopback."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.fakes.http_api import ApiScript, Posted, answer


def gmail_error(status: int, reason: str, message: str = "", **headers: str) -> bytes:
    """An error as the Gmail API words it."""
    each = {"domain": "global", "reason": reason, "message": message}
    return answer(status, {"error": {"code": status, "message": message, "errors": [each]}}, **headers)


@dataclass
class GmailApi(ApiScript):
    """One mailbox behind the Gmail API."""

    def message(self, posted: Posted) -> bytes:
        if posted.target == "/upload/gmail/v1/users/me/messages/send?uploadType=media":
            assert posted.headers["content-type"] == "message/rfc822"
            return posted.body
        assert posted.target == "/gmail/v1/users/me/messages/send"
        assert posted.headers["content-type"] == "application/json"
        return base64.urlsafe_b64decode(json.loads(posted.body)["raw"])

    def taken(self) -> bytes:
        identity = f"18f{len(self.accepted):04x}"
        return answer(200, {"id": identity, "threadId": identity, "labelIds": ["SENT"]})

    def unauthorized(self) -> bytes:
        return gmail_error(401, "authError", "Invalid Credentials")

    def wanted(self, target: str) -> str:
        path, _, query = target.partition("?")
        assert path == "/gmail/v1/users/me/messages"
        place, _, wanted = parse_qs(query)["q"][0].partition(" rfc822msgid:")
        assert place == "in:sent"
        return f"<{wanted}>"

    def listed(self, found: list[str]) -> bytes:
        rows = [{"id": one, "threadId": one} for one in found]
        return answer(200, {"messages": rows, "resultSizeEstimate": len(rows)} if rows else {"resultSizeEstimate": 0})

    def forbidden(self) -> bytes:
        return gmail_error(403, "insufficientPermissions", "Request had insufficient authentication scopes.")
