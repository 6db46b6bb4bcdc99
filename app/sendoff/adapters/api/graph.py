"""Sending through Microsoft Graph: `sendMail` with the message as MIME, which needs the permission `Mail.Send` only."""

from __future__ import annotations

import base64
from typing import Any

from sendoff.adapters.api.answers import (
    BLOCKED,
    DAILY,
    OWN_MAILBOX_FULL,
    RATE,
    RECIPIENT,
    SENDER,
    TOO_BIG,
    Dialect,
    Meaning,
)
from sendoff.adapters.api.channel import Answer, Request
from sendoff.adapters.api.session import ApiTransport
from sendoff.core.language import tr

_ACCEPTED = 202
_LARGEST = 3 * 1024 * 1024
"""A request takes 4 MB, and base64 makes four bytes of three."""


def _request(content: bytes) -> Request:
    return Request("/v1.0/me/sendMail", "text/plain", base64.b64encode(content))


def _accepted(answer: Answer) -> str:
    if answer.status != _ACCEPTED:
        return ""
    identity = answer.headers.get("request-id", "")
    return (
        tr("accepted by Microsoft Graph as {identity}", identity=identity)
        if identity
        else tr("accepted by Microsoft Graph")
    )


def _word(error: dict[str, Any]) -> str:
    return str(error["code"])


class GraphTransport(ApiTransport):
    """The `Transport` over Microsoft Graph; the secret is an access token."""

    dialect = Dialect(
        name="Graph API",
        base_url="https://graph.microsoft.com",
        largest=_LARGEST,
        request=_request,
        accepted=_accepted,
        word=_word,
        meanings=(
            Meaning((), "ErrorExceededMessageLimit|SubmissionQuotaExceeded|daily (message|recipient)", *DAILY),
            Meaning(
                (),
                "ApplicationThrottled|TooManyRequests|ErrorServerBusy|activityLimitReached"
                "|ErrorExceededConnectionCount|MailboxConcurrency|over its \\w+ limit",
                *RATE,
            ),
            Meaning((), "ErrorSendAsDenied|ErrorSendOnBehalf", *SENDER),
            Meaning((), "ErrorMessageSubmissionBlocked|ErrorAccountSuspend", *BLOCKED),
            Meaning((), "ErrorQuotaExceeded", *OWN_MAILBOX_FULL),
            Meaning((400,), "ErrorInvalidRecipients|recipient.{0,12} not valid|recipient.{0,12}n't valid", *RECIPIENT),
            Meaning((400,), "ErrorMessageSizeExceeded|RequestEntityTooLarge|RequestBodyTooLarge", *TOO_BIG),
        ),
    )
