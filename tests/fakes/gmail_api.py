"""The Gmail API's `messages.send`, as documented, on the loopback."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

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
