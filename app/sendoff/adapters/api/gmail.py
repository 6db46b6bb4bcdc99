"""Sending through the Gmail API: `users.messages.send`, which needs the scope `gmail.send` only."""

from __future__ import annotations

import base64
import json
from typing import Any

from sendoff.adapters.api.answers import (
    DAILY,
    PERMISSION,
    RATE,
    RECIPIENT,
    TOO_BIG,
    Dialect,
    Meaning,
)
from sendoff.adapters.api.channel import Answer, Request
from sendoff.adapters.api.session import ApiTransport

_PATH = "/gmail/v1/users/me/messages/send"
_LARGEST_RAW = 3_000_000
"""Beyond it the message goes as it is to the upload address: base64 in JSON would add a third."""


def _request(content: bytes) -> Request:
    if len(content) > _LARGEST_RAW:
        return Request(f"/upload{_PATH}?uploadType=media", "message/rfc822", content)
    return Request(_PATH, "application/json", b'{"raw":"' + base64.urlsafe_b64encode(content) + b'"}')


def _accepted(answer: Answer) -> str:
    try:
        identity = json.loads(answer.body)["id"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return f"accepted by Gmail as {identity}" if isinstance(identity, str) and identity else ""


def _word(error: dict[str, Any]) -> str:
    reasons = error.get("errors") or [detail for detail in error.get("details", ()) if "reason" in detail]
    return str(reasons[0]["reason"] if reasons else error["status"])


class GmailTransport(ApiTransport):
    """The `Transport` over the Gmail API; the secret is an access token."""

    dialect = Dialect(
        name="Gmail API",
        base_url="https://gmail.googleapis.com",
        largest=35 * 1024 * 1024,
        request=_request,
        accepted=_accepted,
        word=_word,
        meanings=(
            Meaning((403, 429), "dailyLimitExceeded|quotaExceeded|daily (user )?sending (limit|quota)", *DAILY),
            Meaning((403, 429), "rateLimitExceeded|rate_limit_exceeded|resource_exhausted|too many concurrent", *RATE),
            Meaning((400,), r"recipient|invalid (to|cc|bcc)\b", *RECIPIENT),
            Meaning((400,), "too large|exceeds.*size", *TOO_BIG),
            Meaning((400,), "failedPrecondition|failed_precondition|mail service not enabled", *PERMISSION),
        ),
    )
